"""A change of the log may speak of many rows. Those of before stay as they are, each of one row."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns, and find changes by their last rows too."""
    op.add_column("changes", sa.Column("last_id", sa.Integer(), nullable=True))
    op.add_column("changes", sa.Column("digests", sa.LargeBinary(), nullable=True))
    op.add_column("changes", sa.Column("packed", sa.LargeBinary(), nullable=True))
    op.drop_index("ix_changes_subject_row_id", "changes")
    columns = ["subject", "row_id", "last_id"]
    op.create_index("ix_changes_subject_row_id_last_id", "changes", columns)

"""What stands above a letter may be otherwise above its translations. It was the same above all before."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "letters", sa.Column("headings", sa.JSON(), server_default=sa.text("'{}'"), nullable=False)
    )

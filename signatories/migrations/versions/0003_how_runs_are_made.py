"""How the products of a letter are made: names of files, letterhead, duplex, archive, not before. None chose yet."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; no settings are the standing ones."""
    op.add_column(
        "letters", sa.Column("run", sa.JSON(), server_default=sa.text("'{}'"), nullable=False)
    )

"""A translation keeps which words it says the same as. It is not known of those of before."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    op.add_column("texts", sa.Column("translated_from", sa.String(64), nullable=True))

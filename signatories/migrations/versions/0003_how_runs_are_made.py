"""How the products of a letter are made, what a run printed, and where its files are being put.

Nobody chose how before. What earlier runs printed is known in outline only; all their files stand where they were put.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column(
        "letters", sa.Column("run", sa.JSON(), server_default=sa.text("'{}'"), nullable=False)
    )
    op.add_column("runs", sa.Column("target", sa.String(), nullable=True))
    op.create_index(
        "ix_runs_target", "runs", ["target"], sqlite_where=sa.text("target IS NOT NULL")
    )
    op.create_table(
        "run_parts",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_run_parts")),
    )

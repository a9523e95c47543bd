"""A numbered list keeps who is on it. Nobody closed one before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "listed",
        _link("list_id", "lists"),
        _link("confirmation_id", "confirmations"),
        _link("changed_in", "change_sets"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.UniqueConstraint(
            "list_id", "confirmation_id", name=op.f("uq_listed_list_id_confirmation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listed")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_listed_changed_in", "listed", ["changed_in"])
    op.create_index("ix_listed_confirmation_id", "listed", ["confirmation_id"])


def _link(name: str, parent: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{parent}.id", name=op.f(f"fk_listed_{name}_{parent}"))
    return sa.Column(name, sa.Integer(), key, nullable=False)

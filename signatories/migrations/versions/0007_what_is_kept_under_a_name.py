"""Views of tables and saved blocks are rows, so that what is done to them can be undone.

They belong to the newest action then: it is the last that anybody did before. Where nobody did any, there is nothing
yet that a view or a block would show: they go.
"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

NEWEST = "SELECT max(id) FROM change_sets"
OLD = (
    "SELECT key, value FROM workspace_settings WHERE key = 'block presets' OR key LIKE 'views of %'"
)
FORGET = "DELETE FROM workspace_settings WHERE key = 'block presets' OR key LIKE 'views of %'"


def upgrade() -> None:
    """Add the table, and move there what was kept."""
    key = sa.ForeignKey("change_sets.id", name=op.f("fk_named_settings_changed_in_change_sets"))
    kept = op.create_table(
        "named_settings",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("changed_in", sa.Integer(), key, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_named_settings")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_named_settings_changed_in", "named_settings", ["changed_in"])
    connection = op.get_bind()
    newest = connection.scalar(sa.text(NEWEST))
    rows = [{**row, "changed_in": newest, "revision": 1} for row in _kept(connection)]
    if newest is not None and rows:
        op.bulk_insert(kept, rows)
    connection.execute(sa.text(FORGET))


def _kept(connection: sa.Connection) -> Iterator[dict[str, Any]]:
    for kind, stored in connection.execute(sa.text(OLD)).all():
        for name, value in json.loads(stored).items():
            yield {"kind": kind, "name": name, "value": _with_traits(value)}


def _with_traits(value: dict[str, Any]) -> dict[str, Any]:
    """A view had one trait at most."""
    trait = value.pop("trait", None)
    return {**value, "traits": [trait]} if trait else value

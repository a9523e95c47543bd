"""What a block prints beside the words of a line: further columns, logos as large as they look, when consent was asked.

A confirmation keeps all of it. What those of before would have kept nobody noted: they are left empty.

Columns are added, not tables made anew: SQLite would forget which ids were used, and others name these rows.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns, with the values of those who never heard of them."""
    _add("organisations", "logo_scale", sa.Float(), before=1.0)
    _add("organisations", "logo_shift", sa.Float(), before=0.0)
    _add("sign_ons", "extra", sa.JSON(), before={})
    _add("confirmations", "extra", sa.JSON(), before=None)
    _add("confirmations", "region", sa.String(), before=None)
    _add("confirmations", "kind", sa.String(), before=None)
    _add("confirmations", "language", sa.String(20), before=None)
    _add("confirmations", "organisation_id", sa.Integer(), before=None)
    _add("confirmations", "signer_id", sa.Integer(), before=None)
    _add("confirmations", "logo_digest", sa.String(64), before=None)
    _add("confirmations", "signature_digest", sa.String(64), before=None)
    _add("consents", "asked_at", sa.DateTime(), before=None)


def _add(table: str, name: str, kind: Any, *, before: Any) -> None:
    default = None if before is None else sa.text(f"'{before}'")
    op.add_column(table, sa.Column(name, kind, server_default=default, nullable=before is None))

"""What the user keeps under names of their own, as JSON. It belongs to the workspace; keeping it is no action of it."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import WorkspaceSetting


def keys(session: Session, beginning: str) -> list[str]:
    """The keys that begin so, in order."""
    query = select(WorkspaceSetting.key).where(
        WorkspaceSetting.key.startswith(beginning, autoescape=True)
    )
    return list(session.scalars(query.order_by(WorkspaceSetting.key)))


def read(session: Session, key: str) -> dict[str, Any]:
    """What is kept under a key, by name."""
    setting = session.get(WorkspaceSetting, key)
    return json.loads(setting.value) if setting else {}


def write(session: Session, key: str, named: Mapping[str, Any]) -> None:
    """Keep this under a key, in place of what was kept there."""
    session.merge(WorkspaceSetting(key=key, value=json.dumps(named, ensure_ascii=False)))

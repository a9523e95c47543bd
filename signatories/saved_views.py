"""Views of tables that the user keeps under a name. They belong to the workspace."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import named_settings, stored
from signatories.errors import NotFound, Refused
from signatories.models import NamedSetting
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class View:
    """What a table shows: the words searched for, the traits that rows have, the order, the columns from the left."""

    words: str = ""
    traits: tuple[str, ...] = ()
    order: str = ""
    descending: bool = False
    columns: tuple[str, ...] = ()


def saved(session: Session, table: str) -> dict[str, View]:
    """The views of a table by name, in order; those that a newer program saved are passed over."""
    found: dict[str, View] = {}
    kept = named_settings.read(session, _kind(table))
    for name, data in sorted(kept.items(), key=lambda each: each[0].casefold()):
        try:
            found[name] = stored.from_json(View, data)
        except Refused:
            continue
    return found


def searches(session: Session) -> Iterator[tuple[int, str]]:
    """The words that views search for, each with the id of the row in which it stands."""
    kept = select(NamedSetting).where(NamedSetting.kind.startswith(_KIND.format(table="")))
    for setting in session.scalars(kept.order_by(NamedSetting.id)):
        if words := setting.value.get("words"):
            yield setting.id, str(words)


def save(session: Session, table: str, name: str, view: View) -> None:
    """Keep a view under a name, in place of what was kept under it. Raises Refused for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise Refused(N_("Give the view a name."))
    named_settings.write(session, _kind(table), name, stored.to_json(view))


def rename(session: Session, table: str, name: str, other: str) -> None:
    """Keep a view under another name. Raises NotFound, and Refused for a name that is empty or taken."""
    other = " ".join(other.split())
    if not other or (other != name and other in named_settings.read(session, _kind(table))):
        raise Refused(N_("Give the view a name that no other has."))
    if not named_settings.rename(session, _kind(table), name, other):
        raise NotFound(_NONE, name=name)


def remove(session: Session, table: str, name: str) -> None:
    """Forget a view. Raises NotFound."""
    if not named_settings.remove(session, _kind(table), name):
        raise NotFound(_NONE, name=name)


_KIND = "views of {table}"
_NONE = N_("There is no view “{name}”.")


def _kind(table: str) -> str:
    return _KIND.format(table=table)

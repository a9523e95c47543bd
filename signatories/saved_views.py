"""Views of tables that the user keeps under a name. They belong to the workspace; saving one is no action of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from signatories import named_settings, stored
from signatories.errors import NotFound, Refused
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
    for name, data in sorted(_stored(session, table).items(), key=lambda each: each[0].casefold()):
        try:
            found[name] = stored.from_json(View, data)
        except Refused:
            continue
    return found


def searches(session: Session) -> Iterator[tuple[str, str]]:
    """The words that views search for, each with the key of the setting in which it stands."""
    for key in named_settings.keys(session, _KEY.format(table="")):
        for data in named_settings.read(session, key).values():
            if words := data.get("words"):
                yield key, str(words)


def save(session: Session, table: str, name: str, view: View) -> None:
    """Keep a view under a name, in place of what was kept under it. Raises Refused for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise Refused(N_("Give the view a name."))
    _store(session, table, {**_stored(session, table), name: stored.to_json(view)})


def rename(session: Session, table: str, name: str, other: str) -> None:
    """Keep a view under another name. Raises NotFound, and Refused for a name that is empty or taken."""
    views, other = _stored(session, table), " ".join(other.split())
    if name not in views:
        raise NotFound(_NONE, name=name)
    if not other or (other != name and other in views):
        raise Refused(N_("Give the view a name that no other has."))
    _store(session, table, {other if each == name else each: views[each] for each in views})


def remove(session: Session, table: str, name: str) -> None:
    """Forget a view. Raises NotFound."""
    others = _stored(session, table)
    if others.pop(name, None) is None:
        raise NotFound(_NONE, name=name)
    _store(session, table, others)


_KEY = "views of {table}"
_NONE = N_("There is no view “{name}”.")


def _stored(session: Session, table: str) -> dict[str, dict[str, object]]:
    return named_settings.read(session, _KEY.format(table=table))


def _store(session: Session, table: str, views: dict[str, dict[str, object]]) -> None:
    named_settings.write(session, _KEY.format(table=table), views)

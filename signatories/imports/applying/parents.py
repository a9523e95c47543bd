"""Links organisations to the parent that their row names, once all rows are there: it may be named further down."""

from collections.abc import Callable, Collection, Mapping
from itertools import islice

from sqlalchemy import select

from signatories.database import Unit
from signatories.matching.directory import Directory
from signatories.matching.records import Ref
from signatories.models import Organisation, Question
from signatories.texts import N_

_UNKNOWN = N_("Which organisation is “{parent}”, the parent? Until then it is a column of its own.")
_CHUNK = 500  # organisations read and written together


def link(
    unit: Unit,
    directory: Directory,
    names: Mapping[int, str],
    id_of: Callable[[Ref], int | None],
    filled: Collection[int],
) -> None:
    """Link organisations, by id, to the only one of each name; where there is none, or several, that is asked.

    `id_of` says what a reference became, None for a row that was left out. Those `filled` keep the parent they have.
    """
    parents = {name: _parent(directory, name, id_of) for name in set(names.values())}
    known = ((row_id, found) for row_id, name in names.items() if (found := parents[name]))
    while chunk := dict(islice(known, _CHUNK)):
        query = select(Organisation).where(Organisation.id.in_(chunk))
        for organisation in unit.session.scalars(query):
            parent, is_kept = chunk[organisation.id], organisation.id in filled
            if parent != organisation.id and not (is_kept and organisation.parent_id):
                organisation.parent_id = parent
        unit.session.flush()
    table = Organisation.__tablename__
    asked = [
        {"subject": table, "row_id": row_id, "key": _UNKNOWN, "values": {"parent": name}}
        for row_id, name in names.items()
        if parents[name] is None
    ]
    unit.insert(Question, asked)


def _parent(directory: Directory, name: str, id_of: Callable[[Ref], int | None]) -> int | None:
    ref, _ = directory.find_organisation(name, "", None)
    return None if ref is None else id_of(ref)

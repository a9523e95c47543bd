"""A snapshot as a record of what was printed, from which it is printed again whatever has changed since."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from signatories import stored
from signatories.block.signatory import Signatory
from signatories.errors import Refused
from signatories.merge.snapshot import Snapshot
from signatories.queries.rows import SignOnRow
from signatories.recipients.choosing import Addressed, Selection
from signatories.runs.packed_rows import Part, pack, unpack
from signatories.texts import N_
from signatories.typesetting.images import Image

Row = TypeVar("Row")

_LISTS = ("recipients", "signatories", "sign_ons")
"""What may be long, kept in parts that runs of the same list share."""
_ELSEWHERE = frozenset({*_LISTS, "selection", "images", "concerns"})
"""Pictures are kept once in the workspace, by digest; what is looked at before a run is told among its warnings."""


class SnapshotRecord(NamedTuple):
    """A snapshot as it is kept: `data` as JSON can hold it, which names its parts by their digests."""

    data: dict[str, Any]
    parts: tuple[Part, ...]


def to_record(snapshot: Snapshot) -> SnapshotRecord:
    """All that a snapshot prints."""
    selection = snapshot.selection
    rows = (selection.recipients, snapshot.signatories, snapshot.sign_ons)
    lists = {name: tuple(pack(each)) for name, each in zip(_LISTS, rows, strict=True)}
    data = _fields(snapshot) | {
        "selection": _fields(selection),
        "lists": {name: [part.digest for part in parts] for name, parts in lists.items()},
    }
    return SnapshotRecord(data, tuple(part for parts in lists.values() for part in parts))


def from_record(
    data: Mapping[str, Any],
    parts: Callable[[Iterable[str]], Iterable[Part]],
    images: Callable[[Snapshot], Mapping[str, Image]],
) -> Snapshot:
    """The snapshot that was kept; `parts` and `images` fetch what it refers to.

    Raises Refused for a record of an earlier version of the program, which kept less, and for a damaged one.
    """
    if "lists" not in data:
        raise Refused(
            N_("This run was recorded by an earlier version of the program, which kept less of it.")
        )

    def rows(name: str, kind: type[Row]) -> Iterator[Row]:
        for part in parts(data["lists"][name]):
            yield from unpack(kind, part)

    recipients = list(rows("recipients", Addressed))
    snapshot = Snapshot(
        **_read(Snapshot, data),
        selection=Selection(recipients, **_read(Selection, data["selection"])),
        signatories=tuple(rows("signatories", Signatory)),
        sign_ons=tuple(rows("sign_ons", SignOnRow)),
        images={},
    )
    return dataclasses.replace(snapshot, images=images(snapshot))


def _fields(kept: Any) -> dict[str, Any]:
    return {name: stored.written(getattr(kept, name)) for name in _names(type(kept))}


def _read(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a dataclass's fields as far as the record has them: what came later is as if never chosen."""
    kinds = typing.get_type_hints(kind)
    names = (name for name in _names(kind) if name in data)
    return {name: stored.read(kinds[name], data[name], name) for name in names}


def _names(kind: type) -> list[str]:
    """The fields of a dataclass that are no list and kept with it."""
    return [field.name for field in dataclasses.fields(kind) if field.name not in _ELSEWHERE]

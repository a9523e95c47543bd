"""Takes a person out of what runs printed, so that it is printed again without them; the figures of then stay."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from signatories.erasing.lines import Gone
from signatories.erasing.texts import Mention
from signatories.models import Run, RunPart
from signatories.runs.kept import ERASED
from signatories.runs.packed_rows import Part, rewritten, text_of
from signatories.runs.records import places_of

_AS_PRINTED = ("text", "block")
"""A letter's own words and looks: they are frozen, and what they name is told of."""


class TouchedRun(NamedTuple):
    """A run that printed the person in so many places, and its files that are still where it put them."""

    id: int
    product: str
    places: int
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _NewPart:
    part: Part
    places: int
    names_them: bool  # in words that stay


@dataclass(frozen=True, slots=True)
class _Record:
    """A run, what it printed without somebody, in how many places it showed them, and whether it still names them."""

    run: Run
    data: dict[str, Any]
    places: int
    names_them: bool


@dataclass(slots=True)
class Rewriting:
    """Reads the records of runs, and says what each would be without somebody."""

    session: Session
    gone: Gone
    _parts: dict[tuple[str, str], _NewPart] = field(default_factory=dict)

    def records(self) -> Iterator[_Record]:
        """What the runs printed that show or name the person."""
        for run in self.session.scalars(select(Run).order_by(Run.id)):
            record = self._without(run)
            if record.names_them or self.is_touched(record):
                yield record

    def is_touched(self, record: _Record) -> bool:
        """Whether what is kept of a run changes."""
        run = record.run
        words = [run.warnings, run.settings, *(file.name for file in run.files)]
        return (
            record.places > 0
            or record.data != run.snapshot
            or any(self.gone.traces.blotted_data(each) != each for each in words)
        )

    def parts(self) -> Iterator[tuple[str, Part]]:
        """The parts that are other ones now, each by the digest that it had."""
        for (_, digest), new in self._parts.items():
            if new.part.digest != digest:
                yield digest, new.part

    def _without(self, run: Run) -> _Record:
        data = run.snapshot
        lists: Mapping[str, list[str]] = data.get("lists", {})
        new = {name: [self._part(name, each) for each in lists[name]] for name in lists}
        places = Counter({name: sum(part.places for part in new[name]) for name in new})
        words = {name: data[name] for name in data if name not in (*_AS_PRINTED, "lists")}
        told = {**data, **self.gone.traces.blotted_data(self.gone.from_data(words))}
        if lists:
            told["lists"] = {name: [each.part.digest for each in new[name]] for name in new}
        lines = max(places["signatories"], places["sign_ons"])  # many answers are printed lines too
        names_them = any(part.names_them for some in new.values() for part in some)
        names_them = names_them or self._is_named_in(json.dumps(told, ensure_ascii=False))
        return _Record(run, told, places["recipients"] + lines, names_them)

    def _part(self, kind: str, digest: str) -> _NewPart:
        if (kind, digest) not in self._parts:
            self._parts[kind, digest] = self._new_part(kind, digest)
        return self._parts[kind, digest]

    def _new_part(self, kind: str, digest: str) -> _NewPart:
        stored = self.session.get(RunPart, digest)
        if stored is None:  # a check tells of it, and nobody can make that run again
            return _NewPart(Part(digest, b""), 0, names_them=False)
        self.session.expunge(stored)  # its bytes are many
        part, places = rewritten(Part(digest, stored.content), self.gone.changes[kind])
        return _NewPart(part, places, self._is_named_in(text_of(part)))

    def _is_named_in(self, text: str) -> bool:
        return self.gone.traces.stand_in_json(text)


def look(session: Session, gone: Gone) -> tuple[list[TouchedRun], list[Mention]]:
    """The runs that printed the person, with their files that are still there; and what runs go on saying."""
    rewriting = Rewriting(session, gone)
    records = list(rewriting.records())
    touched = [
        TouchedRun(each.run.id, each.run.product, each.places, tuple(_files(each.run)))
        for each in records
        if rewriting.is_touched(each)
    ]
    return touched, _mentions(records)


def erase(session: Session, gone: Gone) -> list[Mention]:
    """Rewrite the records of all runs that printed the person. Their counts and the digests of their files stay.

    Brings what they go on saying: letters' own words, names of bodies, and others of the name. Raises Refused for a
    damaged one.
    """
    rewriting = Rewriting(session, gone)
    records = list(rewriting.records())
    for record in filter(rewriting.is_touched, records):
        run, data, places = record.run, record.data, record.places
        run.snapshot = data | ({ERASED: data.get(ERASED, 0) + places} if places else {})
        run.warnings = gone.traces.blotted_data(run.warnings)
        _blot_places(run, gone)
    for digest, part in rewriting.parts():
        session.execute(delete(RunPart).where(RunPart.digest == digest))
        session.merge(RunPart(digest=part.digest, content=part.content))
    session.flush()
    return _mentions(records)


def _mentions(records: Iterable[_Record]) -> list[Mention]:
    runs = (each.run for each in records if each.names_them)
    return [Mention("runs", run.id, f"{run.product} {run.id}", "snapshot") for run in runs]


def _blot_places(run: Run, gone: Gone) -> None:
    """Forget file names of the person; and where the files stand, if that names them."""
    settings = gone.traces.blotted_data(run.settings)
    if settings.get("target") != run.settings.get("target"):
        settings.pop("target")
    run.settings = settings
    for file in run.files:
        if gone.traces.stand_in(file.name):
            file.name = f"{file.id}{Path(file.name).suffix}"


def _files(run: Run) -> Iterator[Path]:
    target = run.settings.get("target")
    places = places_of(run, Path(target)) if target else ()
    return (path for path, _ in places if path.exists())

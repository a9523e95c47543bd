"""Takes a person out of what runs printed, so that it is printed again without them; the figures of then stay."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from signatories.erasing.lines import Gone
from signatories.kept_runs import ERASED
from signatories.models import Run, RunPart
from signatories.packed_rows import Part, rewritten
from signatories.run_records import places_of

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


@dataclass(slots=True)
class Rewriting:
    """Reads the records of runs, and says what each would be without somebody."""

    session: Session
    gone: Gone
    _parts: dict[tuple[str, str], _NewPart] = field(default_factory=dict)

    def touched(self) -> Iterator[tuple[Run, dict[str, Any], int]]:
        """The runs that show the person, what each printed without them, and in how many places it showed them."""
        for run in self.session.scalars(select(Run).order_by(Run.id)):
            data, places = self._without(run.snapshot)
            if places or data != run.snapshot or self._is_told_of(run):
                yield run, data, places

    def parts(self) -> Iterator[tuple[str, Part]]:
        """The parts that are other ones now, each by the digest that it had."""
        for (_, digest), new in self._parts.items():
            if new.part.digest != digest:
                yield digest, new.part

    def _without(self, data: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
        lists: Mapping[str, list[str]] = data.get("lists", {})
        new = {name: [self._part(name, each) for each in lists[name]] for name in lists}
        places = Counter({name: sum(part.places for part in new[name]) for name in new})
        words = {name: data[name] for name in data if name not in (*_AS_PRINTED, "lists")}
        told = {**data, **self.gone.traces.blotted_data(self.gone.from_data(words))}
        if lists:
            told["lists"] = {name: [each.part.digest for each in new[name]] for name in new}
        lines = max(places["signatories"], places["sign_ons"])  # many answers are printed lines too
        return told, places["recipients"] + lines

    def _part(self, kind: str, digest: str) -> _NewPart:
        if (kind, digest) not in self._parts:
            self._parts[kind, digest] = self._new_part(kind, digest)
        return self._parts[kind, digest]

    def _new_part(self, kind: str, digest: str) -> _NewPart:
        stored = self.session.get(RunPart, digest)
        if stored is None:  # a check tells of it, and nobody can make that run again
            return _NewPart(Part(digest, b""), 0)
        self.session.expunge(stored)  # its bytes are many
        self.gone.places = 0
        part = rewritten(Part(digest, stored.content), self.gone.changes[kind])
        return _NewPart(part, self.gone.places)

    def _is_told_of(self, run: Run) -> bool:
        words = [run.warnings, run.settings, *(file.name for file in run.files)]
        return any(self.gone.traces.blotted_data(each) != each for each in words)


def touched(session: Session, gone: Gone) -> list[TouchedRun]:
    """The runs that printed the person, and their files that are still there."""
    return [
        TouchedRun(run.id, run.product, places, tuple(_files(run)))
        for run, _, places in Rewriting(session, gone).touched()
    ]


def erase(session: Session, gone: Gone) -> None:
    """Rewrite the records of all runs that printed the person. Their counts and the digests of their files stay.

    Raises Refused for a damaged one.
    """
    rewriting = Rewriting(session, gone)
    for run, data, places in list(rewriting.touched()):
        run.snapshot = data | ({ERASED: data.get(ERASED, 0) + places} if places else {})
        run.warnings = gone.traces.blotted_data(run.warnings)
        _blot_places(run, gone)
    for digest, part in rewriting.parts():
        session.execute(delete(RunPart).where(RunPart.digest == digest))
        session.merge(RunPart(digest=part.digest, content=part.content))
    session.flush()


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

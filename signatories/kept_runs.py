"""Earlier runs, read from their records: what they printed, and whether what is made again is the same."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import consents, letters
from signatories.consents import allows
from signatories.errors import NotFound
from signatories.exports import Exporter, exporter, index
from signatories.findings import Finding, Level
from signatories.merge import images
from signatories.merge.snapshot import Snapshot
from signatories.models import Run, RunPart, SignOn, SignOnStatus, Use
from signatories.packed_rows import Part
from signatories.run_records import MadeFile
from signatories.snapshot_records import from_record
from signatories.texts import N_, Message, listed, message
from signatories.typesetting.images import Image


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as its record tells it. `files` are the SHA-256 of what it made, by name."""

    id: int
    letter_id: int
    at: dt.datetime
    product: str
    settings: Mapping[str, Any]
    files: Mapping[str, str]
    snapshot: Snapshot

    @property
    def separate(self) -> bool:
        """Whether it made a file for each letter."""
        return bool(self.settings["separate"])

    @property
    def exporter(self) -> Exporter:
        """Who makes its product. Raises Refused when nobody does any more."""
        return exporter(self.product, self.settings["format"], separate=self.separate)


def find(
    session: Session, letter_id: int, run_id: int | None = None, format_: str | None = None
) -> int:
    """The id of a letter's run: of that one, else of the last one, in a format if one is named. Raises NotFound."""
    wanted = [Run.letter_id == letter_id, Run.target.is_(None)]
    if run_id is not None:
        wanted.append(Run.id == run_id)
    if format_ is not None:
        wanted.append(Run.settings["format"].as_string() == format_)
    found = session.scalar(select(Run.id).where(*wanted).order_by(Run.id.desc()).limit(1))
    if found is None:
        text = N_("Nothing was made of “{letter}” yet.")
        if run_id is not None or format_ is not None:
            text = N_("There is no such run of “{letter}”.")
        raise NotFound(text, letter=letters.get(session, letter_id).title)
    return found


def read(session: Session, run_id: int) -> KeptRun:
    """A run by its id. Raises NotFound, and Refused where it was not kept whole."""
    run = session.get(Run, run_id)
    if run is None or run.target is not None:
        raise NotFound(N_("There is no run {id}."), id=run_id)

    def parts(digests: Iterable[str]) -> Iterator[Part]:
        for digest in digests:
            part = session.get_one(RunPart, digest)
            session.expunge(part)  # its bytes are many
            yield Part(part.digest, part.content)

    def pictures(kept: Snapshot) -> Mapping[str, Image]:
        return images.of_list(session, kept.block, kept.signatories)

    files = {file.name: file.digest for file in run.files}
    snapshot = from_record(run.snapshot, parts, pictures)
    return KeptRun(run.id, run.letter_id, run.at, run.product, run.settings, files, snapshot)


def gone(session: Session, run: KeptRun) -> list[Finding]:
    """A warning that names those whom a run printed and who withdrew since, or do not want to be named any more."""
    if not run.exporter.content.needs_confirmed:
        return []
    still = (SignOn.letter_id == run.letter_id) & (SignOn.status == SignOnStatus.CONFIRMED)
    signing = set(session.scalars(select(SignOn.id).where(still)))
    said = consents.of_letter(session, run.letter_id)
    refused = {id_ for id_, given in said.items() if not allows(given.uses, Use.LETTER)}
    printed = run.exporter.content.shown(run.snapshot).printed
    names = [line.line for line in printed if line.sign_on_id not in signing - refused]
    if not names:
        return []
    text = N_("%n of those printed have withdrawn since, or refuse to be named now: {names}.")
    return [Finding(Level.WARNING, message(text, n=len(names), names=listed(names)))]


def differences(
    run: KeptRun, made: Iterable[MadeFile], *, some: bool = False
) -> tuple[Message, ...] | None:
    """How files that were made again differ from those of a run, of which `some` are only a few letters.

    None where there is nothing to hold them against: some letters of one file.
    """
    new = {file.path.name: file.digest for file in made}
    if some:
        new.pop(index.NAME, None)  # lists only these
        old = {name: digest for name, digest in run.files.items() if name in new}
        return tuple(_differences(run.id, old, new)) if run.separate else None
    if not run.separate:  # the one file may have another name now
        new = dict(zip(run.files, new.values(), strict=True))
    return tuple(_differences(run.id, run.files, new))


def _differences(run: int, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Message]:
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield message(N_("Run {run} had made a file “{file}” too."), run=run, file=name)
        elif name not in old:
            yield message(N_("Run {run} had made no file “{file}”."), run=run, file=name)
        elif old[name] != new[name]:
            text = N_(
                "“{file}” is not what run {run} made, though it says the same: another version of the program made it."
            )
            yield message(text, file=name, run=run)

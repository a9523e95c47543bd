"""Earlier runs, read from their records: what they printed, and whether what is made again is the same."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import letters
from signatories.errors import NotFound, Refused
from signatories.exports import EXPORTERS, Exporter, exporter, index
from signatories.exports.making import ADDRESSES, LETTERS
from signatories.merge import images
from signatories.merge.snapshot import Snapshot
from signatories.models import Run, RunPart
from signatories.runs.packed_rows import DAMAGED, Part
from signatories.runs.records import MadeFile
from signatories.runs.snapshot_records import from_record
from signatories.texts import N_, Message, message
from signatories.typesetting.images import Image

ERASED = "erased"
"""Where the record of what a run printed says of how many places somebody was erased."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as its record tells it. `files` are the SHA-256 of what it made, by name.

    `erased`: in how many places it showed somebody who was erased for good since.
    """

    id: int
    letter_id: int
    at: dt.datetime
    product: str
    settings: Mapping[str, Any]
    files: Mapping[str, str]
    snapshot: Snapshot
    erased: int = 0

    @property
    def separate(self) -> bool:
        """Whether it made a file for each letter."""
        return bool(self.settings["separate"])

    @property
    def exporter(self) -> Exporter:
        """Who makes its product. Raises Refused when nobody does any more."""
        return exporter(self.product, self.settings["format"], separate=self.separate)


def find(
    session: Session,
    letter_id: int,
    run_id: int | None = None,
    format_: str | None = None,
    *,
    of_recipients: bool = False,
) -> int:
    """The id of a letter's run: of that one, else of the last one that was not itself made again.

    In a format if one is named, and `of_recipients` only one that made something for each. Raises NotFound.
    """
    kept_format = Run.settings["format"].as_string()
    wanted = [Run.letter_id == letter_id, Run.target.is_(None)]
    if run_id is None:
        wanted.append(Run.settings["again"].as_integer().is_(None))
    else:
        wanted.append(Run.id == run_id)
    if format_ is not None:
        wanted.append(kept_format == format_)
    query = select(Run.id, Run.product, kept_format).where(*wanted).order_by(Run.id.desc())
    for found, *made in session.execute(query):
        if not of_recipients or tuple(made) in _OF_RECIPIENTS:
            return int(found)
    text = N_("Nothing was made of “{letter}” yet.")
    if run_id is not None or format_ is not None or of_recipients:
        text = N_("There is no such run of “{letter}”.")
    raise NotFound(text, letter=letters.get(session, letter_id).title)


_OF_RECIPIENTS = {
    (each.product, each.format) for each in EXPORTERS if each.content in (LETTERS, ADDRESSES)
}


def read(session: Session, run_id: int) -> KeptRun:
    """A run by its id. Raises NotFound, and Refused where it was not kept whole."""
    run = session.get(Run, run_id)
    if run is None or run.target is not None:
        raise NotFound(N_("There is no run {id}."), id=run_id)

    def pictures(kept: Snapshot) -> Mapping[str, Image]:
        return images.of_list(session, kept.block, kept.signatories)

    files = {file.name: file.digest for file in run.files}
    snapshot = from_record(run.snapshot, partial(_parts, session), pictures)
    return KeptRun(
        run.id,
        run.letter_id,
        run.at,
        run.product,
        run.settings,
        files,
        snapshot,
        run.snapshot.get(ERASED, 0),
    )


def _parts(session: Session, digests: Iterable[str]) -> Iterator[Part]:
    for digest in digests:
        part = session.get(RunPart, digest)
        if part is None:
            raise Refused(DAMAGED)
        session.expunge(part)  # its bytes are many
        yield Part(part.digest, part.content)


def differences(
    run: KeptRun, made: Sequence[MadeFile], *, some: bool = False
) -> tuple[Message, ...] | None:
    """How files that were made again differ from those of a run, of which `some` are only a few letters.

    None where there is nothing to hold them against: some letters of one file. Who was erased since is told of first.
    """
    found = _held_against(run, made, some=some)
    if not run.erased:
        return found
    text = N_("%n place(s) where run {run} showed somebody who was erased for good since.")
    return (message(text, n=run.erased, run=run.id), *(found or ()))


def _held_against(
    run: KeptRun, made: Sequence[MadeFile], *, some: bool
) -> tuple[Message, ...] | None:
    if not run.separate:  # the one file may have another name now
        return None if some else tuple(_in_bytes(run, made))
    new = {file.path.name: file.digest for file in made}
    old = run.files
    if some:
        new.pop(index.NAME, None)  # lists only these
        old = {name: digest for name, digest in run.files.items() if name in new}
    return tuple(_differences(run.id, old, new))


def _in_bytes(run: KeptRun, made: Sequence[MadeFile]) -> Iterator[Message]:
    if [file.digest for file in made] != list(run.files.values()):
        yield message(_OTHER_BYTES, file=made[0].path.name, run=run.id)


def _differences(run: int, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Message]:
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield message(N_("Run {run} had made a file “{file}” too."), run=run, file=name)
        elif name not in old:
            yield message(N_("Run {run} had made no file “{file}”."), run=run, file=name)
        elif old[name] != new[name]:
            yield message(_OTHER_BYTES, file=name, run=run)


_OTHER_BYTES = N_("“{file}” differs in bytes from what run {run} made. Look at both.")

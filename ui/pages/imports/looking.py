"""Looking at an import before it happens: what is read, how, and the plan that comes of it. No widgets."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from signatories.database import Database
from signatories.imports import decisions, plan
from signatories.imports.columns import remembered
from signatories.imports.lines.corrections import Correction
from signatories.imports.planned import ImportPlan, ImportRequest, OnDuplicate
from signatories.imports.planning.treaty import TreatyMaking
from signatories.models import Letter
from signatories.progress import Progress
from signatories.sources import opening
from signatories.sources.documents import How, Source
from signatories.sources.encodings import EncodingChoice
from signatories.texts import N_, Message, message

TABLES_OF_TEXT = ("csv", "tsv", "txt")
COUNTED = 2000  # rows whose shapes are counted at each look
MAILS = (".eml", ".msg", ".mbox")


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read, files or pasted text, and everything that was chosen about it.

    `html` is the same paste as a web page or a word processor hands it over, where it does.
    """

    paths: tuple[Path, ...] = ()
    text: str = ""
    html: str = ""
    how: How = opening.AS_FOUND
    request: ImportRequest = field(default_factory=ImportRequest)

    @property
    def name(self) -> Message:
        """What is read, in words; empty for pasted text."""
        if len(self.paths) > 1:
            return message(N_("%n file(s)"), n=len(self.paths))
        return Message(self.paths[0].name if self.paths else "")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return not self.paths and not self.text.strip() and not self.html

    def asking(self, **choices: Any) -> "Reading":
        """Return the same reading with other choices in its request."""
        return replace(self, request=replace(self.request, **choices))

    def read_anew(self, **how: Any) -> "Reading":
        """Return the same, read in another way. What was chosen about its rows and columns no longer fits."""
        return replace(self.with_header(None), how=replace(self.how, **how))

    def with_header(self, line: int | None) -> "Reading":
        """Return the same reading with its columns named at another line (0: nowhere; None: to be found).

        What was chosen about its rows and columns no longer fits.
        """
        return self.asking(header_line=line, overrides={}, choices={}, typed={})

    def with_columns(self, fields: Mapping[str, str]) -> "Reading":
        """Return the same reading with columns taken as fields; an empty one leaves a column out."""
        return self.asking(overrides={**self.request.overrides, **fields})

    def typing(self, line: int, field: str, text: str) -> "Reading":
        """Return the same reading with a text typed in place of a row's own."""
        typed = self.request.typed
        return self.asking(typed={**typed, line: {**typed.get(line, {}), field: text}})

    def correcting(self, correction: Correction) -> "Reading":
        """Return the same reading with lines built like one taken apart as that one was corrected."""
        return self.asking(corrections={**self.request.corrections, correction.shape: correction})

    def answering(self, line: int, answer: str) -> "Reading":
        """Return the same reading with the answer that a row's mail gives."""
        return self.asking(answers={**self.request.answers, line: answer})

    def taking_in(self, line: int) -> "Reading":
        """Return the same reading with a line as a row that was left out as none."""
        return self.asking(choices={**self.request.choices, line: OnDuplicate.KEEP})

    def is_of(self, other: "Reading") -> bool:
        """Whether both are of the same files or the same pasted text, however they are read."""
        return (self.paths, self.text, self.html) == (other.paths, other.text, other.html)

    def reads_as(self, other: "Reading") -> bool:
        """Whether both read the same in the same way."""
        return self.is_of(other) and self.how == other.how

    def source(self, progress: Progress) -> Source:
        """Read. Raises UnreadableFile, and Cancelled."""
        if len(self.paths) > 1:
            return opening.open_mails(self.paths, progress)
        if self.paths:
            return opening.open_file(self.paths[0], self.how, progress)
        if self.html:
            return opening.open_html(self.html, self.how)
        return opening.open_text(self.text, how=self.how)


@dataclass(frozen=True, slots=True)
class Look:
    """What was read, and what importing it would do."""

    reading: Reading
    source: Source
    plan: ImportPlan
    shapes: Mapping[str, int]  # how many lines of a shorter list are built alike
    encodings: tuple[EncodingChoice, ...] = ()  # of a text file, likeliest first

    @property
    def to_write(self) -> int:
        """How many rows would change something."""
        return decisions.to_write(self.plan)

    @property
    def brings_states(self) -> bool:
        """Whether a treaty table adds States that it does not name."""
        made = self.plan.made
        return isinstance(made, TreatyMaking) and bool(made.states)

    def choosing(self, choices: Mapping[int, OnDuplicate]) -> "Look":
        """Return the same look with another choice for single rows, by their lines: nothing is compared again."""
        request = replace(self.plan.request, choices=dict(choices))
        asked = self.reading.asking(choices=dict(choices))
        return replace(self, reading=asked, plan=replace(self.plan, request=request))


def look(database: Database, asked: Reading, last: Look | None, progress: Progress) -> Look:
    """Read and plan; nothing is written. What the last look has read is not read again.

    A table like one that came in for a letter is for that letter, unless somebody says what its rows are.
    """
    is_read = last is not None and last.reading.reads_as(asked)
    source = last.source if last is not None and is_read else asked.source(progress)
    encodings = last.encodings if last is not None and is_read else _encodings(asked, source)
    with database.reading() as session:
        planned = plan.build(session, source, asked.request, progress)
        if (letter := _letter_before(session, planned)) is not None:
            asked = asked.asking(letter_id=letter)
            planned = plan.build(session, source, asked.request, progress)
    return Look(asked, source, planned, _shapes(planned), encodings)


def _letter_before(session: Session, planned: ImportPlan) -> int | None:
    """The letter that signatories from a table with these headers were for; none if anything was said."""
    if planned.request.letter_id or planned.request.as_ or not planned.columns:
        return None
    found = remembered.find(session, "sign-ons", [column.header for column in planned.columns])
    letter = session.get(Letter, found.letter_id) if found is not None else None
    return letter.id if letter is not None else None


def _encodings(asked: Reading, source: Source) -> tuple[EncodingChoice, ...]:
    is_text = bool(asked.paths) and source.format in TABLES_OF_TEXT
    return opening.encodings_of(asked.paths[0]) if is_text else ()


def _shapes(planned: ImportPlan) -> Counter[str]:
    if len(planned.rows) > COUNTED:
        return Counter()
    return Counter(row.split.shape for row in planned.rows if row.split)


def readings_of(paths: Sequence[Path], letter_id: int | None = None) -> list[Reading]:
    """Return what to read, one after the other: mails all at once, other files each by itself."""
    mails = tuple(path for path in paths if path.suffix.lower() in MAILS)
    others = ((path,) for path in paths if path not in mails)
    return [
        Reading(each).asking(letter_id=letter_id) for each in (*([mails] if mails else []), *others)
    ]

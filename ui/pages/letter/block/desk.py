"""Sets a block again and again from one reading of the workspace: what the tab *Block* shows."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signatories import extra_columns
from signatories.block import filtering
from signatories.block.grouping import Group, groups
from signatories.block.ordering import ordered
from signatories.block.reducing import column_of_recipients
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Counts, Signatory, count
from signatories.block.unmet import why_nobody
from signatories.copies import Copied
from signatories.database import Database
from signatories.errors import UserFacingError
from signatories.exports.html.listing import fragment
from signatories.exports.text.listing import lines_of
from signatories.lasting import many_objects
from signatories.merge import images
from signatories.merge.letters import Letters
from signatories.merge.listing import whole
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.progress import Progress
from signatories.texts import Message
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document
from ui.pages.letter.block.listing import Listing, listing
from ui.pages.letter.block.section import Known, KnownGroup
from ui.pages.letter.block.sheets import Sheets

LOOKED_AT = 20  # lines, for an example


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be seen: settings, how many pages first, and in whose letter (from 1; 0: the block alone)."""

    settings: BlockSettings
    pages: int = 1
    recipient: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """The block as it would be printed now, of which version, with its figures; or why there is none.

    `pdf` holds the first pages, all of them if `sheets` is whole; where they are blank, `trouble` says why.
    """

    pdf: bytes = b""
    sheets: Sheets | None = None
    version: int = 0
    counts: Counts | None = None
    known: Known = field(default_factory=Known)
    listing: Listing | None = None
    trouble: Message | None = None


class Desk:
    """Keeps what it read until it is told that it is old. Any thread may use it; they wait for each other."""

    def __init__(self, letter_id: int) -> None:
        self._letter_id = letter_id
        self._snapshot: Snapshot | None = None
        self._edition = 0  # counted up whenever what was read is old
        self._setter = Typesetter()  # knows all words that it ever shaped
        self._expected = 0
        self._lock = threading.Lock()

    def forget(self) -> None:
        """The workspace was changed: read it anew for the next sight."""
        self._edition += 1
        self._snapshot = None

    def look(self, database: Database, wish: Wish, progress: Progress) -> Sight:
        """Set the first pages of the block of the latest version that somebody has confirmed."""
        with self._lock, many_objects():
            progress.report(0, None)
            try:
                snapshot = self._designed(database, wish.settings)
                sight = self._set(snapshot, wish, progress)
                return replace(sight, trouble=self._why_nobody(database, snapshot))
            except UserFacingError as error:
                return Sight(trouble=error.message)

    def go_on(self, sight: Sight, progress: Progress) -> Sight:
        """Set the other pages of what was begun."""
        with self._lock, many_objects():
            if sight.sheets is None:
                return sight
            try:
                pdf = sight.sheets.all(progress)
            except UserFacingError as error:
                return Sight(trouble=error.message)
            self._expected = len(sight.sheets)
            return replace(sight, pdf=pdf)

    def copy(self, database: Database, settings: BlockSettings) -> Copied:
        """Return the whole list as plain text and as HTML."""
        with self._lock:
            snapshot = self._designed(database, settings)
            every = whole(snapshot)
            plain = "\n".join(lines_of(every))
            return Copied(plain, fragment(every, snapshot.images))

    def _designed(self, database: Database, settings: BlockSettings) -> Snapshot:
        """The list as these settings say, with the pictures that they need."""
        with database.reading() as session:
            kept, edition = self._snapshot, self._edition
            if kept is None or kept.block.where != settings.where:
                kept = take(session, self._letter_id, Choices(block=settings))
            kept = _in_order(kept, settings)
            if edition == self._edition:  # else it was told meanwhile that this is old
                self._snapshot = kept
            shown = images.of_list(session, settings, kept.signatories)
        return replace(kept, images=shown)

    def _why_nobody(self, database: Database, snapshot: Snapshot) -> Message | None:
        """Say why the list is empty, where a condition left out all who confirmed."""
        if snapshot.signatories or not snapshot.confirmed:
            return None
        where = snapshot.block.where
        with database.reading() as session:
            block = replace(snapshot.block, where="")
            every = take(session, self._letter_id, Choices(block=block)).signatories
            columns = extra_columns.names(session, self._letter_id)
        return why_nobody(every, filtering.parse(where, columns), where)

    def _set(self, snapshot: Snapshot, wish: Wish, progress: Progress) -> Sight:
        found = groups(snapshot.printed, wish.settings, snapshot.text.language)
        every = whole(snapshot)
        progress.report(0, None)
        pages = Letters(snapshot, gaps_shown=True, setter=self._setter)
        pages.misfits()  # of an earlier look that was given up
        document = _document(pages, snapshot, wish.recipient)
        sheets = Sheets(document, pages.misfits, self._expected)
        return Sight(
            pdf=sheets.first(wish.pages, progress),
            sheets=sheets,
            version=snapshot.version,
            counts=count(snapshot.signatories),
            known=_known(snapshot, found),
            listing=listing(wish.settings, every.sections, found, every.language),
        )


def _in_order(kept: Snapshot, settings: BlockSettings) -> Snapshot:
    """The snapshot with these settings; most of them leave its lines in their order."""
    lines, block = kept.signatories, kept.block
    if (block.order, block.pins) != (settings.order, settings.pins):
        lines = ordered(lines, settings.order, kept.text.language, settings.pins)
    return replace(kept, signatories=lines, block=settings)


def _document(pages: Letters, snapshot: Snapshot, recipient: int) -> Document:
    if 0 < recipient <= len(snapshot.recipients):
        return pages.document(snapshot.recipients[recipient - 1])
    return pages.ending()


def _known(snapshot: Snapshot, found: Sequence[Group]) -> Known:
    printed = snapshot.printed
    columns = dict.fromkeys(name for line in printed for name in line.extra)
    theirs = {name for recipient in snapshot.recipients for name in recipient.extra}
    shared = tuple(name for name in columns if column_of_recipients(name, theirs))
    named = (KnownGroup(group.key, group.words, len(group.members)) for group in found)
    return Known(tuple(columns), shared, tuple(named), _example(printed), snapshot.text.language)


def _example(printed: Sequence[Signatory]) -> Signatory | None:
    """The first of those who say the most, among the first few: it shows what each part of a line becomes."""
    return max(printed[:LOOKED_AT], key=_said, default=None)


def _said(line: Signatory) -> int:
    return sum(bool(part) for part in (line.name, line.role, line.organisation, line.country))

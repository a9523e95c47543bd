"""Sets a block again and again from one reading of the workspace: what the tab *Block* shows."""

import datetime as dt
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from signatories.block.arrangement import arrange
from signatories.block.grouping import Group, groups
from signatories.block.ordering import ordered
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Counts
from signatories.database import Database
from signatories.errors import UserFacingError
from signatories.exports import block as block_export
from signatories.merge.snapshot import Choices, Snapshot, take
from signatories.progress import Progress
from signatories.texts import Message
from ui.pages.letter.block.listing import Listing, listing
from ui.pages.letter.block.section import Known, KnownGroup


@dataclass(frozen=True, slots=True)
class Sight:
    """The block as it would be printed now, of which version, with its figures; or why there is none."""

    pdf: bytes = b""
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
        self._lock = threading.Lock()

    def forget(self) -> None:
        """The workspace was changed: read it anew for the next sight."""
        self._edition += 1
        self._snapshot = None

    def look(self, database: Database, settings: BlockSettings, progress: Progress) -> Sight:
        """Set the block of the latest version that somebody has confirmed."""
        with self._lock:
            progress.report(0, None)
            try:
                return self._set(self._read(database), settings, progress)
            except UserFacingError as error:
                return Sight(trouble=error.message)

    def _read(self, database: Database) -> Snapshot:
        kept, edition = self._snapshot, self._edition
        if kept is None:
            with database.reading() as session:
                kept = take(session, self._letter_id, Choices())
            if edition == self._edition:  # else it was told meanwhile that this is old
                self._snapshot = kept
        return kept

    def _set(self, snapshot: Snapshot, settings: BlockSettings, progress: Progress) -> Sight:
        designed = _with_settings(snapshot, settings)
        with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
            path = Path(folder) / "block.pdf"
            block_export.write(designed, path, progress)
            pdf = path.read_bytes()
        found = groups(designed.printed, settings, snapshot.text.language)
        shown = arrange(
            designed.signatories,
            settings,
            snapshot.text.language,
            as_of=_day(designed),
            limit=settings.limit,
        )
        return Sight(
            pdf,
            snapshot.version,
            shown.counts,
            _known(designed, found),
            listing(settings, shown.sections, found, shown.language),
        )


def _with_settings(snapshot: Snapshot, settings: BlockSettings) -> Snapshot:
    language = snapshot.text.language
    lines = ordered(snapshot.signatories, settings.order, language, settings.pins)
    return replace(snapshot, signatories=lines, block=settings)


def _known(snapshot: Snapshot, found: Sequence[Group]) -> Known:
    printed = snapshot.printed
    columns = dict.fromkeys(name for line in printed for name in line.extra)
    named = (KnownGroup(group.key, group.words, len(group.members)) for group in found)
    example = printed[0] if printed else None
    return Known(tuple(columns), tuple(named), example, snapshot.text.language)


def _day(snapshot: Snapshot) -> dt.date:
    """The day of the list."""
    return snapshot.text.date or snapshot.taken_at.astimezone().date()

"""Writes planned recipients: new ones in bulk, changes by the chunk."""

from collections.abc import Sequence

from sqlalchemy import select

from signatories import countries, recipients
from signatories.database import Unit
from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.decisions import Decision, decide, open_questions
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning import own_columns
from signatories.imports.planning.recipients import RecipientEntry
from signatories.imports.written import Written
from signatories.matching.records import Ref
from signatories.matching.spelling import equal
from signatories.models import Question, Recipient
from signatories.progress import Progress
from signatories.recording import Columns, among, chunks
from signatories.search import keys_of

_TEXTS = ("person", "form_of_address", "salutation", "address", "language", "email")


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all rows that are to be written, in the order of the file."""
    writer = _Writer(unit, plan, written)
    for chunk in written.chunks(progress):
        writer.write(chunk)


class _Writer:
    def __init__(self, unit: Unit, plan: ImportPlan, written: Written) -> None:
        self.unit = unit
        self.request = plan.request
        self.written = written
        self.place = recipients.next_place(unit.session)
        self.made = MadeIds()

    def write(self, rows: Sequence[PlannedRow]) -> None:
        adds, changes = [], []
        for row in rows:
            decision = decide(row, self.request)
            target = self._target(row) if decision in (Decision.UPDATE, Decision.FILL) else None
            if target is not None:
                changes.append((row, target, decision is Decision.FILL))
            elif decision is not Decision.LEAVE:
                self.made.expect(row.line)
                adds.append(row)
        self._add(adds)
        for some in chunks(changes):
            self._change(some)

    def _target(self, row: PlannedRow) -> Ref | None:
        """The recipient to change: the one that the row is, else may be; None when that row was left out."""
        entry: RecipientEntry = row.entry
        ref = entry.recipient_ref or row.matches[0].ref
        return ref if self.made.has(ref) else None

    def _add(self, rows: Sequence[PlannedRow]) -> None:
        columns = {
            "letter_id": [self.request.letter_id] * len(rows),
            "place": range(self.place, self.place + len(rows)),
            **_values([row.entry for row in rows]),
        }
        ids = self.unit.insert_columns(Recipient, columns, len(rows))
        self.place += len(rows)
        for row, row_id in zip(rows, ids, strict=True):
            self.made.note(row.line, row_id)
        self.written.note_rows(Recipient.__tablename__, ids, rows)
        self._ask(rows, ids)
        self.written.added += len(rows)

    def _ask(self, rows: Sequence[PlannedRow], ids: Sequence[int]) -> None:
        table = Recipient.__tablename__
        asked = open_questions(rows, ids, self.request, table, lambda m: self.made.known(m.ref))
        self.unit.insert(Question, asked)

    def _change(self, changes: Sequence[tuple[PlannedRow, Ref, bool]]) -> None:
        """Give recipients what rows say, read and written together; some only in what is blank there."""
        ids = [self.made.id(target) for _, target, _ in changes]
        query = select(Recipient).where(among(Recipient.id, sorted(ids)))
        found = {recipient.id: recipient for recipient in self.unit.session.scalars(query)}
        for row_id, (row, _, only_blanks) in zip(ids, changes, strict=True):
            _change(found[row_id], row.entry, only_blanks=only_blanks)
        self.unit.session.flush()
        self.written.note_rows(Recipient.__tablename__, ids, [row for row, _, _ in changes])
        self.written.updated += len(changes)


def _values(entries: Sequence[RecipientEntry]) -> Columns:
    """New recipients, column by column."""
    texts = {name: [entry.texts.get(name, "") for entry in entries] for name in _TEXTS}
    called = [entry.name for entry in entries]
    codes = [entry.country_code for entry in entries]
    named = {code: countries.name(code, "en") for code in {*codes} if code}
    places = [named[code] if code else "" for code in codes]
    languages = [""] * len(entries)
    return {
        **texts,
        "name": called,
        "country": codes,
        "extra": [dict(entry.extra) for entry in entries],
        **keys_of(called, texts["person"], texts["email"], places, languages=languages),
    }


def _change(recipient: Recipient, entry: RecipientEntry, *, only_blanks: bool) -> None:
    for name, text in entry.texts.items():
        present = getattr(recipient, name) or ""
        if name != "country" and not equal(text, present) and not (only_blanks and present):
            setattr(recipient, name, text)
    if entry.country_code and not (only_blanks and recipient.country):
        recipient.country = entry.country_code
    recipient.extra = own_columns.changed(recipient.extra, entry.extra, only_blanks=only_blanks)
    recipients.derive_keys(recipient)

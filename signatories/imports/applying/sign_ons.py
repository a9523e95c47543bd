"""Writes planned sign-ons, with the organisations and people that they need, in bulk."""

from collections.abc import Iterator, Sequence

from signatories import sign_ons
from signatories.database import Unit
from signatories.imports.applying import agreeing, sign_on_details, sign_on_values
from signatories.imports.applying.at_hand import at_hand
from signatories.imports.applying.new_holders import NewHolders
from signatories.imports.applying.roles import Place, Roles
from signatories.imports.applying.sign_on_details import Tagged, Told
from signatories.imports.applying.sign_on_links import PLACES, Links
from signatories.imports.decisions import EDITED_SINCE, Decision, decide, open_questions
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_fields import Holder, details_of, is_settled
from signatories.imports.written import Written
from signatories.matching.directory import Directory
from signatories.models import (
    Organisation,
    Person,
    Question,
    SignOn,
    SignOnStatus,
)
from signatories.progress import Progress
from signatories.recording import chunks


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all rows that are to be written, in the order of the file."""
    writer = Writer(unit, plan, written, plan.made)
    for chunk in written.chunks(progress):
        writer.write(chunk)


class Writer:
    def __init__(
        self, unit: Unit, plan: ImportPlan, written: Written, directory: Directory
    ) -> None:
        if plan.request.letter_id is None:
            raise ValueError("sign-ons are planned for a letter")
        self.unit = unit
        self.plan = plan
        self.written = written
        self.links = Links()
        self._holders = NewHolders(unit, plan, written, self.links)
        self._letter_id = plan.request.letter_id
        self._place = sign_ons.next_place(unit.session, self._letter_id)
        self._directory = directory
        self._roles = Roles(unit, directory)

    def write(self, rows: Sequence[PlannedRow]) -> None:
        """Write rows to add, then those that change a sign-on."""
        adds, changes = self._decided(rows)
        ids = self._add(adds)
        self._keep_details(adds, ids)
        agreeing.note(self.unit, zip(adds, ids, strict=True))
        changed = [tagged for some in chunks(changes) for tagged in self._change(some)]
        sign_on_details.tag(self.unit, [*self._tagged(adds), *changed])
        self.written.added += len(adds)
        self.written.updated += len(changed)

    def _change(self, changes: Sequence[tuple[PlannedRow, bool]]) -> list[Tagged]:
        """Change sign-ons, and say what is to be tagged; where a row would change a settled one it is asked."""
        ids = [self.links.id(SignOn, row.entry.sign_on_ref) for row, _ in changes]
        with at_hand(self.unit.session, ids):
            settled = [self._is_settled(row) for row, _ in changes]
            pairs = list(zip(changes, settled, strict=True))
            self._ask_again([row for (row, _), is_settled in pairs if is_settled])
            kept = [change for change, is_settled in pairs if not is_settled]
            changed = [self._update(row, only_blanks=only_blanks) for row, only_blanks in kept]
            self.unit.session.flush()
        return changed

    def _decided(
        self, rows: Sequence[PlannedRow]
    ) -> tuple[list[PlannedRow], list[tuple[PlannedRow, bool]]]:
        """Rows to add, and rows to change a sign-on by (whether only in what is blank)."""
        adds, changes = [], []
        for row in rows:
            decision = self._decide(row)
            if decision is Decision.LEAVE:
                continue
            linked = self.links.link(row, decision)
            if linked.entry.sign_on_ref is None:
                self.links.made[SignOn].expect(row.line)
                adds.append(linked)
            else:
                changes.append((linked, decision is Decision.FILL))
        return self.links.resolved(adds), changes

    def _decide(self, row: PlannedRow) -> Decision:
        return decide(row, self.plan.request)

    def _add(self, rows: Sequence[PlannedRow]) -> Sequence[int]:
        """Add sign-ons and those whom they need, with what is to be asked about them."""
        self._holders.make(Organisation, rows)
        new = self._holders.make(Person, rows)
        bodies, people = (self.links.ids(table, rows) for table in (Organisation, Person))
        titles = [row.entry.text("role") for row in rows]
        self._roles.make(map(Place, people, bodies, titles), new)
        ids = self._insert(rows, bodies, people)
        asked = open_questions(rows, ids, self.plan.request, "sign_ons", self.links.matched)
        self.unit.insert(Question, asked)
        return ids

    def _insert(
        self,
        rows: Sequence[PlannedRow],
        bodies: Sequence[int | None],
        people: Sequence[int | None],
    ) -> range:
        entries = [row.entry for row in rows]
        columns = {
            "letter_id": [self._letter_id] * len(rows),
            "organisation_id": bodies,
            "signer_id": people,
            "contact_id": people,
            "place": range(self._place, self._place + len(rows)),
            **sign_on_values.sign_ons(entries, list(map(self._known, entries))),
        }
        ids = self.unit.insert_columns(SignOn, columns, len(rows))
        self._place += len(rows)
        for row, row_id in zip(rows, ids, strict=True):
            self.links.made[SignOn].note(row.line, row_id)
        self.written.note_rows(SignOn.__tablename__, ids, rows)
        return ids

    def _known(self, entry: SignOnEntry) -> sign_on_values.KnownLine:
        """The line as the directory has it."""
        body = self._directory.organisations.get(entry.organisation_ref or 0)
        person = self._directory.people.get(entry.person_ref or 0)
        countries = (holder.country for holder in (body, person) if holder)
        return sign_on_values.KnownLine(
            name=person.name if person else "",
            role=person.roles.get(body.ref, entry.text("role")) if person and body else "",
            organisation=body.name if body else "",
            acronym=body.acronym if body else "",
            country_code=next(filter(None, countries), None),
        )

    def _keep_details(self, rows: Sequence[PlannedRow], ids: Sequence[int]) -> None:
        """Give the directory what rows tell of people and organisations that they did not make."""
        holders: tuple[Holder, ...] = (Person, Organisation)
        for holder in holders:
            sign_on_details.keep(self.unit, holder, list(self._told(holder, rows, ids)))

    def _told(
        self, table: Holder, rows: Sequence[PlannedRow], ids: Sequence[int]
    ) -> Iterator[Told]:
        """The ids of records with what rows tell of them; of a record that a row made all is there."""
        place = PLACES[table]
        for row, sign_on in zip(rows, ids, strict=True):
            ref = getattr(row.entry, place)
            if ref in (None, -row.line):
                continue
            details, record_id = details_of(row.entry, table), self.links.id(table, ref)
            if details and record_id is not None:
                yield Told(record_id, details, sign_on)

    def _is_settled(self, row: PlannedRow) -> bool:
        """Whether a row would change what was confirmed or edited: that is asked about, whatever was chosen."""
        if EDITED_SINCE in row.problems:
            return True
        sign_on = self._sign_on(row)
        return sign_on.status is SignOnStatus.CONFIRMED and is_settled(row.changes)

    def _ask_again(self, rows: Sequence[PlannedRow]) -> None:
        """Keep it as a question that a settled answer has changed, with what it says now; the sign-on stays."""
        ids = [self.links.id(SignOn, row.entry.sign_on_ref) or 0 for row in rows]
        for row, row_id in zip(rows, ids, strict=True):
            agreeing.refuse(self.unit.session, row_id, row.entry)
        self.written.note_rows(SignOn.__tablename__, ids, rows)
        asked = map(sign_on_details.changed_answer, ids, (row.changes for row in rows))
        self.unit.insert(Question, list(asked))

    def _update(self, row: PlannedRow, *, only_blanks: bool) -> Tagged:
        sign_on = self._sign_on(row)
        sign_on_values.change(self.unit.session, sign_on, row.entry, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)
        return Tagged(row.entry.tags, sign_on.organisation_id, sign_on.signer_id)

    def _sign_on(self, row: PlannedRow) -> SignOn:
        """The sign-on that a row changes."""
        ref = row.entry.sign_on_ref
        return sign_ons.get(self.unit.session, self.links.id(SignOn, ref) or 0)

    def _tagged(self, rows: Sequence[PlannedRow]) -> Iterator[Tagged]:
        for row in rows:
            if row.entry.tags:
                body, person = (
                    self.links.id(table, getattr(row.entry, PLACES[table]))
                    for table in (Organisation, Person)
                )
                yield Tagged(row.entry.tags, body, person)

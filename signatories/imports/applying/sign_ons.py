"""Writes planned sign-ons, with the organisations and people that they need, in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from signatories import sign_ons
from signatories.database import Unit, indexed_later
from signatories.imports.applying import (
    agreeing,
    sign_on_changes,
    sign_on_details,
    sign_on_values,
)
from signatories.imports.applying.adding import Adding
from signatories.imports.applying.at_hand import at_hand
from signatories.imports.applying.known_lines import known_lines
from signatories.imports.applying.new_holders import NewHolders
from signatories.imports.applying.roles import Place, Roles
from signatories.imports.applying.sign_on_details import Tagged, Told
from signatories.imports.applying.sign_on_links import Links
from signatories.imports.decisions import EDITED_SINCE, Decision, decide, open_questions
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedLot, PlannedRow, Questioned
from signatories.imports.planning.sign_on_fields import Holder, details_in, is_settled
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.imports.verdicts import State
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
    added = plan.rows.count_of(State.NEW) + plan.rows.count_of(State.DUPLICATE)  # at most
    with indexed_later(unit.session, added, Person, Organisation):
        for lots in written.lots(progress):
            writer.write(lots)


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

    def write(self, lots: Iterable[PlannedLot]) -> None:
        """Write rows to add, then those that change a sign-on."""
        adds, changes = Adding(), []
        for lot in lots:
            changes += self._choose(lot, adds)
        self.links.resolve(adds.refs)
        if adds:
            self._add(adds)
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

    def _choose(self, lot: PlannedLot, adds: Adding) -> list[tuple[PlannedRow, bool]]:
        """Take the rows of a lot that are to be added; say which change a sign-on (and whether only what is blank)."""
        made, changes = self.links.made[SignOn], []
        is_added = [place not in lot.others for place in range(len(lot.lines))]
        _, bodies, people = ([ref or None for ref in column] for column in lot.refs)
        made.expect(*compress(lot.lines, is_added))
        for place, row in lot.others.items():
            decision = self._decide(row)
            if decision is Decision.LEAVE:
                continue
            linked = None if decision is Decision.ADD else self.links.link(lot.row(place))
            if linked and linked.entry.sign_on_ref is not None:
                changes.append((linked, decision is Decision.FILL))
                continue
            made.expect(row.line)
            is_added[place] = True
            adds.in_question.append(row)
            if linked:
                bodies[place], people[place] = (
                    linked.entry.organisation_ref,
                    linked.entry.person_ref,
                )
        adds.add_some(lot, self._said(lot), (bodies, people), is_added)
        return changes

    def _said(self, lot: PlannedLot) -> SignOnsSaid:
        """What the rows of a lot say."""
        said: SignOnsSaid = lot.read.said
        return said

    def _decide(self, row: Questioned) -> Decision:
        return decide(row, self.plan.request)

    def _add(self, rows: Adding) -> Sequence[int]:
        """Add sign-ons and those whom they need, with what is to be asked about them."""
        self._holders.make(Organisation, rows)
        new = self._holders.make(Person, rows)
        bodies, people = (self.links.ids(table, refs) for table, refs in rows.refs.items())
        self._roles.make(map(Place, people, bodies, rows.said["role"]), new)
        ids = self._insert(rows, bodies, people)
        made = self.links.made[SignOn]
        asked = open_questions(
            rows.in_question,
            [made.id(-row.line) for row in rows.in_question],
            self.plan.request,
            SignOn.__tablename__,
            self.links.matched,
        )
        self.unit.insert(Question, asked)
        self._keep_details(rows, ids)
        agreeing.note(self.unit, rows.said, ids)
        return ids

    def _insert(
        self, rows: Adding, bodies: Sequence[int | None], people: Sequence[int | None]
    ) -> range:
        known = list(known_lines(self._directory, rows))
        columns = {
            "letter_id": [self._letter_id] * len(rows),
            "organisation_id": bodies,
            "signer_id": people,
            "contact_id": people,
            "place": range(self._place, self._place + len(rows)),
            **sign_on_values.sign_ons(rows.said, known),
        }
        ids = self.unit.insert_columns(SignOn, columns, len(rows))
        self._place += len(rows)
        for line, row_id in zip(rows.lines, ids, strict=True):
            self.links.made[SignOn].note(line, row_id)
        self.written.note_all(SignOn.__tablename__, ids, rows.lines, rows.digests)
        return ids

    def _keep_details(self, rows: Adding, ids: Sequence[int]) -> None:
        """Give the directory what rows tell of people and organisations that they did not make."""
        holders: tuple[Holder, ...] = (Person, Organisation)
        for holder in holders:
            sign_on_details.keep(self.unit, holder, list(self._told(holder, rows, ids)))

    def _told(self, table: Holder, rows: Adding, ids: Sequence[int]) -> Iterator[Told]:
        """The ids of records with what rows tell of them; of a record that a row made all is there."""
        details = details_in(rows.said, table)
        told = zip(rows.lines, ids, rows.refs[table], *details.values(), strict=True)
        for line, sign_on, ref, *texts in told:
            if ref in (None, -line) or not any(texts):
                continue
            if (record_id := self.links.id(table, ref)) is not None:
                given = {name: text for name, text in zip(details, texts, strict=True) if text}
                yield Told(record_id, given, sign_on)

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
        sign_on_changes.change(self.unit.session, sign_on, row.entry, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)
        return Tagged(row.entry.tags, sign_on.organisation_id, sign_on.signer_id)

    def _sign_on(self, row: PlannedRow) -> SignOn:
        """The sign-on that a row changes."""
        ref = row.entry.sign_on_ref
        return sign_ons.get(self.unit.session, self.links.id(SignOn, ref) or 0)

    def _tagged(self, rows: Adding) -> Iterator[Tagged]:
        for tags, *refs in zip(rows.said["tags"], *rows.refs.values(), strict=True):
            if tags:
                body, person = map(self.links.id, rows.refs, refs)
                yield Tagged(tags, body, person)

"""Plans people, with their roles in organisations: which are new, the same, changed, or perhaps there already."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning import directory_rows
from signatories.imports.planning.directory_reading import DirectoryLot
from signatories.imports.planning.directory_rows import DirectoryEntry, Earlier, KnownEntry
from signatories.imports.planning.known_records import KnownRecords
from signatories.imports.planning.organisations import SAME_ADDRESS, SAME_NAME
from signatories.imports.verdicts import ReadRow, SoundRows, State, Verdict
from signatories.matching.directory import Directory
from signatories.matching.records import (
    NO_ROLES,
    KnownOrganisation,
    KnownPerson,
    Match,
    PeopleColumns,
    Ref,
)
from signatories.matching.spelling import equal
from signatories.texts import Message

_MOST_READ = 50  # earlier rows of one name that are read again to be compared with one row


class PeoplePlanner:
    """Compares rows with the workspace's people and with each other, in the order of the file."""

    subject = "person"
    places = ("person_ref", "organisation_ref")

    def __init__(self, session: Session) -> None:
        self._directory = Directory.of(session)
        self._stored = KnownRecords.people(session)
        self._bodies: dict[str, Ref] = {}  # by the names that mean one without question

    @property
    def made(self) -> Directory:
        """The directory that rows were compared with, and that they would add to."""
        return self._directory

    def read(self, lot: CellLot) -> DirectoryLot:
        """Read rows."""
        return DirectoryLot(lot, "people")

    def name(self, entry: DirectoryEntry) -> str:
        """The person of a row."""
        return entry.texts["name"]

    def decide(self, rows: SoundRows[DirectoryLot], earlier: Earlier) -> Iterator[Verdict]:
        """Decide what rows are. Each counts for those that follow."""
        lines, names = rows.lines, rows.read.picked("organisation", rows.numbers)
        bodies = list(map(self._body, lines, names))
        are_new = self._directory.add_new_people(_columns(rows, [body for body, _ in bodies]))
        for place, (found, is_new) in enumerate(zip(bodies, are_new, strict=True)):
            yield _new(*found) if is_new else self._compared(*rows[place], *found, earlier)

    def _compared(
        self,
        line: int,
        row: ReadRow,
        body: Ref | None,
        bodies: list[Match],
        earlier: Earlier,
    ) -> Verdict:
        """What a row is that may be about somebody known."""
        entry: DirectoryEntry = row.entry
        email = entry.texts.get("email", "").casefold()
        for there in (body, *self._namesakes(entry, bodies)):
            for ref in self._alike(entry, email, there):
                if not directory_rows.changes(entry, self._known(ref, there, entry, earlier)):
                    return Verdict(State.SAME, (ref, None))
        certain, matches = self._directory.find_person(entry.texts["name"], email, body)
        if certain is not None:
            known = self._known(certain, body, entry, earlier)
            if not (found := directory_rows.changes(entry, known)):
                return Verdict(State.SAME, (certain, None))
            if email and certain > 0 and email == known.texts.get("email", "").casefold():
                match = Match(self.subject, certain, known.texts["name"], 1.0, SAME_ADDRESS)
                return Verdict(State.UPDATE, (certain, body), (match,), changes=found)
            matches = [Match(self.subject, certain, known.texts["name"], 0.95, SAME_NAME)]
        self._directory.add_person(_person(line, entry, body))
        if not matches:
            return _new(body, bodies)
        found = directory_rows.changes(entry, self._known(matches[0].ref, body, entry, earlier))
        return Verdict(State.DUPLICATE, (None, body), (*matches, *bodies), changes=found)

    def warnings(self, _rows: Iterable[PlannedRow]) -> list[Message]:
        """Nothing: all that there is to say stands at its row."""
        return []

    def settle(self) -> None:
        """Give up by what rows are compared, and who is known: what is written follows from the rows."""
        self._directory.settle(keeps_people=False)

    def _body(self, line: int, name: str) -> tuple[Ref | None, list[Match]]:
        """The organisation of a name that a row gives, known or to be made by it, and those that it may be.

        What a name means without question it means to the end: another one is only added where there is a question.
        """
        if not name:
            return None, []
        if certain := self._bodies.get(name):
            return certain, []
        body, matches = self._directory.find_organisation(name, "", None)
        if body is None:
            body = self._directory.add_organisation(KnownOrganisation(-line, name))
        else:
            self._bodies[name] = body
        return body, matches

    def _namesakes(self, entry: DirectoryEntry, bodies: list[Match]) -> list[Ref]:
        """Organisations of the very name that a row gives, where there are several."""
        if not bodies:
            return []
        name = fold(entry.texts.get("organisation", ""))
        return [match.ref for match in bodies if fold(match.name) == name]

    def _alike(self, entry: DirectoryEntry, email: str, body: Ref | None) -> Iterator[Ref]:
        """Those in an organisation whom no name, address or country tells from the person of a row."""
        read = 0
        for ref in self._directory.people_called(entry.texts["name"], body):
            _, name, address, country, _ = self._directory.people[ref]
            if (
                entry.country_code in (None, country)
                and email in ("", address.casefold())
                and equal(entry.texts["name"], name)
            ):
                read += ref < 0
                if ref > 0 or read <= _MOST_READ:
                    yield ref

    def _known(
        self, ref: Ref, body: Ref | None, entry: DirectoryEntry, earlier: Earlier
    ) -> KnownEntry:
        """A person as known in one organisation, whose name may be written in another way."""
        if ref < 0:
            return directory_rows.known_row(ref, earlier(-ref))
        known = self._directory.people[ref]
        if body is None or body not in known.roles:
            return self._stored.person(known)
        name, role = entry.texts["organisation"], known.roles[body]
        return self._stored.person(known, organisation=name, role=role)


def _columns(rows: SoundRows[DirectoryLot], bodies: Sequence[Ref | None]) -> PeopleColumns:
    """The people that rows would make, each in its organisation."""
    read, numbers = rows.read, rows.numbers
    roles = zip(read.picked("role", numbers), bodies, strict=True)
    return PeopleColumns(
        [-line for line in rows.lines],
        read.picked("name", numbers),
        [read.emails[number] for number in numbers],
        [read.codes[number] for number in numbers],
        bodies,
        [role if body is not None else "" for role, body in roles],
    )


def _person(line: int, entry: DirectoryEntry, body: Ref | None) -> KnownPerson:
    """The person that a row would make."""
    texts = entry.texts
    roles = NO_ROLES if body is None else {body: texts.get("role", "")}
    return KnownPerson(-line, texts["name"], texts.get("email", ""), entry.country_code, roles)


def _new(body: Ref | None, bodies: list[Match]) -> Verdict:
    """What a person is whom nobody knows: new, unless the organisation is in question."""
    state = State.DUPLICATE if bodies else State.NEW
    return Verdict(state, (None, body), tuple(bodies))

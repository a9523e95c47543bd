"""Plans people, with their roles in organisations: which are new, the same, changed, or perhaps there already."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.planned import Match, PlannedRow, Ref, State
from signatories.imports.planned_rows import Cells, ReadRow, Verdict
from signatories.imports.planning import directory_rows
from signatories.imports.planning.directory_rows import DirectoryEntry, Earlier, KnownEntry
from signatories.imports.planning.known_records import KnownRecords
from signatories.imports.planning.organisations import SAME_ADDRESS, SAME_NAME
from signatories.matching.directory import Directory
from signatories.matching.records import NO_ROLES, KnownOrganisation, KnownPerson
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
        self._roles: dict[tuple[Ref, str], Mapping[Ref, str]] = {}

    @property
    def made(self) -> Directory:
        """The directory that rows were compared with, and that they would add to."""
        return self._directory

    def read(self, cells: Cells) -> ReadRow:
        """Read one row."""
        return directory_rows.read(cells, "people")

    def name(self, entry: DirectoryEntry) -> str:
        """The person of a row."""
        return entry.texts["name"]

    def decide(self, line: int, row: ReadRow, earlier: Earlier) -> Verdict:
        """Decide what a row is. It counts for those that follow."""
        entry: DirectoryEntry = row.entry
        body, bodies = self._body(line, entry)
        email = entry.texts.get("email", "").casefold()
        person = self._person(line, entry, body)
        if self._directory.add_person_if_new(person):
            return _new(body, bodies)
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
        self._directory.add_person(person)
        if not matches:
            return _new(body, bodies)
        found = directory_rows.changes(entry, self._known(matches[0].ref, body, entry, earlier))
        return Verdict(State.DUPLICATE, (None, body), (*matches, *bodies), changes=found)

    def warnings(self, _rows: Iterable[PlannedRow]) -> list[Message]:
        """Nothing: all that there is to say stands at its row."""
        return []

    def _body(self, line: int, entry: DirectoryEntry) -> tuple[Ref | None, list[Match]]:
        """The organisation that a row names, known or to be made by it, and those that it may be.

        What a name means without question it means to the end: another one is only added where there is a question.
        """
        name = entry.texts.get("organisation", "")
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

    def _person(self, line: int, entry: DirectoryEntry, body: Ref | None) -> KnownPerson:
        """The person that a row would make. Rows of one role in one organisation share what says so."""
        texts, roles = entry.texts, NO_ROLES
        if body is not None:
            title = texts.get("role", "")
            roles = self._roles.setdefault((body, title), {body: title})
        return KnownPerson(-line, texts["name"], texts.get("email", ""), entry.country_code, roles)


def _new(body: Ref | None, bodies: list[Match]) -> Verdict:
    """What a person is whom nobody knows: new, unless the organisation is in question."""
    state = State.DUPLICATE if bodies else State.NEW
    return Verdict(state, (None, body), tuple(bodies))

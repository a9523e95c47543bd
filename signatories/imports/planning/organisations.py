"""Plans organisations: which rows are new, the same, changed, or perhaps there already."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning import directory_rows
from signatories.imports.planning.directory_reading import DirectoryLot
from signatories.imports.planning.directory_rows import DirectoryEntry, Earlier, KnownEntry
from signatories.imports.planning.known_records import KnownRecords
from signatories.imports.verdicts import ReadRow, RowByRow, State, Verdict
from signatories.matching.directory import Directory
from signatories.matching.key_index import KeyIndex
from signatories.matching.records import KnownOrganisation, Match, Ref
from signatories.matching.renaming import may_be_renamed
from signatories.texts import N_, Message, message

SAME_ADDRESS = message(N_("The e-mail address is the same."))
SAME_NAME = message(N_("The same name, with other details."))

_MOST_ROWS = 5  # of one name that are compared with a row: they have to be read again


class OrganisationPlanner(RowByRow):
    """Compares rows with the workspace's organisations and with each other, in the order of the file."""

    subject = "organisation"
    places = ("organisation_ref",)

    def __init__(self, session: Session) -> None:
        self._directory = Directory.of_organisations(session)
        self._stored = KnownRecords.organisations(session)
        self._by_email = self._stored.emails()
        self._agreed: set[Ref] = set()  # those that a row says nothing else of
        self._named = KeyIndex()
        self._rows_named = KeyIndex()
        self._rows_saying = KeyIndex()
        for ref, known in self._directory.organisations.items():
            for name in {fold(name) for name in (known.name, *self._stored.names(ref))}:
                self._named.add(name, ref)

    @property
    def made(self) -> Directory:
        """The directory that rows were compared with, and that they would add to."""
        return self._directory

    def read(self, lot: CellLot) -> DirectoryLot:
        """Read rows."""
        return DirectoryLot(lot, "organisations")

    def name(self, entry: DirectoryEntry) -> str:
        """The organisation of a row."""
        return entry.texts["name"]

    def decide_row(self, line: int, row: ReadRow, earlier: Earlier) -> Verdict:
        """Decide what a row is. It counts for those that follow."""
        entry: DirectoryEntry = row.entry
        texts = entry.texts
        certain, matches = self._directory.find_organisation(
            texts["name"], texts.get("acronym", ""), entry.country_code
        )
        if certain is not None:
            matches = [Match(self.subject, certain, texts["name"], 0.95, SAME_NAME)]
        for ref in self._namesakes(row):
            if not directory_rows.changes(entry, self._known(ref, earlier)):
                self._agreed.add(ref)
                return Verdict(State.SAME, (ref,))
        owners = self._by_email.get(texts.get("email", "").casefold(), [])
        if len(owners) == 1 and certain in (None, owners[0]):
            known = self._known(owners[0], earlier)
            if self._may_be(entry, known):
                match = Match(self.subject, known.ref, known.texts["name"], 1.0, SAME_ADDRESS)
                found = directory_rows.changes(entry, known)
                return Verdict(State.UPDATE, (known.ref,), (match,), changes=found)
            matches = [
                *matches,
                Match(self.subject, known.ref, known.texts["name"], 0.9, SAME_ADDRESS),
            ]
        self._remember(line, row)
        if not matches:
            return Verdict(State.NEW)
        found = directory_rows.changes(entry, self._known(matches[0].ref, earlier))
        return Verdict(State.DUPLICATE, (), tuple(matches), changes=found)

    def warnings(self, _rows: Iterable[PlannedRow]) -> list[Message]:
        """Nothing: all that there is to say stands at its row."""
        return []

    def settle(self) -> None:
        """Nothing: parents are looked for in the same way once all are written."""

    def _remember(self, line: int, row: ReadRow) -> None:
        """Have the organisation of a row found for those that follow."""
        entry: DirectoryEntry = row.entry
        name, acronym = entry.texts["name"], entry.texts.get("acronym", "")
        self._rows_named.add(fold(name), -line)
        self._rows_saying.add(tuple(row.fields.items()), -line)
        self._directory.add_organisation(
            KnownOrganisation(-line, name, acronym, entry.country_code)
        )

    def _namesakes(self, row: ReadRow) -> Iterator[Ref]:
        """Stored organisations of a row's name; of earlier rows those that say the very same, and the last few."""
        name = fold(row.entry.texts["name"])
        yield from self._named.find(name)
        yield from self._rows_saying.find(tuple(row.fields.items()))
        yield from self._rows_named.find(name)[-_MOST_ROWS:]

    def _may_be(self, entry: DirectoryEntry, owner: KnownEntry) -> bool:
        """Whether a row with an organisation's address may be about it, as far as its name and country tell."""
        if owner.ref in self._agreed:
            return False
        codes = {entry.country_code, owner.country_code} - {None}
        return len(codes) < 2 and may_be_renamed(entry.texts["name"], owner.texts["name"])

    def _known(self, ref: Ref, earlier: Earlier) -> KnownEntry:
        if ref < 0:
            return directory_rows.known_row(ref, earlier(-ref))
        return self._stored.organisation(self._directory.organisations[ref])

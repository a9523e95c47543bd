"""Plans recipients from a table: bodies with their addresses, each compared with those there are."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from signatories import countries
from signatories.collation import fold
from signatories.countries.table import Country
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned import ImportRequest
from signatories.imports.planned_rows import PlannedRows
from signatories.imports.planning import known_recipients, own_columns
from signatories.imports.planning.joining import Post, Posts, is_post, seat_of
from signatories.imports.planning.known_recipients import TEXTS, KnownRecipient, known_of
from signatories.imports.planning.tidy_columns import filled, in_lines
from signatories.imports.verdicts import ReadRow, RowByRow, State, Verdict
from signatories.matching.key_index import KeyIndex
from signatories.matching.records import Match, Ref
from signatories.matching.renaming import may_be_renamed
from signatories.matching.spelling import equal
from signatories.texts import N_, Message, message

_NOTHING: Mapping[str, str] = MappingProxyType({})
_UNKNOWN_COUNTRY = "country (table)"
_NOBODY = message(N_("There is no name and no country in this row."))
_SAME_ADDRESS = message(N_("The e-mail address is the same."))
_SAME_STATE = message(N_("It is the same State."))
_SAME_NAME = message(N_("The same name, with other details."))


class RecipientEntry(NamedTuple):
    """A recipient as given: `texts` by field, extra columns by their header. Blank cells are left out.

    `name` is what a new one is called: where no cell says it, after its country.
    """

    name: str
    texts: Mapping[str, str]
    country_code: str | None = None
    extra: Mapping[str, str] = _NOTHING
    recipient_ref: Ref | None = None


class RecipientPlanner(RowByRow):
    """Compares rows with the recipients of the letter (or of the workspace), and with each other."""

    subject = "recipient"
    places = ("recipient_ref",)

    def __init__(self, session: Session, request: ImportRequest) -> None:
        self._by_name = KeyIndex()
        self._by_email = KeyIndex()
        self._posts = Posts()
        self._rows: dict[Ref, tuple[Any, ...]] = {}  # as stored: half the memory of records
        self._agreed: set[Ref] = set()  # those that a row says nothing else of
        for row in known_recipients.stored(session, request.letter_id):
            self._know(known_of(row), row)

    @property
    def made(self) -> None:
        """Nothing: a row is a recipient and no more."""

    def read(self, lot: CellLot) -> list[ReadRow]:
        """Read rows."""
        return read(lot)

    def name(self, entry: RecipientEntry) -> str:
        """Who a row is about."""
        return entry.name

    def decide_row(
        self, line: int, row: ReadRow, earlier: Callable[[int], RecipientEntry]
    ) -> Verdict:
        """Decide what a row is."""
        entry: RecipientEntry = row.entry
        alike = self._alike(entry, earlier)
        same = next((known for known in alike if not _changes(known, entry)), None)
        state, other, matches = (State.UPDATE, same, ()) if same else self._state(entry, alike)
        changes = _changes(other, entry) if other else {}
        if state is State.UPDATE and other and not changes:
            self._posts.join(other.ref)
            self._agreed.add(other.ref)
            return Verdict(State.SAME, (other.ref,))
        if state is State.UPDATE and other:
            self._posts.join(other.ref)
            return Verdict(state, (other.ref,), matches, changes=changes)
        self._by_name.add(fold(entry.name), -line)
        return Verdict(state, (), matches, changes=changes)

    def warnings(self, rows: PlannedRows) -> list[Message]:
        """Which rows and which recipients found no partner, when the table was joined to those there are."""
        alone = rows.numbers(State.NEW)
        return self._posts.warnings(len(alone), (rows[n].fields["name"] for n in alone))

    def settle(self) -> None:
        """Give up by what rows are compared."""
        self._by_name = KeyIndex()
        self._by_email = KeyIndex()
        self._rows.clear()

    def _state(
        self, entry: RecipientEntry, alike: list[KnownRecipient]
    ) -> tuple[State, KnownRecipient | None, tuple[Match, ...]]:
        """The state, and the recipient that it is or may be."""
        owners = self._owners(entry.texts.get("email", ""))
        owner = owners[0] if len(owners) == 1 else None
        if owner and owner.ref not in self._agreed and _may_be(entry, owner):
            return State.UPDATE, owner, (_match(owner, 1.0, _SAME_ADDRESS),)
        country = entry.country_code
        if country and country in self._posts and is_post(entry.name, country):
            ref, is_certain = self._posts.partner(country, seat_of(entry.texts, entry.extra))
            if ref is not None and not self._is_other_than(alike, ref):
                state = State.UPDATE if is_certain else State.DUPLICATE
                score, known = (1.0 if is_certain else 0.8), self._stored(ref)
                return state, known, (_match(known, score, _SAME_STATE),)
        may_be = [_match(known, 0.9, _SAME_NAME) for known in alike[:1]]
        may_be += [_match(known, 0.9, _SAME_ADDRESS) for known in owners[:1] if not alike]
        if may_be:
            return State.DUPLICATE, (alike or owners)[0], tuple(may_be)
        return State.NEW, None, ()

    def _owners(self, email: str) -> list[KnownRecipient]:
        """The stored recipients of an address."""
        address = email.casefold()
        found = map(self._stored, self._by_email.find(address) if email else ())
        return [each for each in found if each.texts["email"].casefold() == address]

    def _is_other_than(self, alike: list[KnownRecipient], ref: Ref) -> bool:
        """Whether a stored recipient of the very name is another one."""
        return any(known.ref > 0 and known.ref != ref for known in alike)

    def _alike(
        self, entry: RecipientEntry, earlier: Callable[[int], RecipientEntry]
    ) -> list[KnownRecipient]:
        """Recipients of that name, in the same country or with none on one side."""
        name = fold(entry.name)
        found = [
            self._stored(ref) if ref > 0 else _of_row(ref, earlier(-ref))
            for ref in self._by_name.find(name)
        ]
        named = [known for known in found if fold(known.texts["name"]) == name]
        country = entry.country_code
        return [
            each for each in named if None in (country, each.country) or country == each.country
        ]

    def _stored(self, ref: Ref) -> KnownRecipient:
        return known_of(self._rows[ref])

    def _know(self, known: KnownRecipient, row: tuple[Any, ...]) -> None:
        self._rows[known.ref] = row
        self._by_name.add(fold(known.texts["name"]), known.ref)
        if email := known.texts.get("email"):
            self._by_email.add(email.casefold(), known.ref)
        if known.country and (known.state or is_post(known.texts["name"], known.country)):
            seat = seat_of(known.texts, known.extra)
            post = Post(known.ref, known.country, seat, known.state)
            self._posts.add(post, known.texts["name"])


def read(lot: CellLot) -> list[ReadRow]:
    """Read rows; what a recipient has no place for becomes an extra column."""
    columns = {name: in_lines(column) for name, column in lot.columns.items()}
    texts = filled(columns, TEXTS, len(lot.rows))
    extra = filled(columns, columns.keys() - {*TEXTS}, len(lot.rows))
    found = {cell: countries.find(cell) for cell in {*columns.get("country", ())} if cell}
    return [
        _row(each, further, found.get(each.get("country", "")))
        for each, further in zip(texts, extra, strict=True)
    ]


def _row(texts: dict[str, str], extra: dict[str, str], country: Country | None) -> ReadRow:
    """A row; `country` is the one that its cell names."""
    cell = texts.get("country", "")
    name = texts.get("name") or (countries.name(country.iso, "en") if country else cell)
    unknown = []
    if cell and not country:
        if "name" in texts:
            extra[_UNKNOWN_COUNTRY] = cell
        unknown.append(_unknown(cell, is_kept="name" in texts))
    fields = {**texts, "name": name, **extra}
    entry = RecipientEntry(name, texts, country.iso if country else None, extra)
    return ReadRow(fields, entry, () if name else (_NOBODY,), tuple(unknown))


def _unknown(country: str, *, is_kept: bool) -> Message:
    if not is_kept:
        return message(N_("“{country}” is no country that we know."), country=country)
    text = N_("“{country}” is no country that we know; it is kept in the column “{column}”.")
    return message(text, country=country, column=_UNKNOWN_COUNTRY)


def _of_row(ref: Ref, entry: RecipientEntry) -> KnownRecipient:
    texts = {**entry.texts, "name": entry.name}
    return KnownRecipient(ref, texts, entry.country_code, entry.extra)


def _may_be(entry: RecipientEntry, owner: KnownRecipient) -> bool:
    """Whether a row with a recipient's address may be about it, as far as its name and country tell."""
    if entry.country_code and owner.country:
        return entry.country_code == owner.country
    return "name" not in entry.texts or may_be_renamed(entry.name, owner.texts["name"])


def _changes(known: KnownRecipient, entry: RecipientEntry) -> dict[str, tuple[str, str]]:
    """What is given and stands otherwise in the record; a country is compared by its code.

    That a State is called as it once was says nothing new of it: letters of that time call it so.
    """
    found = {
        name: (known.texts.get(name, ""), text)
        for name, text in entry.texts.items()
        if name != "country" and not equal(text, known.texts.get(name, ""))
    }
    found |= own_columns.changes(entry.extra, known.extra)
    if known.state and known.country and countries.was_called(known.country, entry.name):
        found.pop("name", None)
    if entry.country_code not in (None, known.country):
        found["country"] = (known.country or "", entry.country_code or "")
    return found


def _match(known: KnownRecipient, score: float, reason: Message) -> Match:
    return Match("recipient", known.ref, known.texts["name"], score, reason)

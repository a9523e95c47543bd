"""Plans recipients from a table: bodies with their addresses, each compared with those there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import countries
from signatories.collation import fold
from signatories.imports.matching import equal
from signatories.imports.planned import Match, PlannedRow, Ref, State
from signatories.imports.splitting import tidy
from signatories.models import Recipient
from signatories.texts import N_, Message, message

_UNKNOWN_COUNTRY = "country (table)"
_TEXTS = (
    *("name", "country", "person", "form_of_address", "salutation", "address", "language"),
    "email",
)


@dataclass(frozen=True, slots=True)
class RecipientEntry:
    """A recipient as given: `texts` by field, extra columns by their header. Blank cells are left out."""

    texts: Mapping[str, str]
    country_code: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    recipient_ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class KnownRecipient:
    """A recipient that is there, or that an earlier row would add."""

    ref: Ref
    texts: Mapping[str, str]
    country: str | None
    extra: Mapping[str, str]
    state: bool = False


class RecipientPlanner:
    """Compares rows with the recipients of the letter (or of the workspace), and with each other."""

    def __init__(self, session: Session, letter_id: int | None) -> None:
        self._by_name: dict[str, list[KnownRecipient]] = defaultdict(list)
        self._by_email: dict[str, list[KnownRecipient]] = defaultdict(list)
        self._states: dict[str, KnownRecipient] = {}
        query = select(Recipient).where(Recipient.letter_id.is_not_distinct_from(letter_id))
        for stored in session.scalars(query.order_by(Recipient.id)):
            self._remember(_known(stored))

    def plan(self, line: int, digest: str, cells: Mapping[str, str]) -> PlannedRow:
        """Decide what a row is. Cells by field, or by header for extra columns."""
        entry, problems = read(cells)
        fields = {**entry.texts, **entry.extra}
        base = PlannedRow(line, State.NEW, fields, digest, problems=tuple(problems), entry=entry)
        if not entry.texts.get("name"):
            problem = message(N_("There is no name and no country in this row."))
            return replace(base, state=State.ERROR, problems=(problem, *problems))
        state, match = self._state(entry)
        if state in (State.SAME, State.UPDATE) and match:
            entry = replace(entry, recipient_ref=match.ref)
        else:
            self._remember(KnownRecipient(-line, entry.texts, entry.country_code, entry.extra))
        matches = (match,) if match else ()
        return replace(base, state=state, matches=matches, entry=entry)

    def _state(self, entry: RecipientEntry) -> tuple[State, Match | None]:
        alike = self._alike(entry)
        for known in alike:
            if _says_all(known, entry):
                return State.SAME, _match(known, 1.0, N_("Everything given is there already."))
        email = entry.texts.get("email", "")
        owners = (
            [known for known in self._by_email[email.casefold()] if known.ref > 0] if email else []
        )
        if len(owners) == 1:
            return State.UPDATE, _match(owners[0], 1.0, N_("The e-mail address is the same."))
        state = self._states.get(entry.country_code or "")
        if state and fold(entry.texts["name"]) == fold(state.texts["name"]):
            return State.UPDATE, _match(state, 1.0, N_("It is the same State."))
        if alike:
            return State.DUPLICATE, _match(alike[0], 0.9, N_("The same name, with other details."))
        return State.NEW, None

    def _alike(self, entry: RecipientEntry) -> list[KnownRecipient]:
        named = self._by_name[fold(entry.texts["name"])]
        return [known for known in named if entry.country_code in (None, known.country)]

    def _remember(self, known: KnownRecipient) -> None:
        self._by_name[fold(known.texts["name"])].append(known)
        if email := known.texts.get("email"):
            self._by_email[email.casefold()].append(known)
        if known.state and known.country:
            self._states[known.country] = known


def read(cells: Mapping[str, str]) -> tuple[RecipientEntry, list[Message]]:
    """Read the cells of one row; what a recipient has no place for becomes an extra column."""
    known = _TEXTS
    lines = {
        name: "\n".join(filter(None, map(tidy, cell.splitlines()))) for name, cell in cells.items()
    }
    texts = {name: text for name, text in lines.items() if name in known and text}
    extra = {name: text for name, text in lines.items() if name not in known and text}
    country = texts.get("country", "")
    found = countries.find(country) if country else None
    if country and not texts.get("name"):
        texts["name"] = countries.name(found.iso, "en") if found else country
        kept = {}
    else:
        kept = {_UNKNOWN_COUNTRY: country} if country and not found else {}
    entry = RecipientEntry(texts, found.iso if found else None, {**extra, **kept})
    return entry, [] if found or not country else [_unknown(country, kept)]


def _unknown(country: str, kept: Mapping[str, str]) -> Message:
    if not kept:
        return message(N_("“{country}” is no country that we know."), country=country)
    text = N_("“{country}” is no country that we know; it is kept in the column “{column}”.")
    return message(text, country=country, column=_UNKNOWN_COUNTRY)


def _known(stored: Recipient) -> KnownRecipient:
    texts = {name: getattr(stored, name) or "" for name in _TEXTS}
    return KnownRecipient(stored.id, texts, stored.country, stored.extra, stored.state)


def _says_all(known: KnownRecipient, entry: RecipientEntry) -> bool:
    """Whether every given cell equals the record's; a country is compared by its code."""
    return (
        all(
            equal(text, known.texts.get(name, ""))
            for name, text in entry.texts.items()
            if name != "country"
        )
        and entry.country_code in (None, known.country)
        and all(equal(text, known.extra.get(name, "")) for name, text in entry.extra.items())
    )


def _match(known: KnownRecipient, score: float, text: str) -> Match:
    return Match("recipient", known.ref, known.texts["name"], score, message(text))

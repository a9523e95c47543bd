"""What the table of signatories shows."""

from collections.abc import Iterable, Mapping

from signatories.models import SignOnStatus
from signatories.queries.rows import SignOnRow
from signatories.texts import N_, message
from ui.days import day
from ui.models.answers import capacity_words, status_sign, status_words
from ui.models.choices import country_name
from ui.models.columns import Column
from ui.models.consents import consent_sign, consent_words
from ui.translation import translate

TITLES = {
    "place": N_("No."),
    "status": N_("Status"),
    "organisation": N_("Organisation"),
    "name": N_("Person"),
    "role": N_("Role"),
    "country": N_("Country"),
    "capacity": N_("Capacity"),
    "version": N_("Confirmed version"),
    "consent": N_("Consent"),
    "acronym": N_("Acronym"),
    "directory": N_("In the directory by now"),
}
ASSUMED = N_("{capacity} (assumed)")
ERASED = N_("(erased on {day})")


def sign_on_columns() -> list[Column[SignOnRow]]:
    """Build the columns in the user's language."""
    title = {name: translate(text) for name, text in TITLES.items()}
    return [*_of_line(title), *_of_answer(title), *_hidden_at_first(title)]


def _of_line(title: Mapping[str, str]) -> Iterable[Column[SignOnRow]]:
    """Who signs, and where they stand."""
    return (
        Column("place", title["place"], lambda row: str(row.place), 72, is_number=True),
        Column(
            "status",
            title["status"],
            lambda row: status_words(row.status),
            130,
            icon=lambda row: status_sign(row.status),
        ),
        Column("organisation", title["organisation"], lambda row: row.organisation, 260),
        Column("name", title["name"], _name, 180),
        Column("role", title["role"], lambda row: row.role, 150, is_sortable=False),
        Column("country", title["country"], lambda row: country_name(row.country), 130),
    )


def _of_answer(title: Mapping[str, str]) -> Iterable[Column[SignOnRow]]:
    """As whom they sign, what they confirmed and what they agree to."""
    return (
        Column("capacity", title["capacity"], _capacity, 200),
        Column("version", title["version"], _version, 130, is_number=True, is_sortable=False),
        Column(
            "consent",
            title["consent"],
            lambda row: consent_words(row.consent),
            160,
            is_sortable=False,
            icon=lambda row: consent_sign(row.consent),
            tip=lambda row: consent_words(row.consent),
        ),
    )


def _hidden_at_first(title: Mapping[str, str]) -> Iterable[Column[SignOnRow]]:
    """What few look for."""
    return (
        Column(
            "acronym",
            title["acronym"],
            lambda row: row.acronym,
            100,
            is_sortable=False,
            is_hidden=True,
        ),
        Column(
            "directory",
            title["directory"],
            _directory,
            220,
            is_sortable=False,
            is_hidden=True,
            tip=_directory,
        ),
    )


def _name(row: SignOnRow) -> str:
    if row.erased_at is None:
        return row.name
    return translate(message(ERASED, day=day(row.erased_at.astimezone().date())))


def _capacity(row: SignOnRow) -> str:
    words = capacity_words(row.capacity)
    if not row.capacity_assumed:
        return words
    return translate(ASSUMED).format(capacity=words)


def _directory(row: SignOnRow) -> str:
    """What the directory calls a signer and organisation that are confirmed under another name."""
    if row.status is not SignOnStatus.CONFIRMED:
        return ""
    pairs = (row.name, row.directory_name), (row.organisation, row.directory_organisation)
    return ", ".join(now for printed, now in pairs if now and now != printed)


def _version(row: SignOnRow) -> str:
    return str(row.version or "")

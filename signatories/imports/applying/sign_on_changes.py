"""How a row changes the sign-on that it is about, and what is stored of those who sign."""

from sqlalchemy.orm import Session

from signatories import printed_lines
from signatories.imports.applying import agreeing, sign_on_details
from signatories.imports.applying.sign_on_values import own_words
from signatories.imports.planning import own_columns, sign_on_fields
from signatories.imports.planning.sign_on_entries import OF_LINE, OF_SIGN_ON, SignOnEntry
from signatories.imports.planning.sign_on_fields import moment_of
from signatories.matching.spelling import equal
from signatories.models import Organisation, Person, SignOn, SignOnStatus
from signatories.sign_ons import answer


def change(session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on what the row says; a blank cell clears nothing, a confirmation stays."""
    line = printed_lines.printed(session, sign_on, "en")
    for name in OF_LINE:
        given, present = entry.text(name), getattr(line, name)
        if not equal(given, present) and not (only_blanks and present):
            setattr(sign_on, f"printed_{name}", given)
    for name in OF_SIGN_ON:
        given, present = entry.text(name), getattr(sign_on, name)
        if not sign_on_fields.says(name, given, present) and not (only_blanks and present):
            setattr(sign_on, name, given)
    sign_on.notes = sign_on_fields.notes_of(sign_on.notes, entry.kept)
    sign_on.extra = own_columns.changed(sign_on.extra, entry.extra, only_blanks=only_blanks)
    place = entry.country_code or entry.text("country")
    if place not in ("", line.country_code or line.country) and not (only_blanks and line.country):
        sign_on.country, sign_on.printed_country = (
            entry.country_code,
            own_words(entry.text("country"), entry.country_code),
        )
    if not only_blanks:
        _answer(sign_on, entry)
    _date(sign_on, entry, only_blanks=only_blanks)
    agreeing.change(session, sign_on.id, entry)
    _change_details(session, sign_on, entry, only_blanks=only_blanks)
    printed_lines.derive_keys(session, sign_on)


def _answer(sign_on: SignOn, entry: SignOnEntry) -> None:
    is_open = sign_on.status is not SignOnStatus.CONFIRMED
    if entry.status and entry.status is not sign_on.status and is_open:
        answer(sign_on, entry.status)
    if entry.capacity and not entry.capacity_assumed:
        sign_on.capacity, sign_on.capacity_assumed = entry.capacity, False


def _date(sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    if entry.answered_on is None:
        return
    moment = "invited_at" if sign_on.status is SignOnStatus.INVITED else "answered_at"
    if not (only_blanks and getattr(sign_on, moment)):
        setattr(sign_on, moment, moment_of(entry.answered_on))


def _change_details(
    session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool
) -> None:
    signer, body = sign_on.signer_id, sign_on.organisation_id
    if signer and (details := sign_on_fields.details_of(entry, Person)):
        sign_on_details.give(session.get_one(Person, signer), details, replaces=not only_blanks)
    if body and (details := sign_on_fields.details_of(entry, Organisation)):
        sign_on_details.give(session.get_one(Organisation, body), details, replaces=not only_blanks)

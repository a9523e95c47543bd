"""How a letter's products are made, in a few words: what is not as usual."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from signatories.letters.run_settings import RunSettings
from signatories.sign_ons.lists import NumberedList
from ui.days import moment


def words_on(settings: RunSettings, lists: Sequence[NumberedList]) -> str:
    """Who is printed, and on what; `lists` are those of the letter that are closed."""
    chosen = [*_who(settings, lists), *_chosen(settings)]
    return " · ".join(chosen) or _tr("On plain paper, one side")


def _chosen(settings: RunSettings) -> Iterator[str]:
    if not settings.letterhead:
        yield _tr("Pre-printed paper")
    if settings.window:
        yield _tr("For window envelopes")
    if settings.duplex:
        yield _tr("Both sides")
    if settings.archive:
        yield _tr("PDF/A-2b")
    if settings.naming:
        yield settings.naming
    if settings.first_label > 1:
        yield _tr("From label {number}").format(number=settings.first_label)
    if settings.not_before is not None:
        yield _tr("Not before {moment}").format(moment=moment(settings.not_before))


def _who(settings: RunSettings, lists: Sequence[NumberedList]) -> Iterator[str]:
    """Who is printed; everybody goes without saying until there is a list to be chosen instead."""
    if settings.list_number is not None:
        yield _tr("List {number}").format(number=settings.list_number)
    elif settings.signed_by is not None:
        yield _tr("Signed by {moment}").format(moment=moment(settings.signed_by))
    elif lists:
        text = _tr("Everybody; list {number} is closed")
        yield text.format(number=lists[-1].number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_words", text)

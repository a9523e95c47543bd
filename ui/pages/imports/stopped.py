"""Why there are no rows to look at, in words that say what to do about it in this window."""

from PySide6.QtCore import QCoreApplication

from signatories.errors import UserFacingError
from signatories.imports.columns.column import NameColumnNotSaid
from signatories.imports.planning.sign_ons import LetterNotSaid
from signatories.imports.planning.treaty import TreatyNotNamed
from ui.translation import translate


def reason(error: UserFacingError, *, has_letters: bool) -> tuple[str, str]:
    """Return a heading and a sentence or two. The domain's own words may name options of the command line."""
    if isinstance(error, NameColumnNotSaid):
        return _tr("Which column holds the names?"), _tr(
            "Nothing here says so. Choose it on the left, under Columns."
        )
    if isinstance(error, TreatyNotNamed):
        return _tr("Which treaty is it?"), _tr("Type its title on the left.")
    if isinstance(error, LetterNotSaid) and has_letters:
        return _tr("Which letter is it for?"), _tr("Choose the letter on the left.")
    if isinstance(error, LetterNotSaid):
        return _tr("There is no letter yet"), _tr(
            "Signatories sign a letter: make one under Letters, then go on here under Imports. "
            "Or say on the left that the rows are organisations or people."
        )
    return translate(error.title), translate(error.message)


def _tr(text: str) -> str:
    return QCoreApplication.translate("stopped", text)

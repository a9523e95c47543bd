"""Why there are no rows to look at, in words that say what to do about it in this window."""

from PySide6.QtCore import QCoreApplication

from signatories.errors import LockedFile, UserFacingError
from signatories.imports.columns.column import NameColumnNotSaid
from signatories.imports.planning.sign_ons import LetterNotSaid
from signatories.imports.planning.treaty import TreatyNotNamed
from signatories.sources.documents import How
from ui.pages.imports.no_rows import Nothing, WayOn
from ui.translation import translate


def reason(error: UserFacingError, how: How, *, has_letters: bool) -> Nothing:
    """Return what to say and to offer. The domain's own words may name options of the command line."""
    if isinstance(error, NameColumnNotSaid):
        return Nothing(
            _tr("Which column holds the names?"),
            _tr("Nothing here says so. Choose it on the left, under Columns."),
        )
    if isinstance(error, TreatyNotNamed):
        return Nothing(_tr("Which treaty is it?"), _tr("Type its title on the left."))
    if isinstance(error, LetterNotSaid) and has_letters:
        return Nothing(_tr("Which letter is it for?"), _tr("Choose the letter on the left."))
    if isinstance(error, LetterNotSaid):
        words = _tr(
            "Signatories sign a letter: begin one, and its text can follow later. "
            "Or say on the left that the rows are organisations or people."
        )
        return Nothing(_tr("There is no letter yet"), words, WayOn.NEW_LETTER)
    if isinstance(error, LockedFile):
        words = _tr("The file is protected. The password is used to read it, and kept nowhere.")
        said = translate(error.message) if how.password else words
        return Nothing(_tr("Which password opens it?"), said, WayOn.PASSWORD)
    return Nothing(translate(error.title), translate(error.message), WayOn.LOOK_AGAIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("reasons", text)

"""What the tab *Signatories* shows where there is no row: how to begin, or to search otherwise."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance

from signatories.texts import N_
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState

_BEGIN = N_(
    "Paste lines such as “Name, Role, Organisation” from a mail, or add them one by one. "
    "Nobody is printed before they have confirmed."
)
_OTHERWISE = N_(
    "Another list or answer may have more. In a search, accents and capitals make no difference."
)


def nobody_asked(paste_requested: SignalInstance, add_requested: SignalInstance) -> EmptyState:
    """Nobody was asked yet; the buttons begin."""
    paste = plain_button(translate(N_("Paste a list…")), "paste")
    add = plain_button(translate(N_("Add the first…")), "add")
    paste.clicked.connect(paste_requested)
    add.clicked.connect(add_requested)
    heading = translate(N_("Nobody has been asked yet"))
    return EmptyState("signature", heading, translate(_BEGIN), [paste, add])


def nothing_found(show_everybody: Callable[[], object]) -> EmptyState:
    """A list, an answer or a search has no row; the heading is still to be set."""
    clear = plain_button(translate(N_("Show everybody")))
    clear.clicked.connect(show_everybody)
    return EmptyState("search", "", translate(_OTHERWISE), [clear])

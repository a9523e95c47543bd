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
_OTHERWISE = N_("Accents and capitals make no difference. Try fewer words.")


def nobody_asked(paste_requested: SignalInstance, add_requested: SignalInstance) -> EmptyState:
    """Nobody was asked yet; the buttons begin."""
    paste = plain_button(translate(N_("Paste a list…")), "paste")
    add = plain_button(translate(N_("Add the first…")), "add")
    paste.clicked.connect(paste_requested)
    add.clicked.connect(add_requested)
    heading = translate(N_("Nobody has been asked yet"))
    return EmptyState("signature", heading, translate(_BEGIN), [paste, add])


def nothing_found(clear_search: Callable[[], object]) -> EmptyState:
    """A search has no row; its heading is still to be set."""
    clear = plain_button(translate(N_("Clear the search")))
    clear.clicked.connect(clear_search)
    return EmptyState("search", "", translate(_OTHERWISE), [clear])

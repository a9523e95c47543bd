"""Every page of the window, by the name of its place."""

from collections.abc import Callable
from functools import partial

from ui.application import Application
from ui.pages.duplicates import DuplicatesPage
from ui.pages.history import HistoryPage
from ui.pages.imports import ImportsPage
from ui.pages.letter import LetterPage
from ui.pages.letters import LettersPage
from ui.pages.organisations import OrganisationsPage
from ui.pages.page import Page
from ui.pages.people import PeoplePage
from ui.pages.recipients import RecipientsPage
from ui.pages.welcome import WelcomePage

PAGES: dict[str, Callable[[Application], Page]] = {
    "letters": LettersPage,
    "organisations": OrganisationsPage,
    "people": PeoplePage,
    "recipients": RecipientsPage,
    "imports": ImportsPage,
    "history": HistoryPage,
    "welcome": WelcomePage,
    "organisations duplicates": partial(DuplicatesPage, "organisations"),
    "people duplicates": partial(DuplicatesPage, "people"),
}
RECORD_PAGES = {"letter": LetterPage}
"""Pages that show one record at a time."""

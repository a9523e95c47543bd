"""A letter's page: header and five tabs, each showing what is still missing."""

from ui.pages.letter.page import LetterPage

__all__ = ["LetterPage"]

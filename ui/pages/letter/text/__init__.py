"""The letter's words."""

from ui.pages.letter.text.tab import TextTab

__all__ = ["TextTab"]

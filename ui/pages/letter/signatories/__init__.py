"""Who was asked, who answered, and how we know."""

from ui.pages.letter.signatories.tab import SignatoriesTab

__all__ = ["SignatoriesTab"]

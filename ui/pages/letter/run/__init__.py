"""Making the letters and their companions."""

from ui.pages.letter.run.tab import RunTab

__all__ = ["RunTab"]

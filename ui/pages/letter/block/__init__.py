"""The designer of the signature block."""

from ui.pages.letter.block.tab import BlockTab

__all__ = ["BlockTab"]

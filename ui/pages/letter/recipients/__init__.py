"""Who the letter goes to."""

from ui.pages.letter.recipients.tab import RecipientsTab

__all__ = ["RecipientsTab"]

"""Chips for the answers to a letter, each with how many gave it."""

from collections.abc import Mapping

from signatories.models import SignOnStatus
from ui.models.answers import status_sign, status_words
from ui.widgets.filter_chips import Chip, FilterChips


class StatusChips(FilterChips):
    """Where all gave the same answer there is nothing to choose."""

    def show_statuses(self, statuses: Mapping[SignOnStatus, int]) -> None:
        """Offer these."""
        self.set_chips(
            [
                Chip(status.name, status_words(status), count, status_sign(status))
                for status, count in statuses.items()
            ]
        )
        self.setVisible(len(statuses) > 1)

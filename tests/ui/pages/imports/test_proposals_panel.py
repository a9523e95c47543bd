"""The repairs that the window can propose."""

from signatories.imports.tables import cleaning
from ui.pages.imports import proposals_panel


def test_every_kind_of_repair_has_its_words() -> None:
    assert proposals_panel.KINDS.keys() == cleaning.QUESTIONS.keys()

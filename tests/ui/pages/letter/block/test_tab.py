"""The block: its order is changed at once, shown as it will be printed, and can be undone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox

from signatories import letters
from signatories.block.signatory import count
from signatories.database import Database
from signatories.models import Order
from tests.factories import Make
from tests.fakes import ImmediateJobs
from tests.signing import signatory
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.jobs import Jobs
from ui.pages.letter.block.figures import figures
from ui.widgets.page_view import PageView

Open = Callable[[int], Hand]


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Block")
    return hand


def order(database: Database, letter: int) -> Order:
    with database.reading() as session:
        return letters.block_of(letters.get(session, letter)).order.order


def test_without_confirmations_there_is_no_block(make: Make, open_letter: Open) -> None:
    hand = opened(open_letter, make.letter(sign_ons=1))

    assert "Nobody has confirmed yet" in hand.words
    assert hand.field("Type size").value() == 11


def test_nobody_is_said_to_be_missing_while_their_confirmations_may_be_saved(
    make: Make, open_letter: Open, jobs: ImmediateJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_letter(make.letter(sign_ons=1))
    with monkeypatch.context() as patch:
        patch.setattr(Jobs, "writing", property(lambda _: True))
        hand.page.show_part("block")
        jobs.poll()
    assert "Nobody has confirmed yet" not in hand.words
    assert "Reading the signatories…" in hand.words

    hand.settle()
    assert "Nobody has confirmed yet" in hand.words


def test_order_is_changed_shown_and_undone(
    database: Database, make: Make, open_letter: Open, app: Application
) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Zoe Abel", "Aurora")
    make.sign_on(letter, "Ada Vance", "Haven")
    make.confirm(letter)
    hand = opened(open_letter, letter)
    (view,) = [one for one in hand.page.findChildren(PageView) if one.isVisible()]
    hand.wait_for_words("Page 1 of 1")
    by_organisation = view.grab().toImage()

    hand.press("Order")
    hand.choose("Order", "By name as it is printed")
    hand.wait_until(lambda: view.grab().toImage() != by_organisation)
    assert order(database, letter) is Order.GIVEN

    app.take_back()
    hand.settle()
    assert order(database, letter) is Order.ORGANISATION
    boxes = [one.currentText() for one in hand.page.findChildren(QComboBox) if one.isVisible()]
    assert "By organisation" in boxes


def test_figures_are_those_of_the_printed_version(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Zoe Abel", "Aurora")
    make.sign_on(letter, "Ada Vance", "Haven")
    make.confirm(letter)

    hand = opened(open_letter, letter)

    assert "Version 1 · 2 organisations" in hand.words


@pytest.mark.parametrize(("number", "said"), [(1, "1 country"), (2, "2 countries")])
def test_one_country_is_no_plural(number: int, said: str) -> None:
    counts = count(
        [
            signatory(n, country_code=code)
            for n, code in zip(range(number), ("GH", "TD"), strict=False)
        ]
    )
    assert figures(1, counts).split(" · ")[-1] == said

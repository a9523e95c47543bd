"""A block set from one reading: the first pages before the others, given up when nobody waits, read anew when told."""

from dataclasses import replace

import pytest

from signatories.block.settings import BlockSettings, Layout, OrderRule, Pin
from signatories.database import Database
from signatories.models.block import Order, PinPlace
from signatories.progress import SILENT, Cancelled
from tests.factories import Make
from ui.pages.letter.block.desk import Desk, Wish
from ui.pdf_pages import draw_page

LARGE = BlockSettings(layout=Layout(size=36.0))


class Stopping:
    """Somebody who asks to stop as soon as a page is set."""

    def report(self, done: int, total: int | None, label: str = "") -> None:
        if done:
            raise Cancelled


@pytest.fixture
def letter(make: Make) -> int:
    letter = make.letter(recipients=1)
    for number in range(24):
        make.sign_on(letter, f"Ada Vance {number}", f"Haven {number:02}")
    make.confirm(letter)
    return letter


def pages(pdf: bytes) -> int:
    return draw_page(pdf, 0, 0.1).count


def test_the_first_page_comes_before_the_others(database: Database, letter: int) -> None:
    desk = Desk(letter)

    begun = desk.look(database, Wish(LARGE), SILENT)
    assert begun.sheets is not None
    assert (pages(begun.pdf), begun.sheets.is_whole) == (1, False)

    done = desk.go_on(begun, SILENT)
    assert begun.sheets.is_whole
    assert pages(done.pdf) == len(begun.sheets) > 1


def test_as_many_pages_come_first_as_are_turned_over(database: Database, letter: int) -> None:
    begun = Desk(letter).look(database, Wish(LARGE, pages=2), SILENT)

    assert pages(begun.pdf) == 2


def test_what_nobody_waits_for_is_given_up_between_pages(database: Database, letter: int) -> None:
    desk = Desk(letter)
    begun = desk.look(database, Wish(LARGE), SILENT)

    with pytest.raises(Cancelled):
        desk.go_on(begun, Stopping())

    again = desk.look(database, Wish(LARGE), SILENT)
    assert pages(again.pdf) == 1


def test_the_list_is_read_once_until_it_is_told_to_be_old(
    database: Database, letter: int, make: Make
) -> None:
    desk = Desk(letter)
    desk.look(database, Wish(LARGE), SILENT)
    make.sign_on(letter, "Zoe Abel", "Zenith")
    make.confirm(letter)

    before = desk.look(database, Wish(LARGE), SILENT).counts
    desk.forget()
    after = desk.look(database, Wish(LARGE), SILENT).counts

    assert before is not None
    assert after is not None
    assert (before.signatories, after.signatories) == (24, 25)


def test_the_lines_are_put_in_order_anew_when_that_changes(database: Database, letter: int) -> None:
    desk = Desk(letter)
    pinned = replace(LARGE, pins=(Pin(3, PinPlace.FIRST),))
    drawn = replace(LARGE, order=OrderRule(Order.RANDOM, seed=1), pins=pinned.pins)

    def order_of(settings: BlockSettings) -> list[int]:
        listing = desk.look(database, Wish(settings), SILENT).listing
        assert listing is not None
        return [entry.signatory.sign_on_id for entry in listing.sections[0].entries]

    usual = order_of(LARGE)
    assert usual == sorted(usual)
    assert order_of(replace(LARGE, heading="Joint")) == usual
    assert order_of(pinned)[:3] == [3, 1, 2]
    assert order_of(drawn)[0] == 3
    assert order_of(drawn)[1:] != order_of(pinned)[1:]
    assert order_of(LARGE) == usual


def test_another_condition_reads_the_others_too(database: Database, letter: int) -> None:
    desk = Desk(letter)
    some = desk.look(database, Wish(replace(LARGE, where="organisation = 'Haven 03'")), SILENT)
    every = desk.look(database, Wish(LARGE), SILENT)

    assert some.counts is not None
    assert every.counts is not None
    assert (some.counts.signatories, every.counts.signatories) == (1, 24)


def test_a_heading_that_cannot_be_read_is_said_in_place_of_a_page(
    database: Database, letter: int
) -> None:
    sight = Desk(letter).look(database, Wish(replace(LARGE, heading="{coun}")), SILENT)

    assert sight.pdf == b""
    assert str(sight.trouble) == ("“coun” is no field of a heading. The nearest one is “count”.")

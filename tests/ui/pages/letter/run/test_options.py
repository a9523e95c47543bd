"""How a letter's products are made: kept with the letter, and taken back as other actions are."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from signatories import letters
from signatories.database import Database
from signatories.letters.run_settings import RunSettings
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.pages.letter.run.options_panel import OptionsPanel

Open = Callable[[int], Hand]


@pytest.fixture
def kept(database: Database) -> Callable[[int], RunSettings]:
    def kept(letter: int) -> RunSettings:
        with database.reading() as session:
            return letters.run_settings_of(letters.get(session, letter))

    return kept


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=2, sign_ons=1)
    make.confirm(made)
    return made


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.press("How")
    return hand


def test_options_are_kept_with_the_letter_and_undone(
    letter: int, open_letter: Open, app: Application, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)

    hand.tick("Print the letterhead")
    hand.tick("For printing on both sides")
    hand.tick("Addresses in the windows of envelopes")
    assert kept(letter).window
    hand.tick("Addresses in the windows of envelopes")
    hand.tick("PDFs for an archive (PDF/A-2b)")
    assert kept(letter) == RunSettings(letterhead=False, duplex=True, archive=True)

    app.take_back()
    hand.settle()
    assert kept(letter) == RunSettings(letterhead=False, duplex=True)
    hand.press("How")
    assert "Pre-printed paper · Both sides" in hand.words


def test_a_moment_is_chosen_in_the_zone_of_the_user(
    letter: int, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)
    hand.tick("Not before")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    assert field.dateTime() > QDateTime.currentDateTime()

    chosen = dt.datetime(2031, 5, 2, 9, 30).astimezone()
    field.setDateTime(QDateTime.fromSecsSinceEpoch(int(chosen.timestamp())))
    hand.wait_until(lambda: kept(letter).not_before == chosen)

    hand.tick("Not before")
    assert kept(letter) == RunSettings()


def test_a_list_is_closed_and_says_who_came_later(
    letter: int, make: Make, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)
    hand.tick("Signed by")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    field.setDateTime(QDateTime(2010, 7, 26, 12, 0, 0))
    hand.wait_until(lambda: str(kept(letter).signed_by).startswith("2010-07-2"))
    hand.wait_for_words("1 agreed after 2010-07-26 12:00, when this list was closed")

    hand.tick("Signed by")
    assert kept(letter) == RunSettings()


def test_a_closed_list_is_chosen_and_printed(
    letter: int, make: Make, open_letter: Open, kept: Callable[[int], RunSettings], app: Application
) -> None:
    make.close_list(letter)
    make.sign_on(letter)
    make.confirm(letter)
    hand = opened(open_letter, letter)
    box = hand.field("Who is printed")
    assert box.currentText() == "Everybody who has confirmed"
    hand.tick("Signed by")
    hand.choose("Who is printed", box.itemText(1))
    assert kept(letter) == RunSettings(list_number=1)
    hand.wait_for_words("Not on list 1, closed as of ")
    assert not [one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible()]
    hand.press("How")
    assert "List 1" in hand.words

    app.take_back()
    app.take_back()
    hand.settle()
    assert kept(letter) == RunSettings()


def test_files_of_one_list_do_not_replace_those_of_another(
    letter: int, make: Make, open_letter: Open
) -> None:
    make.close_list(letter)
    hand = opened(open_letter, letter)
    (before,) = [each for each in hand.words if each.endswith(" – letters.pdf")]
    box = hand.field("Who is printed")
    hand.choose("Who is printed", box.itemText(1))
    assert before.replace(" – letters", " – list 1 – letters") in hand.words
    hand.choose("Who is printed", "Everybody who has confirmed")
    assert before in hand.words


def test_who_is_printed_is_said_while_the_options_are_folded(
    letter: int, make: Make, open_letter: Open
) -> None:
    make.close_list(letter)
    hand = open_letter(letter)
    hand.open_tab("Run")
    assert "Everybody; list 1 is closed" in hand.words


def test_a_list_that_was_taken_back_is_said_to_be_missing(
    letter: int, make: Make, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    with make.database.work("Choose") as unit:
        letters.set_run_settings(unit.session, letter, RunSettings(list_number=1))
    hand = opened(open_letter, letter)
    assert hand.field("Who is printed").currentText() == "List 1, which is not there"
    assert any("has no list 1: choose another one" in words for words in hand.words)
    hand.choose("Who is printed", "Everybody who has confirmed")
    assert kept(letter) == RunSettings()
    hand.wait_until(lambda: not any("has no list 1" in words for words in hand.words))


def test_everything_of_the_options_has_a_name(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.tick("Not before")
    assert hand.nameless() == []


NAMES = "Names of files"


@pytest.fixture
def named(make: Make) -> int:
    """A letter whose first recipient is named from right to left."""
    made = make.letter(sign_ons=1)
    make.recipient("بعثة تشاد", letter=made, country="TD")
    make.recipient("Mission of Fiji", letter=made, country="FJ")
    make.confirm(made)
    return made


def first(name: str) -> str:
    return f"The first of the letters in one file each: {name}"


def test_names_of_files_are_shown_while_they_are_typed(
    named: int, open_letter: Open, app: Application, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, named)
    assert first("1 Mission of Fiji.pdf") in hand.words

    hand.write(NAMES, "{country} - {name}")
    assert first("Fiji - Mission of Fiji.pdf") in hand.words
    hand.wait_until(lambda: kept(named).naming == "{country} - {name}")

    app.take_back()
    hand.settle()
    hand.press("How")
    hand.press("How")
    assert kept(named).naming == ""
    assert hand.field(NAMES).text() == ""


def test_a_mistake_in_a_name_is_said_and_not_kept(
    named: int, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, named)
    hand.write(NAMES, "{name}")
    hand.wait_until(lambda: kept(named).naming == "{name}")

    hand.type_on(NAMES, "{nane}")

    problem = "“nane” is no field of a file’s name. The nearest one is “name”."
    hand.wait_until(lambda: problem in hand.words)
    assert hand.field(NAMES).accessibleDescription() == problem
    hand.press("How")
    hand.press("How")
    assert hand.field(NAMES).text() == "{name}"
    assert kept(named).naming == "{name}"


def test_fields_are_picked_for_a_name(named: int, open_letter: Open) -> None:
    hand = opened(open_letter, named)
    menu = hand.field(NAMES).offer_fields()
    hand.pick(menu, "Country\tcountry")
    assert hand.field(NAMES).text() == "{country}"
    assert first("Fiji.pdf") in hand.words


def test_files_get_the_names_that_were_shown(named: int, open_letter: Open, tmp_path: Path) -> None:
    hand = opened(open_letter, named)
    hand.write("Folder", str(tmp_path))
    for name in ("Letters in one file, PDF", "Letters, one file each, PDF"):
        hand.tick_named(name)
    hand.write(NAMES, "{number}. {name}")

    hand.press("Make all")

    made = {path.name for path in (tmp_path / "To the missions – letters").glob("*.pdf")}
    assert made == {"1. Mission of Fiji.pdf", "2. بعثة تشاد.pdf"}


def test_labels_and_envelopes_have_options_of_their_own(
    letter: int, open_letter: Open, app: Application, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)
    hand.field("First free label of the first sheet").setValue(4)
    hand.write("Sender on envelopes", "Night Sky Coalition")
    hand.key("Sender on envelopes", Qt.Key.Key_Return)
    hand.type_on("Sender on envelopes", "Geneva")
    wanted = RunSettings(first_label=4, sender="Night Sky Coalition\nGeneva")
    hand.wait_until(lambda: kept(letter) == wanted)

    app.take_back()
    hand.settle()
    assert kept(letter) == RunSettings(first_label=4)
    hand.wait_until(lambda: hand.field("Sender on envelopes").toPlainText() == "")


def test_what_was_ticked_stays_in_sight_when_a_warning_comes(
    letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    hand.page.resize(780, 420)
    hand.settle()
    box = next(one for one in hand.page.findChildren(QCheckBox) if one.text() == "&Not before")
    box.setFocus()
    (area,) = [one for one in hand.page.findChildren(QScrollArea) if one.isAncestorOf(box)]
    area.verticalScrollBar().setValue(0)
    area.ensureWidgetVisible(box, 0, 0)
    before = area.verticalScrollBar().maximum()

    box.click()

    hand.wait_for_words("not to be made before")
    hand.wait_until(lambda: area.verticalScrollBar().maximum() > before)
    hand.wait_until(lambda: not hand.field("Not before: day and time").visibleRegion().isEmpty())
    assert not box.visibleRegion().isEmpty()


@pytest.mark.parametrize("name", ["Letters in the sample", "First free label of the first sheet"])
def test_a_number_stands_off_from_the_border(letter: int, open_letter: Open, name: str) -> None:
    picture = opened(open_letter, letter).field(name).grab().toImage()

    middle = range(picture.height() // 4, picture.height() * 3 // 4)
    margin = {picture.pixel(x, y) for x in range(2, 6) for y in middle}

    assert len(margin) == 1


def test_a_list_that_is_closed_now_keeps_who_agreed_until_now(
    letter: int, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)
    before = dt.datetime.now(dt.UTC)
    hand.tick("Signed by")
    signed_by = kept(letter).signed_by
    assert signed_by is not None
    assert before <= signed_by < dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(("month", "zone"), [(1, "CET"), (7, "CEST")])
def test_the_zone_is_that_of_the_moment(qtbot: QtBot, month: int, zone: str) -> None:
    panel = OptionsPanel()
    qtbot.addWidget(panel)
    panel.show_settings(RunSettings(signed_by=dt.datetime(2010, month, 26, 12, tzinfo=dt.UTC)))
    assert any(f"({zone})" in one.text() for one in panel.findChildren(QLabel))

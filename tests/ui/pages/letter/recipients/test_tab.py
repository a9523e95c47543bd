"""Recipients: chosen by a condition that is checked while it is typed, with gaps and doubles."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from signatories import history, standing
from signatories.database import Database
from signatories.letters.text_file import LetterFile
from signatories.models import ActKind, Recipient
from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from tests.ui.pages.letter.tables import place_of, shown, table
from ui.application import Application
from ui.pages.letter.recipients.ready_conditions import ReadyConditions

Open = Callable[[int], Hand]
Stored = Callable[[int], LetterFile]


@pytest.fixture
def letter(make: Make) -> int:
    acts = {
        "GH": {ActKind.SIGNATURE: dt.date(2003, 9, 24)},
        "AT": {ActKind.RATIFICATION: dt.date(2004, 5, 6)},
    }
    make.instrument("Night Protocol", acts)
    made = make.letter(instrument="Night Protocol")
    for name, code in (("Austria", "AT"), ("Ghana", "GH"), ("Jamaica", "JM")):
        make.recipient(name, letter=made, country=code, language="en")
    return made


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Recipients")
    return hand


def test_standing_is_shown_as_of_the_letters_day(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)

    assert shown(hand, "Name") == ["Austria", "Ghana", "Jamaica"]
    assert shown(hand, "Standing") == ["Party", "Signed", "No action"]
    assert hand.field("Instrument").currentText() == "Night Protocol"
    assert hand.field("Table checked").text() == "1 Mar 2015"


def test_another_treaty_gives_other_standings_and_is_taken_back(
    make: Make, letter: int, open_letter: Open, stored: Stored, app: Application
) -> None:
    make.instrument("Dusk Protocol", {"JM": {ActKind.RATIFICATION: dt.date(2004, 5, 6)}})
    hand = opened(open_letter, letter)

    hand.choose("Instrument", "Dusk Protocol")
    assert stored(letter).instrument == "Dusk Protocol"
    assert shown(hand, "Standing") == ["No action", "No action", "Party"]

    app.take_back()
    hand.settle()
    assert hand.field("Instrument").currentText() == "Night Protocol"
    assert shown(hand, "Standing") == ["Party", "Signed", "No action"]


def test_a_letter_without_a_treaty_among_several_can_be_given_one(
    make: Make, letter: int, open_letter: Open, stored: Stored
) -> None:
    make.instrument("Dusk Protocol", {"JM": {ActKind.RATIFICATION: dt.date(2004, 5, 6)}})
    other = make.letter(where="status = party")
    make.recipient("Jamaica", letter=other, country="JM")
    hand = opened(open_letter, other)
    assert hand.field("Instrument").currentText() == ""

    hand.choose("Instrument", "Dusk Protocol")
    assert stored(other).instrument == "Dusk Protocol"
    assert shown(hand, "Name") == ["Jamaica"]


def test_the_day_on_which_a_table_was_checked_is_noted(
    letter: int, open_letter: Open, app: Application
) -> None:
    hand = opened(open_letter, letter)
    hand.write("Table checked", "soon")
    hand.key("Table checked", Qt.Key.Key_Return)
    assert "This is not one certain day. Write it as 2010-07-26." in hand.words

    hand.write("Table checked", "1 May 2016")
    hand.key("Table checked", Qt.Key.Key_Return)
    hand.settle()
    with app.database.reading() as session:
        (known,) = standing.known_instruments(session)
    assert known.checked_on == dt.date(2016, 5, 1)
    assert hand.field("Table checked").text() == "1 May 2016"


def test_condition_is_tried_while_typing_and_kept_when_told(
    letter: int, open_letter: Open, stored: Stored, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)

    hand.write("Goes to", "status != party")
    hand.wait_until(lambda: shown(hand, "Name") == ["Ghana", "Jamaica"])
    assert stored(letter).recipients == ""
    hand.press("Use this choice")

    assert stored(letter).recipients == "status != party"
    assert hand.tab_text(3) == "Recipients  2"

    hand.act_on(notices.posted[0])

    assert stored(letter).recipients == ""
    assert shown(hand, "Name") == ["Austria", "Ghana", "Jamaica"]


def test_mistake_names_the_nearest_and_is_not_kept(
    letter: int, open_letter: Open, stored: Stored
) -> None:
    hand = opened(open_letter, letter)

    hand.write("Goes to", "statsu != party")
    hand.wait_for_words("The nearest one is “status”")
    hand.press("Discard")

    assert hand.field("Goes to").text() == ""
    assert not any("nearest" in text for text in hand.words)
    assert stored(letter).recipients == ""


def test_mistake_is_shown_exactly_as_long_as_it_is_there(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.write("Goes to", "statsu != party")
    hand.wait_for_words("The nearest one is “status”")

    hand.key("Goes to", Qt.Key.Key_Return)
    hand.settle()
    assert any("The nearest one is “status”" in text for text in hand.words)

    hand.write("Goes to", "status != party")
    hand.key("Goes to", Qt.Key.Key_Return)
    hand.settle()
    assert hand.field("Goes to").accessibleDescription() == ""
    assert not any("nearest" in text for text in hand.words)
    assert shown(hand, "Name") == ["Ghana", "Jamaica"]


def test_wrong_day_does_not_hide_that_the_condition_is_wrong(
    letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    hand.write("Goes to", "statsu != party")
    hand.wait_for_words("The nearest one is “status”")

    hand.write("Standing as of", "03/04/2010")
    hand.wait_for_words("Write it as 2010-07-26.")
    assert any("The nearest one is “status”" in text for text in hand.words)

    hand.write("Goes to", "status = party")
    assert not any("nearest" in text for text in hand.words)
    assert any("Write it as 2010-07-26." in text for text in hand.words)


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("Everybody", ["Austria", "Ghana", "Jamaica"]),
        ("Not a party", ["Ghana", "Jamaica"]),
        ("Signed, not a party", ["Ghana"]),
        ("No action", ["Jamaica"]),
    ],
)
def test_condition_is_picked_in_plain_words(
    letter: int, open_letter: Open, words: str, chosen: list[str]
) -> None:
    hand = opened(open_letter, letter)
    hand.write("Goes to", "status = withdrawn")
    hand.wait_until(lambda: shown(hand, "Name") == [])

    hand.pick(hand.button("Ready conditions").menu(), words)

    hand.wait_until(lambda: shown(hand, "Name") == chosen)


def test_conditions_on_standing_are_offered_with_an_instrument_only(
    make: Make, open_letter: Open
) -> None:
    hand = opened(open_letter, make.letter(recipients=1))

    assert not any(button.isVisible() for button in hand.page.findChildren(ReadyConditions))


def test_day_is_shown_as_it_is_stored_and_stored_once(
    letter: int, open_letter: Open, database: Database
) -> None:
    hand = opened(open_letter, letter)

    hand.write("Standing as of", "26 July 2010")
    use = hand.button("Use this choice")
    hand.press("Use this choice")

    assert hand.field("Standing as of").text() == "26 Jul 2010"
    assert not use.isVisible()
    hand.key("Standing as of", Qt.Key.Key_Return)
    hand.settle()
    with database.reading() as session:
        labels = [entry.message.key for entry in history.entries(session)]
    assert labels.count("Choose the recipients of “{letter}”") == 1


def test_other_day_gives_another_standing(letter: int, open_letter: Open, stored: Stored) -> None:
    hand = opened(open_letter, letter)

    hand.write("Standing as of", "2004-01-01")
    hand.wait_until(lambda: shown(hand, "Standing") == ["No action", "Signed", "No action"])
    hand.press("Use this choice")

    assert stored(letter).as_of == dt.date(2004, 1, 1)


def test_day_that_is_none_is_said_beside_the_field(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)

    hand.write("Standing as of", "03/04/2010")

    hand.wait_for_words("Write it as 2010-07-26.")


def test_gap_shows_whom_it_is_about(make: Make, open_letter: Open) -> None:
    letter = make.letter(salutation="{{ recipient.salutation }}")
    make.recipient("Ghana", letter=letter, salutation="Excellency,")
    make.recipient("Jamaica", letter=letter)
    hand = opened(open_letter, letter)

    hand.wait_for_words("1 recipient without a value for “recipient.salutation”")
    hand.press("Show")
    assert shown(hand, "Name") == ["Jamaica"]

    hand.press("Show")
    assert shown(hand, "Name") == ["Ghana", "Jamaica"]


def test_recipient_joins_the_list_that_the_letter_has(
    database: Database, letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)

    hand.press("Add…")
    hand.write("Name", "Bhutan")
    hand.press("Add")

    assert shown(hand, "Name") == ["Austria", "Bhutan", "Ghana", "Jamaica"]
    with database.reading() as session:
        assert {row.letter_id for row in session.query(Recipient)} == {letter}


def test_recipient_joins_the_files_list_when_the_letter_chooses_from_it(
    database: Database, make: Make, open_letter: Open
) -> None:
    make.recipient("Austria")
    hand = opened(open_letter, make.letter())

    hand.press("Add…")
    assert any("it is added there" in text for text in hand.words)
    hand.write("Name", "Bhutan")
    hand.press("Add")

    assert shown(hand, "Name") == ["Austria", "Bhutan"]


def test_recipient_is_edited_and_removed(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    table(hand).selectRow(0)

    hand.key_on(table(hand), Qt.Key.Key_Return)
    hand.write("Person", "Ada Vance")
    hand.press("Save")
    assert shown(hand, "Person") == ["Ada Vance", "", ""]

    hand.key_on(table(hand), Qt.Key.Key_Delete)
    assert shown(hand, "Name") == ["Ghana", "Jamaica"]


def test_a_salutation_is_typed_where_it_is_missing(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    rows = table(hand)
    place = place_of(hand, "Salutation")
    rows.setCurrentIndex(rows.model().index(1, place))

    hand.key_on(rows, Qt.Key.Key_F2)
    editor = rows.viewport().findChild(QLineEdit)
    editor.setText("Your Excellency,")
    hand.key_on(editor, Qt.Key.Key_Return)

    hand.wait_until(lambda: shown(hand, "Salutation") == ["", "Your Excellency,", ""])
    assert hand.dialog is None


def test_a_name_that_is_emptied_is_asked_for(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    rows = table(hand)
    rows.setCurrentIndex(rows.model().index(1, 0))
    hand.key_on(rows, Qt.Key.Key_F2)
    editor = rows.viewport().findChild(QLineEdit)
    editor.clear()
    hand.key_on(editor, Qt.Key.Key_Return)

    hand.wait_for_words("A recipient needs a name.")
    hand.write("Name", "Mission of Ghana")
    hand.press("Save")
    assert shown(hand, "Name") == ["Austria", "Jamaica", "Mission of Ghana"]

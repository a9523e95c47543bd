"""The designer: every setting is one undoable action, shown at once, and only what matters is in sight."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from signatories import history, letters
from signatories.block.settings import PATTERN, BlockSettings, OrderRule
from signatories.database import Database
from signatories.models import Capacity, Recipient, SignOn
from signatories.models.block import Form, Grouping, Late, Marker, Order, Place, Reduction
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.pages.letter.block.pattern_field import PatternField
from ui.pages.letter.saving import PAUSE
from ui.widgets.page_view import Sheet
from ui.widgets.piece_label import PieceLabel

Open = Callable[[int], Hand]


@pytest.fixture
def letter(make: Make) -> int:
    letter = make.letter(recipients=2)
    make.sign_on(letter, "Ada Vance", "Aurora", role="Director")
    make.sign_on(letter, "Zoe Abel", "Haven", capacity=Capacity.PERSONAL)
    make.confirm(letter)
    return letter


@pytest.fixture
def hand(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Block")
    return hand


@pytest.fixture
def stored(database: Database, letter: int) -> Callable[[], BlockSettings]:
    def stored() -> BlockSettings:
        with database.reading() as session:
            return letters.block_of(letters.get(session, letter))

    return stored


Stored = Callable[[], BlockSettings]


def actions(database: Database) -> int:
    with database.reading() as session:
        return len(history.entries(session))


def page(hand: Hand) -> QImage:
    (sheet,) = [one for one in hand.page.findChildren(Sheet) if one.isVisible()]
    return sheet.grab().toImage()


def seen(hand: Hand) -> set[str]:
    """The names of the controls in sight."""
    return {one.accessibleName() for one in hand.page.findChildren(QWidget) if one.isVisible()}


def test_a_form_is_chosen_from_pictures_and_drawn(hand: Hand, stored: Stored) -> None:
    before = page(hand)

    hand.press("Table")

    assert stored().layout.form is Form.TABLE
    assert page(hand) != before
    assert "Rules" in seen(hand)
    assert "Columns" not in seen(hand)


@pytest.mark.parametrize(
    ("form", "there", "gone"),
    [
        ("Lines", "Before each", "Between"),
        ("Paragraph", "Between", "Columns"),
        ("Paragraph", "Before each", "Filled"),
        ("Table", "Columns of the table", "Pattern of a line"),
        ("Logos", "Area of a logo", "Room to sign"),
        ("To sign", "Room to sign", "Rules"),
        ("To sign", "Before each", "Area of a logo"),
    ],
)
def test_only_what_matters_for_a_form_is_in_sight(
    hand: Hand, form: str, there: str, gone: str
) -> None:
    hand.press("Table")
    hand.press(form)

    assert there in seen(hand)
    assert gone not in seen(hand)


def test_how_columns_are_filled_is_asked_when_there_are_several(hand: Hand) -> None:
    assert "Filled" not in seen(hand)

    hand.field("Columns").setValue(2)

    assert "Filled" in seen(hand)


def test_a_pattern_is_shown_on_the_first_signatory_while_it_is_typed(
    hand: Hand, stored: Stored
) -> None:
    hand.write("Pattern of a line", "{organisation}: {name}")

    assert "Aurora: Ada Vance" in _examples(hand)
    hand.wait_until(lambda: stored().layout.pattern == "{organisation}: {name}")


def test_a_pattern_that_comes_late_is_no_mistake(
    make: Make, open_letter: Open, qtbot: QtBot
) -> None:
    letter = make.letter(sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    field = hand.page.findChild(PatternField)
    qtbot.wait(1)  # colours come when the events are seen to

    hand.open_tab("Block")

    assert not any("names no field" in words for words in hand.words)
    assert field.findChild(QPlainTextEdit).toPlainText() == PATTERN


def test_what_is_typed_is_one_action_after_a_pause(
    hand: Hand, stored: Stored, database: Database
) -> None:
    before = actions(database)

    hand.write("Pattern of a line", "{name} of {organisation}")
    assert actions(database) == before

    hand.wait_until(lambda: stored().layout.pattern == "{name} of {organisation}")
    assert actions(database) == before + 1


def test_a_wrong_pattern_is_said_beneath_and_not_saved(hand: Hand, stored: Stored) -> None:
    hand.write("Pattern of a line", "{nam}")

    problem = "“nam” is no field of a line. The nearest one is “name”."
    assert problem in hand.words
    hand.choose_in("Order", "Order", "By family name")
    assert problem in hand.words
    assert stored().layout.pattern != "{nam}"


def test_what_is_mistyped_is_gone_when_its_part_is_folded(hand: Hand, stored: Stored) -> None:
    hand.write("Pattern of a line", "{nmae}")
    hand.press("Who is in it")
    hand.write("Only if", "contry = Ghana")
    assert any("“nmae”" in words for words in hand.words)
    assert any("“contry”" in words for words in hand.words)

    for part in ("Line", "Line", "Who is in it", "Who is in it"):
        hand.press(part)

    assert hand.field("Pattern of a line").toPlainText() == PATTERN
    assert hand.field("Only if").text() == ""
    assert not any("nmae" in words or "contry" in words for words in hand.words)
    assert stored() == BlockSettings()


def test_a_ready_pattern_is_offered_as_it_will_look(hand: Hand, stored: Stored) -> None:
    field = next(one for one in hand.page.findChildren(PatternField) if one.isVisible())

    hand.pick(field.ready_menu(), "Ada Vance (Director)")

    hand.wait_until(lambda: stored().layout.pattern == "{name} ({role})")


def test_columns_of_a_table_are_ticked_and_moved(hand: Hand, stored: Stored) -> None:
    hand.press("Table")
    columns: QListWidget = hand.field("Columns of the table")
    row = [columns.item(row).text() for row in range(columns.count())].index("Role")
    columns.item(row).setCheckState(Qt.CheckState.Checked)
    assert stored().layout.table_columns == ("number", "organisation", "country", "role")

    columns.setCurrentRow(1)
    hand.alt(columns, Qt.Key.Key_Up)
    assert stored().layout.table_columns == ("organisation", "number", "country", "role")


def test_a_random_order_is_drawn_again(hand: Hand, stored: Stored) -> None:
    hand.choose_in("Order", "Order", "By lot")
    assert "“The” in front" not in seen(hand)

    hand.press("Shuffle again")

    assert (stored().order.order, stored().order.seed) == (Order.RANDOM, 1)


def test_lines_are_ordered_by_a_column_of_their_own(
    open_letter: Open, make: Make, stored: Stored
) -> None:
    with make.database.work("Rank them") as unit:
        lines = unit.session.query(SignOn).order_by(SignOn.place)
        for line, rank in zip(lines, ("2", "1"), strict=True):
            line.confirmations[0].extra = {"priority": rank}
    hand = open_letter(1)
    hand.open_tab("Block")

    hand.choose_in("Order", "Order", "By a further column, as by priority")

    assert stored().order == OrderRule(Order.COLUMN, column="priority")
    assert hand.field("Column").currentText() == "priority"


def test_groups_are_listed_captioned_and_moved(hand: Hand, stored: Stored) -> None:
    hand.choose_in("Groups", "Group by", "Capacity")
    groups: QListWidget = hand.field("Groups, in their order")
    assert [groups.item(row).text() for row in range(2)] == [
        "Organisations  1",
        "In a personal capacity  1",
    ]

    groups.setCurrentRow(0)
    hand.settle()
    hand.write("Heading", "Bodies")
    hand.wait_until(lambda: [group.heading for group in stored().groups] == ["Bodies", ""])

    groups.setFocus()
    hand.alt(groups, Qt.Key.Key_Down)
    assert [group.heading for group in stored().groups] == ["", "Bodies"]
    assert stored().grouping is Grouping.CAPACITY


def test_headings_of_groups_come_again_unless_that_is_switched_off(
    hand: Hand, stored: Stored
) -> None:
    hand.choose_in("Groups", "Group by", "Capacity")
    hand.tick("Headings again on each further page")
    assert not stored().continued


def test_a_group_has_a_form_and_an_order_of_its_own_on_demand(hand: Hand, stored: Stored) -> None:
    hand.press("Form")
    hand.press("Line")
    hand.choose_in("Groups", "Group by", "Capacity")
    hand.field("Groups, in their order").setCurrentRow(1)
    hand.settle()

    hand.tick("A form of its own")
    hand.press("Paragraph")
    hand.tick("An order of its own")
    hand.choose("Order", "By family name")

    own = {group.key: group for group in stored().groups}["personal"]
    assert own.layout is not None
    assert own.order is not None
    assert (own.layout.form, own.order.order) == (Form.RUN_IN, Order.FAMILY)
    assert stored().layout.form is Form.LINES

    hand.tick("A form of its own")
    assert {group.key: group for group in stored().groups}["personal"].layout is None


@pytest.mark.parametrize(
    ("act", "is_so"),
    [
        (lambda hand: hand.tick("Say how many signed"), lambda block: block.count_line),
        (lambda hand: hand.tick("Say as of which day"), lambda block: block.as_of_line),
        (lambda hand: hand.write("Heading", "Signed,"), lambda block: block.heading == "Signed,"),
        (lambda hand: hand.write("Notice", "Be kind."), lambda block: block.notice == "Be kind."),
        (lambda hand: hand.field("Lines shown").setValue(1), lambda block: block.limit == 1),
        (
            lambda hand: hand.tick("“For identification only”"),
            lambda block: block.identification_notice,
        ),
    ],
)
def test_counts_and_notices_are_saved(
    hand: Hand,
    stored: Stored,
    act: Callable[[Hand], object],
    is_so: Callable[[BlockSettings], Any],
) -> None:
    hand.press("Counts and notices")

    act(hand)

    hand.wait_until(lambda: bool(is_so(stored())))


def test_half_a_heading_is_said_above_the_page_and_stays_in_the_field(
    hand: Hand, stored: Stored, qtbot: QtBot
) -> None:
    hand.press("Counts and notices")

    hand.write("Heading", "Signatories ({coun")
    hand.wait_for_words("has no partner")
    qtbot.wait(PAUSE + 100)
    hand.settle()
    assert hand.field("Heading").text() == "Signatories ({coun"
    assert stored().heading == ""

    hand.write("Heading", "Signatories ({count})")
    hand.wait_until(lambda: stored().heading == "Signatories ({count})")
    assert not any("has no partner" in words for words in hand.words)


def test_the_hint_of_a_row_that_is_not_asked_for_is_not_shown(hand: Hand) -> None:
    hand.choose_in("Late signers", "Late signers", "Under a heading of their own")
    assert "The last day in time, such as 2010-07-26" in hand.words

    hand.choose("Late signers", "Sorted in among the others")
    assert "The last day in time, such as 2010-07-26" not in hand.words


def test_late_signers_are_set_apart_after_a_day(hand: Hand, stored: Stored) -> None:
    hand.choose_in("Late signers", "Late signers", "Under a heading of their own")
    hand.write("Late after", "soon")
    assert "This is no day. Write one such as 2010-07-26." in hand.words

    hand.write("Late after", "2010-07-26")
    hand.wait_until(lambda: stored().late_after is not None)
    after = stored().late_after
    assert after is not None
    assert stored().late is Late.OWN_HEADING
    assert f"{after.astimezone():%Y-%m-%d %H:%M}" == "2010-07-26 23:59"


def test_a_condition_chooses_who_is_in_it(hand: Hand, stored: Stored) -> None:
    hand.press("Who is in it")
    hand.write("Only if", "capacity = personally")
    assert any("personal" in words and "nearest" in words for words in hand.words)
    assert stored().where == ""

    hand.write("Only if", "capacity = personal")
    hand.wait_for_words("Version 1 · 1 person for themselves")
    hand.wait_until(lambda: stored().where == "capacity = personal")

    hand.write("Only if", "")
    hand.wait_for_words("Version 1 · 1 organisation · 1 person for themselves")


def test_a_condition_that_nobody_meets_says_so_above_the_page(hand: Hand) -> None:
    hand.press("Who is in it")
    hand.write("Only if", "organisation = Auror")
    hand.wait_for_words("Nobody who confirmed meets “organisation = Auror”.")
    assert any("is “Aurora”" in words for words in hand.words)

    hand.write("Only if", "organisation = Aurora")
    hand.wait_for_words("Version 1 · 1 organisation")
    assert not any("Nobody" in words for words in hand.words)


def test_what_does_not_fit_is_said_above_the_page(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Vance", "Llan" + "fair" * 30)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.open_tab("Block")

    hand.field("Columns").setValue(4)
    hand.settle()

    assert any("Llanfair" in words and "longer than its line" in words for words in hand.words)


def test_tab_goes_through_the_designer_from_top_to_bottom(hand: Hand, qtbot: QtBot) -> None:
    hand.press("Line")
    hand.field("Start from").setFocus()
    passed = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        passed.append(focus.accessibleName() or focus.text())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert passed == ["Start from", "Form", "Lines", "Columns", "Before each"]


def test_place_and_what_each_recipient_sees_are_chosen(hand: Hand, stored: Stored) -> None:
    hand.choose_in("Where it stands", "Place", "In an annex of its own")
    hand.choose_in("For each recipient", "Each sees", "Only its own signatories")

    assert stored().place is Place.ANNEX
    reduced = stored().reduced
    assert reduced is not None
    assert (reduced.column, reduced.how) == ("country", Reduction.ONLY)


def test_recipients_are_matched_by_the_columns_that_both_have(
    make: Make, open_letter: Open, database: Database
) -> None:
    letter = make.letter(recipients=1)
    sign_on = make.sign_on(letter, "Ada Vance", "Aurora")
    with database.work("Add columns") as unit:
        own = {"constituency": "Lower Ford", "profession": "Baker"}
        unit.session.get_one(SignOn, sign_on).extra = own
        unit.session.scalars(select(Recipient)).one().extra = {"Constituency name": "Lower Ford"}
    make.confirm(letter)
    hand = open_letter(letter)
    hand.open_tab("Block")

    hand.choose_in("For each recipient", "Each sees", "Only its own signatories")

    box: QComboBox = hand.field("Matched by")
    assert [box.itemText(row) for row in range(box.count())] == [
        "Country",
        "Language",
        "constituency",
    ]


def test_the_whole_letter_of_a_recipient_can_be_looked_at(hand: Hand) -> None:
    alone = page(hand)

    box: QComboBox = hand.field("What is shown")
    hand.choose("What is shown", box.itemText(1))

    assert page(hand) != alone


def test_a_preset_is_a_beginning_and_its_name_is_shown(hand: Hand, stored: Stored) -> None:
    hand.choose("Start from", "Organisations, numbered")
    assert stored().layout.marker is Marker.NUMBERS

    hand.field("Columns").setValue(2)
    assert hand.field("Start from").currentIndex() == -1

    hand.press("Reset")
    hand.wait_until(lambda: stored() == BlockSettings())
    assert hand.field("Start from").currentText() == "Name, role and organisation"


def test_a_preset_is_saved_under_a_name_and_forgotten(hand: Hand, stored: Stored) -> None:
    hand.press("Paragraph")
    hand.press("Save as a preset…")
    hand.write("Name", "Our way")
    hand.press("Save")
    assert hand.field("Start from").currentText() == "Our way"

    hand.press("Reset")
    hand.choose("Start from", "Our way")
    assert stored().layout.form is Form.RUN_IN

    hand.press("Forget it")
    assert hand.field("Start from").findText("Our way") == -1


def test_undo_offers_a_forgotten_preset_again(hand: Hand, app: Application) -> None:
    hand.press("Paragraph")
    hand.press("Save as a preset…")
    hand.write("Name", "Our way")
    hand.press("Save")
    hand.press("Forget it")
    app.take_back()
    hand.settle()
    assert hand.field("Start from").currentText() == "Our way"

    app.take_back()
    hand.settle()
    assert hand.field("Start from").findText("Our way") == -1


def test_undo_shows_the_settings_before(hand: Hand, app: Application) -> None:
    before = page(hand)
    hand.press("Table")
    assert page(hand) != before

    app.take_back()
    hand.settle()

    assert hand.button("Lines").isCheckable()
    assert page(hand) == before


def test_leaving_the_tab_saves_what_was_typed(hand: Hand, stored: Stored) -> None:
    hand.write("Pattern of a line", "{name}")

    hand.open_tab("Text")

    assert stored().layout.pattern == "{name}"


def test_every_part_of_the_designer_has_a_name(hand: Hand) -> None:
    for text in ("Order", "Groups", "Counts and notices", "Late signers", "For each recipient"):
        hand.press(text)
    hand.choose("Group by", "Capacity")
    hand.press("Compare")
    assert hand.nameless() == []
    hand.press("Move lines")
    assert hand.nameless() == []


def _examples(hand: Hand) -> list[str]:
    return [one.accessibleDescription() for one in hand.page.findChildren(PieceLabel)]

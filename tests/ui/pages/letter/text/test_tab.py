"""Editing a letter's text: chips and checks while typing, saving, versions, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from signatories import letters, overview
from signatories.database import Database
from signatories.letters.text_file import LetterFile
from signatories.models import Paper
from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from ui.pages.letter.text.form import LetterForm
from ui.pages.letter.text.preview import LetterPreview
from ui.theme import colour
from ui.widgets.page_view import PageView, Sheet

Open = Callable[[int], Hand]
Stored = Callable[[int], LetterFile]
CONTROL = Qt.KeyboardModifier.ControlModifier


def version(database: Database, letter: int) -> overview.VersionState:
    with database.reading() as session:
        return overview.read(session, letter).version


def ground(field: QWidget) -> QColor:
    return field.grab().toImage().pixelColor(4, field.height() // 2)


def edge(field: QWidget) -> QColor:
    return field.grab().toImage().pixelColor(0, field.height() // 2)


def test_saved_text_can_be_undone(
    make: Make, open_letter: Open, stored: Stored, notices: RecordingNotices
) -> None:
    letter = make.letter(recipients=1)
    hand = open_letter(letter)

    hand.write("Text", "We write again.")
    assert hand.tab_text(0) == "Text •"
    hand.key("Text", Qt.Key.Key_S, CONTROL)
    hand.settle()

    assert stored(letter).body == "We write again."
    assert notices.texts == ["The text is saved."]
    assert hand.tab_text(0) == "Text"

    hand.act_on(notices.posted[0])

    assert stored(letter).body == "We write to {{ recipient.name }}."
    assert hand.field("Text").text() == "We write to {{ recipient.name }}."


def test_unknown_field_is_named_beside_the_text_and_not_saved(
    make: Make, open_letter: Open, stored: Stored
) -> None:
    letter = make.letter(recipients=1)
    hand = open_letter(letter)

    hand.write("Text", "To {{ recipient.contry }}.")
    hand.wait_for_words("The nearest one is “recipient.country”.")
    hand.press("Save")

    assert stored(letter).body == "We write to {{ recipient.name }}."
    assert "recipient.country" in hand.field("Text").accessibleDescription()
    assert hand.field("Text").text() == "To {{ recipient.contry }}."


def test_date_that_is_none_is_not_saved(make: Make, open_letter: Open, stored: Stored) -> None:
    letter = make.letter(recipients=1)
    hand = open_letter(letter)
    hand.press("Heading")

    hand.write("Date", "03/04/2010")
    hand.press("Save")

    assert any("Write it as 2010-07-26" in text for text in hand.words)
    assert stored(letter).date is not None


def test_heading_is_free_while_the_words_are_frozen(
    database: Database, make: Make, open_letter: Open, stored: Stored
) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    assert hand.field("Text").isReadOnly()

    hand.press("Heading")
    hand.write("Place", "Vienna")
    hand.press("Save")

    assert stored(letter).place == "Vienna"
    assert version(database, letter).number == 1


def test_paper_is_chosen_with_the_letterhead_seen_at_once_and_undone(
    make: Make, open_letter: Open, stored: Stored, notices: RecordingNotices
) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    sheet = hand.page.findChild(LetterPreview).findChild(Sheet)
    hand.wait_until(lambda: sheet.isVisible() and sheet.height() / sheet.width() > 1.38)
    hand.press("Heading")
    assert hand.field("Paper").currentText() == "A4"

    hand.choose("Paper", "US Letter (8½ × 11 in)")
    hand.wait_until(lambda: sheet.height() / sheet.width() < 1.32)
    hand.press("Save")
    assert stored(letter).paper is Paper.LETTER

    hand.act_on(notices.posted[0])
    assert stored(letter).paper is Paper.A4
    assert hand.field("Paper").currentText() == "A4"


def test_frozen_words_look_read_only_and_free_ones_do_not(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    words = hand.field("Text")
    words.setFocus()

    assert ground(words) == colour("window")
    assert edge(words) == colour("border")

    hand.wait_for_words("Version 1 is open")
    hand.press("Edit as version 2")
    words.setFocus()

    assert ground(words) == colour("surface")
    assert edge(words) == colour("accent")


def test_long_heading_does_not_push_the_text_out_of_sight(make: Make, open_letter: Open) -> None:
    hand = open_letter(make.letter(letterhead=("A Coalition of Very Many Words " * 8,)))

    (form,) = [one for one in hand.page.findChildren(LetterForm) if one.isVisible()]

    assert form.horizontalScrollBar().maximum() == 0


def test_frozen_text_is_edited_as_the_next_version(
    database: Database, make: Make, open_letter: Open
) -> None:
    letter = make.letter(recipients=1, sign_ons=2)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.wait_for_words("everyone must confirm again")

    hand.press("Edit as version 2")
    hand.write("Text", "We write to you.")
    hand.press("Save")

    state = version(database, letter)
    assert (state.number, state.is_frozen, state.to_confirm) == (2, False, 2)
    hand.wait_for_words("Version 2 is a draft")


def test_what_changed_is_shown_word_by_word(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1, sign_ons=1, body="We write to you today.")
    make.confirm(letter)
    hand = open_letter(letter)
    hand.wait_for_words("Version 1 is open")
    hand.press("Edit as version 2")
    hand.write("Text", "We write to them today.")
    hand.press("Save")

    hand.wait_for_words("Version 2 is a draft")
    hand.press("Show what changed")
    changes = hand.page.findChild(QTextEdit)

    hand.wait_until(lambda: "We write to youthem today." in changes.toPlainText())
    assert changes.isVisible()


def test_keeping_the_version_gives_its_words_back(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.wait_for_words("Version 1 is open")

    hand.press("Edit as version 2")
    hand.write("Text", "Something else.")
    hand.wait_for_words("You are writing version 2")
    hand.press("Keep version 1")

    assert hand.field("Text").text() == "We write to {{ recipient.name }}."
    assert hand.field("Text").isReadOnly()


def test_correction_of_spelling_keeps_the_confirmations(
    database: Database, make: Make, open_letter: Open
) -> None:
    letter = make.letter(recipients=1, sign_ons=1, body="We wriet.")
    make.confirm(letter)
    hand = open_letter(letter)

    hand.wait_for_words("Version 1 is open")
    hand.press("Correct a spelling…")
    hand.press("Correct the text")
    assert any("Say in a few words" in text for text in hand.words)
    hand.write("What is corrected", "a slip in the first line")
    hand.press("Correct the text")
    hand.write("Text", "We write.")
    hand.press("Save")

    state = version(database, letter)
    assert (state.number, state.is_frozen, state.confirmed) == (2, True, 1)
    assert state.correction == "a slip in the first line"


def test_typing_survives_a_change_from_elsewhere(
    database: Database, make: Make, open_letter: Open
) -> None:
    letter = make.letter(recipients=1)
    hand = open_letter(letter)
    hand.press("Heading")
    hand.write("Date", "next week")
    hand.write("Text", "Half a sentence")

    with database.work("Change letter") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        changed = replace(file, closing="Faithfully yours,")
        letters.update(unit.session, letter, changed)
    hand.page.refresh(None)
    hand.settle()

    assert hand.field("Text").text() == "Half a sentence"
    assert hand.field("Date").text() == "next week"
    assert hand.field("Closing").text() == "Faithfully yours,"


def test_leaving_says_that_the_text_is_not_saved(
    make: Make, open_letter: Open, stored: Stored, notices: RecordingNotices
) -> None:
    letter = make.letter(recipients=1)
    hand = open_letter(letter)
    hand.write("Text", "Half a sentence")

    assert hand.page.can_leave()
    assert not hand.page.can_close()

    assert notices.texts[0] == "The text of “To the missions” is not saved yet."
    hand.act_on(notices.posted[0])
    assert stored(letter).body == "Half a sentence"
    assert hand.page.can_close()


def test_no_break_spaces_are_kept(make: Make, open_letter: Open, stored: Stored) -> None:
    letter = make.letter(recipients=1, body="Nous écrivons\u00a0: voilà.")
    hand = open_letter(letter)
    assert not hand.button("Save").isEnabled()

    hand.write("Closing", "Cordialement,")
    hand.press("Save")

    assert stored(letter).body == "Nous écrivons\u00a0: voilà."


def test_field_is_picked_from_a_menu_in_plain_words(make: Make, open_letter: Open) -> None:
    hand = open_letter(make.letter(recipients=1))
    hand.write("Text", "To ")

    hand.key("Text", Qt.Key.Key_Space, CONTROL)
    menu = hand.field("Text").findChild(QMenu)
    hand.pick(menu, "Country, with its article\trecipient.country")
    menu.close()

    assert hand.field("Text").text() == "To {{ recipient.country }}"


def test_arrows_lead_through_every_recipient(make: Make, open_letter: Open) -> None:
    letter = make.letter()
    for name in ("Austria", "Bhutan"):
        make.recipient(name, letter=letter)
    hand = open_letter(letter)
    (view,) = [one for one in hand.page.findChildren(PageView) if one.isVisible()]
    hand.wait_for_words("Page 1 of 1")
    first = view.grab().toImage()

    hand.press("Next recipient")
    hand.wait_until(lambda: view.grab().toImage() != first)

    assert "2 of 2" in hand.words
    assert hand.field("Recipient whose letter is shown").currentText() == "Bhutan"
    assert not hand.button("Next recipient").isEnabled()

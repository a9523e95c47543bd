"""A letter's text in another language: begun, written, declared and looked at in the tab Text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from signatories import letters
from signatories.letters import translations
from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.pages.letter.text.changes_view import ChangesView
from ui.pages.letter.text.language_bar import LanguageBar
from ui.pages.letter.text.tab import TextTab

Open = Callable[[int], Hand]
CHOICE = "Language of the text that is shown"


@pytest.fixture
def hand(make: Make, open_letter: Open) -> Hand:
    """A letter that is open for signature, to a reader of French and one of English."""
    make.letter(sign_ons=1)
    make.recipient("Accra", letter=1, language="en")
    make.recipient("Libreville", letter=1, language="French")
    make.confirm(1)
    return open_letter(1)


def begin(hand: Hand, language: str = "fr") -> None:
    hand.press("Add a translation…")
    hand.dialog.findChild(QComboBox).setEditText(language)
    hand.press("Add")
    hand.settle()


def french(make: Make) -> str:
    with make.database.reading() as session:
        return translations.file_of(session, letters.get(session, 1), "fr").body


def test_one_is_begun_with_the_present_text_and_written(
    make: Make, hand: Hand, notices: RecordingNotices
) -> None:
    begin(hand)
    assert notices.texts[-1] == "The text in “français (fr)” is begun."
    assert hand.field(CHOICE).currentText() == "français (fr)"
    shared = "What its heading leaves empty is as in the letter."
    draft = f"Draft: not printed until it is declared. {shared}"
    assert any(each.startswith(draft) for each in hand.words)
    hand.write("Text", "Nous vous demandons.")
    hand.press("Save")
    assert french(make) == "Nous vous demandons."
    with make.database.reading() as session:
        assert letters.file_of(session, letters.get(session, 1)).body != french(make)


def test_its_heading_may_say_otherwise(make: Make, hand: Hand) -> None:
    begin(hand)
    hand.press("Heading")
    title = hand.page.findChild(QLineEdit, "title")
    assert not title.isVisible()
    assert hand.field("Place").text() == "Geneva"
    hand.write("Place", "Berne")
    hand.press("Save")
    hand.choose(CHOICE, "English (en)")
    assert (hand.field("Place").text(), title.isVisible()) == ("Geneva", True)
    with make.database.reading() as session:
        assert translations.file_of(session, letters.get(session, 1), "fr").place == "Berne"


def test_the_languages_take_turns(make: Make, hand: Hand) -> None:
    begin(hand)
    hand.write("Text", "Nous vous demandons.")
    assert not hand.field(CHOICE).isEnabled()  # nothing typed is lost
    hand.press("Save")
    hand.choose(CHOICE, "English (en)")
    assert hand.field("Text").text() == "We write to {{ recipient.name }}."
    assert hand.field("Text").isReadOnly()
    hand.choose(CHOICE, "français (fr)")
    assert hand.field("Text").text() == "Nous vous demandons."


def test_the_page_is_that_of_its_readers(hand: Hand) -> None:
    recipients = hand.field("Recipient whose letter is shown")
    assert recipients.count() == 2
    begin(hand)
    assert [recipients.itemText(n) for n in range(recipients.count())] == ["Libreville"]


def test_it_is_declared_and_stays(make: Make, hand: Hand, notices: RecordingNotices) -> None:
    begin(hand)
    for part in ("Salutation", "Text", "Closing"):
        hand.write(part, "Excellence,")
    hand.press("Save")
    hand.press("Declare")
    assert notices.texts[-1] == "The text in “français (fr)” is declared."
    assert any(each.startswith("Declared ") and "English" in each for each in hand.words)
    assert hand.field("Text").isReadOnly()
    assert "Declare" not in hand.buttons
    hand.wait_for_words("Changing the text makes version 2")
    hand.press("Edit as version 2")
    hand.type_on("Text", " Autrement.")
    hand.settle()
    (changes,) = hand.page.findChildren(ChangesView)
    hand.wait_until(lambda: "Autrement" in changes.toPlainText())
    hand.press("Save")
    assert french(make) == "Excellence, Autrement."


def test_what_is_not_translated_is_not_declared(hand: Hand, notices: RecordingNotices) -> None:
    begin(hand)
    hand.press("Declare")
    assert notices.texts[-1] == "The text is not translated yet."


def test_a_finding_is_mended_in_its_language(hand: Hand) -> None:
    begin(hand)
    hand.choose(CHOICE, "English (en)")
    tab = hand.page.findChild(TextTab)
    tab.show_part("body", "fr")
    hand.settle()
    assert hand.field(CHOICE).currentText() == "français (fr)"
    tab.show_part("place")
    hand.settle()
    assert hand.field(CHOICE).currentText() == "English (en)"


def test_a_draft_is_removed_and_that_undone(
    make: Make, hand: Hand, notices: RecordingNotices
) -> None:
    begin(hand)
    hand.press("Remove")
    assert hand.field("Text").text() == "We write to {{ recipient.name }}."
    hand.act_on(notices.posted[-1])
    assert french(make) == "We write to {{ recipient.name }}."


def test_a_language_is_a_code(hand: Hand) -> None:
    begin(hand, "the one of the north")
    assert "Choose one, or write a code such as fr or pt-BR." in hand.words


def test_what_is_typed_outlives_its_translation(
    make: Make, hand: Hand, app: Application, notices: RecordingNotices
) -> None:
    begin(hand)
    hand.write("Text", "Nous vous demandons.")
    app.take_back()
    hand.settle()
    assert hand.field("Text").text() == "Nous vous demandons."
    assert any(each.startswith("This text was removed.") for each in hand.words)
    assert not hand.button("Save").isEnabled()
    hand.act_on(notices.posted[-1])
    hand.press("Save")
    assert french(make) == "Nous vous demandons."


def test_a_removed_text_that_is_discarded_gives_way_to_the_first(
    hand: Hand, app: Application
) -> None:
    begin(hand)
    hand.write("Text", "Nous vous demandons.")
    app.take_back()
    hand.settle()
    hand.press("Discard")
    assert hand.field("Text").text() == "We write to {{ recipient.name }}."
    assert not any(each.startswith("This text was removed.") for each in hand.words)


def test_what_is_typed_while_a_translation_begins_stays(make: Make, open_letter: Open) -> None:
    make.letter(body="We write.")
    hand = open_letter(1)
    begin(hand)
    hand.choose(CHOICE, "English (en)")
    hand.write("Text", "We write again.")
    hand.page.findChild(TextTab).show_language("fr")  # as when it has begun
    assert hand.field("Text").text() == "We write again."
    assert hand.field(CHOICE).currentText() == "English (en)"


def test_what_is_still_in_the_first_language_is_said_before_it_is_declared(hand: Hand) -> None:
    begin(hand)
    still = "Still as in the first text, under “{part}”: “{words}”."
    same = still.format(part="text", words="We write to {{ recipient.name }}.")
    assert any(same in each for each in hand.words)
    hand.write("Text", "Nous vous demandons.")
    hand.press("Save")
    assert not any(same in each for each in hand.words)


def test_a_language_is_named_in_words(hand: Hand) -> None:
    begin(hand, "French")
    assert hand.field(CHOICE).currentText() == "français (fr)"


def test_many_paragraphs_as_in_the_first_language_leave_the_text_its_room(
    make: Make, open_letter: Open
) -> None:
    body = "\n\n".join(f"We ask for {thing}." for thing in ("water", "bread", "light"))
    make.letter(body=body, closing="")
    hand = open_letter(1)
    begin(hand)
    [said] = [each for each in hand.words if each.startswith("Draft: not printed")]
    first = "Still as in the first text, under “text”: “We ask for water.”."
    assert said.splitlines()[1:] == [f"{first} And 2 more paragraphs as in the first text."]
    [bar] = hand.page.findChildren(LanguageBar)
    [state] = [each for each in bar.findChildren(QLabel) if each.text() == said]
    assert "We ask for light." in state.toolTip()
    assert "We ask for light." in state.accessibleDescription()


def test_one_that_is_behind_is_told_until_somebody_says_that_it_is_not(
    make: Make, hand: Hand
) -> None:
    begin(hand)
    hand.write("Text", "Nous vous demandons.")
    hand.press("Save")
    with make.database.work("Change") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, 1))
        letters.update(unit.session, 1, replace(file, body="We ask."))
    hand.page.refresh(None)
    hand.settle()
    told = "The first text was changed after that in “français (fr)” was written."
    assert any(told in each for each in hand.words)
    hand.press("It still says the same")
    assert not any(told in each for each in hand.words)
    assert french(make) == "Nous vous demandons."


def test_saying_so_keeps_what_was_written_elsewhere_meanwhile(make: Make, hand: Hand) -> None:
    begin(hand)
    hand.write("Text", "Nous vous demandons.")
    hand.press("Save")
    with make.database.work("Change") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, 1))
        letters.update(unit.session, 1, replace(file, body="We ask."))
    hand.page.refresh(None)
    hand.settle()
    with make.database.work("Change") as unit:
        shown = replace(file, language="fr", body="Nous demandons.")
        translations.put(unit.session, 1, shown)
    hand.press("It still says the same")
    assert french(make) == "Nous demandons."


def test_typing_does_not_look_at_the_languages_again(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(LanguageBar, "show_overview", lambda *_, **__: seen.append(1))
    begin(hand)
    before = len(seen)
    hand.type_on("Text", " abc")
    assert len(seen) - before <= 2  # when there is something typed, and no more


def test_what_changed_is_shown_for_every_language(make: Make, hand: Hand) -> None:
    begin(hand)
    for part in ("Salutation", "Text", "Closing"):
        hand.write(part, "Excellence,")
    hand.press("Save")
    hand.press("Declare")
    hand.wait_for_words("Changing the text makes version 2")
    hand.press("Edit as version 2")
    hand.type_on("Text", " Autrement.")
    hand.press("Save")
    hand.choose(CHOICE, "English (en)")
    hand.type_on("Text", " Please.")
    hand.press("Save")
    hand.settle()
    (changes,) = hand.page.findChildren(ChangesView)
    hand.wait_until(lambda: "Please" in changes.toPlainText())
    said = changes.toPlainText()
    places = [said.index(each) for each in ("English (en)", "Please", "français (fr)", "Autrement")]
    assert places == sorted(places)


def test_what_changed_in_another_language_only_says_in_which(hand: Hand) -> None:
    begin(hand)
    hand.choose(CHOICE, "English (en)")
    hand.wait_for_words("Changing the text makes version 2")
    hand.press("Edit as version 2")
    hand.type_on("Text", " Please.")
    hand.press("Save")
    hand.choose(CHOICE, "français (fr)")
    (changes,) = hand.page.findChildren(ChangesView)
    hand.wait_until(lambda: "Please" in changes.toPlainText())
    assert changes.toPlainText().startswith("English (en)")


def test_the_page_says_in_which_language_it_is(hand: Hand) -> None:
    hand.open_tab("Text")
    assert "· English (en)" not in hand.words
    begin(hand)
    hand.wait_until(lambda: "· français (fr)" in hand.words)
    hand.choose(CHOICE, "English (en)")
    hand.wait_until(lambda: "· English (en)" in hand.words)


def test_lines_begin_where_their_language_begins_them(hand: Hand) -> None:
    begin(hand, "ar")
    text = hand.field("Text")
    text.setPlainText("{{ count.signatories }} نكتب")
    assert text.cursorRect().right() > text.viewport().width() - 10  # at the right, however short
    hand.press("Save")
    hand.choose(CHOICE, "English (en)")
    assert text.cursorRect().left() == 0

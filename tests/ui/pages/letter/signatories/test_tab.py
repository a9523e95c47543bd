"""Signatories: added by typing, confirmed with how we know, filtered, and each step taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signatories import letters, overview, queries, sign_ons
from signatories.database import Database
from signatories.letters import versions
from signatories.models import Evidence, HowWeKnow, Person, SignOn, SignOnStatus
from signatories.queries.rows import SignOnRow
from signatories.sign_ons import confirming
from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from tests.ui.pages.letter.tables import shown, table
from ui.pages.letter.signatories import SignatoriesTab

Open = Callable[[int], Hand]


def rows(database: Database, letter: int) -> list[SignOnRow]:
    with database.reading() as session:
        ids = queries.ids(session, queries.SIGN_ONS, SignOn.letter_id == letter)
        found = queries.sign_ons(session, ids)
        return [found[row_id] for row_id in ids]


def statuses(database: Database, letter: int) -> list[SignOnStatus]:
    return [row.status for row in rows(database, letter)]


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=1)
    make.sign_on(made, "Ada Vance", "Haven Trust", role="Director")
    make.sign_on(made, "Bo Okoro", "Quiet Hours")
    return made


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Signatories")
    return hand


def test_new_signatory_is_added_shown_and_taken_back(
    database: Database, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)

    hand.press("Add…")
    hand.write("Organisation", "Night Rangers")
    hand.write("Person", "Cy Lund")
    hand.write("Role", "Chair")
    hand.wait_for_words("Will be added to your organisations.")
    hand.press("Add")

    assert [row.organisation for row in rows(database, letter)][-1] == "Night Rangers"
    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours", "Night Rangers"]
    assert table(hand).currentIndex().row() == 2

    hand.act_on(notices.posted[-1])

    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours"]


def test_organisation_that_is_known_is_linked(
    database: Database, make: Make, letter: int, open_letter: Open
) -> None:
    known = make.organisation("Night Rangers", country="IS")
    hand = opened(open_letter, letter)

    hand.press("Add…")
    hand.write("Organisation", "night rangers")
    hand.wait_until(lambda: not any("Will be added" in text for text in hand.words))
    hand.press("Add")

    with database.reading() as session:
        added = session.get_one(SignOn, rows(database, letter)[-1].id)
        assert added.organisation_id == known


def test_nothing_typed_is_a_problem_beside_the_field(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)

    hand.press("Add…")
    hand.press("Add")

    assert hand.dialog is not None
    assert "Name an organisation, a person, or both." in hand.words


def test_signatory_is_edited_with_enter(database: Database, letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    table(hand).selectRow(0)

    hand.key_on(table(hand), Qt.Key.Key_Return)
    assert hand.field("Role").text() == "Director"
    hand.write("Role", "President")
    hand.press("Save")

    assert rows(database, letter)[0].role == "President"
    assert shown(hand, "Role") == ["President", ""]


def opened_at_a_confirmed_line(make: Make, letter: int, open_letter: Open) -> Hand:
    """The signatories with the first line confirmed, after Enter on it."""
    make.confirm(letter)
    hand = opened(open_letter, letter)
    table(hand).selectRow(0)
    hand.key_on(table(hand), Qt.Key.Key_Return)
    return hand


def test_confirmed_line_is_not_edited(
    make: Make, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened_at_a_confirmed_line(make, letter, open_letter)

    assert hand.dialog is None
    assert notices.texts[0].startswith("This line is printed as it was confirmed.")


def test_confirmed_line_is_confirmed_anew_as_the_directory_says(
    database: Database, make: Make, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    make.confirm(letter)
    with database.work("Promote") as unit:
        unit.session.get_one(Person, 1).roles[0].title = "Chair"
    hand = opened(open_letter, letter)
    table(hand).selectAll()

    hand.pick(hand.page.findChild(SignatoriesTab).row_menu(), "Confirm anew as the directory says…")
    hand.wait_for_words(
        "“Ada Vance, Director, Haven Trust” will be printed as “Ada Vance, Chair, Haven Trust”.\n"
        "The same text becomes version 2"
    )
    hand.write("In words", "mail of 12 July")
    hand.press("Confirm 1 sign-on")

    assert shown(hand, "Role") == ["Chair", ""]
    assert shown(hand, "Confirmed version") == ["2", "1"]
    assert notices.texts == ["1 sign-on confirmed version 2."]

    hand.act_on(notices.posted[0])

    assert shown(hand, "Role") == ["Director", ""]


def test_what_the_directory_calls_a_confirmed_line_otherwise_has_a_column(
    database: Database, make: Make, letter: int, open_letter: Open
) -> None:
    make.confirm(letter, 1)
    with database.work("Rename") as unit:
        unit.session.get_one(Person, 1).name = "Ada Lund"
        unit.session.get_one(Person, 2).name = "Bo Lind"
    hand = opened(open_letter, letter)

    assert shown(hand, "Person") == ["Ada Vance", "Bo Lind"]
    assert shown(hand, "In the directory by now") == ["Ada Lund", ""]


def test_line_that_the_directory_has_not_otherwise_is_not_confirmed_anew(
    make: Make, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened_at_a_confirmed_line(make, letter, open_letter)

    assert notices.posted[0].act_otherwise is not None
    notices.posted[0].act_otherwise()
    hand.settle()

    assert hand.dialog is None
    assert notices.texts[-1] == "The directory says nothing else of them than what is printed."


def test_everybody_who_said_yes_is_confirmed_with_how_we_know(
    database: Database, letter: int, open_letter: Open, notices: RecordingNotices, tmp_path: Path
) -> None:
    mail = tmp_path / "mail.txt"
    mail.write_text("Yes, we sign.")
    hand = opened(open_letter, letter)

    hand.press("Confirm…")
    assert any("freezes its text" in text for text in hand.words)
    hand.press("Confirm 2 sign-ons")
    assert any("Say how you know" in text for text in hand.words)
    hand.choose("How we know", "A standing mandate")
    hand.write("In words", "resolution of 3 May")
    hand.write("File", str(mail))
    hand.press("Confirm 2 sign-ons")

    assert statuses(database, letter) == [SignOnStatus.CONFIRMED] * 2
    assert notices.texts == ["2 sign-ons confirmed version 1."]
    with database.reading() as session:
        (evidence,) = session.query(Evidence).all()
        assert (evidence.kind, evidence.text) == (HowWeKnow.MANDATE, "resolution of 3 May")
        assert evidence.asset_digest
    assert not hand.button("Confirm…").isEnabled()

    hand.act_on(notices.posted[0])

    assert statuses(database, letter) == [SignOnStatus.PROMISED] * 2
    assert hand.button("Confirm…").isEnabled()


def test_everybody_who_is_confirmed_together_is_named_before(
    make: Make, database: Database, letter: int, open_letter: Open
) -> None:
    for name in ("Ida Roe", "Max Poe", "Lea Noe", "Tom Low"):
        make.sign_on(letter, name, "Zenith")
    hand = opened(open_letter, letter)

    hand.press("Confirm…")
    [said] = [each for each in hand.words if "freezes its text" in each]
    assert [each for each in said.splitlines() if "Zenith" in each] == [
        "Ida Roe, Zenith",
        "Max Poe, Zenith",
        "Lea Noe, Zenith",
    ]
    assert said.splitlines()[-1] == "… and 1 more"
    make.sign_on(letter, "Sue How", "Zenith")  # says yes while the dialog is open: not named
    with database.work("Withdraw") as unit:
        ids = confirming.unconfirmed(
            unit.session, versions.newest(letters.get(unit.session, letter))
        )
        sign_ons.set_status(unit, ids[:1], SignOnStatus.DECLINED)
    hand.write("In words", "mail of 3 May")
    hand.press("Confirm 6 sign-ons")

    confirmed = SignOnStatus.CONFIRMED
    expected = [SignOnStatus.DECLINED, *[confirmed] * 5, SignOnStatus.PROMISED]
    assert statuses(database, letter) == expected


def test_nothing_is_confirmed_while_the_text_is_not_saved(
    letter: int, open_letter: Open, database: Database, notices: RecordingNotices
) -> None:
    hand = open_letter(letter)
    hand.open_tab("Text")
    hand.write("Text", "We write again.")
    hand.open_tab("Signatories")

    hand.press("Confirm…")

    assert hand.dialog is None
    assert notices.texts == ["Save the text first: what is confirmed is the saved text."]
    with database.reading() as session:
        assert not overview.read(session, letter).version.is_frozen

    hand.act_on(notices.posted[0])
    hand.press("Confirm…")
    assert hand.dialog is not None
    hand.dialog.reject()


def test_only_the_selected_are_confirmed(
    database: Database, letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    table(hand).selectRow(1)

    hand.press("Confirm 1 selected…")
    hand.write("In words", "mail of 3 May")
    hand.press("Confirm 1 sign-on")

    assert statuses(database, letter) == [SignOnStatus.PROMISED, SignOnStatus.CONFIRMED]


def test_who_has_confirmed_is_not_asked_to_confirm_again(
    make: Make, letter: int, open_letter: Open
) -> None:
    make.confirm(letter)
    make.sign_on(letter, "Ida Roe", "Zenith")
    hand = opened(open_letter, letter)

    table(hand).selectRow(0)
    assert not hand.button("Confirm 1 selected…").isEnabled()

    table(hand).selectAll()
    assert hand.button("Confirm 3 selected…").isEnabled()


def test_missing_file_of_a_confirmation_is_named(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)

    hand.press("Confirm…")
    hand.write("In words", "mail of 3 May")
    hand.write("File", "/nowhere/mail.txt")
    hand.press("Confirm 2 sign-ons")

    assert "There is no file /nowhere/mail.txt." in hand.words


def test_status_is_set_from_the_menu_of_the_row(
    database: Database, letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    table(hand).selectRow(1)

    hand.pick(hand.page.findChild(SignatoriesTab).row_menu(), "Declined")

    assert statuses(database, letter) == [SignOnStatus.PROMISED, SignOnStatus.DECLINED]
    assert shown(hand, "Status") == ["Promised", "Declined"]


def test_chips_show_the_answers_that_are_chosen(make: Make, letter: int, open_letter: Open) -> None:
    make.confirm(letter, 1)
    hand = opened(open_letter, letter)

    hand.press("1  Confirmed")
    assert shown(hand, "Organisation") == ["Haven Trust"]

    hand.press("1  Promised")
    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours"]

    hand.press("1  Confirmed")
    assert shown(hand, "Organisation") == ["Quiet Hours"]

    hand.press("1  Promised")
    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours"]


def test_search_finds_in_all_columns_whatever_the_accents(
    make: Make, letter: int, open_letter: Open
) -> None:
    make.sign_on(letter, "Éloïse Nuit", "Veille")
    hand = opened(open_letter, letter)

    hand.write("Search in all columns", "eloise")

    hand.wait_until(lambda: shown(hand, "Organisation") == ["Veille"])


def test_search_that_finds_nothing_says_so_and_is_cleared(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)

    hand.write("Search in all columns", "qzx")
    hand.wait_for_words("Nothing found for “qzx”")
    hand.press("Show everybody")

    hand.wait_until(lambda: "Nothing found for “qzx”" not in hand.words)
    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours"]


def test_header_sorts(letter: int, make: Make, open_letter: Open) -> None:
    make.sign_on(letter, "Zoe Abel", "Aurora")
    hand = opened(open_letter, letter)

    table(hand).sortByColumn(2, Qt.SortOrder.AscendingOrder)
    hand.settle()

    assert shown(hand, "Organisation") == ["Aurora", "Haven Trust", "Quiet Hours"]


def test_delete_removes_and_a_confirmed_one_stays(
    database: Database, make: Make, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    make.confirm(letter, 1)
    hand = opened(open_letter, letter)

    table(hand).selectRow(0)
    hand.key_on(table(hand), Qt.Key.Key_Delete)
    assert len(rows(database, letter)) == 2
    assert notices.texts[-1].endswith("has confirmed; record a withdrawal instead.")

    table(hand).selectRow(1)
    hand.key_on(table(hand), Qt.Key.Key_Delete)
    assert shown(hand, "Organisation") == ["Haven Trust"]


def test_paste_wishes_for_an_import(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    wishes: list[str] = []
    hand.page.import_requested.connect(lambda: wishes.append("import"))

    hand.press("Paste…")

    assert wishes == ["import"]


def test_letter_that_nobody_was_asked_about_says_how_to_begin(
    make: Make, open_letter: Open
) -> None:
    hand = opened(open_letter, make.letter())

    assert "Nobody has been asked yet" in hand.words
    hand.press("Add the first…")
    assert hand.dialog is not None


def test_consents_of_several_are_noted_shown_and_taken_back(
    database: Database, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)
    table(hand).selectAll()

    hand.pick(hand.page.findChild(SignatoriesTab).row_menu(), "Consents…")
    hand.choose("Logo", "Yes")
    hand.choose("On the public list", "No")
    hand.press("Save")

    assert shown(hand, "Consent") == ["Not on the public list, Logo"] * 2
    assert notices.posted[-1].text == "Noted the consents of 2 sign-ons."

    hand.act_on(notices.posted[-1])

    assert shown(hand, "Consent") == ["", ""]


def test_further_columns_are_offered_by_the_names_that_the_letter_knows(
    database: Database, letter: int, open_letter: Open
) -> None:
    with database.work("Import") as unit:
        unit.session.get_one(SignOn, 1).extra = {"Zone": "North"}
    hand = opened(open_letter, letter)
    table(hand).selectRow(0)

    hand.pick(hand.page.findChild(SignatoriesTab).row_menu(), "Edit…")
    box = hand.field("Name of a column")

    assert box.currentText() == "Zone"
    assert {"Zone", "comment", "footnote"} <= {box.itemText(row) for row in range(box.count())}

    hand.write("What stands in the column", "South")
    hand.press("Save")

    with database.reading() as session:
        assert session.get_one(SignOn, 1).extra == {"Zone": "South"}

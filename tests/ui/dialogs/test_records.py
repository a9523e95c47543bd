"""The dialogs for one record, filled in and answered as people do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from signatories.directory.organisations import Logo, OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.pictures.files import PictureFile
from signatories.recipients import RecipientDraft
from signatories.sign_ons.drafts import SignOnDraft
from tests.pictures import picture
from ui.dialogs.new_letter import NewLetterDialog
from ui.dialogs.organisation import OrganisationDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.recipient import RecipientDialog
from ui.dialogs.record import RecordDialog
from ui.dialogs.sign_on import SignOnDialog
from ui.dialogs.spelling import SpellingDialog
from ui.models.choices import Choice
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.picture_field import PictureField

ORGANISATIONS = [Choice("3", "River Forum"), Choice("12", "Harbour Legal Aid")]
RIVER = OrganisationDraft(
    name="River Forum",
    acronym="RF",
    country="GH",
    kind="network",
    language="en",
    email="office@example.org",
    website="example.org",
    notes="Two lines\nof notes",
)
AMA = PersonDraft(
    name="Dr Ama Boateng",
    sort_name="Boateng, Ama",
    form_of_address="Dr",
    email="ama@example.org",
    telephone="+233 1",
    language="en",
    country="GH",
    notes="",
    organisation_id=12,
    role="Director",
)
GHANA = RecipientDraft(
    name="Permanent Mission of Ghana",
    person="H.E. the Ambassador",
    salutation="Excellency,",
    address="1 Lake Road\nGeneva",
    language="en",
    country="GH",
)


def shown(dialog: RecordDialog) -> RecordDialog:
    dialog.open()
    return dialog


def field(dialog: RecordDialog, name: str) -> QLineEdit:
    return next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)


def choice(dialog: RecordDialog, name: str) -> ChoiceBox:
    return next(f for f in dialog.findChildren(ChoiceBox) if f.accessibleName() == name)


def answer(dialog: RecordDialog) -> list[object]:
    drafts: list[object] = []
    dialog.drafted.connect(drafts.append)
    box = dialog.findChildren(QDialogButtonBox)[0]
    next(b for b in box.buttons() if b.text() in ("Add", "Save")).click()
    return drafts


def problems(dialog: RecordDialog) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [
        label.text() for label in labels if label.property("role") == "danger" and label.isVisible()
    ]


@pytest.mark.parametrize("draft", [RIVER, AMA, GHANA], ids=["organisation", "person", "recipient"])
def test_what_is_not_touched_comes_back_as_it_was(
    parent: QWidget, draft: OrganisationDraft | PersonDraft | RecipientDraft
) -> None:
    match draft:
        case OrganisationDraft():
            dialog: RecordDialog = OrganisationDialog(draft, parent)
        case PersonDraft():
            dialog = PersonDialog(ORGANISATIONS, draft, parent)
        case RecipientDraft():
            dialog = RecipientDialog(draft, parent)
    assert answer(shown(dialog)) == [draft]


def test_a_new_organisation_is_typed_in(qtbot: QtBot, parent: QWidget) -> None:
    dialog = shown(OrganisationDialog(parent=parent))
    qtbot.keyClicks(field(dialog, "Name"), "  River Forum ")
    choice(dialog, "Country").setEditText("Côte d’Ivoire")
    qtbot.keyClicks(field(dialog, "Region"), "Sahel")
    [draft] = answer(dialog)
    assert draft == OrganisationDraft(name="River Forum", country="CI", region="Sahel")
    assert not dialog.isVisible()


def test_a_problem_is_shown_beside_its_field_and_nothing_is_handed_out(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog = shown(OrganisationDialog(parent=parent))
    choice(dialog, "Country").setEditText("Atlantis")
    assert answer(dialog) == []
    assert dialog.isVisible()
    assert problems(dialog) == [
        "An organisation needs a name.",
        "“Atlantis” is no country’s code.",
    ]
    qtbot.keyClicks(field(dialog, "Name"), "River Forum")
    choice(dialog, "Country").setEditText("")
    assert len(answer(dialog)) == 1


def test_an_organisation_that_is_not_there_is_not_guessed(qtbot: QtBot, parent: QWidget) -> None:
    dialog = shown(PersonDialog(ORGANISATIONS, AMA, parent))
    choice(dialog, "Organisation").setEditText("River")
    assert answer(dialog) == []
    assert "no organisation of that name" in problems(dialog)[0]
    choice(dialog, "Organisation").setEditText("river forum")
    [draft] = answer(dialog)
    assert isinstance(draft, PersonDraft)
    assert draft.organisation_id == 3


DIALOGS: list[Callable[[QWidget], RecordDialog]] = [
    NewLetterDialog,
    lambda over: OrganisationDialog(RIVER, over),
    lambda over: PersonDialog(ORGANISATIONS, AMA, over),
    lambda over: RecipientDialog(GHANA, over),
    lambda over: SignOnDialog(parent=over),
    SpellingDialog,
]


@pytest.mark.parametrize("make", DIALOGS)
def test_it_is_typed_into_at_once_and_enter_hands_it_out(
    qtbot: QtBot, parent: QWidget, make: Callable[[QWidget], RecordDialog]
) -> None:
    drafts: list[object] = []
    dialog = make(parent)
    dialog.drafted.connect(drafts.append)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClicks(QApplication.focusWidget(), "Winter")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    [draft] = drafts
    assert "Winter" in str(draft)


def test_enter_in_a_choice_hands_it_out_too(qtbot: QtBot, parent: QWidget) -> None:
    drafts: list[object] = []
    dialog = shown(RecipientDialog(GHANA, parent))
    dialog.drafted.connect(drafts.append)
    country = choice(dialog, "Country")
    country.setFocus()
    qtbot.keyClick(country.lineEdit(), Qt.Key.Key_Return)
    assert drafts == [GHANA]


def test_the_button_is_reached_after_the_last_field(qtbot: QtBot, parent: QWidget) -> None:
    dialog = NewLetterDialog(parent)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached = []
    for _ in range(4):
        widget = QApplication.focusWidget()
        reached.append(widget.text() if isinstance(widget, QPushButton) else type(widget).__name__)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert reached[:2] == ["QLineEdit", "ChoiceBox"]
    assert set(reached[2:]) == {"Add", "Cancel"}


def test_a_letter_begins_with_a_title(qtbot: QtBot, parent: QWidget) -> None:
    dialog = shown(NewLetterDialog(parent))
    assert answer(dialog) == []
    assert problems(dialog) == ["A letter needs a title, to be found by."]
    qtbot.keyClicks(field(dialog, "Title"), "To the missions")
    [draft] = answer(dialog)
    assert (draft.file().title, draft.file().language) == ("To the missions", "en")


def test_the_language_of_a_letter_is_named_or_asked_for_again(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog = shown(NewLetterDialog(parent))
    qtbot.keyClicks(field(dialog, "Title"), "To the missions")
    choice(dialog, "Language").setEditText("Qwertyish")
    assert answer(dialog) == []
    assert problems(dialog) == ["Choose one, or write a code such as fr or pt-BR."]
    choice(dialog, "Language").setEditText("Spanish")
    [draft] = answer(dialog)
    assert draft.file().language == "es"


class TestPictures:
    HAND = PictureFile("hand.png", picture())

    def test_a_logo_and_its_size_are_chosen(self, parent: QWidget, tmp_path: Path) -> None:
        (tmp_path / "logo.png").write_bytes(picture())
        dialog = shown(OrganisationDialog(RIVER, parent))
        size = next(f for f in dialog.findChildren(QSpinBox) if "Size" in f.accessibleName())
        assert not size.isVisible()
        dialog.findChildren(PictureField)[0].choose(tmp_path / "logo.png")
        assert size.isVisible()
        size.setValue(130)
        assert answer(dialog) == [
            replace(RIVER, logo=Logo(PictureFile("logo.png", picture()), scale=1.3))
        ]

    def test_what_is_not_touched_is_left_and_what_is_removed_goes(self, parent: QWidget) -> None:
        with_hand = replace(AMA, signature=self.HAND)
        dialog = shown(PersonDialog(ORGANISATIONS, with_hand, parent))
        assert answer(dialog) == [AMA]
        dialog = shown(PersonDialog(ORGANISATIONS, with_hand, parent))
        remove = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Remove")
        remove.click()
        assert answer(dialog) == [replace(AMA, signature=PictureFile())]

    def test_a_file_that_is_none_is_named_beneath_the_field(
        self, parent: QWidget, tmp_path: Path
    ) -> None:
        (tmp_path / "logo.svg").write_bytes(b"<svg/>")
        dialog = shown(OrganisationDialog(RIVER, parent))
        dialog.findChildren(PictureField)[0].choose(tmp_path / "logo.svg")
        assert problems(dialog) == [
            "logo.svg is a drawing (SVG). Save it as a PNG picture and choose that."
        ]
        assert answer(dialog) == [RIVER]


class TestMoreColumns:
    GIVEN = SignOnDraft(
        organisation="River Forum", group="Networks", extra=(("comment", "At last"),)
    )

    def rows(self, dialog: RecordDialog) -> list[tuple[QComboBox, QLineEdit]]:
        names = [b for b in dialog.findChildren(QComboBox) if b.accessibleName().startswith("Name")]
        values = [f for f in dialog.findChildren(QLineEdit) if "stands in" in f.accessibleName()]
        return [pair for pair in zip(names, values, strict=True) if pair[1].isVisible()]

    def test_a_column_is_added_by_keys_alone(self, qtbot: QtBot, parent: QWidget) -> None:
        dialog = SignOnDialog(self.GIVEN, parent)
        dialog.offer_columns(["comment", "footnote"])
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        add = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add a column")
        add.setFocus()
        qtbot.keyClick(add, Qt.Key.Key_Space)
        name, value = self.rows(dialog)[-1]
        assert name.hasFocus()
        assert [name.itemText(row) for row in range(name.count())] == ["comment", "footnote"]
        qtbot.keyClicks(name, "footnote")
        qtbot.keyClick(name, Qt.Key.Key_Tab)
        assert value.hasFocus()
        qtbot.keyClicks(value, " Since May ")
        extra = (*self.GIVEN.extra, ("footnote", "Since May"))
        assert answer(dialog) == [replace(self.GIVEN, extra=extra)]

    def test_tab_goes_through_the_columns_and_then_to_the_buttons(
        self, qtbot: QtBot, parent: QWidget
    ) -> None:
        dialog = SignOnDialog(self.GIVEN, parent)
        dialog.open()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        add = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add a column")
        add.setFocus()
        reached = []
        for _ in range(4):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        (name, value) = self.rows(dialog)[0]
        assert reached[:2] == [name, value]
        assert reached[2].accessibleName() == "Remove this column"
        assert isinstance(reached[3], QPushButton)

    def test_a_column_is_removed_and_an_empty_row_is_none(
        self, qtbot: QtBot, parent: QWidget
    ) -> None:
        dialog = shown(SignOnDialog(self.GIVEN, parent))
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add a column").click()
        next(
            b
            for b in dialog.findChildren(QToolButton)
            if b.accessibleName() == "Remove this column"
        ).click()
        assert answer(dialog) == [replace(self.GIVEN, extra=())]

    def test_a_value_without_a_name_is_shown_beneath_the_columns(self, parent: QWidget) -> None:
        dialog = shown(SignOnDialog(replace(self.GIVEN, extra=(("", "At last"),)), parent))
        assert answer(dialog) == []
        assert problems(dialog) == ["Say what the column is called that holds “At last”."]

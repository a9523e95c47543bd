"""The dialog about consent: for one sign-on or for many that differ, and what comes of it in the table."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from signatories.consents import NOTHING, ConsentDraft, Given
from signatories.models import Use
from ui.dialogs.consents import ConsentsDialog
from ui.models.choices import Choice
from ui.models.consents import consent_words

GHANA, NORWAY = Choice("3", "Mission of Ghana"), Choice("7", "Mission of Norway")
ASKED = Given(
    {Use.LOGO: True, Use.PUBLIC_LIST: False},
    frozenset({7}),
    dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC),
)

Ask = Callable[..., ConsentsDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def make(*given: Given) -> ConsentsDialog:
        dialog = ConsentsDialog(given, [GHANA, NORWAY], parent)
        dialog.open()
        return dialog

    return make


def box(dialog: ConsentsDialog, name: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name)


def recipients(dialog: ConsentsDialog) -> QListWidget:
    return dialog.findChildren(QListWidget)[0]


def states(dialog: ConsentsDialog) -> list[Qt.CheckState]:
    every = recipients(dialog)
    return [every.item(row).checkState() for row in range(every.count())]


def answer(dialog: ConsentsDialog) -> ConsentDraft:
    drafts: list[ConsentDraft] = []
    dialog.drafted.connect(drafts.append)
    buttons = dialog.findChildren(QDialogButtonBox)[0].buttons()
    next(button for button in buttons if button.text() == "Save").click()
    return drafts[0]


def test_it_shows_what_was_said_and_when(ask: Ask) -> None:
    dialog = ask(ASKED)
    shown = [box(dialog, name).currentText() for name in ("In the letter", "Logo")]
    assert shown == ["Not asked", "Yes"]
    assert box(dialog, "On the public list").currentText() == "No"
    assert states(dialog) == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    (heading,) = [
        label.text() for label in dialog.findChildren(QLabel) if "1 sign-on" in label.text()
    ]
    assert "Last noted:" in heading
    assert answer(dialog) == ConsentDraft()


def test_only_what_is_changed_is_handed_out(ask: Ask) -> None:
    dialog = ask(ASKED)
    box(dialog, "Logo").setCurrentText("Not asked")
    box(dialog, "Scanned signature").setCurrentText("Yes")
    recipients(dialog).item(0).setCheckState(Qt.CheckState.Checked)
    assert answer(dialog) == ConsentDraft({Use.LOGO: None, Use.SIGNATURE: True}, {3: True})


def test_where_they_differ_each_stays_as_it_is(ask: Ask) -> None:
    dialog = ask(ASKED, NOTHING)
    assert box(dialog, "Logo").currentText() == "They differ: leave each as it is"
    assert box(dialog, "In the letter").currentText() == "Not asked"
    assert states(dialog) == [Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked]
    assert answer(dialog) == ConsentDraft()


def test_those_that_differ_are_made_equal(ask: Ask) -> None:
    dialog = ask(ASKED, NOTHING)
    box(dialog, "Logo").setCurrentText("No")
    recipients(dialog).item(1).setCheckState(Qt.CheckState.Checked)
    assert answer(dialog) == ConsentDraft({Use.LOGO: False}, {7: True})


def test_recipients_are_found_by_typing_and_ticked_by_the_space_bar(ask: Ask) -> None:
    dialog = ask(NOTHING)
    search = next(f for f in dialog.findChildren(QLineEdit) if "Find" in f.accessibleName())
    QTest.keyClicks(search, "norw")
    assert [recipients(dialog).item(row).isHidden() for row in (0, 1)] == [True, False]
    recipients(dialog).setFocus()
    recipients(dialog).setCurrentRow(1)
    QTest.keyClick(recipients(dialog), Qt.Key.Key_Space)
    assert answer(dialog) == ConsentDraft({}, {7: True})


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (NOTHING, ""),
        (ASKED, "Not on the public list, Logo, Not to 1 recipient"),
        (Given({Use.LETTER: False, Use.SIGNATURE: True}), "Not in the letter, Scanned signature"),
        (Given({Use.COUNT_ONLY: True, Use.LOGO: True}), "Count only"),
    ],
)
def test_the_table_says_it_in_a_few_words(given: Given, words: str) -> None:
    assert consent_words(given) == words

"""Confirming: nothing without how we know; the proof comes out as it was given."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signatories.models import HowWeKnow
from signatories.sign_ons.confirming import Proof
from ui.dialogs.confirm import ConfirmDialog, ProofDraft


@pytest.fixture
def dialog(parent: QWidget) -> ConfirmDialog:
    made = ConfirmDialog(12, 1, opens=True, parent=parent)
    made.open()
    return made


def press(dialog: ConfirmDialog, text: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    button.click()


def test_it_says_for_how_many_and_what_it_will_do(dialog: ConfirmDialog) -> None:
    words = [one.text() for one in dialog.findChildren(QLabel)]

    assert (
        "12 sign-ons will be recorded as a yes to version 1. "
        "This opens the letter for signature and freezes its text."
    ) in words


def test_proof_comes_out_as_given(qtbot: QtBot, dialog: ConfirmDialog, tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_text("yes")
    drafted: list[ProofDraft] = []
    dialog.drafted.connect(drafted.append)

    dialog.findChild(QComboBox).setCurrentIndex(1)
    dialog.findChild(QPlainTextEdit).setPlainText(" resolution of 3 May ")
    dialog.findChild(QLineEdit).setText(str(mail))
    press(dialog, "Confirm 12 sign-ons")

    assert [one.proof() for one in drafted] == [
        Proof("resolution of 3 May", HowWeKnow.MANDATE, mail)
    ]


def test_without_words_nothing_comes_out(dialog: ConfirmDialog) -> None:
    drafted: list[ProofDraft] = []
    dialog.drafted.connect(drafted.append)

    press(dialog, "Confirm 12 sign-ons")

    assert drafted == []
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "Say how you know: nothing is confirmed without it." in shown


def test_cancel_brings_nothing(dialog: ConfirmDialog) -> None:
    drafted: list[ProofDraft] = []
    dialog.drafted.connect(drafted.append)
    dialog.findChild(QPlainTextEdit).setPlainText("mail")

    press(dialog, "Cancel")

    assert drafted == []


def test_enter_confirms_and_does_not_cancel(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    drafted: list[ProofDraft] = []
    dialog.drafted.connect(drafted.append)
    dialog.findChild(QPlainTextEdit).setPlainText("mail of 3 May")

    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    assert [one.text for one in drafted] == ["mail of 3 May"]

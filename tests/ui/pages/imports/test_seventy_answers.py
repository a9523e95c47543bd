"""Seventy answers in ten formats in the window: how many times somebody drops, ticks, pastes and presses."""

from pathlib import Path

from signatories.database import Database
from signatories.queries import SIGN_ONS, ids
from tests import answer_files
from tests.answer_files import ENGLISH, FRENCH, GERMAN
from tests.import_hand import ImportHand
from ui.pages.imports.looking import readings_of


def answers(folder: Path) -> list[Path]:
    """Write 62 answers in nine formats."""
    answer_files.mails(folder, range(20), [ENGLISH, FRENCH, GERMAN])
    answer_files.a_mailbox(folder, range(20, 28))
    answer_files.outlook(folder, range(28, 30))
    answer_files.a_workbook(folder, range(38, 46))
    answer_files.a_table(folder, range(46, 52))
    answer_files.a_table(folder, range(52, 60), "form.csv")
    answer_files.a_word_table(folder, range(60, 64))
    answer_files.a_page(folder, range(64, 67))
    answer_files.records(folder, range(67, 70))
    return sorted(folder.iterdir())


def test_seventy_answers_take_eleven_gestures(
    hand: ImportHand, database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    hand.window.show()
    hand.begin(*readings_of(answers(folder)))  # all dropped at once: mails come together
    hand.tick("Confirm each clear yes")
    for rows in (30, 8, 6, 4, 3, 3, 8):
        hand.press(f"Import {rows} rows")
    lines = [", ".join(answer_files.line(number)[:3]) for number in range(30, 38)]
    hand.paste("\n".join(lines))
    hand.press("Import 8 rows")
    assert hand.window.stack.place.page == "letter"
    with database.reading() as session:
        assert len(ids(session, SIGN_ONS)) == 70

"""The letter beside its text is the one that would be printed now, whoever changed what it is made of."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories import letters, recipients
from signatories.letters.text_file import LetterFile
from signatories.models import Paper
from signatories.previews import Preview, Previews
from signatories.recipients import RecipientDraft
from tests.factories import LETTER, Make, content
from tests.printed import pages_of


class Reader:
    """Looks at the pages of one letter, again and again."""

    def __init__(self, make: Make, folder: Path) -> None:
        self._make = make
        self._file = folder / "preview.pdf"
        self._previews = Previews(1)

    def look(self, number: int = 1, file: LetterFile | None = None) -> Preview:
        with self._make.database.reading() as session:
            return self._previews.look(session, number, file)

    def read(self, number: int = 1, file: LetterFile | None = None) -> str:
        self._file.write_bytes(self.look(number, file).pdf)
        return pages_of(self._file)[0]


@pytest.fixture
def reader(make: Make, tmp_path: Path) -> Reader:
    return Reader(make, tmp_path)


def test_it_needs_nobody_s_confirmation(make: Make, reader: Reader) -> None:
    make.letter(recipients=3)
    before = content(make.database)
    for asked, shown in ((0, 1), (2, 2), (9, 3)):
        preview = reader.look(asked)
        assert (preview.number, preview.of, preview.recipient) == (shown, 3, f"Mission {shown}")
        assert f"We write to Mission {shown}." in reader.read(asked)
    assert content(make.database) == before


def test_a_letter_to_nobody_shows_its_fields(make: Make, reader: Reader) -> None:
    make.letter()
    preview = reader.look()
    assert (preview.number, preview.of, preview.recipient) == (0, 0, "")
    assert "We write to {{ recipient.name }}." in reader.read()


def test_paper_that_is_not_kept_yet_is_shown(make: Make, reader: Reader) -> None:
    make.letter(recipients=1)
    for paper, size in ((Paper.LETTER, (612, 792)), (None, (595, 842))):
        with pypdfium2.PdfDocument(reader.look(1, replace(LETTER, paper=paper)).pdf) as document:
            assert tuple(map(round, document[0].get_size())) == size


def test_text_that_is_not_kept_yet_is_shown_and_forgotten(make: Make, reader: Reader) -> None:
    make.letter(recipients=1)
    assert "Being typed." in reader.read(1, replace(LETTER, body="Being typed."))
    assert "We write to Mission 1." in reader.read()
    assert content(make.database)["texts"][0]["body"] == LETTER.body


def test_what_is_changed_meanwhile_is_seen(make: Make, reader: Reader) -> None:
    make.letter(recipients=1)
    assert "Mission 1" in reader.read()
    with make.database.work("Change") as unit:
        recipients.change(unit.session, 1, RecipientDraft(name="Mission of Ghana"))
        letters.update(unit.session, 1, replace(LETTER, body="{{ recipient.name }}, another text."))
    assert "Mission of Ghana, another text." in reader.read()
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    assert "Ada, Aid" in reader.read()

"""A finished list is read back: what lacks an entry, or has two in another order, is refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from signatories.block.settings import BlockSettings, Layout
from signatories.errors import UnwritableFile
from signatories.exports import exporter
from signatories.exports.checks.list_checks import (
    shown_in,
    text_of_document,
    text_of_lines,
    text_of_page,
)
from signatories.merge.listing import whole
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form
from tests.products import write
from tests.signing import signatory

LINES = (
    signatory(1, "Ada <b>", organisation="Haven & Co", footnote="Until May"),
    signatory(2, "山田\u3000太郎", organisation="環境"),
    signatory(3, "אבג", role="Chair"),
)
READERS: dict[str, Callable[[Path], str]] = {
    "txt": text_of_lines,
    "html": text_of_page,
    "docx": text_of_document,
}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("kind", READERS)
def test_a_file_shows_its_list_and_no_other(
    kind: str, form: Form, snapshot: Snapshot, tmp_path: Path
) -> None:
    layout = Layout(form, "{name}\n{organisation}", table_columns=("name", "organisation"))
    given = replace(snapshot, signatories=LINES, block=BlockSettings(layout=layout))
    path = tmp_path / f"block.{kind}"
    assert write(exporter("block", kind), given, path).lines == len(LINES)
    text = READERS[kind](path)
    for others, lost in (
        ((*LINES, signatory(4, "Zoe")), "Zoe"),
        ((LINES[1], LINES[0], LINES[2]), LINES[0].name),
        ((LINES[0]._replace(name="Adb"), *LINES[1:]), "Adb"),
    ):
        with pytest.raises(UnwritableFile, match=f"“{lost}.*” does not stand as it was to be"):
            shown_in(text, whole(replace(given, signatories=others)))


def test_words_are_found_in_their_element_and_not_in_markup(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p class="Haven"><!-- Beta -->A<br>d<b>a</b> &amp; <img alt="Logo"></p>')
    assert "".join(text_of_page(page).split()) == "Ada&Logo"
    docx.Document().save(str(tmp_path / "empty.docx"))
    assert text_of_document(tmp_path / "empty.docx") == ""

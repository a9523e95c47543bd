"""The public list as a PDF."""

from dataclasses import replace
from pathlib import Path

import pypdfium2

from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from tests.products import write

BLOCK = exporter("block", "pdf")


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_it_shows_the_lines_in_their_order(snapshot: Snapshot, tmp_path: Path) -> None:
    written = write(BLOCK, snapshot, tmp_path / "block.pdf")
    lines = [line.strip() for line in text_of(tmp_path / "block.pdf").splitlines() if line.strip()]
    expected = [line.line for line in snapshot.printed]
    assert len(lines) == len(expected) == written.lines
    latin = [line for line in expected if line.isascii()]
    assert [line for line in lines if line in latin] == latin


def test_a_withheld_name_is_not_in_it(snapshot: Snapshot, tmp_path: Path) -> None:
    shy, *others = snapshot.signatories
    withheld = replace(snapshot, signatories=(shy._replace(withheld=True), *others))
    written = write(BLOCK, withheld, tmp_path / "block.pdf")
    assert written.lines == len(others)
    assert shy.name not in text_of(tmp_path / "block.pdf")

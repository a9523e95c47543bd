"""The public list as a PDF."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories.block.settings import Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form, Marker
from signatories.typesetting.alike import Alike
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


@pytest.mark.parametrize(
    "layout",
    [
        Layout(columns=3, size=7.0),
        Layout(columns=2, fill=Fill.ACROSS, marker=Marker.NUMBERS),
        Layout(form=Form.TABLE, zebra=True),
        Layout(form=Form.CARDS, columns=4, size=6.0),
    ],
)
def test_lines_that_are_alike_give_the_same_bytes_as_any_others(
    layout: Layout, snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tuple(
        line._replace(
            sign_on_id=1000 * number + line.sign_on_id, role="Secretary General" * (number % 2)
        )
        for number in range(20)
        for line in snapshot.signatories
    )
    long = replace(snapshot, signatories=lines, block=replace(snapshot.block, layout=layout))
    write(BLOCK, long, tmp_path / "alike.pdf")
    monkeypatch.setattr(Alike, "of", lambda *_: None)
    write(BLOCK, long, tmp_path / "others.pdf")
    assert (tmp_path / "alike.pdf").read_bytes() == (tmp_path / "others.pdf").read_bytes()

"""The public list as a PDF."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories.block.settings import Layout, OrderRule
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form, Grouping, Marker, Order
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


def grouped(snapshot: Snapshot, heights: dict[str, int]) -> Snapshot:
    """A list in groups of so many lines."""
    first = snapshot.printed[0]
    lines = [
        first._replace(
            sign_on_id=number,
            name=f"Name {number}",
            country=country,
            country_code=None,
            place=number,
        )
        for number, country in enumerate(
            country for country, height in heights.items() for _ in range(height)
        )
    ]
    block = replace(snapshot.block, grouping=Grouping.COUNTRY, order=OrderRule(Order.AS_GIVEN))
    return replace(snapshot, signatories=tuple(lines), block=block)


def outline_of(path: Path) -> list[tuple[str, int]]:
    with pypdfium2.PdfDocument(path) as document:
        return [(each.get_title(), each.get_dest().get_index()) for each in document.get_toc()]


def test_the_outline_of_a_long_list_leads_to_its_groups(snapshot: Snapshot, tmp_path: Path) -> None:
    given = grouped(snapshot, {"Chad": 70, "Ghana (North\tand South)": 1, "Kenya": 90})
    write(BLOCK, given, tmp_path / "block.pdf")
    with pypdfium2.PdfDocument(tmp_path / "block.pdf") as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    outline = outline_of(tmp_path / "block.pdf")
    assert [title for title, _ in outline] == ["Chad", "Ghana (North and South)", "Kenya"]
    assert outline[0][1] == 0 < outline[1][1]
    for title, page in outline:
        assert title.split()[0] in texts[page]


@pytest.mark.parametrize("heights", [{"Chad": 2, "Kenya": 3}, {"Chad": 150}])
def test_the_outline_of_one_page_or_one_group_leads_to_the_list(
    snapshot: Snapshot, tmp_path: Path, heights: dict[str, int]
) -> None:
    write(BLOCK, grouped(snapshot, heights), tmp_path / "block.pdf")
    assert outline_of(tmp_path / "block.pdf") == [(snapshot.text.title, 0)]

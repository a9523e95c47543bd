"""Rows: cells side by side, read one after the other, parted by no page that could hold them."""

from itertools import pairwise

import pytest

from signatories.typesetting.findings import Finding, Misfit
from signatories.typesetting.flow import Cell, Paragraph, Picture, Row, Span
from signatories.typesetting.galleys import Galley, Line, Shade, Stroke, Upright
from signatories.typesetting.galleys import Picture as Shown
from signatories.typesetting.images import Image
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import PageFormat
from signatories.typesetting.styles import Align, Level, ParagraphStyle, TextStyle

PLAIN = TextStyle(size=10)
LINE = ParagraphStyle(leading=20)
PAPER = PageFormat(width=300, height=220, left=50, right=50, top=10, bottom=10)
LOGO = Image("a1", "image/png", b"", 400, 100)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def cell(x: float, width: float, text: str, level: Level = Level.TOP) -> Cell:
    return Cell(x, width, (Paragraph((Span(text, PLAIN),), LINE),), level)


def words(galley: Galley) -> list[str]:
    lines = [line for line in galley.lines if isinstance(line, Line)]
    return ["".join(word.text for word in line.printed) for line in lines if line.words]


def test_each_cell_is_set_to_its_own_width_and_read_as_a_whole(typesetter: Typesetter) -> None:
    row = Row((cell(0, 30, "12"), cell(40, 60, "Children\nof the\nWorld"), cell(120, 80, "Ghana")))
    galley = typesetter.set([row], 200)
    assert words(galley) == ["12", "Children", "of the", "World", "Ghana"]
    assert {line.x for line in galley.lines if isinstance(line, Line)} == {0, 40, 120}
    assert galley.height == 60
    assert galley.breaks == (False, False, False, False, True)


def test_the_parts_of_a_row_share_its_top_and_bottom(typesetter: Typesetter) -> None:
    rows = [Row((cell(0, 90, "one"), cell(100, 90, "one\ntwo"))), Row((cell(0, 90, "three"),))]
    galley = typesetter.set(rows, 200)
    assert galley.tops == (0, 0, 0, 40)
    assert galley.bottoms == (40, 40, 40, 60)


@pytest.mark.parametrize(
    ("level", "drop"), [(Level.TOP, 0), (Level.MIDDLE, 10), (Level.BOTTOM, 20)]
)
def test_a_cell_stands_at_its_level(typesetter: Typesetter, level: Level, drop: float) -> None:
    row = Row((cell(0, 90, "one\ntwo"), cell(100, 90, "low", level)))
    first, _, low = (line for line in typesetter.set([row], 200).lines if isinstance(line, Line))
    assert low.baseline == pytest.approx(first.baseline + drop)


def test_shade_and_rules_go_round_the_cells(typesetter: Typesetter) -> None:
    row = Row(
        (cell(4, 90, "one"),),
        padding=3,
        shade=0.9,
        rule_above=1,
        rule_below=0.5,
        uprights=(0.0, 199.0),
    )
    galley = typesetter.set([row], 200)
    height = 1 + 3 + 20 + 3 + 0.5
    assert galley.lines[:5] == (
        Shade(0, 0, 200, height, 0.9),
        Stroke(0, 0.5, 200, 1),
        Stroke(0, height - 0.25, 200, 0.5),
        Upright(0, 0, height, 0.5),
        Upright(199, 0, height, 0.5),
    )
    assert galley.height == height


def test_a_row_that_does_not_fit_begins_the_next_page(typesetter: Typesetter) -> None:
    tall = Row((cell(0, 90, "\n".join("abcd")), cell(100, 90, "e\nf")))
    pages = typesetter.pages([tall, tall, tall], PAPER)
    assert [sum(placed.end - placed.first for placed in page.placed) for page in pages] == [12, 6]


def test_a_row_taller_than_a_page_is_parted_between_lines(typesetter: Typesetter) -> None:
    texts = [f"{number}" for number in range(25)]
    galley = typesetter.set([Row((cell(0, 90, "\n".join(texts)),), padding=5, shade=0.9)], 200)
    assert words(galley) == texts
    assert all(a <= b for a, b in pairwise(galley.tops))
    assert all(a <= b for a, b in pairwise(galley.bottoms))
    shades = [(top, line) for top, line in zip(galley.tops, galley.lines, strict=True)]
    boxes = [(top, top + line.height) for top, line in shades if isinstance(line, Shade)]
    assert boxes[0][0] == 0
    assert boxes[-1][1] == galley.height
    assert all(above[1] == below[0] for above, below in pairwise(boxes))
    typesetter.take_findings()
    pages = typesetter.pages([galley], PAPER)
    assert len(pages) == 3
    assert [finding.misfit for finding in typesetter.take_findings()] == [Misfit.PARTED] * 2


def test_the_room_that_cells_want_counts_where_nothing_is_drawn(typesetter: Typesetter) -> None:
    spaced = Paragraph((Span("one", PLAIN),), ParagraphStyle(leading=20, space_after=7))
    cells = (Cell(0, 90, (spaced,)), cell(100, 90, "two"))
    assert typesetter.set([Row(cells), Row(cells)], 200).tops == (0, 0, 27, 27)
    ruled = typesetter.set([Row(cells, rule_below=1), Row(cells)], 200)
    assert ruled.tops == (0, 0, 0, 21, 21)


def test_a_row_without_cells_has_the_height_of_its_padding(typesetter: Typesetter) -> None:
    assert typesetter.set([Row((), padding=6)], 200).height == 12


class TestPictures:
    def test_stand_where_they_are_aligned(self, typesetter: Typesetter) -> None:
        for align, x in ((Align.START, 0), (Align.CENTRE, 80), (Align.END, 160)):
            galley = typesetter.set([Picture(LOGO, 40, 10, align)], 200)
            assert galley.lines == (Shown(x, 0, 40, 10, LOGO),)

    def test_shrink_to_their_measure_and_are_reported(self) -> None:
        typesetter = Typesetter()
        galley = typesetter.set([Row((Cell(10, 100, (Picture(LOGO, 400, 100),)),))], 200)
        assert galley.lines == (Shown(10, 0, 100, 25, LOGO),)
        assert typesetter.take_findings() == (Finding("a1", Misfit.SHRUNK),)
        assert typesetter.take_findings() == ()

    def test_are_no_higher_than_a_page_has_room_and_are_reported(self) -> None:
        typesetter = Typesetter()
        galley = typesetter.set([Picture(LOGO, 100, 9_600)], 200)
        assert galley.lines == (Shown(0, 0, 5, 480, LOGO),)
        assert galley.height == 480
        assert typesetter.take_findings() == (Finding("a1", Misfit.SHRUNK),)

    def test_are_equal_by_what_they_show(self) -> None:
        assert Image("a1", "image/jpeg", b"x", 1, 1) == LOGO

"""Columns: filled down or across, over pages, even where they end, with nothing lost or parted."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from signatories.typesetting.flow import (
    Cell,
    Columns,
    Item,
    PageBreak,
    Paragraph,
    Row,
    Space,
    Span,
    Together,
)
from signatories.typesetting.galleys import Line
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Page, PageFormat, Placed
from signatories.typesetting.styles import Fill, ParagraphStyle, TextStyle

PLAIN = TextStyle(size=8)
PAPER = PageFormat(width=400, height=220, left=50, right=50, top=10, bottom=10)
ENTRY = ParagraphStyle(leading=20, keep_together=True)
SPACED = ParagraphStyle(leading=20, keep_together=True, space_after=10)
HEADING = ParagraphStyle(leading=20, keep_together=True, keep_with_next=True)
TEXT = ParagraphStyle(leading=20)
AGAIN = "again"


class Box(NamedTuple):
    """Where a line stands on a page, and what it says."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def entry(text: str, count: int = 1, style: ParagraphStyle = ENTRY) -> Paragraph:
    """An entry of so many lines: `a.0`, `a.1` …"""
    return Paragraph((Span("\n".join(f"{text}.{line}" for line in range(count)), PLAIN),), style)


def entries(heights: Iterable[int], name: str = "e", style: ParagraphStyle = ENTRY) -> list[Item]:
    return [entry(f"{name}{number}", height, style) for number, height in enumerate(heights)]


def boxes(page: Page) -> list[Box]:
    return [box for placed in page.placed for box in _boxes_of(placed)]


def _boxes_of(placed: Placed) -> Iterator[Box]:
    galley = placed.galley
    y = placed.y - galley.tops[placed.first]
    for number in range(placed.first, placed.end):
        line = galley.lines[number]
        if isinstance(line, Line) and line.words:
            left = placed.x + line.x
            right = left + sum(word.width for word in line.printed)
            base = y + galley.tops[number] + line.baseline
            text = "".join(word.text for word in line.printed)
            yield Box(left, base - 14, right, base + 6, text)


def texts(page: Page) -> list[str]:
    return [box.text for box in boxes(page)]


def columns_of(page: Page) -> list[list[str]]:
    """The texts of each column of a page, from left to right."""
    found = boxes(page)
    lefts = sorted({box.left for box in found})
    return [[box.text for box in found if box.left == left] for left in lefts]


def heights(page: Page) -> list[int]:
    return [len(column) for column in columns_of(page)]


@pytest.mark.parametrize(
    ("sizes", "count", "expected"),
    [
        ([1] * 4, 3, [2, 1, 1]),
        ([1] * 5, 3, [2, 2, 1]),
        ([1] * 10, 4, [3, 3, 2, 2]),
        ([1] * 2, 3, [1, 1]),
        ([1], 4, [1]),
        ([1] * 30, 3, [10, 10, 10]),
        ([1] * 28, 3, [10, 9, 9]),
        ([2, 1, 1], 2, [2, 2]),
        ([1, 1, 3], 2, [2, 3]),  # rather than an empty column
        ([1, 2, 9], 2, [3, 9]),
        ([2, 2, 1, 1, 1], 3, [4, 2, 1]),  # rather than 2, 3, 2
        ([1] * 9 + [8, 1], 2, [9, 9]),
        ([1, 2, 2, 1, 1, 2], 2, [5, 4]),
        ([2, 2, 1], 2, [4, 1]),  # rather than a second column taller than the first
    ],
)
def test_columns_are_even_where_they_end(
    typesetter: Typesetter, sizes: list[int], count: int, expected: list[int]
) -> None:
    (page,) = typesetter.pages([Columns(entries(sizes), count)], PAPER)
    assert heights(page) == expected


def test_columns_go_on_over_pages_and_are_even_on_the_last(typesetter: Typesetter) -> None:
    pages = typesetter.pages([Columns(entries([1] * 73), 3)], PAPER)
    assert [heights(page) for page in pages] == [[10, 10, 10], [10, 10, 10], [5, 4, 4]]
    assert [text for page in pages for text in texts(page)] == [f"e{n}.0" for n in range(73)]


def test_columns_begin_below_the_text_and_the_letter_goes_on_below_them(
    typesetter: Typesetter,
) -> None:
    flow = [entry("above", 3, TEXT), Columns(entries([1] * 5), 2), Space(5), entry("below", 2)]
    (page,) = typesetter.pages(flow, PAPER)
    first = {box.text: round(box.top) for box in boxes(page)}
    top = first["above.0"]
    assert first["e0.0"] == first["e3.0"] == top + 60
    assert first["below.0"] == top + 60 + 60 + 5


def test_a_heading_over_all_columns_goes_to_the_next_page_with_its_entries(
    typesetter: Typesetter,
) -> None:
    heading = entry("heading", 1, HEADING)
    flow = [entry("text", 9, TEXT), heading, Columns(entries([1, 1]), 2)]
    _, second = typesetter.pages(flow, PAPER)
    assert texts(second) == ["heading.0", "e0.0", "e1.0"]


@pytest.mark.parametrize(("count", "pages"), [(1, [10, 9, 6]), (3, [30, 3 * 9, 6])])
def test_a_heading_stands_again_over_all_columns_of_further_pages(
    typesetter: Typesetter, count: int, pages: list[int]
) -> None:
    again = (entry("again", 1, HEADING),)
    made = typesetter.pages([Columns(entries([1] * sum(pages)), count, again=again)], PAPER)
    assert [texts(page).count("again.0") for page in made] == [0, 1, 1]
    assert [len(texts(page)) for page in made] == [pages[0], pages[1] + 1, pages[2] + 1]
    assert {boxes(page)[0].text for page in made[1:]} == {"again.0"}


def test_a_heading_that_would_take_the_room_of_the_last_entry_does_not_stand_again(
    typesetter: Typesetter,
) -> None:
    again = (entry("again", 1, HEADING),)
    made = typesetter.pages([Columns(entries([1] * 20), again=again)], PAPER)
    assert [len(texts(page)) for page in made] == [10, 10]
    made = typesetter.pages([Columns(entries([1, 10, 30]), again=again)], PAPER)
    assert "again.0" not in [text for page in made for text in texts(page)]


def test_a_heading_inside_keeps_with_its_first_entry(typesetter: Typesetter) -> None:
    heading = entry("heading", 1, HEADING)
    items = [*entries([1] * 9, "a"), heading, *entries([1] * 9, "b")]
    pages = typesetter.pages([Columns(items, 1)], PAPER)
    assert [len(texts(page)) for page in pages] == [9, 10]


def test_across_goes_row_by_row_with_a_heading_above_its_entry(typesetter: Typesetter) -> None:
    heading = entry("heading", 1, HEADING)
    items = [entry("a"), heading, entry("b"), entry("c", 2), Space(10), entry("d")]
    (page,) = typesetter.pages([Columns(items, 2, fill=Fill.ACROSS)], PAPER)
    assert columns_of(page) == [["a.0", "c.0", "c.1"], ["heading.0", "b.0", "d.0"]]
    tops = {box.text: box.top for box in boxes(page)}
    assert tops["a.0"] == tops["heading.0"]
    assert tops["c.0"] == tops["d.0"]


@pytest.mark.parametrize("fill", Fill)
def test_a_heading_that_ends_columns_keeps_with_the_text_below(
    typesetter: Typesetter, fill: Fill
) -> None:
    items = [*entries([1] * 8), entry("heading", 1, HEADING)]
    flow = [Columns(items, 1, fill=fill), Space(5), entry("text", 3)]
    first, second = typesetter.pages(flow, PAPER)
    assert texts(first) == [f"e{n}.0" for n in range(8)]
    assert texts(second)[0] == "heading.0"


@pytest.mark.parametrize("fill", Fill)
def test_the_first_of_right_to_left_columns_stands_right(
    typesetter: Typesetter, fill: Fill
) -> None:
    columns = Columns(entries([1, 1]), 2, fill=fill, right_to_left=True)
    (page,) = typesetter.pages([columns], PAPER)
    assert columns_of(page) == [["e1.0"], ["e0.0"]]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_single_entry_is_left_for_the_last_page(typesetter: Typesetter, count: int) -> None:
    pages = typesetter.pages([Columns(entries([1] * (10 * count + 1)), count)], PAPER)
    assert sum(heights(pages[0])) == 10 * count - 1
    assert len(texts(pages[1])) == 2


def test_no_list_begins_with_a_single_row_at_the_foot_of_a_page(typesetter: Typesetter) -> None:
    flow = [entry("text", 9, TEXT), Columns(entries([1] * 5), 2)]
    first, second = typesetter.pages(flow, PAPER)
    assert len(texts(first)) == 9
    assert heights(second) == [3, 2]


def test_but_one_that_ends_there_may(typesetter: Typesetter) -> None:
    (page,) = typesetter.pages([entry("text", 9), Columns(entries([1, 1]), 2)], PAPER)
    assert texts(page)[-2:] == ["e0.0", "e1.0"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_last_line_below_does_not_stand_alone_on_the_next_page(
    typesetter: Typesetter, count: int
) -> None:
    flow = [Columns(entries([1] * 10 * count), count), entry("count")]
    first, second = typesetter.pages(flow, PAPER)
    assert len(texts(first)) == 10 * count - 1
    assert texts(second) == [f"e{10 * count - 1}.0", "count.0"]


class TestTables:
    head = (Row((Cell(0, 100, (entry("head"),)),)),)

    def test_repeat_their_head_on_every_page(self, typesetter: Typesetter) -> None:
        rows = [Row((Cell(0, 100, (item,)),)) for item in entries([1] * 12)]
        first, second = typesetter.pages([Columns(rows, head=self.head)], PAPER)
        assert (texts(first)[0], len(texts(first))) == ("head.0", 10)
        assert texts(second) == ["head.0", "e9.0", "e10.0", "e11.0"]

    def test_do_not_leave_their_head_alone(self, typesetter: Typesetter) -> None:
        flow = [entry("text", 9), Columns(entries([1] * 3), head=self.head)]
        first, second = typesetter.pages(flow, PAPER)
        assert len(texts(first)) == 9
        assert len(texts(second)) == 4

    @pytest.mark.parametrize("fill", Fill)
    def test_repeat_it_above_each_column(self, typesetter: Typesetter, fill: Fill) -> None:
        columns = Columns(entries([1] * 4), 2, head=(entry("head"),), fill=fill)
        (page,) = typesetter.pages([columns], PAPER)
        assert [column[0] for column in columns_of(page)] == ["head.0"] * 2

    def test_print_one_that_is_as_tall_as_a_page_once_and_no_row_off_the_paper(
        self, typesetter: Typesetter
    ) -> None:
        flow = [Columns(entries([1] * 12), 2, head=(entry("head", 11),))]
        pages = typesetter.pages(flow, PAPER)
        found = [text for page in pages for text in texts(page)]
        assert found == [*(f"head.{n}" for n in range(11)), *(f"e{n}.0" for n in range(12))]
        assert all(placed.bottom <= 210.01 for page in pages for placed in page.placed)


def test_a_shared_block_is_drawn_from_one_galley(typesetter: Typesetter) -> None:
    block = typesetter.fixed([Columns(entries([1] * 5), 2, head=(entry("head"),))], PAPER.measure)
    letters = [typesetter.pages([entry("text", n), *block], PAPER) for n in (1, 3)]
    drawn = [[placed[2:] for placed in pages[0].placed[1:]] for pages in letters]
    assert drawn[0] == drawn[1]


sizes = st.lists(st.integers(1, 3), max_size=60)
styles = st.sampled_from([ENTRY, SPACED, TEXT])


@st.composite
def blocks(draw: st.DrawFn, name: str = "") -> tuple[int, Fill, list[Item]]:
    items: list[Item] = []
    for place, height in enumerate(draw(sizes)):
        number = f"{place}{name}"
        style = draw(styles)
        kind = draw(st.integers(0, 9))
        if kind == 0:
            items.append(entry(f"h{number}", 1, HEADING))
        elif kind == 1:
            items.append(Together((entry(f"t{number}", height, TEXT), entry(f"u{number}"))))
        else:
            items.append(entry(f"e{number}", height, style))
    items += [entry(f"last{name}")] * bool(items)  # so that no heading ends them
    return draw(st.integers(1, 4)), draw(st.sampled_from(Fill)), items


@st.composite
def flows(draw: st.DrawFn) -> list[Item | Columns | PageBreak]:
    flow: list[Item | Columns | PageBreak] = []
    for number in range(draw(st.integers(1, 3))):
        flow.append(entry(f"p{number}", draw(st.integers(1, 12)), draw(styles)))
        if draw(st.booleans()):
            flow.append(entry(f"k{number}", 1, HEADING))
        count, fill, items = draw(blocks(f"-{number}"))
        again = (entry(f"{AGAIN}{number}", 1, HEADING),) if draw(st.booleans()) else ()
        flow.append(Columns(items, count, fill=fill, again=again))
        if draw(st.integers(0, 4)) == 0:
            flow.append(PageBreak())
    return flow


def said(flow: Iterable[Item | Columns | PageBreak]) -> list[str]:
    """The lines of a flow in their order."""
    found: list[str] = []
    for item in flow:
        match item:
            case Columns() | Together():
                found += said(item.items)
            case Paragraph():
                found += "".join(span.text for span in item.spans).split("\n")
    return found


@given(flows())
def test_every_line_stands_once_in_order_inside_the_margins_and_over_no_other(
    flow: list[Item | Columns | PageBreak],
) -> None:
    pages = Typesetter().pages(flow, PAPER)
    shown = [text for page in pages for text in texts(page)]
    assert [text for text in shown if not text.startswith(AGAIN)] == said(flow)
    for page in pages:
        found = boxes(page)
        for box in found:
            assert box.left >= PAPER.left - 0.01
            assert box.top >= PAPER.top - 5
            assert box.right <= PAPER.width - PAPER.right + 0.01
            assert box.bottom <= PAPER.height - PAPER.bottom + 5
        places = sorted(found, key=lambda box: (round(box.top), box.left))
        assert not [pair for pair in pairwise(places) if _overlap(*pair)]


def _overlap(one: Box, other: Box) -> bool:
    beside = one.right <= other.left + 0.01 or other.right <= one.left + 0.01
    apart = one.bottom <= other.top + 0.01 or other.bottom <= one.top + 0.01
    return not beside and not apart


@given(flows())
def test_no_entry_is_parted_and_no_heading_stands_alone(
    flow: list[Item | Columns | PageBreak],
) -> None:
    typesetter = Typesetter()
    pages = typesetter.pages(flow, PAPER)
    assume(not typesetter.take_findings())
    where = {
        box.text: (number, box.top) for number, page in enumerate(pages) for box in boxes(page)
    }
    for above, below in inseparable(flow):
        assert where[above][0] == where[below][0], (above, below)
        assert where[above][1] < where[below][1], (above, below)


def inseparable(flow: Iterable[Item | Columns | PageBreak]) -> Iterator[tuple[str, str]]:
    """Neighbouring lines that no page and no column may part."""
    heading = ""
    for item in flow:
        lines = said([item])
        if heading and lines:
            yield heading, lines[0]
        heading = ""
        match item:
            case Columns():
                yield from inseparable(item.items)
            case Together():
                yield from pairwise(lines)
            case Paragraph():
                pairs = list(pairwise(lines))
                yield from pairs[:1] + pairs[-1:] if item.style is TEXT else pairs
                heading = lines[-1] if item.style.keep_with_next else ""


@given(st.lists(st.integers(1, 3), min_size=1, max_size=40), st.integers(2, 4))
def test_columns_differ_by_little_more_than_the_tallest_entry(sizes: list[int], count: int) -> None:
    paper = PageFormat(width=400, height=3000, left=50, right=50, top=10, bottom=10)
    (page,) = Typesetter().pages([Columns(entries(sizes), count)], paper)
    found = heights(page) + [0] * (count - len(heights(page)))
    assert sum(found) == sum(sizes)
    assert max(found) - min(found) <= 2.5 * max(sizes)


@given(st.lists(st.integers(1, 2), min_size=2, max_size=60))
def test_the_second_column_is_the_taller_one_only_where_it_must_be(sizes: list[int]) -> None:
    paper = PageFormat(width=400, height=3000, left=50, right=50, top=10, bottom=10)
    (page,) = Typesetter().pages([Columns(entries(sizes), 2)], paper)
    first, second = heights(page)
    possible = {sum(sizes[:cut]) - sum(sizes[cut:]) for cut in range(1, len(sizes))}
    assert first >= second or not possible & set(range(5 if max(sizes) > 1 else 2))


@given(st.integers(1, 60), st.integers(2, 4))
def test_no_column_of_equal_entries_is_taller_than_one_before_it(total: int, count: int) -> None:
    paper = PageFormat(width=400, height=3000, left=50, right=50, top=10, bottom=10)
    (page,) = Typesetter().pages([Columns(entries([1] * total), count)], paper)
    assert heights(page) == sorted(heights(page), reverse=True)
    assert max(heights(page)) == -(-total // count)


@given(blocks())
def test_a_generator_gives_the_pages_of_a_galley_set_whole(
    block: tuple[int, Fill, list[Item]],
) -> None:
    count, _, items = block
    typesetter = Typesetter()
    width = (PAPER.measure - (count - 1) * 18) / count
    whole = typesetter.pages([Columns([typesetter.set(items, width)], count)], PAPER)
    streamed = list(typesetter.stream([Columns(iter(items), count)], PAPER))
    assert [boxes(page) for page in streamed] == [boxes(page) for page in whole]


@pytest.mark.parametrize("style", [ENTRY, SPACED])
def test_a_long_list_comes_out_as_one_set_whole(
    typesetter: Typesetter, style: ParagraphStyle
) -> None:
    items = entries([1 + n % 3 for n in range(1300)], style=style)
    whole = typesetter.pages([Columns([typesetter.set(items, 88)], 3)], PAPER)
    streamed = typesetter.pages([Columns(items, 3)], PAPER)
    assert [boxes(page) for page in streamed] == [boxes(page) for page in whole]


def test_pages_are_yielded_as_they_fill(typesetter: Typesetter) -> None:
    taken = 0

    def endless() -> Iterator[Item]:
        nonlocal taken
        while True:
            taken += 1
            yield entry(f"e{taken}")

    pages = typesetter.stream([Columns(endless(), 3)], PAPER)
    for _ in range(40):
        assert heights(next(pages)) == [10, 10, 10]
    assert taken <= 40 * 30 + 1000

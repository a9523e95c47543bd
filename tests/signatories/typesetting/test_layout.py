"""Pages: nothing lost, nothing parted that belongs together, nothing over the margins."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting.flow import (
    Item,
    PageBreak,
    Paragraph,
    Region,
    Rule,
    Space,
    Span,
    Together,
)
from signatories.typesetting.galleys import Line, Stroke
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import A4, US_LETTER, Footer, Page, PageFormat, Placed
from signatories.typesetting.styles import ParagraphStyle, TextStyle

PLAIN = TextStyle(size=10)
PAPER = PageFormat(width=300, height=220, left=50, right=50, top=10, bottom=10, foot=5)
LINE = ParagraphStyle(leading=20)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def lines(count: int, style: ParagraphStyle = LINE, word: str = "line") -> Paragraph:
    return Paragraph((Span("\n".join(f"{word}{n}" for n in range(count)), PLAIN),), style)


def words_on(page: Page) -> list[str]:
    return [
        "".join(word.text for word in line.printed)
        for placed in page.placed
        for line in placed.galley.lines[placed.first : placed.end]
        if isinstance(line, Line)
    ]


def counts(pages: Sequence[Page]) -> list[int]:
    return [len(words_on(page)) for page in pages]


def kept(**changes: bool) -> ParagraphStyle:
    return ParagraphStyle(leading=20, **changes)


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ([lines(10)], [10]),
        ([lines(11)], [9, 2]),  # never one line alone at the head
        ([lines(9), lines(4)], [9, 4]),  # nor at the foot
        ([lines(8), lines(4)], [10, 2]),
        ([lines(8), lines(3)], [8, 3]),
        ([lines(25)], [10, 10, 5]),
        ([lines(7), lines(4, kept(keep_together=True))], [7, 4]),
        ([lines(9), lines(1, kept(keep_with_next=True)), lines(2)], [9, 3]),
        (
            [lines(7), lines(1, kept(keep_with_next=True)), lines(3, kept(keep_together=True))],
            [7, 4],
        ),
        ([lines(8), Together((lines(1), lines(2)))], [8, 3]),
        ([lines(8), Together((lines(1),), keep_with_next=True), lines(2)], [8, 3]),
        ([lines(3), PageBreak(), lines(2)], [3, 2]),
        ([Together((lines(15),))], [10, 5]),  # taller than a page: parted after all
    ],
)
def test_pages_end_where_a_typographer_would_end_them(
    typesetter: Typesetter, flow: list[Item | PageBreak], expected: list[int]
) -> None:
    assert counts(typesetter.pages(flow, PAPER)) == expected


def test_the_closing_stays_with_the_first_signatures_of_a_shared_block(
    typesetter: Typesetter,
) -> None:
    closing = lines(1, kept(keep_with_next=True), "Yours")
    block = typesetter.set([lines(1) for _ in range(4)], PAPER.measure)
    pages = typesetter.pages([lines(9), closing, block], PAPER)
    assert words_on(pages[1])[0] == "Yours0"


def test_every_letter_shows_the_same_galley(typesetter: Typesetter) -> None:
    block = typesetter.set([lines(3)], PAPER.measure)
    letters = [typesetter.pages([lines(count), block], PAPER) for count in (1, 2)]
    assert [pages[0].placed[-1].galley for pages in letters] == [block, block]


@settings(deadline=None)
@given(st.lists(st.integers(1, 14), max_size=8), st.booleans(), st.booleans())
def test_no_line_is_lost_and_none_stands_outside_the_margins(
    sizes: list[int], keep_together: bool, keep_with_next: bool
) -> None:
    style = kept(keep_together=keep_together, keep_with_next=keep_with_next)
    flow = [lines(size, style, f"p{number}-") for number, size in enumerate(sizes)]
    pages = Typesetter().pages(flow, PAPER)
    expected = [f"p{number}-{n}" for number, size in enumerate(sizes) for n in range(size)]
    assert [word for page in pages for word in words_on(page)] == expected
    for page in pages:
        for placed in page.placed:
            assert placed.y >= PAPER.top
            assert _foot(placed) <= PAPER.height - PAPER.bottom + 0.01


def _foot(placed: Placed) -> float:
    galley = placed.galley
    return placed.y + galley.bottoms[placed.end - 1] - galley.tops[placed.first]


def test_the_larger_of_two_spaces_is_kept_and_none_at_the_top(typesetter: Typesetter) -> None:
    above = ParagraphStyle(leading=20, space_before=30, space_after=8)
    below = ParagraphStyle(leading=20, space_before=5)
    galley = typesetter.set([lines(1, above), lines(1, below), Space(4), lines(1)], 200)
    assert galley.tops == (0, 28, 52)
    (page,) = typesetter.pages([galley], PAPER)
    assert page.placed[0].y == PAPER.top


def test_space_between_galleys_counts_and_falls_away_at_a_page_break(
    typesetter: Typesetter,
) -> None:
    (page,) = typesetter.pages([lines(1), Space(15), typesetter.set([lines(1)], 200)], PAPER)
    assert [placed.y for placed in page.placed] == [10, 45]
    pages = typesetter.pages([lines(10), Space(15), typesetter.set([lines(1)], 200)], PAPER)
    assert pages[1].placed[0].y == PAPER.top


def test_a_rule_is_as_long_as_the_measure_or_shorter(typesetter: Typesetter) -> None:
    rules = [Rule(thickness=2), Rule(length=30, space_before=9), Rule(length=900)]
    galley = typesetter.set(rules, 200)
    lengths = [line.length for line in galley.lines if isinstance(line, Stroke)]
    assert lengths == [200, 30, 200]
    assert galley.tops == (0, 11, 11.5)
    assert galley.lines[:2] == (Stroke(0, 1, 200, 2), Stroke(0, 0.25, 30, 0.5))


def test_a_marker_shares_the_line_it_marks(typesetter: Typesetter) -> None:
    item = Paragraph(
        (Span("one\ntwo", PLAIN),), ParagraphStyle(leading=20, indent=20), Span("•", PLAIN)
    )
    galley = typesetter.set([item], 200)
    assert galley.tops == (0, 0, 20)
    assert galley.breaks[0] is False


class TestRegions:
    def test_stand_on_the_first_page_only_and_push_the_flow_down(
        self, typesetter: Typesetter
    ) -> None:
        head = Region(20, 5, 100, (lines(3, word="head"),))
        first, second = typesetter.pages([lines(10)], PAPER, regions=[head])
        assert (first.placed[0].x, first.placed[0].y) == (20, 5)
        assert first.placed[1].y == 65
        assert second.placed[0].y == PAPER.top
        assert "head0" not in words_on(second)

    def test_beside_the_flow_leave_it_where_it_is(self, typesetter: Typesetter) -> None:
        board = Region(5, 5, 40, (lines(8),), clears=False)
        (page,) = typesetter.pages([lines(2)], PAPER, regions=[board])
        assert page.placed[1].y == PAPER.top

    def test_a_galley_in_a_region_is_shared(self, typesetter: Typesetter) -> None:
        head = typesetter.set([lines(1)], 100)
        region = Region(20, 5, 100, (head,))
        pages = [typesetter.pages([], PAPER, regions=[region])[0] for _ in range(2)]
        assert [page.placed[0].galley for page in pages] == [head, head]


class TestFooter:
    footer = Footer(lambda page, pages: f"Page {page} of {pages}", PLAIN)

    def test_is_left_out_where_there_is_one_page(self, typesetter: Typesetter) -> None:
        (page,) = typesetter.pages([lines(2)], PAPER, footer=self.footer)
        assert len(page.placed) == 1

    def test_numbers_every_page_in_the_middle(self, typesetter: Typesetter) -> None:
        pages = typesetter.pages([lines(21)], PAPER, footer=self.footer)
        assert [words_on(page)[-1] for page in pages] == [f"Page {n} of 3" for n in (1, 2, 3)]
        foot = pages[0].placed[-1]
        line = foot.galley.lines[0]
        assert isinstance(line, Line)
        assert foot.y + line.baseline == pytest.approx(PAPER.height - PAPER.foot)
        assert foot.x + line.x > PAPER.left

    def test_is_shared_by_documents_of_one_length(self, typesetter: Typesetter) -> None:
        letters = [typesetter.pages([lines(15)], PAPER, footer=self.footer) for _ in range(2)]
        assert letters[0][0].placed[-1].galley is letters[1][0].placed[-1].galley


def test_an_empty_document_has_one_page(typesetter: Typesetter) -> None:
    assert typesetter.pages([], A4) == (Page(A4.width, A4.height, ()),)


def test_papers_have_their_sizes() -> None:
    assert (A4.width, A4.height) == pytest.approx((595.28, 841.89), abs=0.01)
    assert (US_LETTER.width, US_LETTER.height, US_LETTER.measure) == (612, 792, 468)


def test_line_ends_and_tabs_are_not_missing(typesetter: Typesetter) -> None:
    assert typesetter.missing("Rue\tde\r\nLausanne\u2028\x85 😀") == ("😀",)


def test_a_galley_set_inside_another_keeps_its_lines_and_breaks(typesetter: Typesetter) -> None:
    inner = typesetter.set([lines(4)], 200)
    outer = typesetter.set([lines(1), inner], 200)
    assert outer.lines[1:] == inner.lines
    assert outer.breaks[1:] == inner.breaks
    assert outer.height == 100


def test_first_page_margin(typesetter: Typesetter) -> None:
    paper = PageFormat(300, 220, 50, 50, 10, 10, first_top=100)
    first, second = typesetter.pages([lines(8)], paper)
    assert first.placed[0].y == 100
    assert second.placed[0].y == 10

"""Paragraphs that end alike are set as any other, and documents that differ in them are cut as any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Footer, Page, PageFormat
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle

PLAIN, BOLD = TextStyle(size=10), TextStyle(size=10, bold=True)
PAPER = PageFormat(width=300, height=220, left=50, right=50, top=10, bottom=10, foot=5)
NARROW = PageFormat(width=160, height=220, left=50, right=50, top=10, bottom=10)
FOOTER = Footer(lambda page, pages: f"{page} of {pages}")
STYLES = [
    ParagraphStyle(leading=20, align=align, first_indent=first, keep_together=together)
    for align in Align
    for first, together in ((0.0, False), (9.5, True))
]
ENDINGS = [
    " and so on.",
    ", whom we ask to do so as soon as possible, and to say to everybody who asks that it was done.",
    "ness of long words, antidisestablishmentarianism-in-general and what follows from it for all of us.",
    " בית שלום וגם this, 12–14 and that",
    "\nbegins a line, and goes on, as it is wont to do, over the end of that line.",
    "",
]
VALUES = [
    "",
    "Benin",
    "the Plurinational State of Bolivia",
    "ladidadidadidadidadidadidadidadidadidum",
]
VALUES += ["Côte d’Ivoire", "日本国の大使館 様", "مصر", "two\nlines"]
SPANS = st.lists(
    (st.sampled_from(VALUES) | st.text("ab -.", max_size=60)).map(lambda text: Span(text, PLAIN)),
    min_size=1,
    max_size=3,
).map(tuple)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def as_one(galleys: tuple[Galley, ...]) -> list[tuple[object, ...]]:
    """Each line, where it stands and whether a page may end after it, whatever galley it is in."""
    rows: list[tuple[object, ...]] = []
    top = 0.0
    for galley in galleys:
        for line, above, below, may_break in zip(
            galley.lines, galley.tops, galley.bottoms, galley.breaks, strict=True
        ):
            assert isinstance(line, Line)
            edges = (top + above, top + below, line.x, line.baseline, line.stretch)
            words = tuple((word.text, word.style) for word in line.printed)
            rows.append((*(round(edge, 6) for edge in edges), may_break, words))
        top += galley.height
    return rows


@given(
    beginnings=st.lists(SPANS, min_size=1, max_size=4),
    ending=st.sampled_from(ENDINGS),
    look=st.sampled_from([PLAIN, BOLD]),
    style=st.sampled_from(STYLES),
    paper=st.sampled_from([PAPER, NARROW]),
)
def test_paragraphs_that_end_alike_are_set_as_any_other(
    beginnings, ending, look, style, paper, typesetter: Typesetter
) -> None:
    spans = (Span(ending, look),)
    end = typesetter.ending(spans, look, style, paper)
    for beginning, galleys in zip(beginnings, end.set(beginnings), strict=True):
        whole = typesetter.set([Paragraph((*beginning, *spans), style)], paper.measure)
        assert as_one(galleys) == as_one((whole,))
        assert (galleys[0].before, galleys[-1].after) == (whole.before, whole.after)


def test_what_runs_from_right_to_left_is_set_as_any_other(typesetter: Typesetter) -> None:
    style = ParagraphStyle(direction=Direction.RIGHT_TO_LEFT)
    end = typesetter.ending((Span(" 12 and more", PLAIN),), PLAIN, style, PAPER)
    spans = (Span("שלום", PLAIN),)
    whole = typesetter.set([Paragraph((*spans, Span(" 12 and more", PLAIN)), style)], PAPER.measure)
    assert as_one(end.set([spans])[0]) == as_one((whole,))


@pytest.mark.parametrize("beginning", ["12", "12 Oxfam"])
def test_digits_in_the_language_of_an_arabic_letter_are_set_as_any_other(
    typesetter: Typesetter, beginning: str
) -> None:
    arabic, style = TextStyle(language="ar"), ParagraphStyle()
    spans, ending = (Span(beginning, arabic),), (Span(" – 2026 *", arabic),)
    end = typesetter.ending(ending, arabic, style, PAPER)
    whole = typesetter.set([Paragraph((*spans, *ending), style)], PAPER.measure)
    assert as_one(end.set([spans])[0]) == as_one((whole,))
    assert (whole.lines[0].x > 0) is (beginning == "12")


def test_lines_after_the_first_difference_are_the_same_for_all(typesetter: Typesetter) -> None:
    end = typesetter.ending((Span(ENDINGS[1], PLAIN),), PLAIN, ParagraphStyle(), PAPER)
    first, second = end.set([(Span(name, PLAIN),) for name in ("Benin", "Congo")])
    assert first[0] is not second[0]
    assert first[1] is second[1]


def content(pages: tuple[Page, ...]) -> list[tuple[object, ...]]:
    return [
        (placed.x, placed.y, placed.first, placed.end, as_one((placed.galley,)))
        for page in pages
        for placed in page.placed
    ]


@given(heights=st.lists(st.integers(1, 24), min_size=2, max_size=6), fixed=st.integers(1, 24))
def test_documents_that_are_as_high_are_cut_as_any_other(
    heights: list[int], fixed: int, typesetter: Typesetter
) -> None:
    def galley(lines: int, word: str) -> Galley:
        text = "\n".join([word] * lines)
        style = ParagraphStyle(leading=20, space_after=5)
        return typesetter.set([Paragraph((Span(text, PLAIN),), style)], PAPER.measure)

    plans = typesetter.plans(PAPER, footer=FOOTER)
    same = galley(fixed, "same")
    for number, height in enumerate([*heights, *heights]):
        own = galley(height, f"word{number}")
        expected = typesetter.pages([own, same], PAPER, footer=FOOTER)
        assert content(plans.pages([own], lambda own=own: [own, same])) == content(expected)


def test_a_page_on_which_nothing_varies_is_the_same_for_all(typesetter: Typesetter) -> None:
    plans = typesetter.plans(PAPER)
    same = typesetter.set([Paragraph((Span("same\n" * 12, PLAIN),))], PAPER.measure)
    own = [typesetter.set([Paragraph((Span(name, PLAIN),))], PAPER.measure) for name in "ab"]
    first, second = (plans.pages([each], lambda each=each: [each, same]) for each in own)
    assert first[0] is not second[0]
    assert first[1] is second[1]


def test_what_fits_on_no_page_is_told_of_each_document() -> None:
    typesetter = Typesetter()
    plans = typesetter.plans(PAPER)
    style = ParagraphStyle(leading=20, keep_together=True)
    for name in ("one", "two"):
        own = typesetter.set([Paragraph((Span(f"{name}\n" * 12, PLAIN),), style)], PAPER.measure)
        plans.pages([own], lambda own=own: [own])
        assert [finding.text for finding in typesetter.take_findings()] == [name]


def test_what_runs_from_right_to_left_shares_its_last_lines_too(typesetter: Typesetter) -> None:
    style = ParagraphStyle(direction=Direction.RIGHT_TO_LEFT)
    end = typesetter.ending(
        (Span(" שלום לכולם ולכל מי שבא אחריהם" * 6, PLAIN),), PLAIN, style, PAPER
    )
    _, second, third = end.set([(Span(name, PLAIN),) for name in ("אבג", "אגב", "בגא")])
    assert second[0] is not third[0]
    assert second[1] is third[1]

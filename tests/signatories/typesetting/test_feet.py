"""Footnotes stand at the foot of the page that shows their mark, or go on at the foot of the next."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.typesetting.flow import Cell, Columns, Item, Paragraph, Row, Space, Span, Together
from signatories.typesetting.galleys import Line, Stroke
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Page, PageFormat, Placed
from signatories.typesetting.styles import ParagraphStyle, TextStyle

PLAIN = TextStyle(size=8)
PAPER = PageFormat(width=400, height=220, left=50, right=50, top=10, bottom=10)
LINE = ParagraphStyle(leading=20, keep_together=True)
NOTE = ParagraphStyle(leading=12)
RULE = 12.0  # what the short rule above the notes takes


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def noted(text: str, note: str = "", lines: int = 1) -> Paragraph:
    """A line that calls for a note of so many lines."""
    said = "\n".join([note] * lines)
    notes: tuple[Item, ...] = (Paragraph((Span(said, PLAIN),), NOTE),) if note else ()
    return Paragraph((Span(text, PLAIN, notes),), LINE)


def words(placed: Placed) -> list[str]:
    lines = placed.galley.lines[placed.first : placed.end]
    texts = [
        "".join(word.text for word in line.printed) for line in lines if isinstance(line, Line)
    ]
    return [text for text in texts if text]


def said(page: Page) -> list[str]:
    return [text for placed in page.placed for text in words(placed)]


def test_a_note_stands_at_the_foot_below_a_short_rule(typesetter: Typesetter) -> None:
    (page,) = typesetter.pages([noted("one", "note one"), noted("two")], PAPER)
    text, rule, note = page.placed
    assert words(text) == ["one", "two"]
    assert words(note) == ["note one"]
    assert note.bottom == 210
    assert rule.bottom == note.y == 210 - 12
    (stroke,) = rule.galley.lines
    assert isinstance(stroke, Stroke)
    assert stroke.length < PAPER.measure / 2


def test_a_line_whose_note_has_no_room_goes_to_the_next_page_with_it(
    typesetter: Typesetter,
) -> None:
    flow = [*(noted(f"{n}") for n in range(9)), noted("nine", "note nine"), noted("ten")]
    first, second = typesetter.pages(flow, PAPER)
    assert said(first) == [f"{n}" for n in range(9)]
    assert said(second) == ["nine", "ten", "note nine"]


def test_the_note_goes_with_the_line_that_shows_its_mark(typesetter: Typesetter) -> None:
    note = (Paragraph((Span("note", PLAIN),), NOTE),)
    spans = [Span("\n".join(f"{n}" for n in range(12)) + "\n", PLAIN), Span("mark", PLAIN, note)]
    paragraph = Paragraph((*spans, Span(" and more", PLAIN)), ParagraphStyle(leading=20))
    first, second = typesetter.pages([paragraph], PAPER)
    assert "note" not in said(first)
    assert said(second)[-2:] == ["mark and more", "note"]


def test_notes_of_columns_stand_below_all_of_them_across_the_page(typesetter: Typesetter) -> None:
    entries = [noted(f"{n}", f"note {n}" if n % 5 == 0 else "") for n in range(10)]
    (page,) = typesetter.pages([Columns(entries, 2)], PAPER)
    assert [words(placed) for placed in page.placed] == [
        ["0", "1", "2", "3", "4"],
        ["5", "6", "7", "8", "9"],
        [],
        ["note 0"],
        ["note 5"],
    ]
    assert {placed.x for placed in page.placed[2:]} == {PAPER.left}


def test_a_note_in_a_cell_is_kept(typesetter: Typesetter) -> None:
    row = Row((Cell(0, 50, (noted("a"),)), Cell(60, 50, (noted("b", "note b"),))))
    (page,) = typesetter.pages([Space(3), row], PAPER)
    assert said(page) == ["a", "b", "note b"]


def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_the_next(typesetter: Typesetter) -> None:
    pages = typesetter.pages([noted("one", "note", 30), *(noted(f"{n}") for n in range(8))], PAPER)
    assert sum(said(page).count("note") for page in pages) == 30
    assert [text for page in pages for text in said(page) if text != "note"] == [
        "one",
        *(f"{n}" for n in range(8)),
    ]
    assert all(placed.bottom <= 210.01 for page in pages for placed in page.placed)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 5)), max_size=40), st.integers(1, 3))
def test_every_note_is_printed_once_on_the_page_of_its_line(
    sizes: list[tuple[int, int]], count: int
) -> None:
    entries = [
        noted("\n".join([f"e{n}"] * height), f"n{n}" if lines else "", lines)
        for n, (height, lines) in enumerate(sizes)
    ]
    pages = Typesetter().pages([Columns(entries, count), noted("end")], PAPER)
    texts = [text for page in pages for text in said(page)]
    lines = [f"e{n}" for n, (height, _) in enumerate(sizes) for _ in range(height)]
    assert [text for text in texts if text[0] == "e"] == [*lines, "end"]
    for page in pages:
        marks = {text[1:] for text in said(page) if text[0] == "e"}
        assert {text[1:] for text in said(page) if text[0] == "n"} <= marks
        foot = [placed for placed in page.placed if any(t[0] == "n" for t in words(placed))]
        body = [placed for placed in page.placed if any(t[0] == "e" for t in words(placed))]
        if foot:
            assert max(placed.bottom for placed in body) <= foot[0].y - RULE + 0.01
            assert foot[-1].bottom <= 210.01
    wanted = {f"n{n}": lines for n, (_, lines) in enumerate(sizes) if lines}
    assert Counter(text for text in texts if text[0] == "n") == wanted


@given(st.lists(st.tuples(st.sampled_from([1, 2, 9, 10, 25]), st.integers(0, 20)), max_size=9))
def test_what_is_taller_than_a_page_stays_on_the_paper_with_its_notes(
    sizes: list[tuple[int, int]],
) -> None:
    entries = [
        Together((noted("e0", "n0" if notes else "", notes), noted("\n".join(["e1"] * height))))
        for height, notes in sizes
    ]
    pages = Typesetter().pages(entries, PAPER)
    texts = [text for page in pages for text in said(page)]
    lines = [text for height, _ in sizes for text in ("e0", *["e1"] * height)]
    assert [text for text in texts if text[0] == "e"] == lines
    assert texts.count("n0") == sum(notes for _, notes in sizes)
    assert all(placed.bottom <= 210.01 for page in pages for placed in page.placed)


def test_an_entry_that_a_page_can_hold_is_not_parted_for_notes_of_those_before_it() -> None:
    typesetter = Typesetter()
    flow = [noted("one", "note", 60), *(noted("\n".join([f"{n}"] * 7)) for n in range(3))]
    pages = typesetter.pages(flow, PAPER)
    assert typesetter.take_findings() == ()
    parts = [text for page in pages for text in {*said(page)} if text != "note"]
    assert parts == ["one", "0", "1", "2"]
    assert sum(said(page).count("note") for page in pages) == 60

"""Texts that differ in their words only are set as any paragraph is."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting.alike import Alike
from signatories.typesetting.findings import Findings
from signatories.typesetting.flow import Item, Paragraph, Rule, Space, Span, Texts
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.lines import set_lines
from signatories.typesetting.setting import Setter
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

LOOK, STYLE = TextStyle(size=7), ParagraphStyle(leading=9.5, indent=4)
TEXT = (
    "a Hélène Jean-Pierre, Dr. Dr M. Mme A. B. St. no 12 100 000 12. km May 2026, ; ! « – — d’Enfants"
    " www.a-b.org/c-d and/or (WCAC) Ткаченко Ελένη 李雨桐 김민수 สมหญิง अनीता \u200b\u00a0 ليلى はるか a\nb"
)


def alike(width: float, words: Words, style: ParagraphStyle = STYLE) -> Alike | None:
    return Alike.of(LOOK, style, width, words)


def spaced(lines: list[Line] | None) -> list[Line] | None:
    """The lines with their spaces among the words."""
    return lines and [line._replace(words=line.printed, space=None) for line in lines]


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["", *TEXT.split(" ")]), max_size=12), min_size=1, max_size=4
    ),
    st.floats(min_value=12, max_value=300),
    st.sampled_from(Align),
)
def test_as_any_other_paragraph(texts: list[list[str]], width: float, align: Align) -> None:
    words, style = Words(), replace(STYLE, align=align)
    quick = alike(width, words, style)
    assert quick is not None
    for text in map(" ".join, texts):
        whole = set_lines(Paragraph((Span(text, LOOK),), style), width, words)
        assert spaced(quick.lines(text)) in (None, whole)


def test_nearly_all_lines_of_a_list_are_set_so() -> None:
    words = Words()
    quick = alike(90, words)
    assert quick is not None
    for text in (
        "Hélène Brückner, Secretary General, Conseil des Maisons d’Enfants 12",
        "Ελένη Παπαδάκη, Олена Ткаченко (WCAC)",
        "Oxfam",
        "Anne-Sofie Vance, Vice-President, A – B and/or C",
        "Dr Anne Marie",
    ):
        found = quick.lines(text)
        assert found
        assert spaced(found) == set_lines(Paragraph((Span(text, LOOK),), STYLE), 90, words)
    for text in ("ليلى منصور", "はるか", "Anne\nMarie", "a" * 99):
        assert quick.lines(text) is None, text


def test_lines_that_are_not_all_alike_are_set_one_by_one() -> None:
    words = Words()
    for style in (
        ParagraphStyle(direction=Direction.RIGHT_TO_LEFT),
        ParagraphStyle(first_indent=4),
    ):
        assert alike(90, words, style) is None


def set_items(items: list[Item]) -> Galley:
    return Setter(Words(), Findings(), 90).set(items, 90)


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["", *TEXT.split(" ")]), max_size=9).map(" ".join),
        min_size=1,
        max_size=9,
    ),
    st.builds(
        ParagraphStyle,
        leading=st.just(9.5),
        space_before=st.sampled_from([0.0, 3.0]),
        space_after=st.sampled_from([0.0, 4.1]),
        keep_together=st.booleans(),
        keep_with_next=st.booleans(),
        direction=st.sampled_from(Direction),
    ),
    st.lists(st.sampled_from([Space(5.0), Rule(), Paragraph((Span("and", LOOK),))]), max_size=2),
    st.sampled_from(["", "12.", "•"]),
    st.booleans(),
)
def test_texts_are_set_as_a_paragraph_each(
    texts: list[str], style: ParagraphStyle, around: list[Item], marker: str, keeps: bool
) -> None:
    before = Span(marker, LOOK) if marker else None
    *others, last = [Paragraph((Span(text, LOOK),), style, before) for text in texts]
    last_style = replace(style, keep_with_next=style.keep_with_next or keeps)
    each = set_items([*around, *others, last._replace(style=last_style), *around])
    markers = [marker for _ in texts if marker]
    together = set_items([*around, Texts(texts, LOOK, style, markers, keeps), *around])
    for name in ("tops", "bottoms", "breaks", "before", "after"):
        assert getattr(together, name) == getattr(each, name)
    assert [said(line) for line in together.lines] == [said(line) for line in each.lines]


def said(shown: object) -> object:
    """A line in words and where it stands, and anything else as it is."""
    if not isinstance(shown, Line):
        return shown
    return shown.x, shown.baseline, "".join(word.text for word in shown.printed)

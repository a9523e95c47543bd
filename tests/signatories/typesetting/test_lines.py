"""Lines: within the measure, complete, aligned, and in printing order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting import words
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line, Word
from signatories.typesetting.lines import plain_lines, set_lines, set_marker
from signatories.typesetting.shaping import shape
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

PLAIN, BOLD = TextStyle(), TextStyle(bold=True)
TEXT = (
    "We urge your government to deposit its instrument of ratification or accession, or to make a "
    "public commitment of its intent to do so, no later than 2012."
)


def lines_of(
    text: str | tuple[Span, ...], width: float = 200, style: ParagraphStyle | None = None
) -> list[Line]:
    spans = (Span(text, PLAIN),) if isinstance(text, str) else text
    return set_lines(Paragraph(spans, style or ParagraphStyle()), width, Words())


def text_of(line: Line) -> str:
    return "".join(word.text for word in line.words)


def width_of(line: Line) -> float:
    stretched = sum(line.stretch for word in line.words if word.text == " ")
    return sum(word.width for word in line.words) + stretched


def test_lines_hold_the_text_and_no_space_at_their_ends() -> None:
    lines = lines_of(TEXT)
    assert " ".join(text_of(line) for line in lines) == TEXT
    assert len(lines) > 3


@settings(deadline=None)
@given(st.text(alphabet="ab\u00a0 ﬁ-日本。ไทย אבغم12()é", max_size=60), st.floats(40, 300))
def test_no_line_is_wider_than_the_measure(text: str, width: float) -> None:
    lines = lines_of(text, width)
    assert all(width_of(line) <= width + 0.01 for line in lines)
    printed = "".join(text_of(line) for line in lines)
    assert sorted("".join(printed.split())) == sorted("".join(text.split()))


@pytest.mark.parametrize(
    ("align", "left"), [(Align.START, 0), (Align.CENTRE, 0.5), (Align.END, 1), (Align.JUSTIFY, 0)]
)
def test_lines_stand_as_they_are_aligned(align: Align, left: float) -> None:
    (line,) = lines_of("Your Excellency,", 200, ParagraphStyle(align=align))
    assert line.x == pytest.approx(left * (200 - width_of(line)))


def test_justified_lines_reach_both_margins_but_the_last() -> None:
    *filled, last = lines_of(TEXT, 250, ParagraphStyle(align=Align.JUSTIFY))
    assert [width_of(line) for line in filled] == pytest.approx([250] * len(filled))
    assert last.stretch == 0


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    line, _ = lines_of("I am incomprehensibilities", 125, ParagraphStyle(align=Align.JUSTIFY))
    assert text_of(line) == "I am"
    assert line.stretch == 0


def test_a_typed_line_end_begins_a_new_line() -> None:
    lines = lines_of("Permanent Mission\r\nRue de Lausanne\n\nGeneva")
    assert [text_of(line) for line in lines] == [
        "Permanent Mission",
        "Rue de Lausanne",
        "",
        "Geneva",
    ]


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert [text_of(line) for line in lines_of(())] == [""]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("counted 1 250 000 supporters", "1 250 000"),
        ("signed by J. R. Okonkwo today", "J. R. Okonkwo"),
        ("the sum of 12\u00a0% of it", "12\u00a0%"),
    ],
)
def test_what_belongs_together_is_not_parted(text: str, together: str) -> None:
    for width in range(90, 200, 5):
        lines = lines_of(text, width)
        assert sum(together in text_of(line) for line in lines) == 1


def test_a_word_longer_than_the_line_is_parted_between_letters() -> None:
    lines = lines_of("Donaudampfschifffahrtsgesellschaft", 60)
    assert len(lines) > 2
    assert "".join(text_of(line) for line in lines) == "Donaudampfschifffahrtsgesellschaft"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("क्षत्रियक्षत्रिय", {"क्ष", "त्रि", "य"}),
        ("ស្ត្រីស្ត្រីស្ត្រី", {"ស្ត្រី"}),
        ("ကျွန်တော်တို့", {"ကျွ", "န်", "တော်", "တို့"}),
        ("น้ำผึ้งเก๋าเก๋า", {"น้ำ", "ผึ้", "ง", "เก๋า"}),
        ("각각각각", {"각"}),
    ],
)
def test_a_word_longer_than_the_line_is_never_parted_inside_a_cluster(
    text: str, pieces: set[str]
) -> None:
    lines = lines_of(text, 1)
    assert {text_of(line) for line in lines} == pieces
    assert "".join(text_of(line) for line in lines) == text


def test_a_very_long_word_is_not_shaped_again_for_every_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shaped = 0

    def counting(text: str, style: TextStyle, *, right_to_left: bool) -> Word:
        nonlocal shaped
        shaped += len(text)
        return shape(text, style, right_to_left=right_to_left)

    monkeypatch.setattr(words, "shape", counting)
    text = "".join(chr(ord("a") + number % 23) for number in range(9_000))
    found = set_lines(Paragraph((Span(text, TextStyle()),)), 450, Words(Findings()))
    assert "".join(word.text for line in found for word in line.words) == text
    assert shaped < 6 * len(text)


def test_a_word_that_is_parted_keeps_its_joined_letters_and_is_told() -> None:
    findings = Findings()
    text = "المستشفىالمستشفى"
    paragraph = Paragraph((Span(text, PLAIN),))
    lines = set_lines(paragraph, 60, Words(findings))
    assert len(lines) == 2
    assert findings.take() == (Finding(text, Misfit.BROKEN),)


def test_words_that_no_line_holds_together_part_at_their_spaces() -> None:
    findings = Findings()
    glued = TEXT.replace(" ", "\u00a0")
    spans = (Span(glued[:60], PLAIN), Span(glued[60:], BOLD))
    lines = set_lines(Paragraph(spans), 200, Words(findings))
    assert " ".join(text_of(line) for line in lines).split() == TEXT.split()
    assert len(lines) == len(lines_of((Span(TEXT[:60], PLAIN), Span(TEXT[60:], BOLD))))
    assert findings.take() == ()


def test_a_word_that_no_line_holds_is_told_without_those_that_are_held_to_it() -> None:
    findings = Findings()
    lines = set_lines(
        Paragraph((Span("the\u00a0unbreakable\u00a0one", PLAIN),)), 40, Words(findings)
    )
    assert text_of(lines[0]) == "the"
    assert findings.take() == (Finding("unbreakable", Misfit.BROKEN),)


def test_spans_that_meet_inside_a_word_are_not_parted() -> None:
    spans = (Span("aaaa bbbb", PLAIN), Span("cccc", BOLD), Span(", dddd", PLAIN))
    lines = lines_of(spans, 75)
    assert [text_of(line) for line in lines] == ["aaaa", "bbbbcccc,", "dddd"]
    assert [word.style.bold for word in lines[1].words] == [False, True, False]


def test_right_to_left_lines_begin_at_the_right_and_keep_foreign_words() -> None:
    (line,) = lines_of("منظمة (ABC) 12")
    assert line.x == pytest.approx(200 - width_of(line))
    assert [word.text for word in line.words] == ["12", " ", ")", "ABC", "(", " ", "منظمة"]


def test_arabic_inside_a_left_to_right_line_runs_right_to_left() -> None:
    (line,) = lines_of("By منظمة العفو, Cairo")
    assert [word.text for word in line.words if word.text != " "] == [
        "By",
        "العفو",
        "منظمة",
        ",",
        "Cairo",
    ]
    assert line.x == 0


def test_the_groups_of_a_number_stay_in_order_in_right_to_left_lines() -> None:
    (line,) = lines_of("من 1 250 000 طفل", 300)
    assert text_of(line) == "طفل 1 250 000 من"


def test_a_space_inside_what_stays_together_is_of_the_face_beside_it() -> None:
    (line,) = lines_of("٢٦ تموز")
    assert {run.face.name for word in line.words for run in word.runs} == {"NotoSansArabic-Regular"}


def test_the_direction_can_be_given() -> None:
    (line,) = lines_of("Oxfam", 200, ParagraphStyle(direction=Direction.RIGHT_TO_LEFT))
    assert line.x == pytest.approx(200 - width_of(line))


@pytest.mark.parametrize("text", ["12.05.2026", "* * *", "(12)"])
@pytest.mark.parametrize(("language", "right"), [("ar", True), ("he-IL", True), ("fr", False)])
def test_digits_and_signs_alone_stand_where_the_language_begins(
    text: str, language: str, right: bool
) -> None:
    paragraph = Paragraph((Span(text, TextStyle(language=language)),))
    for set_ in (set_lines, plain_lines):
        made = set_(paragraph, 200, Words())
        if made is not None:
            (line,) = made
            assert line.x == pytest.approx(200 - width_of(line) if right else 0)
            assert sorted(text_of(line)) == sorted(text)


@pytest.mark.parametrize("text", ["Oxfam 12", "12, Oxfam"])
def test_letters_run_their_own_way_in_any_language(text: str) -> None:
    (line,) = set_lines(Paragraph((Span(text, TextStyle(language="ar")),)), 200, Words())
    assert (line.x, text_of(line)) == (0, text)


def test_indents_leave_room_at_the_start() -> None:
    style = ParagraphStyle(indent=20, first_indent=10)
    first, *rest = lines_of(TEXT, 200, style)
    assert first.x == 30
    assert {line.x for line in rest} == {20}
    assert all(line.x + width_of(line) <= 200.01 for line in (first, *rest))


@pytest.mark.parametrize(("text", "mirrored"), [("one", False), ("אחת", True)])
def test_a_marker_ends_before_the_indent(text: str, mirrored: bool) -> None:
    style = ParagraphStyle(indent=30, align=Align.JUSTIFY)
    marker = set_marker(Span("2.", PLAIN), Paragraph((Span(text, PLAIN),), style), 200, Words())
    assert "".join(sorted(text_of(marker))) == ".2"
    gap = marker.x - 170 if mirrored else 30 - (marker.x + width_of(marker))
    assert gap == pytest.approx(PLAIN.size / 2)


def test_japanese_names_are_set_in_japanese_shapes_beside_a_chinese_default() -> None:
    (line,) = lines_of("骨の会")
    assert {run.face.name for word in line.words for run in word.runs} == {"NotoSansJP-Regular"}


def test_a_word_is_shaped_once() -> None:
    words = Words()
    paragraph = Paragraph((Span("Oxfam and Oxfam", PLAIN),))
    (line,) = set_lines(paragraph, 200, words)
    (again,) = set_lines(paragraph, 200, words)
    assert line.words[0] is line.words[-1] is again.words[0]


_WORDS = (
    "a Hélène Jean-Pierre, Dr. Dr M. Mme A. B. St. no 12 100 000 12. km May 2026, ; ! » « – — "
    "www.a-b.org/c-d and/or Ткаченко 李雨桐 สมหญิง \u200b\u00a0 ليلى はるか"
)
_TOKENS = st.sampled_from([*_WORDS.split(" "), "", "\t", "\n"])


@settings(max_examples=150)
@given(
    st.lists(st.lists(_TOKENS, min_size=1, max_size=12).map(" ".join), max_size=3),
    st.floats(40, 200),
    st.sampled_from(Align),
    st.sampled_from((0.0, 9.0)),
    st.sampled_from(("en", "ar")),
)
def test_plain_text_is_set_as_any_other(
    texts: list[str], width: float, align: Align, first_indent: float, language: str
) -> None:
    words = Words()
    spans = tuple(
        Span(text, TextStyle(bold=bool(n % 2), language=language)) for n, text in enumerate(texts)
    )
    paragraph = Paragraph(spans, ParagraphStyle(align=align, first_indent=first_indent))
    assert plain_lines(paragraph, width, words) in (None, set_lines(paragraph, width, words))


def test_a_text_of_plain_words_that_fit_is_plain() -> None:
    words = Words()
    for text in ("Dr. Hélène Brückner, 12 May", "Ткаченко", "a  b ", "李雨桐 。", ""):
        assert plain_lines(Paragraph((Span(text, TextStyle()),)), 200, words)
    for text in ("ليلى", "はるか", "a\nb", "a" * 99):
        assert plain_lines(Paragraph((Span(text, TextStyle()),)), 200, words) is None

"""Text is made a little smaller before a word is broken, and whoever asks is told."""

import pytest

from signatories.typesetting.findings import Finding, Misfit
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.styles import ParagraphStyle, TextStyle

TEN = TextStyle(size=10)
WORD = "Kinderrechtsorganisationen"
TEXT = f"Bund der {WORD}"


@pytest.fixture
def typesetter() -> Typesetter:
    return Typesetter()


def set_in(typesetter: Typesetter, share: float, smallest: float, text: str = TEXT) -> Galley:
    """The text in this share of the width of its longest word."""
    width = typesetter.set([Paragraph((Span(WORD, TEN),))], 500).lines[0]
    assert isinstance(width, Line)
    typesetter.take_findings()
    style = ParagraphStyle(smallest=smallest)
    return typesetter.set([Paragraph((Span(text, TEN),), style)], width.words[0].width * share)


def said(galley: Galley) -> list[str]:
    lines = [line for line in galley.lines if isinstance(line, Line)]
    return ["".join(word.text for word in line.printed) for line in lines]


def sizes(galley: Galley) -> set[float]:
    lines = [line for line in galley.lines if isinstance(line, Line)]
    return {word.style.size for line in lines for word in line.printed}


def test_the_whole_paragraph_is_as_large_as_its_longest_word_allows(
    typesetter: Typesetter,
) -> None:
    galley = set_in(typesetter, 0.93, 0.8)
    assert said(galley) == ["Bund der", WORD]
    assert sizes(galley) == {9}
    assert typesetter.take_findings() == (Finding(WORD, Misfit.SHRUNK),)


def test_what_would_be_too_small_is_broken_at_its_size(typesetter: Typesetter) -> None:
    galley = set_in(typesetter, 0.7, 0.8)
    assert "".join(said(galley)) == f"Bund der{WORD}"
    assert WORD not in said(galley)
    assert sizes(galley) == {10}
    assert typesetter.take_findings() == (Finding(WORD, Misfit.BROKEN),)


@pytest.mark.parametrize("text", [TEXT, "", "Bund\nder"])
def test_what_fits_stays_as_it_is(typesetter: Typesetter, text: str) -> None:
    galley = set_in(typesetter, 1.01, 0.8, text)
    assert sizes(galley) <= {10}
    assert typesetter.take_findings() == ()


def test_nothing_shrinks_unless_its_style_says_so(typesetter: Typesetter) -> None:
    assert sizes(set_in(typesetter, 0.93, 1.0)) == {10}
    assert typesetter.take_findings() == (Finding(WORD, Misfit.BROKEN),)

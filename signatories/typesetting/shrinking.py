"""Paragraphs made a little smaller, so that their longest word need not be broken."""

import math
from collections.abc import Iterator
from dataclasses import replace

from signatories.typesetting.chunks import Chunk
from signatories.typesetting.findings import Finding, Findings, Misfit
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.plain import LINE_END
from signatories.typesetting.words import Words

_STEPS = 20  # sizes between nothing and full: few, so that words are shaped few times


def shrunk(paragraph: Paragraph, width: float, words: Words, findings: Findings) -> Paragraph:
    """The paragraph in the size at which its longest word fits into this width.

    It stays as it is if it fits, or would not even at the smallest size that its style allows.
    """
    style = paragraph.style
    room = width - style.indent - max(style.first_indent, 0.0)
    if not _may_be_too_long(paragraph, room):
        return paragraph
    longest = max(_chunks(paragraph, words), key=lambda chunk: chunk.width)
    if longest.width <= room:
        return paragraph
    scale = math.floor(room / longest.width * _STEPS) / _STEPS
    if scale < style.smallest:
        return paragraph
    findings.add(Finding(longest.text, Misfit.SHRUNK))
    spans = (_scaled(span, scale) for span in paragraph.spans)
    return paragraph._replace(spans=tuple(spans))


def _may_be_too_long(paragraph: Paragraph, room: float) -> bool:
    """Whether a word would be too long if each of its letters were as wide as it is high."""
    return any(
        len(text) * span.style.size > room for span in paragraph.spans for text in span.text.split()
    )


def _chunks(paragraph: Paragraph, words: Words) -> Iterator[Chunk]:
    for span in paragraph.spans:
        for text in LINE_END.split(span.text):
            yield from words.chunks([Span(text, span.style)], 0)


def _scaled(span: Span, scale: float) -> Span:
    return span._replace(style=replace(span.style, size=span.style.size * scale))

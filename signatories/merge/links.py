"""Web and mail addresses in the words of a letter: in a file they can be followed, where they lead somewhere safe."""

import re
from collections.abc import Iterator
from dataclasses import replace

from signatories.typesetting.flow import Span
from signatories.typesetting.styles import TextStyle

_ADDRESS = re.compile(
    r"""(?P<web>(?:https?://|www\.)[^\s<>"“”„«»]+)|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"""
)
_SAFE = ("https://", "http://", "ftp://", "mailto:", "tel:")
_BEHIND = ".,;:!?'’…"  # what ends a sentence, no address


def linked(text: str, style: TextStyle) -> Iterator[Span]:
    """The text in spans, of which those that are addresses lead there. What leads elsewhere already stays as it is."""
    done = 0
    for found in _ADDRESS.finditer("" if style.link else text):
        address = _without_end(found[0])
        begin, end = found.start(), found.start() + len(address)
        if begin > done:
            yield Span(text[done:begin], style)
        scheme = "mailto:" if found["mail"] else "" if "://" in address else "https://"
        yield Span(address, replace(style, link=scheme + address))
        done = end
    if done < len(text) or not text:
        yield Span(text[done:], style)


def is_safe(address: str) -> bool:
    """Whether a reader may follow it from a file: nothing that runs, and no file of this computer."""
    return address.lower().startswith(_SAFE)


def _without_end(address: str) -> str:
    """The address without the signs of the sentence around it; a bracket goes that closes none of its own."""
    while address[-1] in _BEHIND or (
        address[-1] == ")" and address.count("(") < address.count(")")
    ):
        address = address[:-1]
    return address

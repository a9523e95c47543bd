"""The only ways into HTML for what somebody wrote: whatever it holds is text."""

import html
import re
from collections.abc import Iterator

from signatories.exports.characters import printable
from signatories.letters.text_file import LetterFile
from signatories.typesetting.direction import base_level, runs_left

_UNTOLD = 2  # no level of embedding
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def head(text: LetterFile, style: str) -> Iterator[str]:
    """The beginning of a document, up to its body."""
    yield "<!DOCTYPE html>"
    yield f"<html {in_language(text.language)}>"
    yield f'<head><meta charset="utf-8"><title>{escaped(text.title)}</title>'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<style>\n{style}</style></head>"
    yield "<body>"


TAIL = ("</body>", "</html>")


def escaped(text: str) -> str:
    """Text between tags."""
    return html.escape(printable(text), quote=False)


def attribute(text: str) -> str:
    """Text between double quotes."""
    return html.escape(printable(text), quote=True)


def in_language(language: str) -> str:
    """The attributes of what is written in a language; none, which means unknown, for what is no language."""
    tag = language.replace("_", "-")
    known = tag if _LANGUAGE.fullmatch(tag) else ""
    return f'lang="{known}" dir="{"rtl" if runs_left(known) else "ltr"}"'


def own_direction(text: str) -> str:
    """The attribute of what runs as its own letters do; none without letters: it runs as what is around it."""
    return "" if base_level(text, _UNTOLD) == _UNTOLD else ' dir="auto"'


def styled(text: str, *, bold: bool, italic: bool) -> str:
    """Text in a look, with its line ends."""
    made = escaped(text).replace("\n", "<br>")
    if italic:
        made = f"<em>{made}</em>"
    return f"<strong>{made}</strong>" if bold else made

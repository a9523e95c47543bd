"""What did not fit on the pages, told with the name of the record that it stands on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from signatories.block.signatory import Signatory
from signatories.texts import N_, Message, message
from signatories.typesetting.findings import Finding, Misfit

MOST = 50  # of a run: more of one kind are seldom news, and each is looked for in the list

_SAID: Mapping[Misfit, str] = {
    Misfit.BROKEN: N_("{name}: “{text}” is longer than its line, and was broken."),
    Misfit.SHRUNK: N_("{name}: “{text}” is longer than its line, and was made smaller."),
    Misfit.PARTED: N_("{name}: “{text}” is longer than a page, and was parted."),
}
_PICTURE = N_("{name}: the picture is wider than its column, and was made smaller.")
_WORD = re.compile(r"[^\W_]+")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+$")  # the mark of a footnote, which hangs on the last word


def misfits(
    findings: Iterable[Finding], signatories: Iterable[Signatory], letter: str
) -> Iterator[Message]:
    """Say what did not fit. What stands on no signatory's record is the letter's own."""
    listed = list(signatories)
    for text, misfit in list(findings)[:MOST]:
        pictured = next((line for line in listed if text in {line.logo, line.signature}), None)
        owner = pictured or _owner(_RAISED.sub("", text), listed)
        name = (owner.name or owner.organisation) if owner else letter
        if pictured:
            yield message(_PICTURE, name=name)
        else:
            yield message(_SAID[misfit], name=name, text=text)


def _owner(text: str, listed: Sequence[Signatory]) -> Signatory | None:
    """The line that a text was printed of: the one with most of its words, among them the longest.

    A pattern may have joined words of several fields, or its commas to a word.
    """
    words = frozenset(_WORD.findall(text))
    longest = max(words, key=len, default=text)
    found = [(line, said) for line in listed if longest in (said := _said(line))]
    whole = [(line, said) for line, said in found if longest in _WORD.findall(said)]
    if not whole:  # of a script that writes no spaces between words
        return found[0][0] if found and not longest.isascii() else None
    return max(whole, key=lambda each: sum(map(len, words.intersection(_WORD.findall(each[1])))))[0]


def _said(line: Signatory) -> str:
    """All words that a block may print of a line."""
    own = (line.name, line.role, line.organisation, line.acronym, line.country, line.group)
    more = (line.region, line.kind, line.description, line.footnote, *line.extra.values())
    return " ".join((*own, *more))

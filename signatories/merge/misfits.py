"""What did not fit on the pages, told with the name of the record that it stands on."""

from collections.abc import Iterable, Iterator, Mapping

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


def misfits(
    findings: Iterable[Finding], signatories: Iterable[Signatory], letter: str
) -> Iterator[Message]:
    """Say what did not fit. What stands on no signatory's record is the letter's own."""
    listed = list(signatories)
    for text, misfit in list(findings)[:MOST]:
        owner = next((line for line in listed if _shows(line, text)), None)
        name = (owner.name or owner.organisation) if owner else letter
        if owner and text in {owner.logo, owner.signature}:
            yield message(_PICTURE, name=name)
        else:
            yield message(_SAID[misfit], name=name, text=text)


def _shows(line: Signatory, text: str) -> bool:
    """Whether a text, or the image of a digest, stands on somebody's line."""
    words = (line.name, line.role, line.organisation, line.country, line.footnote)
    return text in {line.logo, line.signature} or any(text in word for word in words)

"""What to look at in the logos and scanned signatures of a list."""

from collections.abc import Iterator, Mapping, Sequence

from signatories.block.grouping import groups
from signatories.block.ordering import first_words
from signatories.block.settings import Layout
from signatories.block.signatory import Signatory
from signatories.findings import Finding, Spot, Tab, about
from signatories.merge import picture_sizes
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form
from signatories.texts import N_

FINE = 150  # pixels an inch that print asks for at least
_INCH = 25.4  # mm


def missing(snapshot: Snapshot) -> Iterator[Finding]:
    """Lines without the logo or the scanned signature that the block shows beside others."""
    lines = [*_with_layouts(snapshot)]
    text = N_(
        "The block shows logos: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the organisation its logo, and note in the consents that it may be shown."
    )
    beside = [line for line, look in lines if _shows_logos(look)]
    yield from _missing(
        text, beside, {line.sign_on_id: first_words(line) for line in beside if not line.logo}
    )
    text = N_(
        "The block shows scanned signatures: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the person the signature, and note in the consents that it may be shown."
    )
    above = [line for line, look in lines if look.signatures and line.name]
    yield from _missing(
        text, above, {line.sign_on_id: line.name for line in above if not line.signature}
    )


def coarse(snapshot: Snapshot) -> Iterator[Finding]:
    """Pictures with too few pixels for the size in which they are printed."""
    text = N_(
        "Less than {fine} pixels an inch in print, which will look coarse, in %n picture(s): {names}."
    )
    found = {
        line.sign_on_id: first_words(line)
        for line, look in _with_layouts(snapshot)
        if any(dots < FINE for dots in _dots(snapshot, line, look))
    }
    yield from about(text, found.values(), Spot(Tab.SIGNATORIES, "", (*found,)), fine=FINE)


def _dots(snapshot: Snapshot, line: Signatory, look: Layout) -> Iterator[float]:
    """The pixels an inch of each picture that a line shows."""
    logo = snapshot.images.get(line.logo or "") if _shows_logos(look) else None
    if logo is not None:
        width = picture_sizes.beside(logo, line.logo_scale)
        if look.form is Form.LOGOS:
            width = picture_sizes.on_wall(logo, look.logo_area, line.logo_scale)
        yield logo.width / width * _INCH
    scan = snapshot.images.get(line.signature or "") if look.signatures else None
    if scan is not None:
        yield scan.width / picture_sizes.scanned(scan) * _INCH


def _shows_logos(look: Layout) -> bool:
    return look.logos or look.form is Form.LOGOS


def _with_layouts(snapshot: Snapshot) -> Iterator[tuple[Signatory, Layout]]:
    """Each printed line with the layout of its group, where any shows pictures."""
    block = snapshot.block
    layouts = (block.layout, *(group.layout for group in block.groups if group.layout))
    if not any(_shows_logos(look) or look.signatures for look in layouts):
        return
    for group in groups(snapshot.printed, block, snapshot.text.language):
        layout = group.chosen.layout or block.layout
        yield from ((line, layout) for line in group.members)


def _missing(
    text: str, every: Sequence[Signatory], without: Mapping[int, str]
) -> Iterator[Finding]:
    place = Spot(Tab.SIGNATORIES, "", tuple(without))
    values = {"shown": len(every) - len(without), "total": len(every)}
    yield from about(text, without.values(), place, **values)

"""What to look at in the list of the confirmed before it is printed."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from signatories.block.grouping import groups
from signatories.block.ordering import first_words
from signatories.block.settings import Layout
from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.findings import Finding, Level, about
from signatories.merge.snapshot import Snapshot
from signatories.models import Capacity
from signatories.models.block import Form, Place
from signatories.texts import N_, Message, message


def _list(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.signatories:
        yield Finding(Level.ERROR, _why_empty(snapshot))
    named = [line.organisation for line in snapshot.printed if line.organisation]
    times = Counter(fold(name) for name in named)
    text = N_("One organisation stands on the list more than once: {names}.")
    yield from about(text, [name for name in named if times[fold(name)] > 1])
    if snapshot.block.place is not Place.COUNT_ONLY:
        yield from _names(snapshot)


def _why_empty(snapshot: Snapshot) -> Message:
    if snapshot.confirmed:
        text = N_(
            "None of the %n who confirmed version {number} meets the condition “{condition}” of the block: "
            "there is no list to print."
        )
        values = {"number": snapshot.version, "condition": snapshot.block.where}
        return message(text, n=snapshot.confirmed, **values)
    text = N_("Nobody has confirmed version {number}: there is no list to print.")
    return message(text, number=snapshot.version)


def _names(snapshot: Snapshot) -> Iterator[Finding]:
    """What the names of a list that shows them leave open."""
    if snapshot.signatories and not snapshot.printed:
        text = N_("The list shows no name: it only counts %n sign-on(s).")
        yield Finding(Level.WARNING, message(text, n=len(snapshot.signatories)))
    if snapshot.block.identification_notice:
        return
    text = N_(
        "The list does not say for whom the organisation is named for identification only: {names}. "
        "Say so in the letter."
    )
    identified = (line for line in snapshot.printed if line.capacity is Capacity.IDENTIFICATION)
    yield from about(text, [line.name for line in identified if line.organisation])


def _version(snapshot: Snapshot) -> Iterator[Finding]:
    values = {"printed": snapshot.version, "newest": snapshot.newest_version}
    if snapshot.newest_version > snapshot.version and snapshot.newest_confirmed:
        text = N_("Version {printed} is printed, though %n confirmed the newer version {newest}.")
        words = message(text, n=snapshot.newest_confirmed, **values)
        yield Finding(Level.WARNING, words)
    elif snapshot.newest_version > snapshot.version:
        text = N_(
            "Version {printed} is printed; there is a newer version {newest} that nobody has confirmed."
        )
        yield Finding(Level.WARNING, message(text, **values))
    text = N_("%n said yes and have not confirmed version {version}: {names}.")
    yield from about(text, snapshot.unconfirmed, version=snapshot.version)


def _refusals(snapshot: Snapshot) -> Iterator[Finding]:
    """Refusals that name a recipient of another list, whom one of this letter may be."""
    for doubt in snapshot.doubts:
        text = N_(
            "“{recipient}” gets the names of who refused to be shown to “{refused}”: {names}. "
            "If both are the same, tick “{recipient}” in their consents too."
        )
        values = {"recipient": doubt.recipient, "refused": doubt.refused}
        yield from about(text, doubt.lines, **values)


def _pictures(snapshot: Snapshot) -> Iterator[Finding]:
    """Lines without the logo or the scanned signature that the block shows beside others."""
    lines = [*_with_layouts(snapshot)]
    text = N_(
        "The block shows logos: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the organisation its logo, and note in the consents that it may be shown."
    )
    beside = [line for line, look in lines if look.logos or look.form is Form.LOGOS]
    logoless = [first_words(line) for line in beside if not line.logo]
    yield from _missing(text, len(beside), logoless)
    text = N_(
        "The block shows scanned signatures: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the person the signature, and note in the consents that it may be shown."
    )
    above = [line for line, look in lines if look.signatures and line.name]
    yield from _missing(text, len(above), [line.name for line in above if not line.signature])


def _with_layouts(snapshot: Snapshot) -> Iterator[tuple[Signatory, Layout]]:
    """Each printed line with the layout of its group."""
    block = snapshot.block
    for group in groups(snapshot.printed, block, snapshot.text.language):
        layout = group.chosen.layout or block.layout
        yield from ((line, layout) for line in group.members)


def _missing(text: str, total: int, without: Sequence[str]) -> Iterator[Finding]:
    yield from about(text, without, shown=total - len(without), total=total)


CHECKS: tuple[Callable[[Snapshot], Iterator[Finding]], ...] = (
    _list,
    _version,
    _refusals,
    _pictures,
)

"""What to look at where addresses are to show in the windows of envelopes."""

from collections.abc import Iterator
from contextlib import suppress

from signatories.block.signatory import count
from signatories.expressions.fields import MissingValues
from signatories.findings import Finding, Level, Spot, Tab, about
from signatories.merge import parts
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import look_of
from signatories.merge.values import recipient_values, run_values
from signatories.merge.windows import Window, window_of
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, message
from signatories.typesetting.flow import Paragraph
from signatories.typesetting.layout import Typesetter


def windows(snapshot: Snapshot) -> Iterator[Finding]:
    """A heading that reaches into the window, and addresses that it does not show whole."""
    window = window_of(snapshot)
    if window is None or not snapshot.recipients:
        return
    with suppress(MissingValues):  # told by another check
        if LetterPages(snapshot).heading_ends() > window.top:
            text = N_(
                "Letterhead, reference and date reach into the window of the envelope, and push the address out of it. "
                "Shorten them."
            )
            yield Finding(Level.WARNING, message(text), place=Spot(Tab.TEXT, "letterhead"))
    text = N_(
        "%n recipient(s) whose address the window of the envelope does not show whole: {names}."
    )
    cut = list(_cut(snapshot, window))
    place = Spot(Tab.RECIPIENTS, "address", tuple(each.id for each in cut))
    yield from about(text, (each.name for each in cut), place)


def _cut(snapshot: Snapshot, window: Window) -> Iterator[Addressed]:
    setter, language = Typesetter(), snapshot.text.language
    fixed = run_values(snapshot, count(snapshot.signatories))
    look = look_of(snapshot)
    part = parts.addressee(snapshot, look)
    if part is None:
        return
    width = look.paper.measure if look.right_to_left else window.width  # less an indent
    names = [field.name for field in part.fields if field.is_of_recipient]
    for each in snapshot.recipients:
        with suppress(MissingValues):  # told by another check
            made = part.items(fixed | recipient_values(each, language, names))
            items = [item for item in made if isinstance(item, Paragraph)]
            if len(setter.set(items, width).lines) > window.lines:
                yield each

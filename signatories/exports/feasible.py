"""Which products cannot be made of a snapshot, known before anything is made of it."""

from collections.abc import Iterable, Iterator, Sequence

from signatories.exports.making import ADDRESSES, ANSWERS, REGISTER, Exporter
from signatories.exports.workbooks import MOST_ROWS
from signatories.findings import Finding, Level, Spot, Tab
from signatories.merge.snapshot import Snapshot
from signatories.texts import N_, Message, message

MOST_LINES = 250_000
"""Of a list in a Word document: it takes a gigabyte to make, and more to open."""

Reason = tuple[Message, Spot | None]


def impossible(snapshot: Snapshot, makers: Iterable[Exporter]) -> Iterator[Finding]:
    """What keeps each of these from being made, with its name and what to do."""
    for maker in makers:
        for why, place in _reasons(snapshot, maker):
            text = N_("“{product}” cannot be made: {why}")
            said = message(text, product=maker.name, why=why)
            yield Finding(Level.ERROR, said, place=place, product=maker.key)


def _reasons(snapshot: Snapshot, maker: Exporter) -> Iterator[Reason]:
    if maker.content is ADDRESSES:
        yield from _of_addresses(snapshot, maker)
    if maker.format == "xlsx":
        yield from _of_rows(snapshot, maker)
    if maker.format == "docx" and not maker.separate:
        yield from _of_lines(snapshot, maker)


def _of_addresses(snapshot: Snapshot, maker: Exporter) -> Iterator[Reason]:
    if snapshot.recipients and not any(each.address.strip() for each in snapshot.recipients):
        text = N_("no recipient has an address. Fill one in, or leave this out.")
        yield message(text), Spot(Tab.RECIPIENTS, "address")
    first = snapshot.run.first_label
    if first > 1 and maker.product.startswith("labels"):
        from signatories.exports.pages.labels import SHEETS  # noqa: PLC0415 - dearer than what is asked

        if first > (places := SHEETS[maker.product].places):
            text = N_("a sheet has {places} labels, and none is number {first}. Choose another.")
            yield message(text, places=places, first=first), Spot(Tab.RUN, "first_label")


def _of_rows(snapshot: Snapshot, maker: Exporter) -> Iterator[Reason]:
    listed: Sequence[object] = snapshot.printed
    if maker.content in {ANSWERS, REGISTER}:
        listed = snapshot.sign_ons if maker.content is ANSWERS else snapshot.recipients
    rows = 1 + len(listed)
    if rows > MOST_ROWS:
        text = N_("a sheet holds {most} rows, and there are {n}. Make it as text instead.")
        yield message(text, most=MOST_ROWS, n=rows), None


def _of_lines(snapshot: Snapshot, maker: Exporter) -> Iterator[Reason]:
    expected = maker.content.expected(maker.content.shown(snapshot))
    lines = max(expected.lines, expected.in_letters)
    if lines > MOST_LINES:
        text = N_(
            "a Word document of {n} lines is more than word processors open. Make it as PDF or text."
        )
        yield message(text, n=lines), None

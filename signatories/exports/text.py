"""The list of signatories as plain text: the lines of the PDF in the same order, and how many they are."""

import re
from collections.abc import Iterator
from pathlib import Path

from signatories.block.signatory import count
from signatories.exports import Written
from signatories.exports.characters import lost, printable
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_, message

_LINE_ENDS = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the public list, a line for each signatory, in UTF-8; below it how many they are."""
    lines = [_LINE_ENDS.sub(" ", signatory.line) for signatory in snapshot.printed]
    number = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(lines, start=1):
            file.write(f"{printable(line)}\n")
            progress.report(number, len(lines))
        file.writelines(f"\n{figure}" for figure in _figures(snapshot))
        file.write("\n")
    warnings = tuple(found for line in lines for found in lost(line))
    return Written(documents=1, lines=number, warnings=warnings)


def _figures(snapshot: Snapshot) -> Iterator[str]:
    counts = count(snapshot.signatories)
    yield str(message(N_("Number of signatories: {count}"), count=counts.signatories))
    if counts.withheld:
        yield str(message(N_("Not named, by their own wish: {count}"), count=counts.withheld))

"""Prints an invented list as the program does. Run by `block.py`.

    .venv/bin/python tests/benchmarks/block_ours.py FILE LINES COLUMNS latin|mixed

Prints the CPU seconds and the megabytes that went before: what follows is the printing.
"""

import datetime as dt
import sys
from pathlib import Path

from block_rows import SIZE, rows
from measuring import taken

from signatories.block.settings import BlockSettings, Layout
from signatories.block.signatory import Signatory
from signatories.exports.pages.listing import write
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.merge.snapshot import Snapshot
from signatories.models import Capacity
from signatories.progress import SILENT
from signatories.recipients.choosing import Selection

PATTERN = "{name}, {role}, {organisation}"


def print_list(path: Path, count: int, columns: int, *, mixed: bool) -> None:
    """Make the list as the command does, from rows that are read already."""
    layout = Layout(pattern=PATTERN, columns=columns, size=SIZE)
    snapshot = snapshot_of(count, BlockSettings(layout=layout), mixed=mixed)
    print(*taken(), flush=True)
    write(snapshot, path, SILENT)


def snapshot_of(count: int, settings: BlockSettings, *, mixed: bool) -> Snapshot:
    """A letter with so many signatories and no recipients."""
    day = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    signatories = tuple(
        Signatory(
            sign_on_id=number,
            name=name,
            role=role,
            organisation=organisation,
            acronym="",
            country="",
            country_code=country,
            capacity=Capacity.ORGANISATION,
            group="",
            confirmed_at=day,
            place=number,
        )
        for number, (country, name, role, organisation) in enumerate(
            rows(count, mixed=mixed), start=1
        )
    )
    return Snapshot(
        letter_id=1,
        version=1,
        newest_version=1,
        newest_confirmed=count,
        confirmed=count,
        unconfirmed=(),
        text=LetterFile(title="Benchmark", language="en"),
        selection=Selection([], 0, day.date()),
        instrument="",
        checked_on=None,
        signatories=signatories,
        sign_ons=(),
        block=settings,
        images={},
        known_fields=frozenset(),
        run=RunSettings(),
        listed_on=day.date(),
        taken_at=day,
    )


if __name__ == "__main__":
    path, lines, columns, script = sys.argv[1:]
    print_list(Path(path), int(lines), int(columns), mixed=script == "mixed")

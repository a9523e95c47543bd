"""Measures what the whole window keeps in memory while a large table of people comes in. Linux only, offscreen.

    .venv/bin/python tests/benchmarks/imports_window.py [ROWS]

The workspace is that of `imports.py`, 100,000 records, and so are the rows. The window opens on it in a process of its
own, looks at the table on its Imports page and imports it, as a hand there would (`window_steps.py`). Printed are
megabytes in memory at rest after each step, with Qt's libraries and Python's own, and the highest until then. The
child that opens the file is not counted.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from imports import RECORDS, make_workspace
from measuring import heard
from tables import HEADER, WRITERS, supporters, with_known

ROWS = 100_000


def main(words: list[str]) -> None:
    """Print the memory after each step."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    known = list(supporters(RECORDS * 20 // 21, seed=1))  # with their organisations 100,000
    rows = supporters(int(words[0]) if words else ROWS, seed=2)
    with tempfile.TemporaryDirectory() as folder:
        workspace, table = Path(folder, "records.signatories"), Path(folder, "table.xlsx")
        make_workspace(workspace, known, "people")
        WRITERS["xlsx"](table, HEADER, with_known(rows, known))
        steps = Path(__file__).with_name("window_steps.py")
        _, printed = heard([sys.executable, str(steps), str(workspace), str(table)])
    for step, (now, highest) in json.loads(printed.splitlines()[-1]).items():
        print(f"{step:20} {now:5} MB, at most {highest} MB")


if __name__ == "__main__":
    main(sys.argv[1:])

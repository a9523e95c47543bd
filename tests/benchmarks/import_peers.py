"""Times an import beside what a user would put together instead, on the workload of `../shared/peers`.

    .venv/bin/python tests/benchmarks/import_peers.py [ROWS ...] [--python PYTHON] [--runs 3]

Rows of 8 columns beside 100,000 people, a tenth of them altered copies of somebody who is there: letters swapped or
lost, accents lost, the family name first, another address, a shorter name of the organisation. Ours is the command as
a user calls it: everything read, compared, written with its log. Beside it: a library that reads the table, libraries
that find the copies, SQLAlchemy that stores rows in one table of text. CPU seconds, medians of the runs in turn; how
many copies are found again, and how many of those that were taken for copies are some. `PYTHON` has what they need.
"""

import argparse
import csv
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from measuring import heard
from peers import PEERS, Script, found, workload

SIZES = (10_000,)
COMPARED = 500  # rows that a comparison with everybody gets; it takes 50 ms for each
PEER_NAMES = ("import_read", "import_dedup", "import_db")
_INNER = re.compile(r"^INNER (\{.*\})$", re.MULTILINE)
_MAKE = "import sys; sys.path.insert(0, sys.argv[1]); import workload; workload.import_file(int(sys.argv[2]), 'xlsx')"


class Taken(NamedTuple):
    """CPU seconds; the shares of copies that are found, and of what is found that is a copy, where somebody looks."""

    cpu: float
    recall: float | None = None
    precision: float | None = None


def make_workspace(folder: Path) -> Path:
    """Import the people of the workload, whose ids are then their places from 1."""
    table, path = folder / "people.csv", folder / "people.signatories"
    with table.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([workload().COLS, *workload().people()])
    subprocess.run(_ours(path, table), check=True, capture_output=True)
    return path


def _ours(workspace: Path, table: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", "signatories", "-w", str(workspace), "import", str(table)]
    return [*command, "--as", "people", *options]


def ours(folder: Path, workspace: Path, table: Path, truth: Sequence[int]) -> Taken:
    """Import once into a copy, and compare what a look at the plan shows with the truth: places, -1 for nobody."""
    copy = folder / "copy.signatories"
    shutil.copyfile(workspace, copy)
    planned = json.loads(heard(_ours(copy, table, "--dry-run", "--json"))[1])["rows"]
    copies = dict(enumerate(truth, start=2))  # by line
    matched = {row["line"]: row["matches"] for row in planned if row["state"] != "new"}
    right = sum(_is_among(matches, copies[line]) for line, matches in matched.items())
    cpu = heard(_ours(copy, table))[0].cpu
    return Taken(cpu, right / sum(place >= 0 for place in truth), right / len(matched))


def _is_among(matches: Iterable[dict[str, object]], place: int) -> bool:
    return any(match["record"] == "person" and match.get("id") == place + 1 for match in matches)


def theirs(script: Script, *arguments: object, all_rows: int = 1, of: int = 1) -> Taken:
    """Run a peer, who leaves out its own loading; where it gets a part of the rows, what all would take."""
    measured, printed = heard(script.command(*arguments))
    inner = json.loads(_INNER.findall(printed)[-1]) if script.name != "import_read" else {}
    cpu = inner.get("cpu", measured.cpu) * all_rows / of
    return Taken(cpu, inner.get("recall"), inner.get("precision"))


def once(folder: Path, workspace: Path, count: int, peers: dict[str, Script]) -> dict[str, Taken]:
    """All in turn, by what they are and do."""
    table, (_, truth) = workload().DATA / f"import_{count}.xlsx", workload().import_rows(count)
    done = {"ours, the whole": ours(folder, workspace, table, truth)}
    if script := peers.get("import_read"):
        done["openpyxl reads"] = theirs(script, "openpyxl", table)
    if script := peers.get("import_dedup"):
        done["the same name and address"] = theirs(script, "exact", count)
        share = {"all_rows": count, "of": COMPARED}
        done["rapidfuzz, each with all"] = theirs(
            script, "rapidfuzz_loop", count, COMPARED, **share
        )
        done["recordlinkage"] = theirs(script, "recordlinkage", count)
    if script := peers.get("import_db"):
        done["SQLAlchemy stores"] = theirs(script, "orm_add", count, folder / "peer.db")
    return done


def row_of(name: str, runs: Sequence[Taken]) -> str:
    """A line of the table that is printed."""
    cpu = statistics.median(run.cpu for run in runs)
    shares = (runs[0].recall, runs[0].precision)
    found_again, right = ("" if share is None else f"{share:7.1%}" for share in shares)
    return f"{name:<26} {cpu:8.2f} s {found_again:>8} {right:>8}"


def main() -> None:
    """Print a table for each number of rows."""
    parser = argparse.ArgumentParser(description="Time an import beside its alternatives.")
    parser.add_argument("rows", nargs="*", type=int, default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ.setdefault("PERF_DATA", scratch)
        peers = {each.name: each for each in found([options.python], PEER_NAMES)}
        workspace = make_workspace(folder)
        for count in options.rows:
            subprocess.run([options.python, "-c", _MAKE, str(PEERS), str(count)], check=True)
            runs = [once(folder, workspace, count, peers) for _ in range(options.runs)]
            print(f"{count:,} rows{'':16} {'CPU':>8}   {'found':>8} {'right':>8}")
            for name in runs[0]:
                print(row_of(name, [run[name] for run in runs]), flush=True)


if __name__ == "__main__":
    main()

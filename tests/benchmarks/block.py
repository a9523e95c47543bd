"""Times a list of signatories on its way to paper: rows, arrangement, columns, pages, PDF, counted and opened again.

    .venv/bin/python tests/benchmarks/block.py [--columns 1 3] [--runs 3] [--alone] [LINES ...]

Each list has invented names, plain Latin or in ten scripts in turn, and a process of its own, beside what a
programmer would write with Qt: a QTextLayout for each line, painted on a QPdfWriter (up to 100,000 lines). Printed
are medians: CPU seconds of the printing (the program is loaded and the rows are made before), lines a second,
microseconds a line, the memory at its peak beyond what the program and the rows had taken, the size of the file, how
many times as long Qt takes, and the growth: how much longer a line takes than at the size before. Quote ratios:
machines differ.
"""

import argparse
import statistics
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import NamedTuple

from measuring import heard

SIZES = (11, 500, 5_000, 100_000, 1_000_000)
MOST_WITH_QT = 100_000
HEAD = (
    " lines     columns script |     CPU    lines/s  us/line  memory      file | Qt takes | growth"
)


class Printed(NamedTuple):
    """What printing a list took: CPU seconds, megabytes beyond those of its rows, bytes of the file."""

    cpu: float
    memory: float
    size: float


def printed(which: str, folder: Path, lines: int, columns: int, script: str) -> Printed:
    """Print a list in a process of its own."""
    path = folder / f"{which}.pdf"
    printer = Path(__file__).with_name(f"block_{which}.py")
    command = [sys.executable, str(printer), str(path), str(lines), str(columns), script]
    whole, said = heard(command)
    cpu, memory = map(float, said.split())
    return Printed(whole.cpu - cpu, whole.peak - memory, path.stat().st_size)


def median(runs: list[Printed]) -> Printed:
    """The median of each figure."""
    return Printed(*(statistics.median(figures) for figures in zip(*runs, strict=True)))


def compare(
    folder: Path, sizes: list[int], columns: int, script: str, options: argparse.Namespace
) -> None:
    """Print a row for each size, and how a line's time and the memory grew between them."""
    taken: list[Printed] = []
    for lines, before in zip(sizes, [0, *sizes], strict=False):
        with_qt = not options.alone and lines <= MOST_WITH_QT
        runs: dict[str, list[Printed]] = {"ours": [], "qt": []}
        for _, which in product(range(options.runs), ["ours", "qt"] if with_qt else ["ours"]):
            runs[which].append(printed(which, folder, lines, columns, script))
        ours = median(runs["ours"])
        print(f"{lines:>9} {columns:>6} {script:>7} | {figures(ours, lines)}", end=" | ")
        print(f"{median(runs['qt']).cpu / ours.cpu:6.1f} x" if with_qt else "       -", end=" | ")
        print(growth(taken[-1], ours, lines / before) if taken else "", flush=True)
        taken.append(ours)


def figures(ours: Printed, lines: int) -> str:
    """A row's figures."""
    each = ours.cpu / lines
    return f"{ours.cpu:6.2f} s {1 / each:9.0f} {each * 1e6:8.1f} {ours.memory:5.0f} MB {ours.size / 1e6:6.2f} MB"


def growth(before: Printed, after: Printed, times: float) -> str:
    """What a line takes, beside what it took in the shorter list."""
    return f"a line {after.cpu / before.cpu / times:4.2f} x, memory {after.memory / before.memory:4.2f} x"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lines", nargs="*", type=int, default=SIZES)
    parser.add_argument("--columns", nargs="*", type=int, default=(1, 2, 3))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="without Qt beside it")
    options = parser.parse_args()
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for columns, script in product(options.columns, ("latin", "mixed")):
            compare(Path(folder), list(options.lines), columns, script, options)


if __name__ == "__main__":
    main()

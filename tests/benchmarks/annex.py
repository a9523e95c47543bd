"""Times the annex of a letter, from the workspace to the checked file, beside what a user would pick instead.

    .venv/bin/python tests/benchmarks/annex.py [--runs 5] [--python PYTHON] [--peers qt typst ...] [LINES ...]

All print the signatories of `../shared/peers/workload.py`, in the order in which they are given, in three columns of
seven points, each as a process of its own from start to end: ours reads a workspace, looks over the list, counts,
records the run and opens the file again. `--python` is one more Python whose packages the peers may need, and may be
given several times; a peer that none can run is left out. Printed are medians of runs in turn: CPU seconds,
microseconds a line, peak memory, the size of the file, what `verify_annex.py` says of it, how many times as long each
peer takes, and the growth: how much longer a line takes than at the size before. Quote the ratios: machines differ.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import Measured
from peers import (
    OURS,
    Script,
    beside,
    found,
    in_turn,
    make_workspace,
    our_export,
    verified,
    workload,
)

from signatories.block.settings import Layout

SIZES = (5_000, 100_000)
HEAD = "    lines |     CPU  us/line   memory      file check | "


def compare(folder: Path, lines: int, peers: list[Script], options: argparse.Namespace) -> Measured:
    """Time all with one list, in turn, and print a row without its end; return what ours took."""
    workspace, target = folder / f"{lines}.signatories", folder / "ours.pdf"
    make_workspace(workspace, 1, lines, Layout(columns=3, size=workload().ANNEX_SIZE), "plain")
    commands = {OURS: our_export(workspace, "annex", target, "--order", "as-given")}
    commands |= {peer.name: peer.command(lines, folder / "peer.pdf") for peer in peers}
    taken = in_turn(commands, options.runs)
    mine = taken[OURS]
    check = verified(found([sys.executable, *options.python], ["verify_annex"]), lines, target)
    figures = f"{mine.cpu:5.2f} s {mine.cpu / lines * 1e6:8.1f} {mine.peak:5.0f} MB"
    print(f"{lines:>9} | {figures} {target.stat().st_size / 1e6:6.2f} MB {check}", end=" | ")
    print(" | ".join(beside(mine, taken[peer.name]) for peer in peers), end="", flush=True)
    return mine


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lines", nargs="*", type=int, default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--peers", nargs="*", default=["qt", "typst", "raw_fast"])
    options = parser.parse_args()
    peers = found([sys.executable, *options.python], [f"{each}_annex" for each in options.peers])
    print(HEAD + " | ".join(f"{peer.name:<25}" for peer in peers))
    before: float | None = None
    with tempfile.TemporaryDirectory() as folder:
        for lines in options.lines:
            each = compare(Path(folder), lines, peers, options).cpu / lines
            print(f" | a line {each / before:4.2f} x" if before else "", flush=True)
            before = each


if __name__ == "__main__":
    main()

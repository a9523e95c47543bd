"""Times the merge beside what a user would pick instead: typst, and ReportLab's paragraphs (platypus).

    .venv/bin/python tests/benchmarks/merge.py [--runs 5] [--python PYTHON] [--peers typst ...] [RECIPIENTSxLINES ...]
    .venv/bin/python tests/benchmarks/merge.py --alone --kind all 2000x11

All make the letters of `../shared/peers/workload.py`, so many recipients with so many lines below, each as a process
of its own from start to end: ours reads a workspace, checks, counts, records the run and opens the file again.
`--python` is one more Python whose packages the peers may need, and may be given several times; a peer that none can
run is left out. `--kind`: letters with bold words, a letterhead, words of other fonts, in Arabic, or signed in ten
scripts; only the plain one is the peers' own. Printed are medians of runs in turn: CPU seconds, letters a second, peak
memory, the size of the file, what `verify_merge.py` says of it, and how many times as long each peer takes. Quote the
ratios: machines differ.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from merge_kinds import KINDS
from peers import (
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

SIZES = ("200x11", "2000x11", "10000x11", "200x500", "60x5000")
HEAD = "   letters x lines kind       |     CPU  letters/s   memory      file check | "


def compare(
    folder: Path, size: str, kinds: list[str], peers: list[Script], options: argparse.Namespace
) -> None:
    """Time all at one size, in turn, and print a row for each kind of letter."""
    count, lines = map(int, size.split("x"))
    layout = Layout(columns=2, size=workload().BLOCK_SIZE)
    targets = {kind: folder / f"{kind}.pdf" for kind in kinds}
    commands: dict[str, list[str]] = {}
    for kind, target in targets.items():
        workspace = folder / f"{size}-{kind}.signatories"
        make_workspace(workspace, count, lines, layout, kind)
        commands[kind] = our_export(workspace, "letters", target)
    for peer in peers:
        commands[peer.name] = peer.command(count, lines, folder / "peer.pdf")
    taken = in_turn(commands, options.runs)
    for kind, target in targets.items():
        pythons = [sys.executable, *options.python]
        checks = found(pythons, ["verify_merge"]) if kind == "plain" else []
        check = verified(checks, count, lines, target)
        mine = taken[kind]
        figures = f"{mine.cpu:5.2f} s {count / mine.cpu:9.0f} {mine.peak:6.0f} MB"
        file = f"{target.stat().st_size / 1e6:6.2f} MB"
        print(f"{count:>10} x {lines:<5} {kind:<10} | {figures} {file} {check}", end=" | ")
        print(" | ".join(beside(mine, taken[peer.name]) for peer in peers), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--peers", nargs="*", default=["typst", "reportlab_naive"])
    parser.add_argument("--kind", choices=[*KINDS, "all"], default="plain")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    options = parser.parse_args()
    names = [] if options.alone else [f"{each}_merge" for each in options.peers]
    peers = found([sys.executable, *options.python], names)
    kinds = [*KINDS] if options.kind == "all" else [options.kind]
    print(HEAD + " | ".join(f"{peer.name:<25}" for peer in peers))
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            compare(Path(folder), size, kinds, peers, options)


if __name__ == "__main__":
    main()

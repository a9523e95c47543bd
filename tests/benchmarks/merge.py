"""Times the merge beside what a user would pick instead: typst, and ReportLab's paragraphs (platypus).

    .venv/bin/python tests/benchmarks/merge.py [--runs 5] [--python PYTHON] [--peers typst ...] [RECIPIENTSxLINES ...]

All make the letters of `../shared/peers/workload.py`, so many recipients with so many lines below, each as a process
of its own from start to end: ours reads a workspace, checks, counts, records the run and opens the file again.
`--python` runs the peers, whose packages `../shared/peers/requirements.txt` names; one that it cannot import is left
out. Printed are medians of runs in turn: CPU seconds, letters a second, peak memory, the size of the file, and how
many times as long each peer takes. Quote the ratios: machines differ.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import Measured, measure, median
from merge_workspace import PEERS, make_workspace

SIZES = ("200x11", "2000x11", "10000x11", "200x500", "60x5000")
PACKAGES = {"typst": "typst", "reportlab_naive": "reportlab", "raw_fast": "uharfbuzz"}
HEAD = "   letters x lines |     CPU  letters/s   memory      file | "


def available(python: str, peers: list[str]) -> list[str]:
    """The peers whose packages that Python has; the others are named on standard error."""
    found = []
    for peer in peers:
        command = [python, "-c", f"import {PACKAGES[peer]}"]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            print(f"{peer} is left out: {python} has no {PACKAGES[peer]}", file=sys.stderr)
        else:
            found.append(peer)
    return found


def ours(workspace: Path, target: Path) -> list[str]:
    """The command line, as a user would call it."""
    command = [sys.executable, "-m", "signatories", "-w", str(workspace), "export", "letters"]
    return [*command, "--letter", "1", "--format", "pdf", "-o", str(target)]


def compare(folder: Path, size: str, peers: list[str], options: argparse.Namespace) -> None:
    """Time all at one size, in turn, and print a row."""
    count, lines = map(int, size.split("x"))
    workspace, target = folder / f"{size}.signatories", folder / "ours.pdf"
    make_workspace(workspace, count, lines)
    commands = {"": ours(workspace, target)}
    for peer in peers:
        script = str(PEERS / f"{peer}_merge.py")
        commands[peer] = [options.python, script, str(count), str(lines), str(folder / "peer.pdf")]
    runs: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            runs[name].append(measure(command))
    mine = median(runs[""])
    figures = f"{mine.cpu:5.2f} s {count / mine.cpu:9.0f} {mine.peak:6.0f} MB"
    print(f"{count:>10} x {lines:<5} | {figures} {target.stat().st_size / 1e6:6.2f} MB", end=" | ")
    theirs = {peer: median(runs[peer]) for peer in peers}
    print(" | ".join(beside(mine, theirs[peer]) for peer in peers), flush=True)


def beside(mine: Measured, theirs: Measured) -> str:
    """What a peer took, and how many times as long that is."""
    return f"{theirs.cpu:6.2f} s {theirs.peak:6.0f} MB {theirs.cpu / mine.cpu:6.1f} x"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument(
        "--peers", nargs="*", choices=PACKAGES, default=["typst", "reportlab_naive"]
    )
    options = parser.parse_args()
    peers = available(options.python, options.peers)
    print(HEAD + " | ".join(f"{peer:<25}" for peer in peers))
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            compare(Path(folder), size, peers, options)


if __name__ == "__main__":
    main()

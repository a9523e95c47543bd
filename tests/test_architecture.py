"""ARCHITECTURE.md holds: the import contracts of pyproject.toml are kept, and it names every part of the domain."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_import_contracts_are_kept() -> None:
    # In a process of its own: the linter sets up logging and mutes every logger of ours.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_part_of_the_domain_is_drawn() -> None:
    drawing = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("```")[1]
    named = set(re.findall(r"\w+", drawing))
    parts = {path.stem for path in (ROOT / "signatories").iterdir() if path.stem.isidentifier()}
    assert {part for part in parts if not part.startswith("__")} <= named

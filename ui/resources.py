"""Finds the folder `resources`, in the source tree and in a frozen build."""

import sys
from pathlib import Path


def resources() -> Path:
    """Return the folder that holds icons, translations and the sample."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[1]
    return root / "resources"

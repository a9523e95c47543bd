"""Where things are kept on this computer."""

from pathlib import Path

import platformdirs


def default_workspace() -> Path:
    """The user's own workspace, there yet or not: on the local disk, out of reach of programs that sync folders."""
    folder = platformdirs.user_data_path("signatories", appauthor=False)
    return folder / "My letters.signatories"

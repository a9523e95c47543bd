"""Where things are: the program's own files, and what it keeps on this computer."""

from pathlib import Path

import platformdirs

_NAME = "signatories"

# A wheel and PyInstaller's folder carry them inside the package (there __file__ names the place in the bundle, too).
_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
_RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of our own files: `resource("countries", "states.csv")`."""
    return _RESOURCES.joinpath(*parts)


def default_workspace() -> Path:
    """The user's own workspace, there yet or not: on the local disk, out of reach of programs that sync folders."""
    return _data_folder() / "My letters.signatories"


def sample_workspace() -> Path:
    """The sample, as the window makes it beside the user's own workspace."""
    return _data_folder() / "sample.signatories"


def log_folder() -> Path:
    """Where the window keeps its log."""
    return platformdirs.user_log_path(_NAME, appauthor=False)


def _data_folder() -> Path:
    return platformdirs.user_data_path(_NAME, appauthor=False)

"""Where the program's own data files are: tables, icons, the sample."""

from pathlib import Path

# In a source checkout and in a PyInstaller folder alike, resources/ stands beside the package:
# PyInstaller sets __file__ to the place inside the bundle. Nothing is installed elsewhere.
_RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of our own files: `resource("countries", "states.csv")`."""
    return _RESOURCES.joinpath(*parts)

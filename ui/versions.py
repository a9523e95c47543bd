"""What this program is made of, in versions."""

import platform
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import qVersion


def describe_program() -> str:
    """Versions of ours and of what we stand on."""
    try:
        ours = version("signatories")
    except PackageNotFoundError:
        ours = "from its source tree"
    return (
        f"Signatories {ours}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}, {platform.platform()}"
    )

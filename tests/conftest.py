"""What all tests share: the folder of real data, and where screenshots go."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[1] / "../shared/data"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("steady", deadline=None)  # no test fails because the machine is busy
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our own options to pytest's."""
    parser.addoption(
        "--screenshots",
        type=Path,
        metavar="DIR",
        help="save a picture of every page and dialog, light and dark, into this folder",
    )
    parser.addoption(
        "--gallery",
        type=Path,
        metavar="DIR",
        help="save the blocks of the gallery, as PDFs and as pictures of their pages, into this folder",
    )


@pytest.fixture
def shared_data() -> Path:
    """The folder of real letters, tables and spreadsheets, which are not ours to ship."""
    if not SHARED.is_dir():
        pytest.skip("the real data is not beside the project")
    return SHARED

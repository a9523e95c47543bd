"""Our own files lie in a folder of the checkout, the user's workspace where no program that syncs folders looks."""

import tomllib
from pathlib import Path

from signatories import locations
from signatories.database import SUFFIX


def test_the_default_workspace_is_the_user_s_own() -> None:
    path = locations.default_workspace()
    assert path.is_absolute()
    assert path.suffix == SUFFIX
    assert "signatories" in path.parent.parts


def test_the_files_of_a_checkout_are_installed_inside_the_package() -> None:
    checkout = Path(__file__).parents[2]
    settings = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))
    installed = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert installed == {"resources": "signatories/resources"}
    assert locations.resource("countries", "states.csv").is_relative_to(checkout / "resources")
    assert locations.resource("countries", "states.csv").is_file()

"""Our own files lie in the package, the user's workspace where no program that syncs folders looks."""

import tomllib
from pathlib import Path

import signatories
from signatories import locations
from signatories.database import SUFFIX


def test_the_default_workspace_is_the_user_s_own() -> None:
    path = locations.default_workspace()
    assert path.is_absolute()
    assert path.suffix == SUFFIX
    assert "signatories" in path.parent.parts


def test_every_file_of_ours_is_in_the_package_and_installed_with_it() -> None:
    package = Path(signatories.__file__).parent
    settings = tomllib.loads((package.parent / "pyproject.toml").read_text("utf-8"))
    (pattern,) = settings["tool"]["setuptools"]["package-data"]["signatories"]
    ours = {path for path in locations.resource().rglob("*") if path.is_file()}
    assert locations.resource("countries", "states.csv") in ours
    assert ours <= set(package.glob(pattern))

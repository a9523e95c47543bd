"""The user's own workspace lies on the local disk, where no program that syncs folders looks."""

from signatories import locations
from signatories.database import SUFFIX


def test_the_default_workspace_is_the_user_s_own() -> None:
    path = locations.default_workspace()
    assert path.is_absolute()
    assert path.suffix == SUFFIX
    assert "signatories" in path.parent.parts

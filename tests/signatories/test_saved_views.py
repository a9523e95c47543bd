"""Views of tables are kept under a name, each table its own."""

import json

import pytest

from signatories import saved_views
from signatories.database import Database
from signatories.errors import NotFound, Refused
from signatories.history import next_undo
from signatories.models import WorkspaceSetting
from signatories.saved_views import View

LACKING = View("forum", ("email", "country=GH"), "country", True, ("name", "country"))


def saved(database: Database, table: str = "people") -> dict[str, View]:
    with database.reading() as session:
        return saved_views.saved(session, table)


def test_a_view_is_saved_replaced_renamed_and_removed(database: Database) -> None:
    with database.writing() as session:
        saved_views.save(session, "people", "  To  write to ", LACKING)
        saved_views.save(session, "people", "all", View())
        saved_views.save(session, "organisations", "Other", View(words="x"))
    assert list(saved(database).items()) == [("all", View()), ("To write to", LACKING)]
    with database.writing() as session:
        saved_views.rename(session, "people", "To write to", "First of all")
        saved_views.save(session, "people", "all", View(words="a"))
    assert saved(database) == {"all": View(words="a"), "First of all": LACKING}
    with database.writing() as session:
        saved_views.remove(session, "people", "all")
    assert saved(database) == {"First of all": LACKING}
    assert saved(database, "organisations") == {"Other": View(words="x")}
    with database.reading() as session:
        assert next_undo(session) is None, "a setting of the workspace is no action to be undone"


def test_a_view_has_a_name_of_its_own_and_is_there(database: Database) -> None:
    with database.writing() as session:
        saved_views.save(session, "people", "One", View())
        saved_views.save(session, "people", "Two", View())
        saved_views.rename(session, "people", "One", "One")
    with pytest.raises(Refused, match="Give the view a name"), database.writing() as session:
        saved_views.save(session, "people", " ", View())
    for other in ("Two", " "):
        with pytest.raises(Refused, match="no other has"), database.writing() as session:
            saved_views.rename(session, "people", "One", other)
    with pytest.raises(NotFound, match="no view “Three”"), database.writing() as session:
        saved_views.rename(session, "people", "Three", "Four")
    with pytest.raises(NotFound, match="no view “Three”"), database.writing() as session:
        saved_views.remove(session, "people", "Three")


def test_a_view_of_a_newer_program_stays_and_is_not_offered(database: Database) -> None:
    with database.writing() as session:
        saved_views.save(session, "people", "Ours", LACKING)
        setting = session.get_one(WorkspaceSetting, "views of people")
        setting.value = json.dumps({**json.loads(setting.value), "Newer": {"hologram": True}})
    with database.writing() as session:
        saved_views.save(session, "people", "Plain", View())
    assert list(saved(database)) == ["Ours", "Plain"]
    with database.reading() as session:
        assert "Newer" in session.get_one(WorkspaceSetting, "views of people").value

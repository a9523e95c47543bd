"""Views of tables are kept under a name, each table its own."""

import pytest
from sqlalchemy import select

from signatories import saved_views
from signatories.database import Database
from signatories.errors import NotFound, Refused
from signatories.models import NamedSetting
from signatories.saved_views import View
from signatories.undoing import undo

LACKING = View("forum", ("email", "country=GH"), "country", True, ("name", "country"))


def saved(database: Database, table: str = "people") -> dict[str, View]:
    with database.reading() as session:
        return saved_views.saved(session, table)


def test_a_view_is_saved_replaced_renamed_and_removed(database: Database) -> None:
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "  To  write to ", LACKING)
        saved_views.save(unit.session, "people", "all", View())
        saved_views.save(unit.session, "organisations", "Other", View(words="x"))
    assert list(saved(database).items()) == [("all", View()), ("To write to", LACKING)]
    with database.work("Change") as unit:
        saved_views.rename(unit.session, "people", "To write to", "First of all")
        saved_views.save(unit.session, "people", "all", View(words="a"))
    assert saved(database) == {"all": View(words="a"), "First of all": LACKING}
    with database.work("Change") as unit:
        saved_views.remove(unit.session, "people", "all")
    assert saved(database) == {"First of all": LACKING}
    assert saved(database, "organisations") == {"Other": View(words="x")}


def test_each_change_to_a_view_is_undone(database: Database) -> None:
    shown = [saved(database)]
    for change in (
        lambda session: saved_views.save(session, "people", "One", View()),
        lambda session: saved_views.save(session, "people", "One", LACKING),
        lambda session: saved_views.rename(session, "people", "One", "Two"),
        lambda session: saved_views.remove(session, "people", "Two"),
    ):
        with database.work("Change") as unit:
            change(unit.session)
        shown.append(saved(database))
    for before in reversed(shown[:-1]):
        undo(database)
        assert saved(database) == before


def test_of_two_views_by_one_name_the_later_one_counts(database: Database) -> None:
    with database.work("Change") as unit:
        kind, value = "views of people", {"words": "x"}
        unit.session.add(NamedSetting(kind=kind, name="One", value=value))
        unit.session.flush()
        unit.session.add(NamedSetting(kind=kind, name="One", value=value | {"words": "y"}))
    assert saved(database) == {"One": View(words="y")}


def test_a_view_does_not_come_back_beside_another_of_its_name(database: Database) -> None:
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "One", View())
        saved_views.save(unit.session, "organisations", "One", View())
    with database.work("Remove") as unit:
        saved_views.remove(unit.session, "people", "One")
        removed = unit
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "One", LACKING)
    with pytest.raises(Refused, match="One was replaced since"):
        undo(database, removed.change_set_id)
    with database.work("Change") as unit:
        saved_views.rename(unit.session, "people", "One", "Two")
    undo(database, removed.change_set_id)
    assert saved(database) == {"One": View(), "Two": LACKING}


def test_a_view_does_not_get_back_a_name_that_another_has(database: Database) -> None:
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "One", View())
    with database.work("Rename") as unit:
        saved_views.rename(unit.session, "people", "One", "Two")
        renamed = unit
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "One", LACKING)
    with pytest.raises(Refused, match="was replaced since"):
        undo(database, renamed.change_set_id)
    assert saved(database) == {"One": LACKING, "Two": View()}


def test_a_view_has_a_name_of_its_own_and_is_there(database: Database) -> None:
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "One", View())
        saved_views.save(unit.session, "people", "Two", View())
        saved_views.rename(unit.session, "people", "One", "One")
    with pytest.raises(Refused, match="Give the view a name"), database.work("Change") as unit:
        saved_views.save(unit.session, "people", " ", View())
    for other in ("Two", " "):
        with pytest.raises(Refused, match="no other has"), database.work("Change") as unit:
            saved_views.rename(unit.session, "people", "One", other)
    with pytest.raises(NotFound, match="no view “Three”"), database.work("Change") as unit:
        saved_views.rename(unit.session, "people", "Three", "Four")
    with pytest.raises(NotFound, match="no view “Three”"), database.work("Change") as unit:
        saved_views.remove(unit.session, "people", "Three")


def test_a_view_of_a_newer_program_stays_and_is_not_offered(database: Database) -> None:
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "Ours", LACKING)
        newer = NamedSetting(kind="views of people", name="Newer", value={"hologram": True})
        unit.session.add(newer)
    with database.work("Change") as unit:
        saved_views.save(unit.session, "people", "Plain", View())
    assert list(saved(database)) == ["Ours", "Plain"]
    with database.reading() as session:
        assert "Newer" in session.scalars(select(NamedSetting.name)).all()

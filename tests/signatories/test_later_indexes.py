"""Indexes that rows in bulk do without come back as they were, whatever becomes of the rows."""

import pytest

from signatories.database import Database, indexed_later, integrity_problems
from signatories.models import Person
from signatories.search import keys

MANY = 10_000
OF_TEXTS = {"ix_people_email", "ix_people_sort_key"}


def indexes(session) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'people'"
    return dict(session.connection().exec_driver_sql(query).all())


def stored(database: Database) -> dict[str, str]:
    with database.reading() as session:
        return indexes(session)


def add(unit, *names: str) -> None:
    unit.insert(Person, [{"name": name, "sort_name": name, **keys(name)} for name in names])


def test_indexes_of_texts_are_made_again_to_the_letter(database) -> None:
    before = stored(database)
    with database.work("Import", bulk=True) as unit:
        with indexed_later(unit.session, MANY, Person):
            assert before.keys() - indexes(unit.session).keys() == OF_TEXTS
            add(unit, "Berg", "Ahn")
        assert indexes(unit.session) == before
    assert stored(database) == before
    assert integrity_problems(database.path) == []
    with database.reading() as session:
        by_key = session.query(Person.name).order_by(Person.sort_key)
        assert [name for (name,) in by_key] == ["Ahn", "Berg"]


def temporary_storage(session) -> str:
    """Where SQLite keeps what it needs for a while."""
    kinds = ("default", "file", "memory")
    return kinds[session.connection().exec_driver_sql("PRAGMA temp_store").scalar_one()]


def test_statements_are_taken_back_from_memory_but_indexes_not_sorted_there(database) -> None:
    with database.work("Import", bulk=True) as unit:
        assert temporary_storage(unit.session) == "memory"
        with indexed_later(unit.session, MANY, Person):
            add(unit, "Berg")
        assert temporary_storage(unit.session) == "file"
    with database.reading() as session:  # lists of a million rows are sorted
        assert temporary_storage(session) == "file"
    with database.work("Add") as unit:
        assert temporary_storage(unit.session) == "memory"


def fail_meanwhile(database: Database) -> None:
    with (
        database.work("Import", bulk=True) as unit,
        indexed_later(unit.session, MANY, Person),
    ):
        add(unit, "Berg")
        raise ZeroDivisionError


def test_an_import_that_fails_leaves_the_indexes_where_they_were(database) -> None:
    before = stored(database)
    with pytest.raises(ZeroDivisionError):
        fail_meanwhile(database)
    assert stored(database) == before


def test_indexes_stay_when_few_rows_come_beside_many(database) -> None:
    with database.work("Import", bulk=True) as unit:
        add(unit, *(f"Berg {n}" for n in range(2 * MANY + 2)))
        with indexed_later(unit.session, MANY, Person):
            assert indexes(unit.session).keys() >= OF_TEXTS
        with indexed_later(unit.session, MANY + 1, Person):
            assert not indexes(unit.session).keys() & OF_TEXTS

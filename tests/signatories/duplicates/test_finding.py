"""Records that may be one, found in a whole workspace, and what a person said about them."""

import pytest

from signatories import duplicates
from signatories.errors import NotFound, Refused
from signatories.undoing import undo
from tests.command_line import CommandLine


@pytest.fixture
def wells(make) -> tuple[int, int]:
    """Two spellings of one body, and its member, which is none."""
    one = make.organisation("Clear Wells Federation", country="KE")
    make.organisation("Clear Wells Federation Mali", country="ML")
    return one, make.organisation("Clear Wels Federation")


def found(database, subject: str = "organisations") -> list[tuple[int, int]]:
    with database.reading() as session:
        return [(pair.a.id, pair.b.id) for pair in duplicates.find(session, subject)]


def test_pairs_are_found_once_best_first(database, make, wells) -> None:
    same = make.organisation("Clear Wells Federation", country="KE")
    assert found(database) == [(wells[0], same), wells, (wells[1], same)]


def test_people_are_found_by_organisation_name_and_address(database, make) -> None:
    body = make.organisation("Well Trust")
    one = make.person("Anna Berg", organisation_id=body)
    colleague = make.person("A. Berg", organisation_id=body)
    make.person("Otto Lind", organisation_id=body)
    elsewhere = make.person("BERG Anna")
    assert found(database, "people") == [(one, colleague), (one, elsewhere)]


def test_what_was_declared_different_is_not_found_again(database, wells) -> None:
    with database.work("Declare different") as unit:
        duplicates.declare_different(unit.session, "organisations", *reversed(wells))
        duplicates.declare_different(unit.session, "organisations", *wells)
    assert found(database) == []
    undo(database)
    assert found(database) == [wells]


def test_only_two_records_can_be_different(database, wells) -> None:
    with database.reading() as session:
        with pytest.raises(Refused):
            duplicates.declare_different(session, "organisations", wells[0], wells[0])
        with pytest.raises(NotFound):
            duplicates.declare_different(session, "people", *wells)


def test_the_command_prints_pairs_as_documented(database, wells) -> None:
    run = CommandLine(database.path)
    (pair,) = run.data("duplicates", "organisations")
    assert pair == {
        "a": {"id": wells[0], "name": "Clear Wells Federation"},
        "b": {"id": wells[1], "name": "Clear Wels Federation"},
        "score": 0.85,
        "reasons": ["The names differ by a few letters."],
    }
    assert run.data("duplicates", "people") == []
    assert run("duplicates", "organisations").out.splitlines() == [
        "0.85  1 “Clear Wells Federation”  =  3 “Clear Wels Federation”?  The names differ by a few letters.",
        "1 pair may be one record",
    ]

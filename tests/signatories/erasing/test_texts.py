"""Notes of ours lose a name, however it is written there; what cannot lose it is told of."""

import datetime as dt

import pytest

from signatories import erasing, saved_views
from signatories.models import Import, Organisation, Question
from tests.factories import Make
from tests.traces import traces_in

NAME = "Zoe Quillfeather"


@pytest.mark.parametrize("between", ["\n      ", "\u200b", "_", "\u00a0"])
def test_whatever_stands_between_the_words(make: Make, between: str) -> None:
    body = make.organisation("Moth Alliance", notes=f"Zoe{between}Quillfeather rang")
    done = erasing.erase(make.database, make.person(NAME))
    assert done.elsewhere == ()
    with make.database.reading() as session:
        assert session.get_one(Organisation, body).notes == "[…] rang"


def test_an_import_names_them_neither_in_its_file_nor_in_its_headings(make: Make) -> None:
    person = make.person(NAME)
    with make.database.work("Import") as unit:
        session = unit.session
        made = Import(
            change_set_id=unit.recorder.begin(),
            at=dt.datetime(2026, 5, 3, tzinfo=dt.UTC),
            subject="people",
            source_name="Zoe_Quillfeather.csv",
            source_digest="0" * 64,
            source_format="csv",
            mapping={NAME: "name", "Role": "role"},
        )
        session.add(made)
        session.flush()
        made_id = made.id
    assert erasing.erase(make.database, person).elsewhere == ()
    with make.database.reading() as session:
        kept = session.get_one(Import, made_id)
        assert (kept.source_name, kept.mapping) == ("[…].csv", {"[…]": "name", "Role": "role"})
    assert traces_in(make.database.path, ["quillfeather"]) == set()


def test_what_cannot_be_blotted_is_told_of(make: Make) -> None:
    person, other = make.person(NAME), make.person("Ben Thistle")
    with make.database.work("Ask") as unit:
        asked = Question(subject="people", row_id=other, key="?", values={NAME: "a key"})
        unit.session.add(asked)
    told = erasing.look(make.database, person).elsewhere
    assert [(each.table, each.column) for each in told] == [("questions", "values")]
    assert erasing.erase(make.database, person).elsewhere == told


@pytest.mark.parametrize(
    ("search", "is_told"),
    [
        ("quillfeather", True),
        ("Quill", True),
        ("zoe quillf", True),
        ("Zoe Quillfeather", True),
        ("zo", False),
        ("Zoe Thistle", False),
        ("feather", False),
        ("", False),
    ],
)
def test_a_view_that_searches_for_the_person_is_told_of(
    make: Make, search: str, *, is_told: bool
) -> None:
    person = make.person(NAME)
    with make.database.work("Keep the view") as unit:
        saved_views.save(unit.session, "people", "Ours", saved_views.View(words=search))
    told = erasing.look(make.database, person).elsewhere
    assert [each.label for each in told] == ["Ours"] * is_told

"""Questions that an import left open: found again by it, put into words, answered once, and undone."""

import pytest
from sqlalchemy import event

from signatories import history, import_records, questions, undoing
from signatories.database import Database
from signatories.errors import NotFound
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.sources.opening import open_text
from tests.factories import LETTER, Make
from tests.found import findings

TABLE = (
    "name\torganisation\tcountry\nAnna Berg\tWell Fund\tAtlantis\nOmar Diallo\tRiver Forum\tMali\n"
)


@pytest.fixture
def import_id(database: Database, make: Make) -> int:
    letter_id = make.letter()
    with database.reading() as session:
        planned = plan.build(
            session, open_text(TABLE), ImportRequest("sign-ons", letter_id=letter_id)
        )
    with database.work(apply.MESSAGE, bulk=True) as unit:
        done = apply.apply(unit, planned).import_id
    assert done is not None
    return done


def test_an_open_question_names_its_record_and_says_what_is_doubtful(
    database: Database, import_id: int
) -> None:
    with database.reading() as session:
        (asked,) = questions.listing(session, import_id)
    assert asked.table == "sign_ons"
    assert asked.about == "Anna Berg"
    assert (asked.letter_id, asked.row_ids) == (1, (1,))
    assert "Atlantis" in str(asked.text)


def test_an_answered_question_is_not_asked_again_and_undo_asks_it_again(
    database: Database, import_id: int
) -> None:
    with database.reading() as session:
        ids = [id_ for asked in questions.listing(session, import_id) for id_ in asked.ids]
    with database.work("Answer") as unit:
        questions.answer(unit.session, ids)
    with database.reading() as session:
        assert questions.count(session, import_id) == 0
    undoing.undo(database)
    with database.reading() as session:
        assert questions.count(session, import_id) == 1


def test_what_nobody_looked_at_is_told_before_it_is_printed(
    database: Database, make: Make, import_id: int
) -> None:
    make.recipient("Mission of Ghana")
    make.confirm(1)
    (found,) = [each for each in findings(make) if "question" in each.message.key]
    assert found.names == ("Anna Berg",)
    with database.work("Answer") as unit:
        questions.answer(unit.session, questions.listing(unit.session, import_id)[0].ids)
    assert "question" not in " ".join(each.message.key for each in findings(make))


def test_the_same_question_about_many_rows_is_asked_once(database: Database, make: Make) -> None:
    letter = make.letter()
    rows = [f"Ada Example {n}\tAid {n}\tThe Galaxy" for n in range(5)]
    rows += ["Bo Lee\tWell Fund\tThe Moon"]
    source = open_text("\n".join(["name\torganisation\tcountry", *rows]))
    with database.reading() as session:
        planned = plan.build(session, source, ImportRequest("sign-ons", letter_id=letter))
    with database.work(apply.MESSAGE, bulk=True) as unit:
        done = apply.apply(unit, planned)
    galaxy, moon = [str(text) for text in done.warnings if "is no country" in str(text)]
    assert "line 2:" in galaxy
    assert galaxy.endswith("So it is with 4 more rows.")
    assert "line 7:" in moon
    with database.reading() as session:
        asked = questions.listing(session, done.import_id or 0)
        assert questions.count(session, done.import_id or 0) == 6
    assert [(each.about, len(each.ids)) for each in asked] == [
        ("Ada Example 0, Ada Example 1, Ada Example 2 … (+2)", 5),
        ("Bo Lee", 1),
    ]
    with database.work("Answer") as unit:
        questions.answer(unit.session, asked[0].ids)
    with database.reading() as session:
        assert questions.count(session, done.import_id or 0) == 1


def test_questions_without_a_text_of_the_file_are_each_about_their_own_record(
    database: Database, make: Make
) -> None:
    letter = make.letter()
    names = ["Bo Lee", "Anna Berg", "Cara Holm", "Dina Okoye"]
    bodies = ["Well Fund", "River Forum", "Soil Union", "Rain Network"]
    source = open_text("\n".join(map("{} / {}".format, names, bodies)))
    with database.reading() as session:
        planned = plan.build(session, source, ImportRequest("sign-ons", letter_id=letter))
    with database.work(apply.MESSAGE, bulk=True) as unit:
        done = apply.apply(unit, planned)
    told = " ".join(map(str, done.warnings))
    assert all(f"line {number}: It is not certain" in told for number in (1, 2, 3, 4))
    with database.reading() as session:
        asked = questions.listing(session, done.import_id or 0)
    assert [each.about for each in asked] == names


def test_an_import_is_told_with_what_it_brought_and_whether_it_is_undone(
    database: Database, import_id: int
) -> None:
    with database.reading() as session:
        done = import_records.get(session, import_id)
        action = history.next_undo(session)
    assert action is not None
    assert done.change_set_id == action.id
    assert done.records == {"organisations": 2, "people": 2, "sign_ons": 2}
    assert done.letter
    assert done.questions == 1
    assert done.undone_by is None
    taken = undoing.undo(database, done.change_set_id)
    with database.reading() as session:
        again = import_records.get(session, import_id)
    assert again.undone_by == taken.change_set_id
    assert again.questions == 0


def test_the_list_of_imports_tells_their_letters_and_open_questions(
    database: Database, import_id: int
) -> None:
    with database.reading() as session:
        (row,) = import_records.listing(session)
    assert (row.id, row.subject, row.sheet) == (import_id, "sign-ons", "")
    assert row.letter == LETTER.title
    assert (row.questions, row.undone) == (1, False)
    undoing.undo(database)
    with database.reading() as session:
        (row,) = import_records.listing(session)
    assert (row.questions, row.undone) == (0, True)


def test_an_import_that_is_not_there_is_said_so(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound, match="no import 9"):
        import_records.get(session, 9)


def test_the_records_of_an_import_are_not_gone_through_for_each_question(
    database: Database, import_id: int
) -> None:
    asked: list[tuple[str, object]] = []
    with database.reading() as session:
        engine = session.get_bind()

        def keep(_c: object, _k: object, statement: str, values: object, *_: object) -> None:
            asked.append((statement, values))

        event.listen(engine, "before_cursor_execute", keep)
        assert questions.count(session, import_id) == 1
        assert len(questions.listing(session, import_id)) == 1
        event.remove(engine, "before_cursor_execute", keep)
        about_import = [each for each in asked if "EXISTS" in each[0]]
        connection = session.connection()
        plans = [
            " ".join(
                row.detail
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            )
            for statement, values in about_import
        ]
    assert len(plans) == 2
    for plan_of_query in plans:
        assert "ix_imported_records_subject_row_id" in plan_of_query
        assert "ix_imported_records_import_id" not in plan_of_query

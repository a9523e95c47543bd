"""Sign-ons from lines and tables: linked where there is no question, asked where there is, never printed unasked."""

import pytest
from sqlalchemy import func, select

from signatories import printed_lines
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.errors import Refused
from signatories.imports.planned import OnDuplicate
from signatories.models import (
    Capacity,
    Import,
    ImportedRecord,
    Organisation,
    Person,
    Question,
    Role,
    SignOn,
    SignOnStatus,
)
from signatories.printed_lines import Printed
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof

LINES = """Zoë Sand, Water Rights Network – WRN
Bo Lind, Chair, Well Foundation, Kenya
Air Association
Anna Berg
"""


def lines_of(database: Database) -> list[Printed]:
    """The letter's sign-ons as they would be printed, in the order given."""
    with database.reading() as session:
        found = session.scalars(select(SignOn).order_by(SignOn.place))
        return [printed_lines.printed(session, each, "en") for each in found]


def count(database: Database, table: type) -> int:
    with database.reading() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def test_each_line_makes_what_it_names_in_the_order_pasted(database, letter, import_text) -> None:
    done = import_text(LINES, letter_id=letter)
    assert done.states == ["new"] * 4
    assert lines_of(database) == [
        Printed("Zoë Sand", "", "Water Rights Network – WRN", "WRN"),
        Printed("Bo Lind", "Chair", "Well Foundation", "", "Kenya", "KE"),
        Printed(organisation="Air Association"),
        Printed("Anna Berg"),
    ]
    assert (count(database, Organisation), count(database, Person)) == (3, 3)


def test_nobody_comes_in_confirmed_and_assumed_capacities_say_so(
    database, letter, import_text
) -> None:
    import_text(LINES, letter_id=letter)
    with database.reading() as session:
        found = session.scalars(select(SignOn).order_by(SignOn.place)).all()
        assert {each.status for each in found} == {SignOnStatus.PROMISED}
        assert [(each.capacity, each.capacity_assumed) for each in found] == [
            *[(Capacity.ORGANISATION, True)] * 3,
            (Capacity.PERSONAL, False),
        ]


def test_the_same_file_again_is_all_the_same_and_writes_nothing(
    database, letter, import_text
) -> None:
    import_text(LINES, letter_id=letter)
    before = database.latest_change()
    again = import_text(LINES, letter_id=letter)
    assert again.states == ["same"] * 4
    assert again.result.import_id is None
    assert again.result.is_done
    assert "imported before" in str(again.plan.warnings[0])
    assert database.latest_change() == before


def test_after_confirmation_the_same_file_is_still_the_same(database, letter, import_text) -> None:
    import_text("name,organisation,status\nBo Lind,Well Foundation,promised\n", letter_id=letter)
    with database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("by mail"))
    again = import_text(
        "name,organisation,status\nBo Lind,Well Foundation,promised\n", letter_id=letter
    )
    assert again.states == ["same"]


def test_records_that_match_without_question_are_linked(database, letter, import_text) -> None:
    with database.work("Add") as unit:
        draft = OrganisationDraft(name="Well Foundation", country="KE", acronym="WF")
        body = organisations.add(unit.session, draft).id
        person = people.add(unit.session, PersonDraft(name="Bo Lind", organisation_id=body)).id
    import_text("BO LIND, Well Foundation", letter_id=letter)
    with database.reading() as session:
        made = session.scalars(select(SignOn)).one()
        assert (made.organisation_id, made.signer_id) == (body, person)
        assert made.printed_name == "BO LIND"  # as given for this letter; the directory stays
    assert (count(database, Organisation), count(database, Person)) == (1, 1)


def test_a_known_person_gets_a_role_in_a_new_organisation_and_a_missing_address(
    database, letter, import_text
) -> None:
    import_text(
        "name,organisation,email\nBo Lind,Well Foundation,bo@wells.example\n", letter_id=letter
    )
    import_text(
        "name,organisation,email,role\nBo Lind,Air Trust,bo@wells.example,Chair\n", letter_id=letter
    )
    with database.reading() as session:
        assert [role.title for role in session.scalars(select(Role).order_by(Role.id))] == [
            "",
            "Chair",
        ]
    assert count(database, Person) == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Bo Lind, Well Foundation (WF)", "has the same words"),
        ("Chi Ma, Well Foundation", "has answered this letter already"),
        ("Bo Lind, Air Trust", "person has the same name"),
        ("Bo Lind, Treasurer, Well Foundation", "with other details"),
    ],
)
def test_what_may_be_there_already_is_a_question_with_its_reason(
    database, letter, import_text, plan_text, line, reason
) -> None:
    import_text("Bo Lind, Chair, Well Foundation", letter_id=letter)
    row = plan_text(line, letter_id=letter).rows[0]
    assert row.state.value == "duplicate"
    assert reason in str(row.matches[0].reason)


def test_bodies_of_one_name_in_two_countries_are_two(database, letter, import_text) -> None:
    text = (
        "organisation,country\nFriends of Wells,Kenya\nFriends of Wells,Mali\nFriends of Wells,\n"
    )
    done = import_text(text, letter_id=letter)
    assert done.states == ["new", "new", "same"]
    undecided = import_text("organisation,role\nFriends of Wells,Partner\n", letter_id=letter)
    assert undecided.states == ["duplicate"]
    assert [match.name for match in undecided.plan.rows[0].matches] == ["Friends of Wells"] * 2


def test_asked_rows_come_in_as_new_and_keep_their_question_open(
    database, letter, import_text
) -> None:
    import_text("Bo Lind, Well Foundation", letter_id=letter)
    done = import_text("Chi Ma, Well Foundation", letter_id=letter)
    assert (done.result.added, count(database, SignOn)) == (1, 2)
    assert "line 1 may be “Bo Lind, Well Foundation”" in str(done.result.warnings[-1])
    with database.reading() as session:
        question = session.scalars(select(Question)).one()
        assert (question.subject, question.row_id, question.values) == (
            "sign_ons",
            2,
            {"sign_on": 1},
        )


def test_keep_asks_nothing_and_skip_leaves_out(database, letter, import_text) -> None:
    import_text("Bo Lind, Well Foundation", letter_id=letter)
    skipped = import_text(
        "Chi Ma, Well Foundation", letter_id=letter, on_duplicate=OnDuplicate.SKIP
    )
    assert (skipped.result.left_out, count(database, SignOn)) == (1, 1)
    assert count(database, Person) == 1
    import_text("Chi Ma, Well Foundation", letter_id=letter, on_duplicate=OnDuplicate.KEEP)
    assert (count(database, SignOn), count(database, Question)) == (2, 0)


def test_update_gives_the_cells_to_what_is_there_and_fill_only_blank_ones(
    database, letter, import_text
) -> None:
    import_text("name,organisation,role\nBo Lind,Well Foundation,Chair\n", letter_id=letter)
    table = "name,organisation,role,group\nBo Lind,Well Foundation,Treasurer,Local\n"
    filled = import_text(table, letter_id=letter, on_duplicate=OnDuplicate.FILL)
    assert (filled.result.updated, lines_of(database)[0].role) == (1, "Chair")
    import_text(table, letter_id=letter, on_duplicate=OnDuplicate.UPDATE)
    assert lines_of(database) == [Printed("Bo Lind", "Treasurer", "Well Foundation")]
    assert import_text(table, letter_id=letter).states == ["same"]


@pytest.mark.parametrize("chosen", [OnDuplicate.UPDATE, OnDuplicate.FILL])
@pytest.mark.parametrize("there", ["Anna Berg, Oxfam", "Oxfam"])
def test_another_name_for_a_body_that_answered_is_another_sign_on_with_a_question(
    database, letter, import_text, there, chosen
) -> None:
    """Bob's name was printed over Anna's sign-on, while Anna stayed its signer and contact."""
    import_text(f"{there}\n", letter_id=letter)
    table = "name,organisation,role\nBob Lind,Oxfam,Chair\nBob Lind,Oxfam,Treasurer\n"
    done = import_text(table, letter_id=letter, on_duplicate=chosen)
    assert (done.result.added, done.result.updated) == (1, 1)
    first, second = lines_of(database)
    assert (first.name, second.name) == (
        there.partition(", Oxfam")[0].replace("Oxfam", ""),
        "Bob Lind",
    )
    assert second.role == ("Treasurer" if chosen is OnDuplicate.UPDATE else "Chair")
    with database.reading() as session:
        question = session.scalars(select(Question)).one()
        assert (question.row_id, question.values) == (2, {"sign_on": 1})


def test_a_row_that_is_like_an_updating_row_updates_the_same(database, letter, import_text) -> None:
    import_text("Anna Berg, Oxfam", letter_id=letter)
    table = "organisation,group\nOxfam,Local\nOxfam,National\n"
    done = import_text(table, letter_id=letter, on_duplicate=OnDuplicate.UPDATE)
    assert (done.result.added, done.result.updated) == (0, 2)
    with database.reading() as session:
        assert session.scalars(select(SignOn.group)).all() == ["National"]


def test_rows_of_a_body_that_was_taken_for_a_stored_one_share_it(
    database, letter, import_text
) -> None:
    import_text("Anna Berg, Well Foundation", letter_id=letter)
    table = "name,organisation\nBob Lind,Foundation Well\nChi Ma,Foundation Well\n"
    import_text(table, letter_id=letter, on_duplicate=OnDuplicate.UPDATE)
    assert count(database, Organisation) == 1


def test_a_question_about_an_earlier_row_names_its_record(database, letter, import_text) -> None:
    import_text("Anna Berg, Air Trust\n", letter_id=letter)
    import_text("Bob Lind, Well Foundation\nChi Ma, Foundation Well\n", letter_id=letter)
    with database.reading() as session:
        asked = session.scalars(select(Question)).one()
        body = session.scalars(
            select(Organisation.id).where(Organisation.name == "Well Foundation")
        ).one()
        assert (asked.row_id, asked.values) == (3, {"organisation": body})


def test_the_same_address_is_the_same_person_whose_line_changes(
    database, letter, import_text
) -> None:
    import_text("name,organisation,email\nBo Lind,Well Trust,bo@wells.example\n", letter_id=letter)
    table = "name,organisation,email,role\nBo Lind-Berg,Well Trust,bo@wells.example,\n"
    done = import_text(table, letter_id=letter)
    assert (done.states, done.result.updated) == (["update"], 1)
    assert lines_of(database) == [Printed("Bo Lind-Berg", "", "Well Trust")]
    assert count(database, SignOn) == 1


def test_an_office_address_is_nobodys_own(database, letter, import_text) -> None:
    table = "name,organisation,email\nBo Lind,Well Trust,info@wells.example\nChi Ma,Air Trust,info@wells.example\n"
    import_text(table, letter_id=letter)
    assert count(database, Person) == 2


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("Not yet", []),
        ("Perhaps", ["“Perhaps” is no answer that we know: it comes in as considering."]),
    ],
)
def test_an_answer_that_is_none_keeps_the_row_undecided(
    database, letter, import_text, answer: str, asked: list[str]
) -> None:
    done = import_text(f"organisation,status\nWell Trust,{answer}\n", letter_id=letter)
    assert [str(problem) for row in done.plan.rows for problem in row.problems] == asked
    with database.reading() as session:
        assert session.scalars(select(SignOn.status)).all() == [SignOnStatus.CONSIDERING]


def test_a_form_s_no_is_no_promise(database, letter, import_text) -> None:
    """And an answer that is more than a yes or a no is proposed: it is asked about, and kept in its words."""
    table = (
        "Organisation,Country,Do you sign the letter?\n"
        "Air Trust,Kenya,Yes\nWell Fund,Ghana,No\nLake Forum,Brazil,Não\n"
        'River Union,Peru,"Yes, if the title changes"\n'
    )
    done = import_text(table, letter_id=letter)
    assert len([problem for row in done.plan.rows for problem in row.problems]) == 1
    with database.reading() as session:
        found = session.execute(select(SignOn.status, SignOn.notes).order_by(SignOn.place)).all()
    promised, no, nao, conditional = found
    assert promised.status is SignOnStatus.PROMISED
    assert (no.status, nao.status) == (SignOnStatus.DECLINED, SignOnStatus.DECLINED)
    assert conditional.status is SignOnStatus.CONDITIONAL
    assert "Yes, if the title changes" in conditional.notes


def test_a_text_too_long_for_a_country_is_kept_in_the_notes(database, letter, import_text) -> None:
    """A region that is no country stays where it is printed."""
    table = (
        "organisation,country\n"
        "Air Trust,Network working in 27 countries.\n"
        "Well Fund,Southern Africa\n"
        "Lake Forum,An association of many small groups that look after lakes and rivers\n"
    )
    done = import_text(table, letter_id=letter)
    assert ["too long" in str(row.problems[0]) for row in done.plan.rows] == [True, False, True]
    with database.reading() as session:
        query = select(SignOn.printed_country, SignOn.notes).order_by(SignOn.place)
        first, second, third = session.execute(query).all()
    assert [bool(each.printed_country) for each in (first, second, third)] == [False, True, False]
    assert "Network working in 27 countries." in first.notes
    assert "look after lakes" in third.notes


def test_rows_with_errors_are_left_out_and_named(database, letter, import_text) -> None:
    rows = ",,promised,\nBo Lind,Well Trust,,orgnisation\nAnna Berg,,,organisation\n"
    table = f"name,organisation,status,capacity\n{rows}"
    done = import_text(table, letter_id=letter)
    assert done.states == ["error"] * 3
    assert not done.result.is_done
    reasons = " ".join(str(warning) for warning in done.result.warnings)
    assert "line 2 was left out: There is no name" in reasons
    assert "“orgnisation” is no capacity. The nearest is “for the organisation”" in reasons
    assert "Nobody can sign for an organisation that is not named" in reasons
    assert count(database, SignOn) == 0


def test_a_table_can_say_status_capacity_and_group_but_not_confirm(
    database, letter, import_text
) -> None:
    table = (
        "name,organisation,status,capacity,group,country\n"
        "Bo Lind,Well Trust,Declined,personal,Local,international\n"
        "Chi Ma,Air Trust,confirmed,,,KE\n"
    )
    done = import_text(table, letter_id=letter)
    with database.reading() as session:
        first, second = session.scalars(select(SignOn).order_by(SignOn.place))
        assert (first.status, first.capacity, first.group) == (
            SignOnStatus.DECLINED,
            Capacity.PERSONAL,
            "Local",
        )
        assert second.status is SignOnStatus.PROMISED
    assert [(line.country, line.country_code) for line in lines_of(database)] == [
        ("international", None),
        ("Kenya", "KE"),
    ]
    assert "kept as a region" in str(done.plan.rows[0].problems[0])
    assert "confirms nobody" in str(done.plan.rows[1].problems[0])


def test_uncertain_splits_come_in_as_proposed_and_flagged(database, letter, import_text) -> None:
    done = import_text("Berg, Anna", letter_id=letter)
    assert done.plan.rows[0].confidence < 0.7
    assert done.result.added == 1
    with database.reading() as session:
        assert "not certain" in session.scalars(select(Question)).one().key


def test_every_record_remembers_its_import_and_line(database, letter, import_text) -> None:
    done = import_text("\nBo Lind, Well Trust\n", letter_id=letter)
    with database.reading() as session:
        made = session.get_one(Import, done.result.import_id)
        assert (made.source_name, made.source_digest) == ("list.txt", done.plan.source.digest)
        rows = session.execute(select(ImportedRecord.subject, ImportedRecord.line)).all()
        assert sorted(map(tuple, rows)) == [("organisations", 2), ("people", 2), ("sign_ons", 2)]


@pytest.mark.parametrize("head", ["", "Signatory\n"])
def test_numbers_that_count_the_lines_are_left_out(database, letter, import_text, head) -> None:
    text = f"{head}1. Anna Berg, Air Trust\n2. Bo Lind, Well Trust\n1. FC Brunnen e.V.\n"
    import_text(text, "list.csv" if head else "list.txt", letter_id=letter, as_="sign-ons")
    found = [line.name or line.organisation for line in lines_of(database)]
    assert found == ["Anna Berg", "Bo Lind", "1. FC Brunnen e.V."]


def test_sign_ons_need_a_letter(plan_text) -> None:
    with pytest.raises(Refused, match=r"which letter these sign-ons are for\.$"):
        plan_text("Bo Lind, Well Trust")


def test_columns_that_nobody_knows_are_not_guessed(plan_text, letter) -> None:
    with pytest.raises(Refused, match=r"No column of “x\.csv” says who the rows are"):
        plan_text("a1,b1,c1\nBo,Lind,Kenya\n", "x.csv", letter_id=letter)


def test_the_plan_prints_as_documented(plan_text, letter) -> None:
    text = "Signed: list\nName;Organisation;Shoe size\nBo Lind;Well Trust (WT);44\n"
    printed = plan_text(text, "x.csv", letter_id=letter).as_json()
    assert printed.pop("columns")[2] == {
        "column": "Shoe size",
        "field": "",
        "own": False,
        "confidence": 0.5,
        "reason": "There is no field for it; it is left out.",
        "samples": ["44"],
        "share_filled": 1.0,
        "questions": [],
    }
    assert printed == {
        "source": {
            "name": "x.csv",
            "format": "csv",
            "encoding": "utf-8",
            "sheet": None,
            "header_row": 2,
        },
        "as": "sign-ons",
        "mapping": {"Name": "name", "Organisation": "organisation"},
        "counts": {"new": 1, "same": 0, "update": 0, "duplicate": 0, "error": 0},
        "rows": [
            {
                "line": 3,
                "state": "new",
                "fields": {"name": "Bo Lind", "organisation": "Well Trust (WT)", "acronym": "WT"},
                "confidence": 1.0,
                "matches": [],
                "problems": [],
                "changes": {},
            }
        ],
        "warnings": ["Columns left out: Shoe size."],
        "left_out": [{"line": 1, "text": "Signed: list", "reason": "above the table"}],
        "fill_down": [],
        "proposals": [],
    }

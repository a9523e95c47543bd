"""What contradicts a header is asked with a proposal, and changes nothing by itself."""

from collections.abc import Mapping

import pytest

from signatories.imports.columns.column import Column, propose
from signatories.sources.documents import Row


def proposed(
    headers: str, *lines: str, kind: str = "sign-ons", told: Mapping[str, str] | None = None
) -> tuple[Column, ...]:
    rows = [Row(number, tuple(line.split("|"))) for number, line in enumerate(lines, start=2)]
    return propose(headers.split("|"), rows, kind, told)


def asked(columns: tuple[Column, ...]) -> list[tuple[str, Mapping[str, str]]]:
    return [
        (str(question.text), question.answer) for column in columns for question in column.questions
    ]


SWAPPED = (
    "Name|Organisation|Country",
    "Well Fund|Anna Berg|Norway",
    "River Trust Association|Bo Lund|Ghana",
    "Lake Foundation|Eva Holm|Peru",
)


def test_swapped_headers_are_questioned_and_stay_until_the_answer() -> None:
    columns = proposed(*SWAPPED)
    assert [column.field for column in columns] == ["name", "organisation", "country"]
    assert columns[0].confidence < 0.6
    assert asked(columns) == [
        (
            "“Name” and “Organisation” seem to be swapped: under “Name” stands “Well Fund”. Swap them?",
            {"Name": "organisation", "Organisation": "name"},
        )
    ]


def test_the_answer_swaps_and_is_not_asked_again() -> None:
    ((_, answer),) = asked(proposed(*SWAPPED))
    columns = proposed(*SWAPPED, told=answer)
    assert [column.field for column in columns] == ["organisation", "name", "country"]
    assert asked(columns) == []


def test_keeping_the_columns_as_they_are_is_an_answer_too() -> None:
    kept = {"Name": "name", "Organisation": "organisation"}
    assert asked(proposed(*SWAPPED, told=kept)) == []


def test_swapped_columns_of_any_fields_are_seen() -> None:
    columns = proposed(
        "E-mail|Name|Website",
        "https://well.example|Anna Berg|a@well.example",
        "https://lake.example|Bo Lund|b@lake.example",
        "https://reed.example|Eva Holm|c@reed.example",
    )
    assert [answer for _, answer in asked(columns)] == [{"E-mail": "website", "Website": "email"}]


def test_names_that_are_no_words_for_bodies_are_swapped_with_countries_too() -> None:
    columns = proposed(
        "Country|Organisation|Email|Name",
        "Bridge for All|Kenya|Wanjiru Kamau|w@bridge.example",
        "Open Doors Forum|Uganda|Peter Okello|p@doors.example",
        "Casa Verde|Brazil|Júlia Souza|j@verde.example",
        "Second Spring|Peru|Rosa Quispe|r@spring.example",
    )
    assert [answer for _, answer in asked(columns)] == [
        {"Country": "organisation", "Organisation": "country"},
        {"Email": "name", "Name": "email"},
    ]


@pytest.mark.parametrize(
    ("header", "cells", "text", "field"),
    [
        (
            "E-mail",
            "Fountain Street 1|River Road 2|a@b.example|Lake Lane 3",
            "3 of 4 cells of “E-mail” hold no e-mail address, such as “Fountain Street 1”. Take it as “tag”?",
            "tag",
        ),
        (
            "E-mail",
            "Norway|Ghana|Peru",
            "3 of 3 cells of “E-mail” hold no e-mail address, such as “Norway”. Take it as “country”?",
            "country",
        ),
        (
            "Signed?",
            "x|yes|no",
            "3 of 3 cells of “Signed?” hold no date, such as “x”. Take it as “status”?",
            "status",
        ),
        (
            "Country",
            "Norway|Universities|Societies|Companies",
            "3 of 4 cells of “Country” name no country, such as “Universities”. Take it as “tag”?",
            "tag",
        ),
        (
            "Country",
            "Norway|Ghana|Peru|All the world over",
            "1 of 4 cells of “Country” name no country, such as “All the world over”.",
            "country",
        ),
        (
            "Session_number",
            "2024-06-14|2024-06-14|2023-12-05",
            "“Session_number” holds dates, such as “2024-06-14”. Take it as “date”?",
            "date",
        ),
        (
            "Job title",
            "a@b.example|c@d.example|e@f.example",
            "“Job title” holds e-mail addresses, such as “a@b.example”. Take it as “email”?",
            "email",
        ),
        (
            "Organisation",
            "Anna Berg|Bo Lund|Eva Holm",
            "“Organisation” seems to hold people, such as “Anna Berg”. Take it as “name”?",
            "name",
        ),
        (
            "Name",
            "Well Fund|Lake Foundation|Ubuntu|River Trust Association|Reed Union|Sea Alliance",
            "“Name” seems to hold organisations, such as “Well Fund”. Take it as “organisation”?",
            "organisation",
        ),
        (
            "Name",
            "Anna Berg, Well Fund|Bo Lund, Director, Lake Foundation|Eva Holm",
            "“Name” seems to hold names with organisations, such as “Anna Berg, Well Fund”. Take it as “entry”?",
            "entry",
        ),
    ],
)
def test_a_column_that_holds_something_else(header: str, cells: str, text: str, field: str) -> None:
    columns = proposed(f"{header}|Remark", *(f"{cell}|x y" for cell in cells.split("|")))
    assert asked(columns) == [(text, {header: field})]


def test_three_cells_do_not_contradict_what_a_header_says_exactly() -> None:
    columns = proposed("机构名称|姓名", "儿童基金会|王小明", "王小明|李华", "合计|1")
    assert asked(columns) == []


def test_a_name_is_never_to_become_a_tag() -> None:
    columns = proposed("Organisation|Name", *(f"{who}|x" for who in ("Anna Berg", "Bo Lund") * 3))
    assert [answer for _, answer in asked(columns)] == [{"Organisation": "organisation"}]


@pytest.mark.parametrize(
    ("headers", "text", "answer"),
    [
        (
            "Full name|Representative",
            "“Representative” seems to hold people, such as “Cleo Roth”. Leave it out?",
            "",
        ),
        (
            "Organisation|Column B",
            "Is “Column B” the “name”? Only its cells say so, such as “Cleo Roth”.",
            "name",
        ),
        (
            "Name|Name (2)",
            "“Name (2)” repeats “Name”: does a second person stand in each row? Only the first is read.",
            "",
        ),
    ],
)
def test_people_who_are_not_read_are_asked_about(headers: str, text: str, answer: str) -> None:
    people = zip(
        ("Anna Berg", "Bo Lund", "Eva Holm"), ("Cleo Roth", "Dan Reed", "Ada Moor"), strict=True
    )
    columns = proposed(headers, *("|".join(pair) for pair in people))
    assert (text, {headers.split("|")[1]: answer}) in asked(columns)


def test_kinds_of_organisations_are_no_names() -> None:
    """They repeat: what is called like an organisation on every second line is none."""
    lines = [f"{name}|{kind}" for name in ("Anna Berg", "Bo Lund") for kind in ("NGO", "Trust")]
    columns = proposed("Name|Sort of it", *lines)
    assert [column.field for column in columns] == ["name", ""]


def test_few_cells_prove_nothing() -> None:
    assert asked(proposed("E-mail", "unknown", "none")) == []


def test_notes_and_addresses_may_hold_anything() -> None:
    cells = ("a@b.example|https://b.example", "c@d.example|https://d.example") * 2
    assert asked(proposed("Notes|Address", *cells)) == []


def test_recipients_may_be_called_as_their_countries() -> None:
    """The table names States: with a column of codes beside it, nothing is odd."""
    columns = proposed(
        "ISO3|Name", "AFG|Afghanistan", "ALB|Albania", "DZA|Algeria", kind="recipients"
    )
    assert [column.field for column in columns] == ["country", "name"]
    assert asked(columns) == []


def test_a_name_of_states_alone_may_be_the_country() -> None:
    columns = proposed("Name", "Afghanistan", "Albania", "Algeria", kind="recipients")
    assert asked(columns) == [
        (
            "“Name” holds countries, such as “Afghanistan”. Take it as “country”?",
            {"Name": "country"},
        )
    ]


@pytest.mark.parametrize(
    "header",
    [
        *("Do you sign the letter?", "Endorse", "Endorse (yes/no)", "Signature (yes/no)"),
        *("Do you endorse our call?", "Endorsement", "Votre organisation signe-t-elle ?", "Signez-vous l’appel ?"),
        *("¿Firma su organización la carta?", "¿Adhiere a la carta?", "Unterzeichnen Sie den Brief?"),
        *("Unterstützt Ihre Organisation den Aufruf?", "Assina a carta?", "Sottoscrive la lettera?"),
    ],
)  # fmt: skip
def test_who_is_asked_to_sign_answers_for_the_status(header: str) -> None:
    columns = proposed(
        f"Name|Organisation|{header}", "Ada Lind|Air Trust|Yes", "Bo Ek|Well Fund|No"
    )
    assert columns[2].field == "status"


@pytest.mark.parametrize("header", ["Agree?", "Are you authorised to sign?", "Do you agree?"])
def test_a_left_out_no_that_may_mean_no_signature_is_asked_about(header: str) -> None:
    columns = proposed(
        f"Name|Organisation|{header}",
        "Ada Lind|Air Trust|Yes, if the title changes",
        "Bo Ek|Well Fund|No",
    )
    assert columns[2].field == ""
    ((text, answer),) = asked(columns)
    assert "mean that somebody does not sign" in text
    assert answer == {header: "status"}


def test_a_second_question_about_signing_is_asked_about_beside_the_first() -> None:
    columns = proposed(
        "Organisation|Status|Do you endorse the annex?", "Air Trust|Yes|No", "Well Fund|Yes|Yes"
    )
    assert [column.field for column in columns] == ["organisation", "status", ""]
    assert [answer for _, answer in asked(columns)] == [{"Do you endorse the annex?": ""}]


@pytest.mark.parametrize(
    "header",
    [
        *("Can we use your logo?", "May we publish your signature?", "May we publish your comment?"),
        *("Did you sign the previous letter?", "Are you a member?", "Firmante"),
    ],
)  # fmt: skip
def test_other_questions_are_no_answers_to_the_letter(header: str) -> None:
    columns = proposed(
        f"Name|Organisation|{header}", "Ada Lind|Air Trust|Yes", "Bo Ek|Well Fund|No"
    )
    assert columns[2].field == ""


def test_when_somebody_signed_is_no_answer() -> None:
    columns = proposed("Name|Date signed", "Ada Lind|2020-01-05", "Bo Ek|2020-01-06")
    assert [column.field for column in columns] == ["name", "date"]


def test_a_column_of_signatories_that_are_all_bodies_is_asked_about_once() -> None:
    bodies = [f"Well Fund {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    answer = {"Signatory": "organisation"}
    ((text, proposal),) = asked(proposed("Signatory|Country", *(f"{b}|Mali" for b in bodies)))
    assert text.endswith("Take it as “organisation”?")
    assert proposal == answer
    persons = [f"Anna {letter}berg, Well Fund" for letter in "ABCDEFGHIJKLMNOPQRST"]
    for others in (persons, bodies[:9], bodies[:10] + persons[:10]):
        assert asked(proposed("Signatory|Country", *(f"{text}|Mali" for text in others))) == []

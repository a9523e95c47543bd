"""Columns are proposed by header and by what they hold; every one is accounted for."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.imports.columns.column import (
    Column,
    NameColumnNotSaid,
    left_out,
    mapping_of,
    propose,
    stored,
)
from signatories.imports.columns.mapping import FIELDS, REPEATED, keys_of
from signatories.sources.documents import Row

KINDS = sorted(FIELDS)


def rows_of(*lines: str) -> list[Row]:
    return [Row(number, tuple(line.split("|"))) for number, line in enumerate(lines, start=2)]


def proposed(headers: str, *lines: str, kind: str = "sign-ons", **told: str) -> tuple[Column, ...]:
    return propose(headers.split("|"), rows_of(*lines), kind, told)


def fields(columns: Sequence[Column]) -> list[str]:
    return [column.field for column in columns]


@pytest.mark.parametrize(
    ("headers", "found"),
    [  # Google Forms, Typeform, SurveyMonkey, Microsoft Forms
        (
            "Timestamp|Email Address|Full name|Name of your organisation|In which country is your organization based?",
            "date email name organisation country",
        ),
        (
            "#|First name|Last name|Email|Submit Date (UTC)|Network ID",
            "response given_name family_name email date -",
        ),
        (
            "Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last Name",
            "response - - date - email given_name family_name",
        ),
        (
            "ID|Start time|Completion time|Email|Name|Land|Funktion",
            "response - date email name country role",
        ),
        ("Horodateur|Nom d'utilisateur|Nom de votre organisation|Pays", "date email organisation country"),
        ("タイムスタンプ|メールアドレス|団体名|お名前|役職", "date email organisation name role"),
    ],
)  # fmt: skip
def test_exports_of_form_services(headers: str, found: str) -> None:
    assert [field or "-" for field in fields(proposed(headers))] == found.split()


@pytest.mark.parametrize(
    ("headers", "found"),
    [  # as people write them, with what stays without a field
        (
            "Timestamp|Do you represent an organisation?|If so which one?|Your full name|Email",
            "date - organisation name email",
        ),
        ("Name of head of organisation|Organisation name|Email", "name organisation email"),
        ("Head of organisation|Full legal title of NGO", "name organisation"),
        ("Country coordinator|Country|NGO", "name country organisation"),
        ("Organización|Representante|Cargo|País", "organisation name role country"),
        ("Verband|Vertreter|Funktion", "organisation name role"),
        ("Organisation|Nom du représentant|Fonction", "organisation name role"),
        ("Организация|ФИО подписанта|Должность", "organisation name role"),
        ("Όνομα|Οργάνωση|Χώρα", "name organisation country"),
        ("Representative|Full name|Organisation", "- name organisation"),
        ("Organisation|Signatory|Contact person", "organisation entry -"),
        ("Organisation|Name|Title|Name (2)|Title (2)", "organisation name role - -"),
        ("Organisation|Email|Email (2)|Country", "organisation email - country"),
        ("Name|Can we use your logo?|May we publish your name?", "name - -"),
        ("given|surname", "given_name family_name"),
        ("Name|Favourite colour|Seat", "name - -"),
        ("Full name|Mother's name|Organisation of your employer", "name - organisation"),
    ],
)
def test_headers_as_people_write_them(headers: str, found: str) -> None:
    assert [field or "-" for field in fields(proposed(headers))] == found.split()


def test_a_column_of_yes_and_no_names_nobody() -> None:
    columns = proposed("Organisation|The NGO in full", "Yes|Well Fund", "No|River Trust")
    assert fields(columns) == ["", "organisation"]


def test_a_second_title_takes_its_other_meaning_only_by_its_cells() -> None:
    lines = [f"{role}|Bo|{title}|x" for role, title in (("Chair", "Mr"), ("Head", "Ms")) * 2]
    columns = proposed("Title|Name|Title (2)|Remark", *lines)
    assert fields(columns)[:3] == ["role", "name", "form_of_address"]


@pytest.mark.parametrize("header", ["Title", "Titel"])
def test_a_column_of_titles_alone_is_no_role(header: str) -> None:
    columns = proposed(f"{header}|Name|Position", "H.E. Ms|Anna Berg|Chair", "|Bo Lind|")
    assert fields(columns) == ["form_of_address", "name", "role"]


def test_beside_titles_and_a_country_a_name_is_that_of_who_gets_the_letter() -> None:
    headers = "Country|Title|Name|Address"
    columns = proposed(headers, "Mali|H.E. Ms|Anna Berg|Well Road 1", kind="recipients")
    assert fields(columns) == ["country", "form_of_address", "person", "address"]
    columns = proposed(headers, "Mali||Mission of Mali|Well Road 1", kind="recipients")
    assert fields(columns)[2] == "name"
    headers = "Country|Title|Mission|Address"
    columns = proposed(headers, "Mali|H.E.|Mission of Mali|Well Road 1", kind="recipients")
    assert fields(columns)[2] == "name"


def test_consent_is_said_to_be_recorded_by_hand() -> None:
    _, logo = proposed("Organisation|Can we use your logo?", "Well Fund|Yes")
    assert str(logo.reason) == (
        "Who agrees to what is recorded by hand, with how we know; it is left out."
    )


def test_a_number_is_an_answers_only_beside_the_time_of_an_answer() -> None:
    assert fields(proposed("ID|Name")) == ["", "name"]


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ("Name|Vorname", "family_name given_name"),
        ("Nombre|Apellidos", "given_name family_name"),
        ("Nom|Prénom", "family_name given_name"),
        ("Nome|Cognome", "given_name family_name"),
        ("Имя|Фамилия", "given_name family_name"),
    ],
)
def test_a_bare_name_beside_the_other_half_is_a_half(headers: str, found: str) -> None:
    assert fields(proposed(headers)) == found.split()


def test_a_name_of_whole_names_stays_whole_beside_a_half() -> None:
    columns = proposed("Name|First name", "Anna Berg|Anna", "Bo Lund|Bo", "Eva Holm|Eva")
    assert fields(columns) == ["name", "given_name"]


def test_a_header_with_two_meanings_has_the_one_that_its_cells_have() -> None:
    assert fields(proposed("Title|Name", "Mr|Bo Lund", "Ms|Eva Holm", "Dr|Ada Moor")) == [
        "form_of_address",
        "name",
    ]
    assert fields(
        proposed("Title|Name", "Director|Bo Lund", "President|Eva Holm", "|Ada Moor")
    ) == [
        "role",
        "name",
    ]


def test_columns_without_a_telling_header_are_known_by_their_cells() -> None:
    columns = proposed(
        "Column A|Column B|Column C|Column D",
        "Well Fund|Schweiz|a@well.example|https://well.example",
        "River Trust Association|日本|b@river.example|www.river.example",
        "Lake Foundation|Côte d'Ivoire|c@lake.example|http://lake.example/en",
    )
    assert fields(columns) == ["organisation", "country", "email", "website"]
    assert columns[0].confidence < 0.6 < columns[1].confidence
    assert [len(column.questions) for column in columns] == [1, 0, 0, 0]


def test_names_beside_a_signatory_are_somebody_elses() -> None:
    columns = proposed(
        "signatory|mp_name", "Well Fund|Ada Moor", "River Trust|Bo Lund", "Lake Club|Eva Holm"
    )
    assert fields(columns) == ["entry", ""]


@pytest.mark.parametrize(
    "header", ["mp_name", "MP", "Name of the minister", "Recipient", "Addressee", "To", "Député·e"]
)
def test_whoever_gets_the_letter_does_not_sign_it(header: str) -> None:
    columns = proposed(
        f"group_title|{header}|mp_email",
        "Well Fund|Ada Moor|a@mp.example",
        "River Trust|Bo Lund|b@mp.example",
        "Lake Club|Eva Holm|c@mp.example",
        group_title="organisation",
    )
    assert fields(columns) == ["organisation", "", ""]
    (question,) = columns[1].questions
    assert "Leave it out?" in str(question.text)
    assert question.answer == {header: ""}


def test_recipients_sign_where_nobody_else_is_named() -> None:
    columns = proposed(
        "MP|mp_email", "Ada Moor|a@mp.example", "Bo Lund|b@mp.example", "Eva Holm|c@mp.example"
    )
    assert fields(columns) == ["name", "email"]
    assert len(columns[0].questions) == 1


def test_the_record_itself_is_the_name_in_its_own_table() -> None:
    assert fields(proposed("Organisation|Country", kind="organisations")) == ["name", "country"]
    assert fields(proposed("Person|Organisation", kind="people")) == ["name", "organisation"]
    assert fields(proposed("Organisation|Name", kind="recipients")) == ["name", "person"]
    assert fields(proposed("Name|Country", kind="recipients")) == ["name", "country"]


def test_a_column_says_why_how_surely_and_with_what() -> None:
    (column,) = proposed("Land", "Norway", "", "Norway", "Ghana", "Peru", "Fiji")
    assert (column.key, column.field, column.confidence) == ("Land", "country", 0.95)
    assert column.samples == ("Norway", "Ghana", "Peru")
    assert column.share_filled == pytest.approx(5 / 6)
    assert str(column.reason) == "Its header says so."


def test_a_filled_column_is_taken_before_an_empty_one_of_the_same_meaning() -> None:
    columns = proposed("Email|E-mail address", "|a@b.example", "|b@c.example", "|c@d.example")
    assert fields(columns) == ["", "email"]


def test_records_that_keep_other_columns_get_them_under_names_of_their_own() -> None:
    columns = proposed("Mission|Status|address|Address", kind="recipients")
    assert fields(columns) == ["name", "Status (table)", "address", "#4"]
    assert [column.is_own for column in columns] == [False, True, False, True]


def test_what_is_left_out_is_listed_and_stored() -> None:
    columns = proposed("Name|Age||", "Bo Lund|7|x", "Eva Holm|8|")
    assert left_out(columns) == ("Age", "#3")
    assert mapping_of(columns) == {"Name": "name"}
    assert stored(columns) == {"Name": "name", "Age": "", "#3": "", "#4": ""}


def test_keys_are_different_whatever_the_headers_are() -> None:
    assert keys_of(["#3", "#3", "", "name", "Name", "#3"]) == [
        "#3",
        "#2",
        "##3",
        "name",
        "#5",
        "#6",
    ]


def test_what_the_file_itself_says_counts_more_than_words() -> None:
    (column,) = propose(["Name"], (), "sign-ons", meanings={0: "organisation"})
    assert column.field == "organisation"


def test_a_long_table_is_looked_at_here_and_there() -> None:
    class Counting(list[Row]):
        asked = 0

        def __getitem__(self, place):
            found = super().__getitem__(place)
            self.asked += len(found) if isinstance(place, slice) else 1
            return found

    rows = Counting(Row(n, ("", f"{n}@well.example" if n > 5_000 else "")) for n in range(20_000))
    columns = propose(["Name", "Column B"], rows, "sign-ons")
    assert fields(columns) == ["name", "email"]
    assert rows.asked < 500


_CELLS = st.sampled_from(
    ["", "Anna Berg", "Well Fund", "a@b.example", "Norway", "2024-06-14", "12", "Director", "x, y"]
)
_HEADERS = st.sampled_from(
    [
        *("", "Name", "name", "Organisation", "E-mail", "Country", "State", "#", "ID", "Timestamp"),
        *("Prénom", "Title", "Tags", "Seat", "Status", "Participant", "#3", "担当者メールアドレス"),
    ]
)


@given(
    st.sampled_from(KINDS),
    st.lists(_HEADERS | st.text(max_size=12), max_size=8),
    st.lists(st.lists(_CELLS, max_size=9), max_size=6),
)
def test_every_column_is_accounted_for_and_no_field_has_two(
    kind: str, headers: list[str], lines: list[list[str]]
) -> None:
    columns = propose(headers, [Row(n, tuple(cells)) for n, cells in enumerate(lines)], kind)
    assert [column.number for column in columns] == list(range(len(headers)))
    assert [column.header for column in columns] == headers
    keys = [column.key for column in columns]
    used = Counter(column.field for column in columns if column.field)
    assert all(n == 1 or field in REPEATED for field, n in used.items())
    assert all(0 <= column.confidence <= 1 for column in columns)
    assert len(set(keys)) == len(keys)
    for column in columns:
        assert column.is_own or column.field in ("", *FIELDS[kind])
        for question in column.questions:
            accepted = propose(headers, [], kind, question.answer)
            assert set(question.answer) <= set(keys)
            assert not accepted[column.number].questions


def test_of_very_many_columns_a_few_are_named_when_none_says_who() -> None:
    headers = [f"c{number}" for number in range(16_384)]
    columns = propose(headers, [Row(2, ("1",) * len(headers))], "people")
    said = str(NameColumnNotSaid("wide.csv", "people", columns))
    assert said.endswith(f"The columns are: {', '.join(headers[:40])}, ….")
    assert len({column.key for column in columns}) == len(headers)

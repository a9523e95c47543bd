"""Names that may only look like others, or may be none, are asked about and stay as they are."""

import pytest

from signatories.imports.cell_lots import CellLot
from signatories.imports.tables.name_questions import questions_in
from signatories.sources.documents import Row
from signatories.texts import Message


def question_of(cells: dict[str, str]) -> Message | None:
    return questions_in(CellLot.of([(Row(1, ()), cells)]), [0]).get(0)


@pytest.mark.parametrize("text", ["نرم‌افزار", "क्‍ष", "שלום\u200f!"])
def test_invisible_characters_that_a_script_needs_are_not_asked_about(text: str) -> None:
    assert question_of({"name": text}) is None


def test_a_name_that_only_looks_like_another_is_questioned() -> None:
    asked = question_of({"email": "x", "name": "We\u200bll \u202eFund"})
    assert str(asked) == (
        "“Well Fund” holds characters that cannot be seen: is it the name it looks like?"
    )
    asked = question_of({"organisation": "Wеll Fund"})  # a Cyrillic е
    assert str(asked) == (
        "“Wеll Fund” mixes letters of two alphabets: is it the name it looks like?"
    )
    assert question_of({"name": "Анна Berg", "notes": "a\u200bb"}) is None


def test_such_a_name_is_a_question_about_its_row(plan_text, letter) -> None:
    plan = plan_text("Organisation\nWell Fund\nWеll Fund\n", "list.csv", letter_id=letter)
    assert plan.rows[0].problems == ()
    assert "mixes letters of two alphabets" in str(plan.rows[1].problems[0])
    assert list(plan.rows.numbers(doubtful=True)) == [1]


@pytest.mark.parametrize("text", ["Total", "SOMA", "2000 People", "Note: this list is provisional"])
def test_a_name_that_may_be_a_total_or_a_note_is_asked_about(text: str) -> None:
    asked = str(question_of({"organisation": text}))
    assert asked == f"“{text}” may be no name but a total or a note: is it one?"


@pytest.mark.parametrize("text", ["Total Justice", "Note Youth Network", "Key Institute", ""])
def test_a_name_of_other_words_is_not_asked_about(text: str) -> None:
    assert question_of({"organisation": text}) is None


@pytest.mark.parametrize("field", ["name", "organisation", "entry"])
def test_an_address_in_the_place_of_a_name_is_asked_about(field: str) -> None:
    asked = str(question_of({field: "anna@wells.example", "email": "Anna Berg"}))
    assert asked == "“anna@wells.example” is an e-mail address: what is the name?"
    assert question_of({field: "Wells @ Work", "email": "anna@wells.example"}) is None


def test_a_row_has_one_question_among_others_that_have_none() -> None:
    rows = [
        "Anna Berg",
        "Bо Lind\u200f",
        "",
        "שלום עולם",
        "Cleo Roth\u200f",
        "Total",
    ]  # the second: a Cyrillic о
    cells = [(Row(n, ()), {"name": name, "organisation": name}) for n, name in enumerate(rows)]
    found = {n: str(question) for n, question in questions_in(CellLot.of(cells), range(6)).items()}
    assert sorted(found) == [1, 4, 5]
    assert "cannot be seen" in found[4]
    assert [*questions_in(CellLot.of(cells), [0, 4])] == [4]

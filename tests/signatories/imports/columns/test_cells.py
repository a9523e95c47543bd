"""The cells of a row by field: halves joined, what stands in several columns together."""

import pytest

from signatories.imports.columns.cells import CellReader
from signatories.imports.columns.column import propose
from signatories.sources.documents import Row


def cells(
    headers: str, line: str, kind: str = "sign-ons", told: dict[str, str] | None = None
) -> dict[str, str]:
    reader = CellReader(propose(headers.split("|"), (), kind, told), kind)
    return reader.read(Row(2, tuple(line.split("|"))))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna|Berg", "Anna Berg"),
        (" Anna | de la Cruz ", "Anna de la Cruz"),
        ("|Berg", "Berg"),
        ("Anna|", "Anna"),
        ("太郎|田中", "田中太郎"),
        ("길동|홍", "홍길동"),
    ],
)
def test_the_halves_of_a_name_are_joined(line: str, name: str) -> None:
    assert cells("First name|Last name", line) == {"name": name}


def test_a_whole_name_is_believed_and_its_halves_fill_in() -> None:
    headers = "Full name|First name|Last name"
    assert cells(headers, "Dr Anna Berg|Anna|Berg") == {"name": "Dr Anna Berg"}
    assert cells(headers, " |Anna|Berg") == {"name": "Anna Berg"}


def test_a_recipients_halves_are_its_persons() -> None:
    assert cells("Mission|First name|Last name", "Norway|Anna|Berg", "recipients") == {
        "name": "Norway",
        "person": "Anna Berg",
    }


def test_several_tags_and_notes_come_together() -> None:
    told = {"A": "tag", "B": "tag", "C": "notes", "D": "notes"}
    assert cells("A|B|C|D", "water|youth|first|second", told=told) == {
        "tag": "water; youth",
        "notes": "first\nsecond",
    }
    assert cells("A|B|C|D", "|youth||", told=told) == {"tag": "youth", "notes": ""}


def test_cells_stay_untouched_and_what_a_row_does_not_reach_is_not_there() -> None:
    assert cells("Name|Role|Country", " Anna\u00a0Berg \n|Director") == {
        "name": " Anna\u00a0Berg \n",
        "role": "Director",
    }


@pytest.mark.parametrize("text", ["n/a", "N/A", "-", " – ", "none", "Sans objet", "无", "k.A."])
def test_a_cell_that_says_that_it_is_empty_is_so(text: str) -> None:
    row = cells("Organisation|Name|Country|Notes", f"{text}|Jim Fox|NA|{text}")
    assert row == {"organisation": "", "name": "Jim Fox", "country": "NA", "notes": text}
    assert cells("Name|Country", f"Jim Fox|{text}") == {"name": "Jim Fox", "country": ""}


def test_an_own_column_keeps_what_it_holds() -> None:
    assert cells("Mission|Seat", "Norway|n/a", "recipients") == {"name": "Norway", "Seat": "n/a"}

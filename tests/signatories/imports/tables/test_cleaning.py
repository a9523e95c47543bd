"""Repairs are proposed with examples, done only when agreed to, and lose nothing."""

from collections.abc import Mapping, Sequence

import pytest

from signatories.arguments.imports import REPAIRS
from signatories.imports.cell_lots import CellLot
from signatories.imports.tables import cleaning
from signatories.imports.tables.cleaning import Proposal
from signatories.imports.tables.left_out import NOTE, LeftOut
from signatories.sources.documents import Row


def mended(kind: str, text: str, field: str = "name") -> str:
    return cleaning.repair({field: text}, {kind})[field]


def proposed(rows: Sequence[Mapping[str, str]]) -> tuple[Proposal, ...]:
    return cleaning.proposals([CellLot.of([(Row(n, ()), cells) for n, cells in enumerate(rows)])])


def test_nothing_is_proposed_where_nothing_is_wrong() -> None:
    rows = [
        {"name": "Zoë Müller", "organisation": "UNICEF", "notes": "* 5 copies", "email": "A@B.CH"},
        {"name": "Łukasz O’Brien", "organisation": "Trans*", "notes": "WRITE SOON", "email": ""},
        {"name": "さくら", "organisation": "Well Fund (WF)", "notes": "5²", "email": ""},
    ]
    assert proposed(rows) == ()
    assert [cleaning.repair(row, set(cleaning.QUESTIONS)) for row in rows] == rows


def test_each_kind_can_be_agreed_to_on_the_command_line() -> None:
    assert set(REPAIRS) == set(cleaning.QUESTIONS)


def test_each_kind_is_counted_and_shown() -> None:
    rows = [
        {"name": "ANNA BERG", "organisation": "Well Fund*"},
        {"name": "BO LUND", "organisation": "MÃ¼hlenwerk"},
        {"name": "Cleo\u200b Roth", "organisation": "Brunnenwerk¹"},
    ]
    assert proposed(rows) == (
        Proposal("mojibake", 1, (("MÃ¼hlenwerk", "Mühlenwerk"),)),
        Proposal("hidden", 1, (("Cleo\u200b Roth", "Cleo Roth"),)),
        Proposal("footnotes", 2, (("Well Fund*", "Well Fund"), ("Brunnenwerk¹", "Brunnenwerk"))),
        Proposal("capitals", 2, (("ANNA BERG", "Anna Berg"), ("BO LUND", "Bo Lund"))),
    )


def test_a_proposal_asks_and_prints() -> None:
    (found,) = proposed([{"name": "ANNA BERG"}, {"name": "ANNA BERG"}])
    assert str(found.question) == "2 names all in capitals: write them as names are written?"
    assert found.as_json() == {
        "kind": "capitals",
        "count": 2,
        "examples": [["ANNA BERG", "Anna Berg"]],
    }


def test_a_few_capitals_among_many_names_are_acronyms() -> None:
    rows = [{"organisation": "Well Fund"}] * 99 + [{"organisation": "WELL FUND MALI"}]
    assert proposed(rows) == ()


def test_only_what_was_agreed_to_is_done() -> None:
    row = {"name": "ANNA BERG*", "organisation": "MÃ¼hlenwerk"}
    assert cleaning.repair(row, ()) is row
    assert cleaning.repair(row, {"mojibake"}) == row | {"organisation": "Mühlenwerk"}


@pytest.mark.parametrize(
    ("text", "name", "mark"),
    [
        ("Well Fund*", "Well Fund", "*"),
        ("Well Fund **", "Well Fund", "**"),
        ("Well Fund†", "Well Fund", "†"),
        ("Well Fund ¹", "Well Fund", "¹"),
        ("Well Fund¹²", "Well Fund", "¹²"),
        ("Well Fund [3]", "Well Fund", "[3]"),
        ("Well Fund (*)", "Well Fund", "(*)"),
        ("* Well Fund", "Well Fund", "*"),
        ("Fund for Trans* Equality, Inc.*", "Fund for Trans* Equality, Inc.", "*"),
    ],
)
def test_the_mark_of_a_footnote_moves_to_the_notes(text: str, name: str, mark: str) -> None:
    row = cleaning.repair({"organisation": text, "notes": "late"}, {"footnotes"})
    assert row == {"organisation": name, "notes": f"late\n{mark}"}


@pytest.mark.parametrize(
    "text", ["Bündnis Trans*", "Well Fund (WF)", "Fund for Trans* Equality, Inc.", "***", "C[4"]
)
def test_not_every_star_or_bracket_is_a_footnote(text: str) -> None:
    assert mended("footnotes", text) == text


def test_a_footnote_brings_its_words_when_they_stand_below_the_table() -> None:
    note = LeftOut(9, "* to be confirmed by the board", NOTE)
    row = cleaning.repair({"organisation": "Well Fund*"}, {"footnotes"}, [note])
    assert row == {"organisation": "Well Fund", "notes": "* to be confirmed by the board"}


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("MÃ¼ller", "Müller"),
        ("Sociedad EspaÃ±ola", "Sociedad Española"),
        ("L’Ã‰glise", "L’Église"),
        ("Ð¡Ð°Ð½ÐºÑ‚", "Санкт"),
        ("Ångström & “Söhne”", "Ångström & “Söhne”"),
        ("ﬁne ½ ①", "ﬁne ½ ①"),
    ],
)
def test_only_garbled_accents_are_mended(text: str, spelt: str) -> None:
    assert mended("mojibake", text) == spelt


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("ANNA BERG", "Anna Berg"),
        ("İBRAHİM YILMAZ", "İbrahim Yılmaz"),
        ("I\u0307PEK IS\u0327IK", "İpek Işık"),
        ("FRED MCDONALD", "Fred McDonald"),
        ("MARY MACDONALD", "Mary MacDonald"),
        ("ANNA MACHADO", "Anna Machado"),
        ("MARY O'BRIEN", "Mary O'Brien"),
        ("JEAN-PAUL D’ANGELO", "Jean-Paul D’Angelo"),
        ("KLAAS VAN DER BERG", "Klaas van der Berg"),
        ("IJSBRAND DE VRIES", "IJsbrand de Vries"),
        ("VAN DER BERG, KLAAS", "Van der Berg, Klaas"),
        ("MARÍA DE LOS ÁNGELES", "María de los Ángeles"),
        ("HASSAN AL-KHALIL", "Hassan Al-Khalil"),
        ("J. R. SMITH II", "J. R. Smith II"),
        ("DR. JOHN SMITH, PHD", "Dr. John Smith, PhD"),
        ("ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ", "Γιωργος Παππας"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
        ("ENTRAIDE POUR L'ENFANT (EPE)", "Entraide pour l'Enfant (EPE)"),
        ("WORLD UNION OF WELLS, LLC", "World Union of Wells, LLC"),
        ("FRIENDS OF THE EARTH'S CHILDREN", "Friends of the Earth's Children"),
        ("CÔTE D'IVOIRE", "Côte d'Ivoire"),
        ("AFGHANISTAN", "Afghanistan"),
        ("UNICEF", "UNICEF"),
        ("EUROMIL", "EUROMIL"),
        ("AID & RES", "AID & RES"),
        ("Anna BERG", "Anna BERG"),
    ],
)
def test_capitals_become_a_name(text: str, spelt: str) -> None:
    assert mended("capitals", text) == spelt


def test_in_turkey_a_name_with_letters_of_its_own_has_a_dotless_i() -> None:
    row = {"name": "AYŞE YILDIZ", "country": "Türkiye"}
    assert cleaning.repair(row, {"capitals"})["name"] == "Ayşe Yıldız"
    assert mended("capitals", "AYŞE YILDIZ") == "Ayşe Yildiz"
    row = {"name": "ALI YILDIZ", "country": "Türkiye"}  # typed without: which i is which?
    assert cleaning.repair(row, {"capitals"})["name"] == "Ali Yildiz"


@pytest.mark.parametrize("text", ["نرم‌افزار", "क्‍ष", "שלום\u200f!"])
def test_invisible_characters_that_a_script_needs_are_none(text: str) -> None:
    assert mended("hidden", text) == text


def test_long_rows_of_marks_are_looked_at_once() -> None:
    name = "A" + " ¹" * 20_000 + " b*"
    assert cleaning.repair({"name": name}, {"footnotes"})["notes"] == "*"

"""The words around a list: each language with its own plurals, and English where there are none."""

import csv
import datetime as dt
import string

import pytest

from signatories.block import wording
from signatories.block.signatory import Counts
from signatories.locations import resource
from signatories.models import Capacity
from signatories.models.block import Separator


def counts(
    organisations: int = 0, people: int = 0, countries: int = 0, withheld: int = 0
) -> Counts:
    return Counts(organisations + people, organisations, people, countries, withheld)


@pytest.mark.parametrize(
    ("language", "counted", "line"),
    [
        ("en", counts(85), "85 organisations"),
        ("en", counts(1, 1, 1), "1 organisation and 1 person"),
        (
            "en",
            counts(85, 12, 40, 3),
            "85 organisations and 12 people from 40 countries, and 3 whose names are withheld",
        ),
        ("en", counts(withheld=1), "1 whose name is withheld"),
        ("en-US", counts(2, countries=2), "2 organizations from 2 countries"),
        (
            "fr-CH",
            counts(2, 1, 2, 1),
            "2 organisations et 1 personne de 2 pays, et 1 dont le nom n’est pas publié",
        ),
        ("es", counts(1, 21, 3), "1 organización y 21 personas de 3 países"),
        ("de", counts(3, 1, 2), "3 Organisationen und 1 Person aus 2 Ländern"),
        ("ru", counts(21, 12, 22), "21 организация и 12 человек из 22 стран"),
        ("ru", counts(3, 24), "3 организации и 24 человека"),
        ("ar", counts(2, 11), "منظمتان و11 شخصًا"),
        ("ja", counts(55, 3, 12), "55団体、3名（12か国）"),
        ("sw", counts(2), "2 organisations"),
    ],
)
def test_a_count_line_counts_each_thing_in_its_language(
    language: str, counted: Counts, line: str
) -> None:
    assert wording.count_line(counted, language) == line


def test_other_lines() -> None:
    day = dt.date(2020, 4, 30)
    assert wording.as_of_line(day, "en") == "Signatories as of 30 April 2020"
    assert wording.as_of_line(day, "en-US") == "Signatories as of April 30, 2020"
    assert wording.as_of_line(day, "fr") == "Signataires au 30 avril 2020"
    assert wording.as_of_line(day, "sw") == "Signatories as of 30 April 2020"
    assert wording.more_line(1, "fr") == "et 1 autre : voir l’annexe"
    assert wording.more_line(12, "es") == "y 12 más: véase el anexo"
    assert wording.see_annex(counts(4), "en") == "4 organisations: see annex"
    assert wording.annex("de") == "Anhang: Unterzeichnende"
    assert wording.annex("zh-TW") == wording.annex("zh-Hant") == "附件: 聯署者"
    assert wording.annex("zh-SG") == wording.annex("zh") == "附件: 联署者"
    assert wording.capacity(Capacity.PERSONAL, "fr") == "À titre personnel"
    assert wording.separator(Separator.SEMICOLON, "fr") == "; "
    assert wording.separator(Separator.COMMA, "ar") == "، "
    assert wording.column("organisation", "it") == "Organizzazione"
    assert wording.column("kind", "it") == "Kind"
    assert wording.column("Constituency", "fr") == "Constituency"


def test_every_phrase_takes_the_same_values_in_every_language() -> None:
    with resource("block", "phrases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named = {
                language: {place for _, place, _, _ in string.Formatter().parse(text) if place}
                for language, text in row.items()
                if text and language != "phrase"
            }
            assert all(places == named["en"] for places in named.values()), row["phrase"]

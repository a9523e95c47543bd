"""Which letters are looked at first, and why."""

from dataclasses import replace

import pytest

from signatories.block.settings import Reduced
from signatories.database import Database
from signatories.merge.sampling import sample
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models.block import Reduction
from tests.factories import Make

NAMES = ["Aruba", "Benin", "Chad", "Denmark", "Ecuador", "Fiji", "Ghana", "Haiti", "India", "Japan"]


def snapshot(database: Database, letter: int) -> Snapshot:
    with database.reading() as session:
        return take(session, letter, Choices(draft=True))


def reasons(taken: Snapshot, count: int) -> dict[str, list[str]]:
    return {one.recipient.name: list(map(str, one.reasons)) for one in sample(taken, count)}


def test_each_way_to_differ_is_looked_at(database: Database, make: Make) -> None:
    letter = make.letter()
    drafts = {
        "Benin": {"address": "Rue\nde la\nPaix"},
        "Chad": {"name": "Chadchadchadchad"},
        "Denmark": {"name": "Dönmark"},
        "Ecuador": {"name": "Ecuador of a great many short words"},
        "Fiji": {"name": "F"},
        "Haiti": {"name": "Haiti H", "salutation": ""},
        "India": {"name": "India Łódź"},
    }
    for name in NAMES:
        draft = {"name": name, "salutation": "Sir,"} | drafts.get(name, {})
        make.recipient(letter=letter, **draft)

    found = reasons(snapshot(database, letter), len(NAMES))

    assert {name[0]: why for name, why in found.items()} == {
        "A": ["the first to be printed"],
        "B": ["the longest address: 3 lines"],
        "C": ["the longest word: “Chadchadchadchad”"],
        "D": ["one of those spread evenly over all"],
        "E": ["the longest: 40 characters of its own"],
        "F": ["the shortest: 6 characters of its own"],
        "G": ["one of those spread evenly over all"],
        "H": ["the most gaps: other words stand in for 1 value"],
        "I": ["the strangest: few others have ó Ł ź"],
        "J": ["the last to be printed"],
    }


def test_without_anything_special_they_are_spread_evenly(database: Database, make: Make) -> None:
    letter = make.letter(salutation="Sir,")
    for number in range(11):
        make.recipient(f"Member {number:02}", letter=letter)
    found = reasons(snapshot(database, letter), 5)
    assert list(found) == ["Member 00", "Member 02", "Member 05", "Member 08", "Member 10"]
    assert found["Member 05"] == ["one of those spread evenly over all"]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 10, 11, 1000])
def test_there_are_as_many_as_asked_for_in_printing_order(
    database: Database, make: Make, count: int
) -> None:
    letter = make.letter()
    for name in NAMES:
        make.recipient(name, letter=letter)
    taken = snapshot(database, letter)
    found = [one.recipient for one in sample(taken, count)]
    assert len(found) == min(count, len(NAMES))
    assert found == [each for each in taken.recipients if each in found]
    assert found[:1] == taken.recipients[: min(count, 1)]
    assert sample(taken, count) == sample(snapshot(database, letter), count)


def test_a_letter_to_nobody_has_no_sample(database: Database, make: Make) -> None:
    assert sample(snapshot(database, make.letter()), 5) == ()


def test_who_is_not_to_see_somebody_is_looked_at(database: Database, make: Make) -> None:
    letter = make.letter()
    ids = [make.recipient(name, letter=letter) for name in NAMES]
    make.sign_on(letter, "Ada Vance", "Dark Sky Union")
    make.confirm(letter)
    taken = snapshot(database, letter)
    shy = [line._replace(never_to=frozenset({ids[6]})) for line in taken.signatories]
    found = reasons(replace(taken, signatories=tuple(shy)), 6)
    assert found["Ghana"] == ["a list of signatories of its own"]


def test_who_sees_its_own_signatories_only_is_looked_at(database: Database, make: Make) -> None:
    letter = make.letter()
    codes = ["AW", "BJ", "TD", "DK", "EC", "FJ", "GH", "HT", "IN", "JP"]
    for name, country in zip(NAMES, codes, strict=True):
        make.recipient(name, letter=letter, country=country)
    make.sign_on(letter, "Ada Vance", "Dark Sky Union")
    make.confirm(letter)
    taken = snapshot(database, letter)
    lines = [line._replace(country_code="HT") for line in taken.signatories]
    block = replace(taken.block, reduced=Reduced("country", Reduction.ONLY))
    found = reasons(replace(taken, signatories=tuple(lines), block=block), 6)
    assert found["Haiti"] == ["a list of signatories of its own"]

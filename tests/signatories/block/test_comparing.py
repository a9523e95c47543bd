"""A list from elsewhere is held against an order: the fewest moves, what is missing, what is out of order."""

import csv
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.block.comparing import Comparison, Group, compare
from signatories.block.ordering import ordered
from signatories.block.settings import OrderRule, Pin
from signatories.block.signatory import Signatory
from signatories.collation import Spaces, sort_key
from signatories.models.block import Articles, Order, PinPlace
from tests.signing import signatory

RULE = OrderRule()


def compared(
    lines: Sequence[Signatory], given: Sequence[str], rule: OrderRule = RULE
) -> Comparison:
    return compare([Group(ordered(lines, rule, "en"), rule)], given, "en")


def bodies(*names: str) -> list[Signatory]:
    return [signatory(number, "", organisation=name) for number, name in enumerate(names, start=1)]


def test_the_fewest_lines_move() -> None:
    lines = bodies("Aurora", "Beacon", "Cove", "Dune", "Elm")
    found = compared(lines, ["Elm", "Aurora", "Cove", "Beacon", "Dune"])
    moves = [(move.signatory.organisation, move.here, move.there) for move in found.moves]
    assert moves == [("Elm", 5, 1), ("Cove", 3, 3)]
    assert not found.absent
    assert not found.unknown


def test_what_only_one_of_the_lists_has_is_named() -> None:
    found = compared(bodies("Aurora", "Beacon"), ["Beacon", "Cove", "", "  12."])
    assert found.unknown == ("Cove",)
    assert [line.organisation for line in found.absent] == ["Aurora"]
    assert not found.moves


@pytest.mark.parametrize(
    "written",
    [
        "Ada Moss, Director, Haven – House (HH)",
        "12. Ada Moss, Haven – House (HH)",
        "• haven - house (hh)",
        "(3) Haven House HH, Chad",
        "7\tHAVEN–HOUSE (HH)\tChad",
        "Ada  Moss",
        "Haven – House (HH): Ada Moss",
    ],
)
def test_a_line_is_known_however_the_list_writes_it(written: str) -> None:
    line = signatory(
        1, "Ada Moss", role="Director", organisation="Haven – House (HH)", country="Chad"
    )
    other = signatory(2, "Zoe Moss", organisation="Aurora")
    found = compared([line, other], [written])
    assert found.unknown == ()
    assert found.absent == (other,)


def test_the_surest_reading_of_each_line_comes_first() -> None:
    lines = [signatory(1, "Ada", organisation="Haven"), signatory(2, "Zoe", organisation="Haven")]
    found = compared(lines, ["Haven", "Ada, Haven"])
    assert [move.signatory.name for move in found.moves] in (["Ada"], ["Zoe"])
    assert not found.unknown


def test_another_person_of_one_name_is_not_taken_for_the_signatory() -> None:
    found = compared([signatory(1, "Ada Moss", organisation="Haven")], ["Ada Moss, Aurora"])
    assert found.unknown == ("Ada Moss, Aurora",)


def test_where_the_given_list_breaks_the_rule_is_pointed_out() -> None:
    found = compared(
        bodies("Aurora", "Beacon", "Cove", "Dune"), ["Aurora", "Cove", "Beacon", "Dune"]
    )
    (inversion,) = found.inversions
    assert (inversion.line, inversion.first.organisation) == (2, "Cove")
    assert inversion.second.organisation == "Beacon"
    assert len(found.moves) == 1


def test_each_group_keeps_its_own_rule() -> None:
    first, second = bodies("Zephyr", "Aurora"), bodies("Beacon", "Cove")
    groups = [Group(first, OrderRule(Order.AS_GIVEN)), Group(second, RULE)]
    found = compare(groups, ["Zephyr", "Aurora", "Beacon", "Cove"], "en")
    assert not found.moves
    assert not found.inversions


@given(st.permutations(range(9)))
def test_the_pins_of_a_comparison_make_the_given_order(numbers: list[int]) -> None:
    lines = bodies(*"ABCDEFGHI")
    wanted = ["ABCDEFGHI"[number] for number in numbers]
    found = compared(lines, wanted)
    again = ordered(lines, RULE, "en", found.pins)
    assert [line.organisation for line in again] == wanted
    assert len(found.moves) == 9 - longest_rising(numbers)


def longest_rising(numbers: Sequence[int]) -> int:
    """The plain way, in the square of the length."""
    lengths: list[int] = []
    for place, number in enumerate(numbers):
        before = [lengths[i] for i in range(place) if numbers[i] < number]
        lengths.append(1 + max(before, default=0))
    return max(lengths)


def test_the_joint_letter_stands_by_organisation_but_for_two_pins(shared_data: Path) -> None:
    text = (shared_data / "letters/joint-letter-to-missions.txt").read_text(encoding="utf-8")
    filled = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    printed = filled[filled.index("Sincerely yours,") + 1 :]
    assert len(printed) == 11
    lines = [
        signatory(number, name, organisation=organisation)
        for number, (name, _, organisation) in enumerate(
            (line.partition(", ") for line in printed), start=1
        )
    ]
    found = compared(lines, printed)
    assert len(found.moves) == len(found.inversions) == 1
    pins = [Pin(number, PinPlace.LAST) for number in (10, 11)]
    for kept in (pins, found.pins):
        assert [line.line for line in ordered(lines, RULE, "en", kept)] == printed
    passed_over = OrderRule(articles=Articles.IGNORE)
    assert [line.line for line in ordered(lines, passed_over, "en", pins)] != printed


def test_the_coalition_s_letter_is_in_order_but_for_one_inversion(shared_data: Path) -> None:
    path = shared_data / "letters/owinfs-2020-endorsers.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    international = OrderRule(), [row for row in rows if row["section"] == rows[0]["section"]]
    national = OrderRule(Order.COUNTRY), rows[len(international[1]) :]
    groups = [
        Group(ordered(as_lines(part), rule, "en"), rule) for rule, part in (international, national)
    ]
    assert [len(group.lines) for group in groups] == [85, 315]
    found = compare(groups, [f"{row['no']}\t{row['organisation']}" for row in rows], "en")
    assert not found.unknown
    assert not found.absent
    (inversion,), (move,) = found.inversions, found.moves
    assert rows[inversion.line - 1]["organisation"] == inversion.first.organisation
    assert rows[inversion.line]["organisation"] == inversion.second.organisation
    assert move.signatory in inversion


def as_lines(rows: Sequence[dict[str, str]]) -> list[Signatory]:
    return [
        signatory(
            int(row["no"]),
            "",
            organisation=row["organisation"],
            country=row["description_or_country"],
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("file", "spaces", "measured"),
    [
        ("owinfs-2020-endorsers.csv", "count", 0),
        ("owinfs-2020-endorsers.csv", "ignore", 2),
        ("owinfs-members.csv", "count", 2),
        ("owinfs-members.csv", "ignore", 5),
        (
            "pmpc-organisations.json",
            "count",
            26,
        ),  # 25 where "p≡p" follows "Public": not a letter here
        ("pmpc-organisations.json", "ignore", 25),
    ],
)
def test_real_lists_break_the_rules_as_often_as_was_measured(
    shared_data: Path, file: str, spaces: Spaces, measured: int
) -> None:
    names = real_names(shared_data / "letters" / file)
    keys = [sort_key(name, spaces=spaces) for name in names]
    assert sum(one > other for one, other in pairwise(keys)) == measured


def real_names(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if path.suffix == ".json":
            return [record["name"] for record in json.load(file)]
        rows = list(csv.DictReader(file))
    section = rows[0].get("section")
    return [row["organisation"] for row in rows if row.get("section") == section]

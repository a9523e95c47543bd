"""Recipients are found by id, by the number of their letter, and by name."""

import pytest

from signatories.errors import NotFound, Refused
from signatories.recipients.choosing import Addressed
from signatories.recipients.picking import pick


def addressed(id_: int, name: str) -> Addressed:
    return Addressed(id_, name, "", "", "", "", "", None, "", {})


RECIPIENTS = [
    (1, addressed(7, "Niger")),
    (2, addressed(3, "Nigeria")),
    (4, addressed(9, "Côte d’Ivoire")),
    (13, addressed(1, "7 Seas Agency")),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["7"], (7,)),
        (["#2", "#1"], (3, 7)),
        (["#13", "#4"], (1, 9)),
        (["niger"], (7,)),
        (["nigeria", "cote"], (3, 9)),
        (["7 seas"], (1,)),
    ],
)
def test_recipients_are_found_as_people_name_them(wanted: list[str], found: tuple[int]) -> None:
    assert pick(RECIPIENTS, wanted) == found


@pytest.mark.parametrize("wanted", ["Ghana", "4", "#0", "#3", "#5", "", "#"])
def test_whoever_is_not_there_is_named(wanted: str) -> None:
    with pytest.raises(NotFound, match=f"no recipient “{wanted}”"):
        pick(RECIPIENTS, [wanted])


def test_a_part_of_several_names_is_a_question() -> None:
    with pytest.raises(Refused, match=r"7 “Niger”, 3 “Nigeria”"):
        pick(RECIPIENTS, ["nige"])

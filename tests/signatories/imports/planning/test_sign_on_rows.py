"""Rows of sign-ons read together, and one by one: what is said of a row depends on nothing but that row."""

import pytest

from signatories.imports.cell_lots import CellLot, Cells
from signatories.imports.planning.sign_on_columns import Reading
from signatories.imports.planning.sign_on_rows import SignOnLot, read
from signatories.models import Capacity
from signatories.sources.documents import Row

PLAIN: list[Cells] = [
    {
        "name": "Anna Berg",
        "organisation": "Well Fund (WF)",
        "country": "Ghana",
        "date": "3 May 2010",
    },
    {"name": "", "organisation": "River Network", "country": "Atlantis", "tag": "b; a; b"},
    {"name": "Bo Lind", "email": "a@well.example; b@well.example", "status": "perhaps"},
    {"name": "--", "group": "Friends:", "capacity": "for the organisation"},
    {"name": "", "consent": "only if asked", "email": "no address", "date": "soon"},
    {"organisation": "11.11.11", "description": "Ghana"},
]
SPACED: list[Cells] = [
    {"name": " Anna\u00a0 Berg\n", "notes": "one\n\ntwo", "profession": "  nurse "}
]
SAYING_MORE: list[Cells] = [{"name": "Cy Ray, Director", "organisation": "Well Fund"}]
LINES: list[Cells] = [{"entry": "Cy Ray, Director, Well Fund"}, {"entry": "", "name": "Dee Fox"}]


@pytest.mark.parametrize("capacity", [None, Capacity.PERSONAL, Capacity.ORGANISATION])
@pytest.mark.parametrize("further", [[], SPACED, SAYING_MORE, LINES])
def test_rows_of_a_lot_are_read_as_each_by_itself(
    further: list[Cells], capacity: Capacity | None
) -> None:
    rows, how = [*PLAIN, *further], Reading(capacity)
    lot = CellLot.of([(Row(line, ()), cells) for line, cells in enumerate(rows, start=1)])
    assert list(SignOnLot(lot, how)) == [read(cells, how) for cells in rows]

"""Asks about rows of people who were erased for good: nobody comes back without somebody having looked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from signatories.directory.erased_people import ErasedPeople
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned_rows import PlannedRows, Planner
from signatories.imports.verdicts import Given, ReadRow, Verdict
from signatories.texts import N_, Message, message

_NAMING = ("name", "person", "email")  # fields


class AskingOfErased:
    """A planner that asks a further question about each row of somebody who was erased."""

    def __init__(self, planner: Planner, erased: ErasedPeople) -> None:
        self._planner = planner
        self._erased = erased

    @property
    def subject(self) -> str:
        """What a row makes."""
        return self._planner.subject

    @property
    def places(self) -> tuple[str, ...]:
        """The fields of an entry that hold references."""
        return self._planner.places

    @property
    def made(self) -> Any:
        """What the rows bring beside themselves."""
        return self._planner.made

    def read(self, lot: CellLot) -> list[ReadRow]:
        """Read rows, each by itself, and ask whether they are to come back."""
        return list(map(self._asked, self._planner.read(lot)))

    def decide(self, rows: Sequence[Given], earlier: Callable[[int], Any]) -> Iterable[Verdict]:
        """Compare rows with the workspace and the rows before them."""
        return self._planner.decide(rows, earlier)

    def name(self, entry: Any) -> str:
        """What a row is called."""
        return self._planner.name(entry)

    def warnings(self, rows: PlannedRows) -> list[Message]:
        """What a reader of the plan should know beside its rows."""
        return self._planner.warnings(rows)

    def _asked(self, row: ReadRow) -> ReadRow:
        question = self._question(row.fields)
        return row._replace(problems=(*row.problems, question)) if question else row

    def _question(self, fields: Mapping[str, str]) -> Message | None:
        day = self._erased.erased_on(*(fields.get(name, "") for name in _NAMING))
        if day is None:
            return None
        text = N_("Somebody of this name or address was erased on {day}, as they had asked.")
        return message(text, day=day.isoformat())

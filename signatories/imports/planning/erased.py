"""Asks about rows of people who were erased for good: nobody comes back without somebody having looked."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from signatories.directory.erased_people import ErasedPeople
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned_rows import PlannedRows, Planner
from signatories.imports.verdicts import ReadLot, ReadRows, SoundRows, Verdict
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

    def read(self, lot: CellLot) -> ReadLot:
        """Read rows, each by itself, and ask whether they are to come back."""
        read = ReadRows.of(self._planner.read(lot))
        for number in range(len(read)):
            if question := self._question(read.fields(number)):
                read.ask(number, question)
        return read

    def decide(self, rows: SoundRows[Any], earlier: Callable[[int], Any]) -> Iterable[Verdict]:
        """Compare rows with the workspace and the rows before them."""
        return self._planner.decide(rows, earlier)

    def name(self, entry: Any) -> str:
        """What a row is called."""
        return self._planner.name(entry)

    def warnings(self, rows: PlannedRows) -> list[Message]:
        """What a reader of the plan should know beside its rows."""
        return self._planner.warnings(rows)

    def settle(self) -> None:
        """Give up by what rows are compared."""
        self._planner.settle()

    def _question(self, fields: Mapping[str, str]) -> Message | None:
        day = self._erased.erased_on(*(fields.get(name, "") for name in _NAMING))
        if day is None:
            return None
        text = N_("Somebody of this name or address was erased on {day}, as they had asked.")
        return message(text, day=day.isoformat())

"""What to ask about names that may only look like others, or may be none: asked, and never changed."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from signatories.addresses import is_address
from signatories.imports.cell_lots import CellLot
from signatories.imports.tables.cleaning import NAMES
from signatories.imports.tables.hidden import is_plain, mixes_alphabets, without_hidden
from signatories.imports.tables.left_out import may_be_no_name
from signatories.texts import N_, Message, message

_RECORDS = frozenset({"entry", "name", "organisation", "participant"})
_REPEATED = frozenset({"organisation", "participant"})
_MOST_KEPT = 8192  # organisations come again and again


def questions_in(lot: CellLot, numbers: Collection[int]) -> Mapping[int, Message]:
    """What to ask about those of the rows with these numbers of which something is to be asked."""
    found: dict[int, Message] = {}
    for field, column in lot.columns.items() if numbers else ():
        if field in NAMES:
            names = column if len(numbers) == len(column) else [column[n] for n in numbers]
            asked = _asked(field, {*names} - {""})
            for number in numbers if asked else ():
                if question := asked.get(column[number]):
                    found.setdefault(number, question)
    return found


def _asked(field: str, names: Collection[str]) -> dict[str, Message]:
    """The questions about those of the names of which there is any: nearly none."""
    is_record = field in _RECORDS
    suspects = names
    together = "\n".join(names)
    if is_plain(together) and "@" not in together:
        may_be_none = _may_be_no_name if field in _REPEATED else may_be_no_name
        suspects = [*filter(may_be_none, names)] if is_record else ()
    asked = {name: _question(name, is_record) for name in suspects}
    return {name: question for name, question in asked.items() if question}


_may_be_no_name = lru_cache(_MOST_KEPT)(may_be_no_name)


def _question(text: str, is_record: bool) -> Message | None:
    """What to ask about one name; `is_record`: it may be that of a record."""
    if is_record and may_be_no_name(text):
        return message(N_("“{text}” may be no name but a total or a note: is it one?"), text=text)
    if is_address(text):
        return message(N_("“{text}” is an e-mail address: what is the name?"), text=text)
    if text.isascii():
        return None
    if without_hidden(text) != text:
        asked = N_("“{text}” holds characters that cannot be seen: is it the name it looks like?")
        return message(asked, text=without_hidden(text))
    if mixes_alphabets(text):
        asked = N_("“{text}” mixes letters of two alphabets: is it the name it looks like?")
        return message(asked, text=text)
    return None

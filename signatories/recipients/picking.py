"""Some of a letter's recipients, as somebody names them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from signatories.collation import fold
from signatories.errors import NotFound, Refused
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, listed

_NUMBER = re.compile(r"#(\d{1,9})")
_ID = re.compile(r"\d{1,18}")


def pick(numbered: Iterable[tuple[int, Addressed]], wanted: Iterable[str]) -> tuple[int, ...]:
    """The ids of those that are named: by id, by the number of the letter (`#3`), or by a name or a part of one.

    Raises NotFound for who is not among them, Refused for a part of several names.
    """
    recipients = dict(numbered)
    return tuple(_one(recipients, each).id for each in wanted)


def _one(recipients: Mapping[int, Addressed], wanted: str) -> Addressed:
    found: Sequence[Addressed]
    if number := _NUMBER.fullmatch(wanted):
        found = [each] if (each := recipients.get(int(number[1]))) else []
    elif _ID.fullmatch(wanted):
        found = [each for each in recipients.values() if each.id == int(wanted)]
    else:
        found = _named(recipients.values(), fold(wanted))
    if not found:
        raise NotFound(N_("There is no recipient “{wanted}” among those."), wanted=wanted)
    if len(found) > 1:
        text = N_("“{wanted}” may be several recipients: {names}. Give an id.")
        names = listed([f"{each.id} “{each.name}”" for each in found])
        raise Refused(text, wanted=wanted, names=names)
    return found[0]


def _named(recipients: Iterable[Addressed], wanted: str) -> Sequence[Addressed]:
    """Those of that name, else those in whose names it stands."""
    names = [(fold(each.name), each) for each in recipients if wanted]
    return [each for name, each in names if name == wanted] or [
        each for name, each in names if wanted in name
    ]

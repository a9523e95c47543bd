"""What all drafts share: their problems by field, and the refusal of what has any."""

from typing import Protocol

from signatories import countries
from signatories.errors import Refused
from signatories.texts import N_, Message, message


class Draft(Protocol):
    """Values as a form gives them."""

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be saved, by field."""


def refuse_problems(draft: Draft) -> None:
    """Raise Refused with the first problem of a draft that has any."""
    for problem in draft.problems().values():
        raise Refused(problem.key, **problem.values)


def country_problems(code: str) -> dict[str, Message]:
    """What is wrong with a draft's country, which may be empty."""
    if not code or countries.is_code(code):
        return {}
    return {"country": message(N_("“{code}” is no country’s code."), code=code)}

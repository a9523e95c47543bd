"""Columns of yes and no that are not read and may say who does not sign: asked about, or a no would be a promise."""

import re
from collections.abc import Collection, Mapping

from signatories.column_names import phrases
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.columns.proposals import Basis, Proposal
from signatories.texts import N_, Message, message

_BINARY = {"0", "1"}
_CODE = re.compile(
    r"[A-Za-z]{1,3}[_.]?\d{1,3}(?:[_.]?\d{1,3})?(?:\[\w+\])?"
)  # q3: it may ask anything
_FREE = N_(
    "“{column}” holds answers, such as “{example}”. Does a “no” there mean that somebody does not sign? "
    "Take it as “status”?"
)
_OTHERS = N_(
    "“{column}” holds answers, such as “{example}”, beside those that are read. Does a “no” there mean that somebody "
    "does not sign? Leave it out?"
)


def question(
    column: tuple[str, Proposal, Contents], kind: str, taken: Collection[str]
) -> tuple[Message, Mapping[str, str]] | None:
    """What to ask about a column and the override that agrees; None when it is read, or asks for something else."""
    key, proposal, content = column
    is_left_out = proposal.basis is Basis.NOTHING and not proposal.field
    are_answers = content.are_mostly_answers or content.cells.keys() == _BINARY
    if not is_left_out or "status" not in FIELDS[kind] or not are_answers:
        return None
    if not (phrases.may_ask_to_sign(key) or _CODE.fullmatch(key)):
        return None
    is_free = "status" not in taken
    text = message(_FREE if is_free else _OTHERS, column=key, example=content.samples[0])
    return text, {key: "status" if is_free else ""}

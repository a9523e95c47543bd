"""Headings of a block and of its groups: "{group} ({count})", with **bold** and *italic* parts."""

from collections.abc import Mapping

from signatories.block.pattern_tokens import tokens
from signatories.block.pieces import Piece, joined
from signatories.errors import Refused
from signatories.expressions.hints import nearest
from signatories.texts import N_


def filled(heading: str, values: Mapping[str, str | int]) -> tuple[Piece, ...]:
    """A heading with its fields filled in. A value is text, and is not read. Raises Refused for another field."""
    found = tokens(heading)
    for token in found:
        if token.is_field and token.text not in values:
            text = N_("“{field}” is no field of a heading. The nearest one is “{nearest}”.")
            raise Refused(text, field=token.text, nearest=nearest(token.text, values))
    return joined(
        Piece(str(values[token.text]) if token.is_field else token.text, *token.look)
        for token in found
    )

"""The blocks of a letter's text with values in the place of their fields: the same words, whatever shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from signatories.expressions.blocks import (
    Block,
    FieldNode,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Text,
)
from signatories.expressions.fields import MissingValues

Values = Mapping[str, str | None]


def filled(block: Block, values: Values) -> Block:
    """The block without fields. Raises MissingValues for those that nothing stands in for."""
    if not block.fields:
        return block
    match block:
        case Paragraph() | Heading():
            return replace(block, content=_content(block.content, values))
        case Listing():
            items = (tuple(filled(part, values) for part in item) for item in block.items)
            return replace(block, items=tuple(items))
        case Quote():
            return Quote(tuple(filled(part, values) for part in block.blocks))
        case Rule():
            return block


def words_of(content: Iterable[Inline]) -> str:
    r"""The words of a line that is filled, with "\n" where the writer ended a line."""
    return "".join(node.text if isinstance(node, Text) else "\n" for node in content)


def _content(content: Iterable[Inline], values: Values) -> tuple[Inline, ...]:
    made: list[Inline] = []
    missing: list[str] = []
    for node in content:
        if not isinstance(node, FieldNode):
            _add(made, node)
        elif (value := node.field.printed(values, words_of(made))) is None:
            missing.append(node.field.name)
        else:
            _add(made, Text(value, node.style))
    if missing:
        raise MissingValues(missing)
    return tuple(made)


def _add(made: list[Inline], node: Inline) -> None:
    """Add a node; a text joins one of its own style before it."""
    last = made[-1] if made else None
    if isinstance(node, Text) and isinstance(last, Text) and last.style == node.style:
        made[-1] = Text(last.text + node.text, last.style)
    else:
        made.append(node)

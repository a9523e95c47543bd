"""A letter's text once it is parsed: blocks of inline nodes, with fields as nodes of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from signatories.expressions.fields import Field


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of a line is set; `link` is an address or ""."""

    bold: bool = False
    italic: bool = False
    link: str = ""


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Text:
    """Characters to print as they are."""

    text: str
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class FieldNode:
    """A field, to be replaced by its value, which is text and never parsed again."""

    field: Field
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Break:
    """A line end that the writer asked for."""


Inline = Text | FieldNode | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text."""

    content: tuple[Inline, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in it; without any, it is the same for every recipient."""
        return _inline_fields(self.content)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    content: tuple[Inline, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in it; without any, it is the same for every recipient."""
        return _inline_fields(self.content)


@dataclass(frozen=True, slots=True)
class Listing:
    """Items with bullets, or numbered from `start`; a tight one has no space between its items."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    tight: bool = True

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in all items; without any, it is the same for every recipient."""
        return fields_of(block for item in self.items for block in item)


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that are set apart as somebody else's words."""

    blocks: tuple["Block", ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in it; without any, it is the same for every recipient."""
        return fields_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, between two parts of the text."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """None, ever."""
        return ()


Block = Paragraph | Heading | Listing | Quote | Rule


def fields_of(blocks: Iterable[Block]) -> tuple[Field, ...]:
    """All fields of the blocks in the order of the text, repeated ones too."""
    return tuple(field for block in blocks for field in block.fields)


def _inline_fields(content: Iterable[Inline]) -> tuple[Field, ...]:
    return tuple(node.field for node in content if isinstance(node, FieldNode))

"""A letter's body: a subset of Markdown with fields, parsed into blocks.

Paragraphs, headings, lists, quotes, emphasis, links, line breaks and rules are known. Everything
else is printed as it was typed, and named among the problems.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from signatories.errors import BadText
from signatories.expressions import spaces
from signatories.expressions.blocks import (
    PLAIN,
    Block,
    Break,
    FieldNode,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Style,
    Text,
    fields_of,
)
from signatories.expressions.fields import KNOWN_FIELDS, Field
from signatories.expressions.hints import where
from signatories.texts import N_, Message, message

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_TABLE = re.compile(r"^ *\|? *:?-+:? *(?:\| *:?-+:? *)+\|? *$", re.MULTILINE)
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_CODE = re.compile(r"`[^`]+`|^ *(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a letter's body, and what in it will not look as its writer may expect."""

    blocks: tuple[Block, ...]
    problems: tuple[Message, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order of the text, repeated ones too."""
        return fields_of(self.blocks)


def parse_body(
    text: str,
    known: Collection[str] = KNOWN_FIELDS,
    *,
    source: str | Message = "",
    first_line: int = 1,
) -> Body:
    """Parse a body; `source` and `first_line` say in errors where it stands.

    Raises BadText for a field that is unknown (with the nearest known one) or damaged.
    """
    from signatories.expressions import markdown  # noqa: PLC0415 - 0.07 s that few commands need

    reader = _Reader(source, first_line)
    blocks = reader.blocks(markdown.tree(spaces.freed(text), known, source, first_line).children)
    return Body(blocks, tuple(reader.problems))


class _Reader:
    """Turns markdown-it's tree into blocks, and notes what it cannot show."""

    def __init__(self, source: str | Message, first_line: int) -> None:
        self.problems: list[Message] = []
        self._source = source
        self._first_line = first_line
        self._line = first_line

    def blocks(self, nodes: Sequence["SyntaxTreeNode"]) -> tuple[Block, ...]:
        return tuple(self._block(node) for node in nodes)

    def _block(self, node: "SyntaxTreeNode") -> Block:
        if node.map:
            self._line = self._first_line + node.map[0]
        if node.type == "heading":
            return Heading(int(node.tag[1:]), self._content(node))
        if node.type in {"bullet_list", "ordered_list"}:
            return self._listing(node)
        if node.type == "blockquote":
            return Quote(self.blocks(node.children))
        if node.type == "hr":
            return Rule()
        return Paragraph(self._content(node))

    def _listing(self, node: "SyntaxTreeNode") -> Listing:
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        tight = all(
            child.hidden
            for item in node.children
            for child in item.children
            if child.type == "paragraph"
        )
        return Listing(tuple(self.blocks(item.children) for item in node.children), start, tight)

    def _content(self, node: "SyntaxTreeNode") -> tuple[Inline, ...]:
        inline = node.children[0] if node.children else None
        if inline is None:
            return ()
        rows = bool(_TABLE.search(inline.content))
        if rows:
            self._note(N_("{where}: a table is printed as plain lines."))
        if _CODE.search(inline.content):
            self._note(N_("{where}: code is printed as plain text."))
        nodes = [n for child in inline.children for n in self._inline(child, PLAIN)]
        if rows:
            nodes = [Break() if isinstance(n, Text) and n.text == "\n" else n for n in nodes]
        return tuple(_joined(nodes))

    def _inline(self, node: "SyntaxTreeNode", style: Style) -> Iterator[Inline]:
        if node.type == "field":
            yield FieldNode(node.meta["field"], style)
        elif node.type == "softbreak":
            yield Text("\n", style)
        elif node.type == "hardbreak":
            yield Break()
        elif node.type in {"strong", "em", "link", "image"}:
            style = self._styled(node, style)
            for child in node.children:
                yield from self._inline(child, style)
        elif node.content:
            if _HTML.search(node.content):
                self._note(N_("{where}: HTML is printed as plain text."))
            yield Text(node.content, style)

    def _styled(self, node: "SyntaxTreeNode", style: Style) -> Style:
        if node.type == "strong":
            return replace(style, bold=True)
        if node.type == "em":
            return replace(style, italic=True)
        if node.type == "image":
            self._note(N_("{where}: an image in the text is not printed, only its description."))
        if node.type == "link":
            return replace(style, link=self._address(str(node.attrs.get("href", ""))))
        return style

    def _address(self, link: str) -> str:
        if "%7B%7B" in link:
            at = where(self._line, self._source)
            raise BadText(N_("{where}: a link’s address cannot hold a field."), where=at)
        return link

    def _note(self, text: str) -> None:
        problem = message(text, where=where(self._line, self._source))
        if problem not in self.problems:
            self.problems.append(problem)


def _joined(nodes: list[Inline]) -> Iterator[Inline]:
    """Join neighbours of one style."""
    for style, group in groupby(nodes, key=lambda n: n.style if isinstance(n, Text) else None):
        if style is None:
            yield from group
        else:
            text = "".join(node.text for node in group if isinstance(node, Text))
            yield Text(spaces.single(text), style)

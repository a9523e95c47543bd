"""Markdown as a letter has it, by markdown-it: fields are tokens, and nothing typed gets lost."""

import functools
from collections.abc import Collection

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from signatories.errors import BadText
from signatories.expressions.fields import field_at
from signatories.expressions.hints import where
from signatories.texts import N_, Message

_DEEPEST = 40  # lists in lists and quotes in quotes, as markdown-it counts them

# Code would print a field's name in place of its value; a reference's definition would vanish.
_LEFT_OUT = ["code", "fence", "reference", "backticks"]


def tree(
    text: str, known: Collection[str], source: str | Message, first_line: int
) -> SyntaxTreeNode:
    """Parse the text. A node's `map` counts its lines from 0; a field is in its `meta`.

    Raises BadText for a bad field and for text nested too deeply to be a letter.
    """
    environment = {"known": known, "source": source, "line": first_line, "first": first_line}
    tokens = _parser().parse(text, environment)
    for token in tokens:
        if _is_too_deep(token, *(token.children or ())):
            at = where(first_line + (token.map or [0])[0], source)
            text = N_("{where}: too many lists, quotes or emphases inside one another.")
            raise BadText(text, where=at)
    return SyntaxTreeNode(tokens)


def _is_too_deep(*tokens: Token) -> bool:
    return any(token.level >= _DEEPEST for token in tokens)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST + 2})
    parser.disable(_LEFT_OUT)
    parser.core.ruler.at("inline", _parse_inline)
    parser.inline.ruler.before("escape", "field", _field)
    return parser


def _parse_inline(state: StateCore) -> None:
    """Parse each block's text, telling the rules below on which line it begins."""
    for token in state.tokens:
        if token.type == "inline":
            if token.map:
                state.env["line"] = state.env["first"] + token.map[0]
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _field(state: StateInline, silent: bool) -> bool:
    r"""Read `{{ name }}` before anything in it can be markup; a literal one is written `\{{`."""
    if state.src.startswith("\\{{", state.pos):
        if not silent:
            state.pending += "{{"
        state.pos += 3
        return True
    if not state.src.startswith("{{", state.pos):
        return False
    line = state.env["line"] + state.src.count("\n", 0, state.pos)
    field = field_at(state.src, state.pos, state.env["known"], where(line, state.env["source"]))
    if not silent:
        state.push("field", "", 0).meta["field"] = field
    state.pos += len(field.source)
    return True

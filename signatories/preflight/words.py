"""The words of a letter as a reader sees them, part by part, with a mark where a field stands."""

from collections.abc import Iterable, Iterator

from signatories.expressions.blocks import Block, Break, Inline, Listing, Quote, Rule, Text
from signatories.expressions.letter_text import parse_body
from signatories.letters import printed_parts
from signatories.merge.snapshot import Snapshot

FIELD = "\ufffc"
"""What stands for a field: a character that is part of no word."""


def written(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Each paragraph and line of a letter, after the name of its part. Raises BadText."""
    text = snapshot.text
    for part in printed_parts.AS_WRITTEN:
        yield part, printed_parts.text_of(text, part)
    for part in printed_parts.PLAIN:
        pieces = printed_parts.parsed(text, part, snapshot.known_fields)
        yield part, "".join(piece if isinstance(piece, str) else FIELD for piece in pieces)
    for block in parse_body(text.body, snapshot.known_fields).blocks:
        yield from ((printed_parts.BODY, words) for words in _of_block(block))


def links(snapshot: Snapshot) -> Iterator[str]:
    """The addresses that the body links to. Raises BadText."""
    for content in _contents(parse_body(snapshot.text.body, snapshot.known_fields).blocks):
        yield from (each.style.link for each in content if not isinstance(each, Break))


def _of_block(block: Block) -> Iterator[str]:
    for content in _contents([block]):
        yield "".join(map(_shown, content))


def _contents(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """The running text of blocks, those within others too."""
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                yield from _contents(item)
        elif isinstance(block, Quote):
            yield from _contents(block.blocks)
        elif not isinstance(block, Rule):
            yield block.content


def _shown(piece: Inline) -> str:
    if isinstance(piece, Text):
        return piece.text
    return "\n" if isinstance(piece, Break) else FIELD

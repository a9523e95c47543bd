"""The text of a letter as HTML: paragraphs, headings, lists and quotes, as its writer meant them."""

from collections.abc import Iterable, Iterator

from signatories.exports.html.markup import attribute, own_direction, styled
from signatories.expressions.blocks import (
    Block,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Text,
)
from signatories.expressions.filling import words_of
from signatories.merge.links import is_safe


def lines_of_block(block: Block) -> Iterator[str]:
    """A block that is filled, line by line. Its headings stand below the subject."""
    match block:
        case Paragraph(content):
            yield f"<p{own_direction(words_of(content))}>{_content(content)}</p>"
        case Heading(level, content):
            element = f"h{min(level + 1, 6)}"
            yield f"<{element}{own_direction(words_of(content))}>{_content(content)}</{element}>"
        case Listing():
            yield from _listing(block)
        case Quote(quoted):
            yield "<blockquote>"
            for part in quoted:
                yield from lines_of_block(part)
            yield "</blockquote>"
        case Rule():
            yield "<hr>"


def _listing(listing: Listing) -> Iterator[str]:
    element, start = "ul", ""
    if listing.start is not None:
        element, start = "ol", f' start="{listing.start}"'
    kind = "tight" if listing.tight else "loose"
    yield f'<{element} class="{kind}"{start}>'
    for item in listing.items:
        yield "<li>"
        for part in item:
            yield from lines_of_block(part)
        yield "</li>"
    yield f"</{element}>"


def _content(content: Iterable[Inline]) -> str:
    return "".join(map(_inline, content))


def _inline(node: Inline) -> str:
    if not isinstance(node, Text):
        return "<br>"
    words = styled(node.text, bold=node.style.bold, italic=node.style.italic)
    link = node.style.link
    return f'<a href="{attribute(link)}">{words}</a>' if is_safe(link) else words

"""What stands between the parts of a line: small words, dashes, and titles after a comma that cut nothing."""

import re

from signatories.imports import shapes
from signatories.imports.spans import Span, span_of

CUES = re.compile(
    r"(?P<before>(?:,\s*|\s+))(?:on\s+(?:the\s+)?behalf\s+of|representing|au\s+nom\s+d[eu]s?|pour\s+le\s+compte\s+d[eu]s?"
    r"|en\s+(?:nombre|representación)\s+del?|im\s+(?:Namen|Auftrag)(?:\s+de[rs])?|in\s+Vertretung"
    r"|em\s+nome\s+d[aeo]s?|a\s+nome\s+d(?:i|el|ella|egli|ei)|per\s+conto\s+d(?:i|el|ella)|namens|от\s+имени"
    r"|نيابة\s+عن|باسم)(?=\s|l['’])"
    r"|(?P<comma>,\s*)(?:for|pour|por|para|für|per)(?=\s)"
)
"""What says that somebody signs for a body."""

LINKS = re.compile(
    r"\s+(?:(?P<at>at|from|chez|bei)|for|of|pour|por|für|vom|de[sl]?|du|dell?[ao]?)\s+(?=\S)"
)
"""What may stand between a name and a body without a comma."""

DASHES = re.compile(r"\s+(?:[–—―-]|--|~|//?|[:：])\s+|\s*[:：](?=\s)|\s*[–—―]\s+|\s*[：]")
"""What may stand between two parts in place of a comma."""

ARTICLE = re.compile(
    r"\s*(?:(?:the|la|le|les|los|las|el|der|des|die|das|dem|den|o|os|as|il|lo|gli|i)\s+|l['’]\s*)?"
)


def without_article(text: str, start: int, end: int) -> int:
    """Where a body's name begins after "for the"."""
    article = ARTICLE.match(text, start, end)
    return article.end() if article else start


def whole_names(text: str, pieces: list[Span]) -> list[Span]:
    """The pieces, with degrees and legal forms joined to the name before them."""
    whole = pieces[:1]
    for piece in pieces[1:]:
        is_person = len(whole) == 1 and shapes.looks_like_person(whole[0].text)
        belongs = (
            shapes.is_post_nominal(piece.text) if is_person else shapes.is_legal_form(piece.text)
        )
        if belongs or (len(whole) > 1 and shapes.is_legal_form(piece.text)):
            whole[-1] = span_of(text, whole[-1].start, piece.end)
        else:
            whole.append(piece)
    return whole

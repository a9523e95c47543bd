"""Where a line may end inside a text without spaces: after hyphens, between ideographs."""

import re
from collections.abc import Iterator

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_ASIAN = f"{_KANA}{_HAN}\u3000-\u303f\u30fb\u30fc\uff01-\uff60"
_STAYS_BEFORE = (
    "!%),.:;?\\]}¢°·’”‥…‧℃、。々〉》」』】〕〗〞〟゛゜ゝゞ・ーヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ！％），．：；？］｝～"
)
_STAYS_BEHIND = "(\\[{£¥‘“〈《「『【〔〖〝（［｛￡￥"
_THAI_LAO_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
_GLUE = "\u00a0\u202f\u2060\ufeff\u2011"

_BREAK = re.compile(
    # after a hyphen or dash that stands between letters; never inside a number
    r"(?<=[^\W\d_][-\u2010\u2013\u2014])(?=[^\W\d_])"
    r"|(?<=[^\W\d_]\u2014)(?=\S)"
    # after the slashes of an address or of "and/or"
    r"|(?<=[^\W\d_]/)(?=[^\W\d_])"
    r"|(?<=\u200b)"
    # beside an ideograph, but for the punctuation that belongs to it
    rf"|(?<=[{_EAST_ASIAN}])(?<![{_STAYS_BEHIND}])(?![{_STAYS_BEFORE}{_GLUE}])(?=.)"
    rf"|(?<![{_STAYS_BEHIND}{_GLUE}])(?=[{_KANA}{_HAN}])(?![{_STAYS_BEFORE}])(?<=.)"
    # before the vowels that open a syllable in Thai and Lao, which write no spaces
    rf"|(?<=[\u0e00-\u0eff])(?=[{_THAI_LAO_BEFORE}])"
)
_IS_KANA = re.compile(f"[{_KANA}]")


def unbroken_pieces(token: str) -> Iterator[str]:
    """The pieces between which a line may end."""
    start = 0
    for place in _BREAK.finditer(token):
        yield token[start : place.start()]
        start = place.start()
    yield token[start:]


def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring texts without a space."""
    tail, head = before[-2:], after[:1]
    return any(place.start() == len(tail) for place in _BREAK.finditer(tail + head))


def is_japanese(text: str) -> bool:
    """Whether kana shows that the ideographs beside it are Japanese."""
    return _IS_KANA.search(text) is not None

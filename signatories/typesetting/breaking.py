"""Where a line may end: which spaces hold words together, and where a text without spaces is parted."""

import re
from collections.abc import Iterator
from functools import lru_cache

from signatories.typesetting.clusters import LEADING_VOWELS

# What stays with the word after it, and how that one begins: initials and titles, numbers before
# their unit, month or next group of digits, what names a number.
_STAYS_WITH_NEXT = (
    (r"(?:[^\W\d_]\.[-\u2010]?)+", ""),
    (r"(?:Dr|Prof|Mrs?|Ms|St|Sra?|Rev|Hon|Ing)\.", ""),
    (r"M(?:me|lle|gr|rs?|s)|Dr|Prof", r"[^\W\d_]"),
    (r"\d{1,3}", r"\d{3}(?!\d)"),
    (r"\d{1,2}\.?", r"[^\W\d_]{3}"),
    (
        r"\d[\d.,]*",
        r"(?:[kcm]?m|k?g|t|ha|h|l|US\$|[€£$¥]|EUR|USD|CHF|GBP|[mb]illions?|Mio|Mrd)\b",
    ),
    (r"(?:[Nn]os?|Nr|[Pp]p?|[Aa]rts?|Sec|[Vv]ol|[Cc]h|[Pp]ara)\.?", r"\d"),
    (r"№|[Nn][°º]|§+|[Aa]rticles?|Artikel|Artículo", r"\d"),
    (r"[«‹]", ""),
)
_CLOSING, _DASH = "[;:!?»›%‰]+", "[–—]"
_STAYS = "|".join(f"(?:{word})(?= {following})" for word, following in _STAYS_WITH_NEXT)
# A token is a word with the space after it, and with what must not be parted from it.
_TOKEN = re.compile(
    rf"(?:(?<![^ ])(?:{_STAYS}) )*[^ ]+(?: {_CLOSING}(?![^ ]))*(?: {_DASH}(?= ))? ?| "
)
_MAY_STAY_BEFORE = re.compile("|".join([*(word for word, _ in _STAYS_WITH_NEXT), _DASH]))
_MAY_STAY_BEHIND = re.compile(_CLOSING)

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = f"[{_KANA}]"  # a class of a pattern
_EAST_ASIAN = f"{_KANA}{_HAN}\u3000-\u303f\u3105-\u312f\u30fb\u30fc\uff01-\uff60"
_STAYS_BEFORE = (
    "!%),.:;?\\]}¢°·’”‥…‧℃、。々〉》」』】〕〗〙〛〞〟゛゜ゝゞ・ーヽヾ〻—"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ！％），．：；？］｝～｠｡｣､･ｧ-ｰﾞﾟ\u3099-\u309c"
)
_STAYS_BEHIND = "(\\[{£¥$‘“〈《「『【〔〖〘〚〝（［｛｟｢￡￥＄＃№"
_GLUE = "\u00a0\u202f\u2060\ufeff\u2011\u200d"
_THAI_LAO = "\u0e01-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf"
_LETTER = r"[^\s\d!-@\[-`{-\u00bf\u2000-\u206f]"  # or a mark on one
_HYPHEN = r"[-\u2010\u2013\u2014\u058a\u05be]"

_BREAK = re.compile(
    # after a hyphen or dash between letters, but not behind or before a single one; never in a number
    rf"(?<={_LETTER}{{2}}{_HYPHEN})(?={_LETTER}{{2}})"
    rf"|(?<={_LETTER}\u2014)(?=[^\s{_STAYS_BEFORE}])"
    # after the slash of "and/or"
    rf"|(?<={_LETTER}/)(?={_LETTER})"
    # where it is asked for, and after the word divider of Ethiopic
    r"|(?<=[\u200b\u1361\u1363\u1364])(?=\S)"
    # beside an ideograph, but for the punctuation that belongs to it, and inside a number
    rf"|(?<=[{_EAST_ASIAN}])(?<![{_STAYS_BEHIND}])(?![{_STAYS_BEFORE}{_GLUE}])"
    r"(?<![\uff10-\uff19])(?=.)"
    rf"|(?<![{_STAYS_BEHIND}{_GLUE}])(?=[{_KANA}{_HAN}])(?![{_STAYS_BEFORE}])(?<=.)"
    # scripts that write no spaces: Thai and Lao before the vowels that open a syllable and after
    # the signs that end one, Khmer before a letter with a vowel or one below it, Burmese before a
    # letter that does not close its syllable
    rf"|(?<=[{_THAI_LAO}])(?=[{LEADING_VOWELS}])(?<![{LEADING_VOWELS}])"
    rf"|(?<=[\u0e30\u0e33\u0e2f\u0e46\u0eb0\u0eb3\u0eaf\u0ec6])(?=[\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf])"
    r"|(?<=[\u1780-\u17d1\u17d3])(?=[\u1780-\u17b3](?:[\u17b6-\u17c5]|\u17d2[\u1780-\u17b3]))"
    r"|(?<=[\u102b-\u1038\u103a-\u103e\u1000-\u102a])"
    r"(?=[\u1000-\u102a](?!\u1037?\u103a)(?![\u1039]))"
)
_UNBROKEN = re.compile("(?:[A-Za-z\u00c0-\u024f]+|[0-9]+)[.,;:]?")
_IS_KANA = re.compile(KANA)
# Addresses of the web and of mail end a line after "/" and before other marks, never at a hyphen.
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.ASCII)
_ADDRESS_BREAK = re.compile(r"(?<=[^/]/)(?=[^/])|(?<=\w)(?=[.?&#@]\w)")


def tokens(text: str) -> list[str]:
    """The text, cut after the spaces at which a line may end."""
    return _TOKEN.findall(text)


def is_token(word: str, *, last: bool) -> bool:
    """Whether what stands between two spaces is a token, whatever the words beside it are."""
    if not word or _MAY_STAY_BEHIND.fullmatch(word):
        return False
    return last or _MAY_STAY_BEFORE.fullmatch(word) is None


def is_unbroken(token: str) -> bool:
    """Whether a token is a single word or number, in which no line ends: to be asked first, since most are."""
    return _UNBROKEN.fullmatch(token) is not None


def unbroken_pieces(token: str) -> Iterator[str]:
    """The pieces between which a line may end."""
    start = 0
    for place in _places(token):
        yield token[start:place]
        start = place
    yield token[start:]


def _places(token: str) -> Iterator[int]:
    """Where a line may end inside a token: by the rules of addresses where it holds one."""
    address = _ADDRESS.search(token)
    first, last = address.span() if address else (len(token), len(token))
    found = [place.start() for place in _BREAK.finditer(token)]
    yield from (place for place in found if place <= first)
    yield from (place.start() for place in _ADDRESS_BREAK.finditer(token, first + 1, last))
    yield from (place for place in found if first < last <= place)


@lru_cache(maxsize=1 << 12)
def may_part(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring texts without a space."""
    tail, head = before[-3:], after[:3]
    return any(place.start() == len(tail) for place in _BREAK.finditer(tail + head))


def is_japanese(text: str) -> bool:
    """Whether kana shows that the ideographs beside it are Japanese."""
    return _IS_KANA.search(text) is not None

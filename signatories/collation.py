"""The order of names, and the folding under which two texts count as the same words."""

import unicodedata

# Letters that Unicode does not take apart, as a reader without them on the keyboard types them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ƒ": "f", "ſ": "s"}
)
_DASHES_AND_QUOTES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("“”„‟«»", '"')
)


def fold(text: str) -> str:
    """The text as search and comparison see it: no case, no accents, plain quotes and spaces."""
    if not text.isascii():
        text = text.translate(_DASHES_AND_QUOTES)
        text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_mark(c))
    return " ".join(text.casefold().split())


def _is_mark(character: str) -> bool:
    """Accents and invisible characters. Vowel signs of Indic scripts are letters, and stay."""
    return unicodedata.combining(character) > 0 or unicodedata.category(character) == "Cf"

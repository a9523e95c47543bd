"""The letters of languages: a text in which no language's letters stand was read in the wrong encoding."""

import re
import unicodedata

_ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßšž",  # of Western Europe, as lists there mix them
        "áðéíóúýþæö",
        "çğıöşüâîûİ",
        "ąćęłńóśźż",
        "áäčďéěíĺľňóôŕřšťúůýž",
        "áéíóöőúüű",
        "čćđšž",
        "ăâîşţșț",
        "āčēģīķļņōšūž",
        "ąčęėįšųūž",
        "äõöšüž",
    )
)
_NEIGHBOURS = tuple(
    frozenset(letters)
    for letters in (  # whose lists mix their names
        "ąćęłńóśźżäöüßé",
        "áäąčćďđéęěíĺľłńňóôŕřśšťúůýźžöőüűß",
        "āčēģīķļņōšūžąęėįųõäöüß",
        "áðéíóúýþæöøåä",
    )
)
_ORDINALS = "ªºµ"  # letters to Unicode, signs to whoever writes them
_PAIR = re.compile(r"(?=(\w\w))")
_MIXED = re.compile(r"[a-z][^\W\d_]|[^\W\d_][a-z]")
_SIGN_IN_WORD = re.compile(r"[¢£¤¥¦§¨¬¯±²³´¶¸¹¼½¾]([^\W\d_])")
_MISPLACED = re.compile(r"\Bþ|\bð", re.IGNORECASE)  # Turkish letters, where Icelandic has none
_CONTROLS = re.compile(r"[\x80-\x9f\ufffd]")


def letters_beyond_ascii(text: str) -> set[str]:
    """The letters that tell what language a text may be in."""
    return {sign for sign in {*text} if sign.isalpha() and not sign.isascii()} - {*_ORDINALS}


def may_be_of_languages(text: str) -> bool:
    """Whether its letters beyond ASCII may be those of neighbours, or stand in words of other scripts alone."""
    small = {*map(str.lower, letters_beyond_ascii(text))}
    is_mixed = any(neighbours.issuperset(small) for neighbours in _NEIGHBOURS)
    return is_of_a_language(text) or (is_mixed and _is_in_order(text))


def is_of_a_language(text: str) -> bool:
    """The same of one Latin alphabet: of lists that mix Western ones one is enough."""
    if not _is_in_order(text):
        return False
    letters = letters_beyond_ascii(text)
    if any(map(_is_latin, letters)):
        return any(alphabet.issuperset(letters) for alphabet in _ALPHABETS)
    return all(pair.isascii() for pair in _MIXED.findall(text))


def _is_in_order(text: str) -> bool:
    """Whether no control, no sign and no letter stands where none does."""
    return not (
        _CONTROLS.search(text)
        or _MISPLACED.search(text)
        or any(map(str.islower, _SIGN_IN_WORD.findall(text)))
        or any(map(_is_capital_within, _PAIR.findall(text)))
    )


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _is_capital_within(pair: str) -> bool:
    return pair[0].islower() and pair[1].isupper() and not pair[1].isascii()

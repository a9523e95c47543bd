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
_MIXED = re.compile(r"[A-Za-z][^\W\d_]|[^\W\d_][A-Za-z]")
_SIGN_IN_WORD = re.compile(r"[¢£¤¥¦§¨¬¯±²³´¶¸¹¼½¾]([^\W\d_])")
_MISPLACED = re.compile(r"\Bþ|\bð", re.IGNORECASE)  # Turkish letters, where Icelandic has none
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"(?:(?![a-zA-Z])[^\W\d_]){3}")
_JOINED = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
_DRAWN = frozenset({"So", "Sk", "Co", "Cn", "Cf"})
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
    return all(pair.isascii() for pair in _MIXED.findall(text)) and not _stand_alone(text, letters)


def has_drawings(text: str) -> bool:
    """Whether signs to draw with stand in it, or such as no keyboard has."""
    signs = (sign for sign in {*text} - {*"©®™°"} if not sign.isascii())
    return any(unicodedata.category(sign) in _DRAWN for sign in signs)


def joins_latin(text: str) -> bool:
    """Whether a Latin letter without a mark touches a sign beyond ASCII: an accent was read as half a character."""
    return bool(_JOINED.search(text))


def mixes_scripts(text: str) -> bool:
    """Whether letters of two scripts stand in one word, kana and characters apart: two bytes each were guessed."""
    return any(
        len({_script(letter) for letter in word if not letter.isascii()}) > 1
        for word in _WORD.findall(text)
    )


def is_latin_throughout(text: str) -> bool:
    """Whether its letters beyond ASCII are Latin, and never three together: another script was not read as Latin."""
    return not _RUN.search(text) and all(map(_is_latin, letters_beyond_ascii(text)))


def _stand_alone(text: str, letters: set[str]) -> bool:
    """Whether each letter of another script is a word for itself among Latin ones, where a dash was meant."""
    words = [word for word in _WORD.findall(text) if not letters.isdisjoint(word)]
    return bool(words) and text != "".join(words) and all(len(word) == 1 for word in words)


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA") else name


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

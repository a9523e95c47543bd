"""Makes the spellings of one country's name equal: "Bahamas, The" and "the BAHAMAS"."""

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼʻ`´′＇", "'"))
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+")
# Left out: what people leave out, and what no two countries differ by.
_SMALL = ("the", "of", "and", "et", "la", "le", "les", "l", "du", "de", "des", "d")
_WRITTEN_OUT = {
    **dict.fromkeys(_SMALL, ""),
    "st": "saint",
    "ste": "sainte",
    "is": "islands",
    "rep": "republic",
    "dem": "democratic",
}
_INVERTED = re.compile(r"(?P<name>[^,(]+)[,(](?P<first>[^,(]+)")


def keys(text: str) -> frozenset[str]:
    """Return what to look a spelling up by: texts that share a key may mean the same country.

    Case, accents, punctuation, digits and stars (footnotes), articles and "and" do not count;
    "St." is "Saint". "Korea, Republic of" and "Korea (Republic of)" read the other way round too.
    """
    plain = _plain(text)
    readings = [plain]
    if inverted := _INVERTED.fullmatch(plain):
        readings.append(f"{inverted['first']} {inverted['name']}")
    if "'" in plain:  # "Cote dIvoire": the apostrophe may be gone, with or without a gap
        readings += [reading.replace("'", "") for reading in readings]
    return frozenset(filter(None, map(_joined, readings)))


def _plain(text: str) -> str:
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold()).translate(_SPECIAL)


def _joined(text: str) -> str:
    """Join what counts: gaps do not, since people write Vietnam and Guinea Bissau."""
    return "".join([_WRITTEN_OUT.get(word, word) for word in _WORD.findall(text)])

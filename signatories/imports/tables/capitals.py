"""Names all in capitals, written as names are: a proposal, since only their owners know."""

import re
import unicodedata
from dataclasses import dataclass

from signatories.imports.lines import shapes


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]+(?:['’`][^\W\d_]+)*)")
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-ÝĀĂĄĒĘĚĞĪİŌŐŪŮŰÆŒƏ]")
_MAC = re.compile(
    "Mac(?=arthur|donald|dougall|gregor|intosh|intyre|kenzie|lean|leod|millan|neil|pherson)"
)
_SMALL = _words(
    """
    A AF AM AND AT AV BIN BINT DA DAS DE DEL DELLA DEM DEN DER DES DI DIE DO DOS DU E EL EN ET
    FOR FÜR I IBN IM IN LA LAS LE LES LOS OF ON PARA POR POUR TEN TER THE TO UND VAN VON WITH
    Y ZU ZUM ZUR
    """
)
_ACRONYMS = _words(
    """
    AIDS CEO EU HIV II III ILO IV KC LGBT LGBTI LGBTIQ LGBTQ LGBTQI MEP MP NGO NGOS OIT ONG OP
    QC SJ UAE UK UN UNESCO UNICEF US USA VI VII VIII WHO
    """
)
_SPELT = {
    "PHD": "PhD",
    "GMBH": "GmbH",
    "MR": "Mr",
    "MRS": "Mrs",
    "MS": "Ms",
    "DR": "Dr",
    "ST": "St",
}
_FRENCH = frozenset({"DE", "DES", "DU", "ET", "LA", "LE", "LES", "POUR"})
_DOTLESS = str.maketrans({"I": "ı", "İ": "i"})


def is_all_capitals(text: str) -> bool:
    """Whether a name is in capitals and more than an acronym: several words, one of them long, or a country."""
    if not text.isupper():
        return False
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    has_name = any(len(word) > 3 and _has_vowel(word) for word in words)
    return has_name and (len(words) > 1 or shapes.is_country(text))


def in_name_case(text: str, *, turkish: bool = False) -> str:
    """The text with capitals only where a name has them: İbrahim Yılmaz, McDonald, van der Berg, O’Brien, (OMCT).

    `turkish`: it comes from where I is the capital of ı, unless it was typed without letters of its own.
    """
    text = unicodedata.normalize("NFC", text)
    is_french = not _FRENCH.isdisjoint(_WORD.findall(text)) or not set("ÇÈÊÔ").isdisjoint(text)
    turkish = turkish and not text.isascii()
    return _Speller(text, turkish or "İ" in text or "Ğ" in text, is_french).spelt()


@dataclass(frozen=True, slots=True)
class _Speller:
    """Spells one text: in Turkish I is the capital of ı, in French d’ and l’ are small."""

    text: str
    turkish: bool
    french: bool

    def spelt(self) -> str:
        return _PIECE.sub(self._piece, self.text)

    def _piece(self, found: re.Match[str]) -> str:
        word, begin, end = found["word"], found.start(), found.end()
        before, after = self.text[begin - 1 : begin], self.text[end : end + 1]
        stands_alone = (before, after) in {("(", ")"), ("[", "]")}
        if stands_alone or word in _ACRONYMS or (len(word) == 1 and after == "."):
            return word
        if word in _SPELT:
            return _SPELT[word]
        if word in _SMALL and self.text[:begin].strip() and "-" not in (before, after):
            return self._lower(word)
        return self._part(word)

    def _part(self, word: str) -> str:
        """A word that a name has; one without vowels is an acronym."""
        first, mark, rest = _apart(word)
        if rest:
            small = self.french and first in {"D", "L"}
            tail = self._part(rest) if len(rest) > 1 else self._lower(rest)
            return (self._lower(first) if small else self._capitalised(first)) + mark + tail
        return self._capitalised(word) if _has_vowel(word) or not word.isascii() else word

    def _capitalised(self, word: str) -> str:
        if word.startswith("MC") and len(word) > 4:
            return "Mc" + self._capitalised(word[2:])
        begin = 2 if word.startswith("IJ") else 1
        spelt = word[:begin] + self._lower(word)[begin:]
        return "Mac" + spelt[3:].capitalize() if _MAC.match(spelt) else spelt

    def _lower(self, text: str) -> str:
        return (text.translate(_DOTLESS) if self.turkish else text).lower()


def _apart(word: str) -> tuple[str, str, str]:
    """What stands before an apostrophe, the apostrophe, and what stands after it."""
    mark = next((character for character in word if character in "'’`"), "")
    return word.partition(mark) if mark else (word, "", "")


def _has_vowel(word: str) -> bool:
    return bool(_VOWEL.search(word)) or not word[:1].isascii()

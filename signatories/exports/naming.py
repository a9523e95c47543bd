"""File names made from names: any system takes them, and no two are the same."""

import re
import unicodedata

LONGEST = 120  # characters, suffix included
_LONGEST_BYTES = 255  # what a Linux file system allows, in UTF-8
_REFUSED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
_JOINERS = "\u200c\u200d"  # no direction, and needed to write Persian and many Indian names
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class FileNames:
    """Hands out the names of one folder, each once, upper and lower case alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, text: str, suffix: str = "") -> str:
        """A name that begins as the text does, and ends in `suffix` (".pdf")."""
        number, ending = 1, suffix
        while (folded := _folded(name := file_name(text, ending))) in self._taken:
            number += 1
            ending = f" ({number}){suffix}"
        self._taken.add(folded)
        return name


def file_name(text: str, suffix: str = "") -> str:
    """A name that Windows, macOS and Linux take: NFC, at most 120 characters with the suffix, never empty."""
    stem = _trimmed(_cut(_trimmed(_cleaned(text)), suffix)) or "_"
    device = stem.partition(".")[0].strip()
    return (f"_{stem}" if _DEVICES.fullmatch(device) else stem) + suffix


def _cleaned(text: str) -> str:
    """The text without what is never seen, signs that mean something to a system turned into dashes."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    seen = "".join(filter(_is_seen, unicodedata.normalize("NFC", spaced)))
    return unicodedata.normalize("NFC", re.sub(" +", " ", _REFUSED.sub("-", seen)))


def _is_seen(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _UNSEEN


def _cut(stem: str, suffix: str) -> str:
    """As much of the stem as leaves room for the suffix, and for the "_" before a device's name."""
    stem = stem[: LONGEST - len(suffix) - 1]
    room = _LONGEST_BYTES - len(suffix.encode()) - 1
    return stem.encode()[:room].decode(errors="ignore")


def _trimmed(stem: str) -> str:
    """Without dots and spaces at the ends: Windows drops the last ones, a first dot hides the file."""
    return stem.strip(f" .{_JOINERS}")


def _folded(name: str) -> str:
    """What file systems that ignore case take for the same; upper case first, since they compare that."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).upper().casefold())

"""The names of files, made by a pattern of each recipient: any system takes them, and no two are the same."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence

from signatories import countries
from signatories.block.pattern_tokens import tokens
from signatories.block.pieces import plain
from signatories.block.stretches import stretch_of
from signatories.errors import Refused
from signatories.exports import index
from signatories.expressions.fields import RECIPIENT
from signatories.expressions.hints import nearest
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import recipient_values
from signatories.recipients.choosing import Addressed
from signatories.texts import N_

STANDING = "{number} {name}"
NUMBER = "number"
_COUNTRY = f"{RECIPIENT}country"

LONGEST = 120  # characters, suffix included
_LONGEST_BYTES = 255  # what a Linux file system allows, in UTF-8
_REFUSED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
_JOINERS = "\u200c\u200d"  # no direction, and needed to write Persian and many Indian names
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_Values = Mapping[str, str]


class Naming:
    """A pattern of file names that has been read: `{number} {name} ({country})`.

    A field without a value vanishes with the text and brackets around it, as in the lines of a list.
    """

    def __init__(self, pattern: str, known_fields: Collection[str], language: str) -> None:
        """Read a pattern, "" for the standing one; `known_fields`: those that a letter may name.

        Raises Refused for a field that no recipient has, naming the nearest, for none at all and for a lone brace.
        """
        found = tokens(pattern.strip() or STANDING)
        known = [NUMBER, *(name for name in known_fields if name.startswith(RECIPIENT))]
        fields = {token.text: _known(token.text, known) for token in found if token.is_field}
        if not fields:
            raise Refused(_NO_FIELD, pattern=pattern, example=STANDING)
        self._names = [name for name in fields.values() if name != NUMBER]
        self._stretch = stretch_of(found, lambda written: _reader(fields[written]))
        self._language = language

    def stem(self, number: str, recipient: Addressed) -> str:
        """What the pattern makes of a recipient, in the letter's language: not yet the name of a file."""
        values = recipient_values(recipient, self._language, self._names)
        named = {name: value or "" for name, value in values.items()} | {NUMBER: number}
        if recipient.country:
            named[_COUNTRY] = countries.name(recipient.country, self._language, recipient.named_on)
        return plain(self._stretch.pieces(named))


def example(naming: Naming, recipients: Sequence[Addressed], suffix: str = ".pdf") -> str:
    """The name of the first letter's file; "" where there are no recipients."""
    for recipient in recipients[:1]:
        return file_name(naming.stem(f"{1:0{_digits(recipients)}}", recipient), suffix)
    return ""


class LetterNames:
    """Hands out the names of the files of a run's letters, beside their index. Raises Refused as `Naming` does."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._coming = enumerate(snapshot.selection.recipients, start=1)
        self._digits = _digits(snapshot.selection.recipients)
        self._naming = Naming(snapshot.run.naming, snapshot.known_fields, snapshot.text.language)
        self._names = FileNames()
        self._names.take(index.NAME)

    def take(self, recipient: Addressed, suffix: str) -> tuple[int, str]:
        """The number and the name of a letter, as when all are made; they are taken in printing order."""
        for number, each in self._coming:
            stem = self._naming.stem(f"{number:0{self._digits}}", each)
            name = self._names.take(stem, suffix)
            if each.id == recipient.id:
                return number, name
        raise LookupError(recipient.id)


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


def _digits(recipients: Sequence[Addressed]) -> int:
    return len(str(len(recipients)))


def _reader(name: str) -> Callable[[_Values], str]:
    return lambda values: values[name]


def _known(written: str, known: Collection[str]) -> str:
    """The field that is meant: `name` and `recipient.name` are one, in any case."""
    wanted = " ".join(written.split()).casefold()
    for name in known:
        if wanted in {name.casefold(), name.removeprefix(RECIPIENT).casefold()}:
            return name
    text = N_("“{field}” is no field of a file’s name. The nearest one is “{nearest}”.")
    short = [name.removeprefix(RECIPIENT) for name in known]
    raise Refused(text, field=written, nearest=nearest(written, short))


_NO_FIELD = N_("The name “{pattern}” is the same for all letters: write {example}.")

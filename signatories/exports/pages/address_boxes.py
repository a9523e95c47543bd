"""The recipients' addresses and the sender's, each set into a box: on a sheet of labels or on an envelope."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from signatories.errors import Refused
from signatories.exports.glyphs import refuse_unprintable
from signatories.merge.addresses import address_of
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, Message, listed, message
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Galley
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import MILLIMETRE, Placed
from signatories.typesetting.styles import ParagraphStyle, TextStyle

_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5)  # points, in which no line of an address need be parted
_SMALL = (8.5, 8.0, 7.5)  # points, for who sends it
_LEGIBLE = 7.0  # below that, somebody should look
_SMALLER = 0.92  # of a size, until the address fits
_LEADING = 1.2  # of a size


class Box(NamedTuple):
    """Room for an address, in points from the upper left corner of the paper; `middle`: half way down in it."""

    x: float
    y: float
    width: float
    height: float
    middle: bool = False

    @classmethod
    def in_millimetres(
        cls, x: float, y: float, width: float, height: float, *, middle: bool = False
    ) -> Self:
        """The box of these millimetres."""
        unit = MILLIMETRE
        return cls(x * unit, y * unit, width * unit, height * unit, middle)


class Words(NamedTuple):
    """What is written on paper, a line each, and whose shapes of letters it has."""

    lines: str
    language: str
    country: str | None = None


class Addresses:
    """The addresses of a snapshot's recipients, in the order of their letters."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Raises Refused when nobody has an address, or when no font has all characters of one."""
        self._language = snapshot.text.language
        self._setter = Typesetter()
        self._small: list[str] = []
        self._parted: list[str] = []
        self._without = [each.name for each in snapshot.recipients if not address_of(each)]
        self.recipients = [each for each in snapshot.recipients if address_of(each)]
        if not self.recipients:
            raise Refused(N_("No recipient has an address: there is nothing to print."))
        refuse_unprintable(
            self._setter, ((each.name, address_of(each)) for each in self.recipients)
        )

    def placed(self, recipient: Addressed, box: Box) -> Placed:
        """An address in its box, made smaller as far as it must be."""
        language = recipient.language or self._language
        words = Words(address_of(recipient), language, recipient.country)
        return self._placed(words, box, _SIZES, recipient.name)

    def sender(self, lines: str, box: Box) -> tuple[Placed, ...]:
        """Who sends it, small; nothing where nobody is named. Raises Refused for what no font has."""
        if not lines.strip():
            return ()
        refuse_unprintable(self._setter, [(lines, lines)])
        return (self._placed(Words(lines.strip(), self._language), box, _SMALL, lines),)

    @property
    def warnings(self) -> tuple[Message, ...]:
        """Whom nothing was made for, and whose address a person should look at."""
        return tuple(self._warnings())

    def _warnings(self) -> Iterator[Message]:
        if self._without:
            text = N_("%n recipient(s) left out for want of an address: {names}.")
            yield message(text, n=len(self._without), names=listed(self._without))
        if self._small:
            text = N_("Printed very small, since their addresses are long: {names}.")
            yield message(text, names=listed(self._small))
        if self._parted:
            text = N_("Printed very small and with a word parted, which is too long: {names}.")
            yield message(text, names=listed(self._parted))

    def _placed(self, words: Words, box: Box, sizes: tuple[float, ...], owner: str) -> Placed:
        galley = self._whole(words, box, sizes) or self._fitted(words, box, sizes[0], owner)
        drop = (box.height - galley.height) / 2 if box.middle else 0.0
        return Placed(box.x, box.y + drop, galley, 0, len(galley.lines))

    def _whole(self, words: Words, box: Box, sizes: tuple[float, ...]) -> Galley | None:
        """The words with their lines as they are; None where they would be too small for an envelope."""
        lines = words.lines.count("\n") + 1
        for size in sizes:
            galley = self._set(words, size, box.width)
            if len(galley.lines) == lines and galley.height <= box.height:
                return galley
        return None

    def _fitted(self, words: Words, box: Box, size: float, owner: str) -> Galley:
        """The words in as many lines as they take, as large as they fit; a word is parted before nobody can read it."""
        while True:
            self._setter.take_findings()
            galley = self._set(words, size, box.width)
            is_parted = bool(self._setter.take_findings())
            if galley.height <= box.height and (size < _LEGIBLE or not is_parted):
                break
            size *= _SMALLER
        if size < _LEGIBLE:
            (self._parted if is_parted else self._small).append(owner)
        return galley

    def _set(self, words: Words, size: float, width: float) -> Galley:
        text = TextStyle(size=size, language=words.language, country=words.country)
        form = ParagraphStyle(leading=size * _LEADING, keep_together=True)
        return self._setter.set([Paragraph((Span(words.lines, text),), form)], width)

"""Pieces of galleys that several pages show: from the second time on drawn by a form, made once."""

from weakref import WeakKeyDictionary

from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.pen import Pen
from signatories.exports.pdf.values import FORM, Entry, ref
from signatories.typesetting.galleys import Galley
from signatories.typesetting.pages import Page, Placed

_KEPT = 1 << 12  # places of forms


class Forms:
    """Makes the forms. `resources`: the number of what they draw with."""

    def __init__(self, file: ObjectFile, pen: Pen, resources: int) -> None:
        self._file = file
        self._pen = pen
        self._resources = ref(resources)
        self._numbers: list[int] = []
        self._names: dict[tuple[Galley, int, int], bytes] = {}
        self._operators: dict[tuple[Placed, float], bytes] = {}
        self._seen: WeakKeyDictionary[Galley, set[tuple[int, int]]] = WeakKeyDictionary()

    def operators(self, placed: Placed, page: Page) -> bytes:
        """What draws the piece where it stands; nothing the first time, when there is no form of it yet."""
        operators = self._operators.get((placed, page.height))
        if operators is None:
            name = self._name(placed)
            if not name:
                return b""
            operators = b"q 1 0 0 1 %.6g %.6g cm /%b Do Q" % (
                placed.x,
                page.height - placed.y,
                name,
            )
            if len(self._operators) > _KEPT:
                self._operators.clear()
            self._operators[placed, page.height] = operators
        return operators

    def entries(self) -> dict[str, Entry]:
        """The forms by their names, for resources."""
        return {f"X{count}": ref(form) for count, form in enumerate(self._numbers)}

    def _name(self, placed: Placed) -> bytes:
        """What pages call the form; nothing the first time."""
        piece = placed[2:]
        name = self._names.get(piece)
        if name is None:
            seen = self._seen.setdefault(placed.galley, set())
            if piece[1:] not in seen:
                seen.add(piece[1:])
                return b""
            name = self._names[piece] = self._add(placed)
        return name

    def _add(self, placed: Placed) -> bytes:
        drawn = self._pen.draw(placed.galley, placed.first, placed.end, 0, 0)
        form = self._file.add_stream(drawn, {**FORM, "Resources": self._resources})
        self._numbers.append(form)
        return b"X%d" % (len(self._numbers) - 1)

"""How deep elements stand within elements of a part of any size, without parsing it."""

import re

DEEPEST = 256

_CLOSES, _CLOSES_ITSELF = b"\x02", b"\x03"
_NO_MARKS = bytes(set(range(256)) - set(b"<>" + _CLOSES + _CLOSES_ITSELF))
_CUT = re.compile(rb"(?:<(?:!-?)?|(?<!<)/)\Z")  # the begin of a mark, maybe


class Nesting:
    """Takes the bytes of a part block by block.

    What opens and what closes become a byte each; then the innermost pairs go, layer by layer. What is left waits for
    the next block: of an honest part, the few elements that are open.
    """

    def __init__(self) -> None:
        self._open = b""
        self._cut = b""
        self._tag = b""

    def takes(self, block: bytes) -> bool:
        """Whether nothing stands deeper than DEEPEST so far."""
        marks = self._open + self._marks(block)
        for layers in range(DEEPEST + 1):
            inner = marks.replace(b"<" + _CLOSES, b"")
            if len(inner) == len(marks):
                self._open = marks
                return layers + len(marks) <= DEEPEST
            marks = inner
        return False

    def _marks(self, block: bytes) -> bytes:
        """A “<” for what opens and a 2 for what closes; a “/>” in a text, where it may stand, is neither.

        What the block's end cuts waits for the next one, be it a mark or a tag.
        """
        text = self._cut + block.replace(b"\0", b"")  # UTF-16 has them between the letters
        cut = _CUT.search(text, max(0, len(text) - 4))
        self._cut = cut[0] if cut else b""
        text = text.removesuffix(self._cut)
        found = text.replace(b"<!--", b"").replace(b"<?", b"").replace(b"</", _CLOSES)
        found = self._tag + found.replace(b"/>", _CLOSES_ITSELF).translate(None, _NO_MARKS)
        last = found.rfind(b"<")
        self._tag = found[last:] if last > max(map(found.rfind, (b">", _CLOSES_ITSELF))) else b""
        closed = found.removesuffix(self._tag).replace(b"<" + _CLOSES_ITSELF, b"<" + _CLOSES)
        return closed.translate(None, b">" + _CLOSES_ITSELF)

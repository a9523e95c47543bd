"""Short texts, packed: some 25 bytes each, where as strings of their own they take 75."""

from array import array
from collections.abc import Iterable, Iterator


class PackedTexts:
    """Texts by their place. What is asked for is made again each time."""

    def __init__(self) -> None:
        self._packed = bytearray()
        self._starts = array("q", [0])  # of each text, and of the one to come

    def append(self, text: str) -> None:
        """Keep one more."""
        self._packed += text.encode("utf-8", "surrogatepass")
        self._starts.append(len(self._packed))

    def extend(self, texts: Iterable[str]) -> None:
        """Keep some more."""
        for text in texts:
            self.append(text)

    def __getitem__(self, place: int) -> str:
        starts = self._starts
        return self._packed[starts[place] : starts[place + 1]].decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self._starts) - 1))

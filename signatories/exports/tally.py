"""What goes into a PDF, counted document by document and held against the list that it must show."""

from collections import Counter
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from signatories.block.signatory import Signatory
from signatories.errors import Refused
from signatories.texts import N_
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Document, Page, Placed

Letters = Counter[str]


class Tally:
    """Counts finished documents. `starts`: the page on which each begins, from 0; `shown`: the sign-ons in them."""

    def __init__(self) -> None:
        self.pages = 0
        self.starts: list[int] = []
        self.shown: set[int] = set()
        self._wanted: dict[tuple[int, ...], Letters] = {}
        self._pieces: WeakKeyDictionary[Galley, dict[tuple[int, int], Letters]] = (
            WeakKeyDictionary()
        )

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.starts)

    def add(self, document: Document, signatories: Iterable[Signatory]) -> None:
        """Count a document. Raises Refused unless its pages hold every printed line of the list."""
        lines = {line.sign_on_id: line.line for line in signatories if not line.withheld}
        ids = tuple(lines)
        if ids not in self._wanted:
            self._wanted[ids] = _letters(lines.values())
        pages = tuple(document.pages)
        if not self._holds(pages, self._wanted[ids]):
            text = N_(
                "The pages for {name} lack a part of the list of signatories; nothing was written."
            )
            raise Refused(text, name=document.title)
        self.starts.append(self.pages)
        self.pages += len(pages)
        self.shown.update(ids)

    def _holds(self, pages: tuple[Page, ...], wanted: Letters) -> bool:
        """Whether all letters and digits of the list are there, from the end, where the list stands."""
        found: Letters = Counter()
        for page in reversed(pages):
            for placed in reversed(page.placed):
                if wanted <= found:
                    return True
                found += self._piece(placed)
        return wanted <= found

    def _piece(self, placed: Placed) -> Letters:
        kept = self._pieces.setdefault(placed.galley, {})
        place = (placed.first, placed.end)
        if place not in kept:
            lines = placed.galley.lines[placed.first : placed.end]
            texts = (word.text for line in lines if isinstance(line, Line) for word in line.words)
            kept[place] = _letters(texts)
        return kept[place]


def _letters(texts: Iterable[str]) -> Letters:
    return Counter(character for text in texts for character in text if character.isalnum())

"""A letter's pages, recipient by recipient. What does not vary is set once and shared by all."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby

from signatories.block.signatory import Signatory, count
from signatories.choosing import Addressed
from signatories.merge import parts, styles, wording
from signatories.merge.parts import Part
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import LetterStyles
from signatories.merge.values import Values, recipient_values, run_values
from signatories.typesetting.flow import Item, Region
from signatories.typesetting.galleys import Galley
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document, Footer, Page


class Edition:
    """The letter for all who see the same list: its values and parts, and the stretches made of them.

    A stretch that does not vary is set once, when it is first asked for.
    """

    def __init__(
        self, values: Values, every: tuple[Part, ...], set_items: Callable[[Iterable[Item]], Galley]
    ) -> None:
        self.values = values
        self.parts = every
        self._set_items = set_items

    @cached_property
    def stretches(self) -> tuple[Galley | tuple[Part, ...], ...]:
        """Galleys of what is the same for everybody, and between them the parts that vary."""
        runs = [
            (varies, tuple(run)) for varies, run in groupby(self.parts, lambda part: part.varies)
        ]
        return tuple(run if varies else self._set(run) for varies, run in runs)

    def _set(self, run: tuple[Part, ...]) -> Galley:
        return self._set_items(item for part in run for item in part.items(self.values))


class LetterPages:
    """Makes the letters of one snapshot. Keeps what it has set; use it in one thread.

    With `gaps_shown`, for previews, a field that nothing stands in for is printed as it is written.
    """

    def __init__(self, snapshot: Snapshot, *, gaps_shown: bool = False) -> None:
        self._snapshot = snapshot
        self._gaps_shown = gaps_shown
        self._setter = Typesetter()
        self._look = LetterStyles(snapshot.text.language)
        self._head = [*parts.opening(snapshot, self._look), *parts.body(snapshot, self._look)]
        self._regions = self._letterhead()
        self._footer = Footer(lambda page, pages: wording.page_of(page, pages, self._look.language))
        self._editions: dict[tuple[int, ...], Edition] = {}

    def document(self, recipient: Addressed) -> Document:
        """One recipient's letter. Raises MissingValues when a field has neither value nor fallback."""
        edition = self._edition(recipient)
        values = self._shown(
            edition.values | recipient_values(recipient, self._look.language), edition.parts
        )
        flow: list[Item] = []
        for stretch in edition.stretches:
            if isinstance(stretch, Galley):
                flow.append(stretch)
            else:
                flow += (item for part in stretch for item in part.items(values))
        pages = self._setter.pages(
            flow, self._look.paper, regions=self._regions, footer=self._footer
        )
        return Document(recipient.name, self._look.language, pages)

    def block(self) -> Document:
        """The public list alone, as its own document."""
        entries = self._set(parts.block(self._snapshot.printed, self._look))
        pages: tuple[Page, ...] = self._setter.pages(
            [entries], self._look.paper, footer=self._footer
        )
        return Document(self._snapshot.text.title, self._look.language, pages)

    def printed_values(self, recipient: Addressed) -> Iterator[str]:
        """The words that only this recipient's letter prints."""
        values = recipient_values(recipient, self._look.language)
        named = (field for part in self._edition(recipient).parts for field in part.fields)
        yield from (field.value(values) or "" for field in named if field.is_of_recipient)

    def _edition(self, recipient: Addressed) -> Edition:
        shown = self._snapshot.signatories_for(recipient)
        key = tuple(line.sign_on_id for line in shown)
        if key not in self._editions:
            self._editions[key] = self._make_edition(shown)
        return self._editions[key]

    def _make_edition(self, shown: tuple[Signatory, ...]) -> Edition:
        every = (*self._head, *parts.ending(self._snapshot, shown, self._look))
        fixed = [part for part in every if not part.varies]
        values = self._shown(run_values(self._snapshot, count(shown)), fixed)
        return Edition(values, every, self._set)

    def _shown(self, values: Values, among: Iterable[Part]) -> Values:
        if not self._gaps_shown:
            return values
        return values | {name: f"{{{{ {name} }}}}" for name in _missing(values, among)}

    def _letterhead(self) -> list[Region]:
        items = parts.letterhead(self._snapshot, self._look)
        if not items:
            return []
        paper = self._look.paper
        return [Region(paper.left, styles.LETTERHEAD_TOP, paper.measure, (self._set(items),))]

    def _set(self, items: Iterable[Item]) -> Galley:
        return self._setter.set(items, self._look.paper.measure)


def _missing(values: Values, among: Iterable[Part]) -> tuple[str, ...]:
    named = (field for part in among for field in part.fields)
    return tuple(dict.fromkeys(field.name for field in named if field.value(values) is None))

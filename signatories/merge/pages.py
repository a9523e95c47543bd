"""A letter's pages, recipient by recipient. What does not vary is set once and shared by all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, groupby, islice

from signatories.block.signatory import Signatory
from signatories.merge import parts, styles, wording
from signatories.merge.block import block_flow
from signatories.merge.block.looks import Resources
from signatories.merge.block.texts import Told
from signatories.merge.blocks import blocks
from signatories.merge.editions import Edition
from signatories.merge.listing import whole
from signatories.merge.misfits import misfits
from signatories.merge.parts import Part
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import look_of
from signatories.merge.values import Values, recipient_values, run_values
from signatories.merge.windows import window_of
from signatories.recipients.choosing import Addressed
from signatories.texts import Message
from signatories.typesetting.flow import Flow, Item, Paragraph, Region
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document, Footer

LOT = 64  # letters
_NOTHING = Line(0.0, 0.0, ())


class LetterPages:
    """Makes the letters of one snapshot in the language of its text. Keeps what it has set; use it in one thread.

    With `gaps_shown`, for previews, a field that nothing stands in for is printed as it is written. A `setter` that
    set an earlier look of the same words is quicker.
    """

    def __init__(
        self, snapshot: Snapshot, *, gaps_shown: bool = False, setter: Typesetter | None = None
    ) -> None:
        self._snapshot = snapshot
        self._gaps_shown = gaps_shown
        self._setter = setter or Typesetter()
        self._look = look_of(snapshot)
        self._opening = parts.opening(snapshot, self._look)
        self._head = [*self._opening.flow, *parts.body(snapshot, self._look)]
        self._letterhead = self._set_letterhead()
        self._footer = Footer(lambda page, pages: wording.page_of(page, pages, self._look.language))
        self._given = Resources(self._look, self._setter, snapshot.images)
        self._editions: dict[tuple[tuple[int, bool, bool], ...], Edition] = {}
        self._refused = {id_ for line in snapshot.signatories for id_ in line.never_to}
        self._of_recipient: dict[int, Edition] = {}

    def document(self, recipient: Addressed) -> Document:
        """One recipient's letter. Raises MissingValues when a field has neither value nor fallback."""
        return next(self.documents([recipient]))

    def documents(self, recipients: Iterable[Addressed]) -> Iterator[Document]:
        """Their letters, made in lots: quicker, as the processor keeps at hand what it needs. Raises as `document`."""
        rest = iter(recipients)
        while lot := list(islice(rest, LOT)):
            for edition, those in groupby(lot, self._edition):
                yield from self._of_edition(edition, list(those))

    def shown(self, recipient: Addressed) -> Mapping[int, str]:
        """What a recipient's letter shows of each signatory, by the id of the sign-on. The same for the same list."""
        return self._edition(recipient).texts

    def block(self, told: Told) -> Document:
        """The whole list alone, as its own document, whose pages are made while they are walked.

        What they show is told in time to be looked for.
        """
        return self._streamed(block_flow(told.by(whole(self._snapshot)), self._given))

    def ending(self) -> Document:
        """The block as letters print it, limited or only counted, with its annex, and no letter around it."""
        snapshot, given = self._snapshot, self._given
        made = blocks(snapshot.signatories, snapshot.block, self._look.language, snapshot.listed_on)
        return self._streamed(chain(made.end_flow(given), made.annex_flow(given)))

    def heading_ends(self) -> float:
        """How far below the paper's edge that ends which stands above a window. Raises as `document`."""
        heading = self._heading(self._common.values)
        return max((y + galley.height for y, galley in heading), default=0.0)

    def misfits(self) -> tuple[Message, ...]:
        """What did not fit on the pages that were made since this was last asked."""
        findings = self._setter.take_findings()
        if not findings:
            return ()
        return tuple(misfits(findings, self._snapshot.printed, self._snapshot.text.title))

    def printed_values(self, recipient: Addressed) -> Iterator[str]:
        """The words that only this recipient's letter prints."""
        edition = self._edition(recipient)
        values = recipient_values(recipient, self._look.language, edition.names)
        for field in edition.own_fields:
            yield field.value(values) or ""

    def _streamed(self, flow: Flow) -> Document:
        paper = self._look.paper
        feet = self._setter.feet(self._footer, paper)
        pages = self._setter.stream(flow, paper)
        return Document(self._snapshot.text.title, self._look.language, pages, feet)

    def _of_edition(self, edition: Edition, those: Sequence[Addressed]) -> Iterator[Document]:
        language = self._look.language
        own = (recipient_values(each, language, edition.names) for each in those)
        values = [self._shown(edition.values | each, edition.parts) for each in own]
        for recipient, pages in zip(those, edition.pages(values), strict=True):
            yield Document(recipient.name, language, pages)

    def _edition(self, recipient: Addressed) -> Edition:
        if recipient.id not in self._refused and not self._snapshot.block.reduced:
            return self._common
        edition = self._of_recipient.get(recipient.id)
        if edition is None:
            edition = self._of_list(self._snapshot.signatories_for(recipient))
            self._of_recipient[recipient.id] = edition
        return edition

    @cached_property
    def _common(self) -> Edition:
        """The letter for all whom nobody refused to be shown to."""
        return self._of_list(self._snapshot.signatories)

    def _of_list(self, shown: tuple[Signatory, ...]) -> Edition:
        key = tuple((line.sign_on_id, line.withheld, line.first) for line in shown)
        if key not in self._editions:
            self._editions[key] = self._make_edition(shown)
        return self._editions[key]

    def _make_edition(self, shown: tuple[Signatory, ...]) -> Edition:
        made = blocks(shown, self._snapshot.block, self._look.language, self._snapshot.listed_on)
        every = (*self._head, *parts.ending(self._snapshot, made, self._given))
        fixed = [part for part in (*self._opening.above, *every) if not part.varies]
        values = self._shown(run_values(self._snapshot, made.at_end.counts), fixed)
        paper, window = self._look.paper, window_of(self._snapshot)
        if window:
            paper = replace(paper, first_top=window.top)
        heading = self._heading(values)
        regions = [Region(paper.left, y, paper.measure, (galley,)) for y, galley in heading]
        plans = self._setter.plans(paper, regions=regions, footer=self._footer)
        return Edition(values, every, made, self._setter, paper, plans)

    def _shown(self, values: Values, among: Iterable[Part]) -> Values:
        if not self._gaps_shown:
            return values
        return values | {name: f"{{{{ {name} }}}}" for name in _missing(values, among)}

    def _heading(self, values: Values) -> list[tuple[float, Galley]]:
        """How far below the paper's edge the letterhead stands, and what is above a window."""
        made = (item for part in self._opening.above for item in part.items(values))
        items = [item for item in made if isinstance(item, Paragraph)]  # there is nothing else
        placed = [(styles.LETTERHEAD_TOP, self._letterhead)] if self._letterhead else []
        if items:
            ends = (y + galley.height for y, galley in placed)
            placed.append((max([self._look.paper.top, *ends]), self._set(items)))
        return placed

    def _set_letterhead(self) -> Galley | None:
        items = parts.letterhead(self._snapshot, self._look)
        if not items:
            return None
        galley = self._set(items)
        if not self._snapshot.run.letterhead:  # the paper has it
            galley = replace(galley, lines=tuple(_NOTHING for _ in galley.lines))
        return galley

    def _set(self, items: Iterable[Item]) -> Galley:
        return self._setter.set(items, self._look.paper.measure)


def _missing(values: Values, among: Iterable[Part]) -> tuple[str, ...]:
    named = (field for part in among for field in part.fields)
    return tuple(dict.fromkeys(field.name for field in named if field.value(values) is None))

"""A flow becomes pages: galleys are cut where a page is full, as a typographer would cut them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from signatories.typesetting.cutting import cut
from signatories.typesetting.findings import Finding, Findings
from signatories.typesetting.flow import Flow, Item, Paragraph, Region, Span
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Feet, Footer, Page, PageFormat, Placed
from signatories.typesetting.planning import Fixed, PagePlans
from signatories.typesetting.refilling import Ending
from signatories.typesetting.setting import Setter
from signatories.typesetting.stretches import fixed, stretches
from signatories.typesetting.styles import ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

_BODY = TextStyle()
_KEPT_FEET = 1 << 10


class Typesetter:
    """Sets text and makes pages; keeps every shaped word, so use one for a whole run, in one thread."""

    def __init__(self) -> None:
        self._findings = Findings()
        self._words = Words(self._findings)
        self._feet: dict[tuple[str, Footer, float], Galley] = {}
        self._setters: dict[float, Setter] = {}

    def set(self, items: Iterable[Item], width: float) -> Galley:
        """Set items to a width. Put the galley into many flows, and it is set and drawn only once."""
        return self._setter(width).set(items, width)

    def pages(
        self,
        flow: Flow,
        paper: PageFormat,
        *,
        regions: Sequence[Region] = (),
        footer: Footer | None = None,
    ) -> tuple[Page, ...]:
        """Make the pages of one document: at least one, with the regions on the first."""
        pages = tuple(self.stream(flow, paper, regions=regions))
        if footer is None or len(pages) == 1:
            return pages
        feet = self.feet(footer, paper)
        return tuple(
            page._replace(placed=(*page.placed, *feet(number, len(pages))))
            for number, page in enumerate(pages, start=1)
        )

    def stream(
        self, flow: Flow, paper: PageFormat, *, regions: Sequence[Region] = ()
    ) -> Iterator[Page]:
        """Make the same pages one by one, without a footer. Keeps no more than the page at hand."""
        fixed_places = [self._place_region(region) for region in regions]
        clear = [
            placed.y + placed.galley.height
            for placed, region in zip(fixed_places, regions, strict=True)
            if region.clears
        ]
        top = max([paper.top if paper.first_top is None else paper.first_top, *clear])
        sheets = cut(stretches(flow, self._setter(paper.measure)), paper, top, self._findings)
        first = (*fixed_places, *next(sheets, ()))
        yield Page(paper.width, paper.height, first)
        for sheet in sheets:
            yield Page(paper.width, paper.height, tuple(sheet))

    def feet(self, footer: Footer, paper: PageFormat) -> Feet:
        """What the footer puts on each page of a document, once it is known how many there are."""

        def on_page(page: int, pages: int) -> tuple[Placed, ...]:
            return (self._foot(footer.text(page, pages), footer, paper),) if pages > 1 else ()

        return on_page

    def fixed(self, flow: Flow, measure: float) -> tuple[Fixed, ...]:
        """The flow set once. Put it into many flows of this measure, and it is drawn only once."""
        return tuple(fixed(flow, self._setter(measure)))

    def ending(
        self, spans: tuple[Span, ...], look: TextStyle, style: ParagraphStyle, paper: PageFormat
    ) -> Ending:
        """What sets the paragraphs that end in these spans; they differ in the words before. `look`: of the tallest."""
        return Ending(spans, look, style, self._setter(paper.measure))

    def plans(
        self, paper: PageFormat, *, regions: Sequence[Region] = (), footer: Footer | None = None
    ) -> PagePlans:
        """What makes the pages of documents that differ in some galleys only; else as `pages` does."""
        return PagePlans(
            partial(self.pages, paper=paper, regions=regions, footer=footer), self._findings
        )

    def take_findings(self) -> tuple[Finding, ...]:
        """What did not fit since this was last asked; each text once."""
        return self._findings.take()

    def missing(self, text: str, style: TextStyle = _BODY) -> tuple[str, ...]:
        """The characters of the text that no face has: to be reported before anything is printed."""
        return self._words.missing(text, style)

    def _setter(self, measure: float) -> Setter:
        setter = self._setters.get(measure)
        if setter is None:
            setter = self._setters[measure] = Setter(self._words, self._findings, measure)
        return setter

    def _place_region(self, region: Region) -> Placed:
        only = region.items[0] if len(region.items) == 1 else None
        galley = only if isinstance(only, Galley) else self.set(region.items, region.width)
        return Placed(region.x, region.y, galley, 0, len(galley.lines))

    def _foot(self, text: str, footer: Footer, paper: PageFormat) -> Placed:
        key = (text, footer, paper.measure)
        galley = self._feet.get(key)
        if galley is None:
            if len(self._feet) > _KEPT_FEET:
                self._feet.clear()
            style = ParagraphStyle(leading=footer.style.size * 1.2, align=footer.align)
            line = Paragraph((Span(text, footer.style),), style)
            galley = self._feet[key] = self.set([line], paper.measure)
        baseline = paper.height - paper.foot
        foot = galley.lines[0]
        drop = foot.baseline if isinstance(foot, Line) else 0.0
        return Placed(paper.left, baseline - drop, galley, 0, len(galley.lines))

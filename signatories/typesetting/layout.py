"""A flow becomes pages: galleys are cut where a page is full, as a typographer would cut them."""

from collections.abc import Iterable, Iterator, Sequence

from signatories.typesetting.cutting import cut
from signatories.typesetting.findings import Finding, Findings
from signatories.typesetting.flow import Item, PageBreak, Paragraph, Region, Span
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Footer, Page, PageFormat, Placed
from signatories.typesetting.setting import Setter
from signatories.typesetting.styles import ParagraphStyle, TextStyle
from signatories.typesetting.words import Words

_BODY = TextStyle()


class Typesetter:
    """Sets text and makes pages; keeps every shaped word, so use one for a whole run, in one thread."""

    def __init__(self) -> None:
        self._words = Words()
        self._findings = Findings()
        self._feet: dict[tuple[str, Footer, float], Galley] = {}

    def set(self, items: Iterable[Item], width: float) -> Galley:
        """Set items to a width. Put the galley into many flows, and it is set and drawn only once."""
        return Setter(self._words, self._findings, width).set(items, width)

    def pages(
        self,
        flow: Iterable[Item | PageBreak],
        paper: PageFormat,
        *,
        regions: Sequence[Region] = (),
        footer: Footer | None = None,
    ) -> tuple[Page, ...]:
        """Make the pages of one document: at least one, with the regions on the first."""
        fixed = [self._place_region(region) for region in regions]
        clear = [
            placed.y + placed.galley.height
            for placed, region in zip(fixed, regions, strict=True)
            if region.clears
        ]
        first_top = max([paper.top if paper.first_top is None else paper.first_top, *clear])
        sheets = [*self._sheets(flow, paper, first_top)] or [[]]
        sheets[0][:0] = fixed
        if footer and len(sheets) > 1:
            for number, sheet in enumerate(sheets, start=1):
                sheet.append(self._foot(footer.text(number, len(sheets)), footer, paper))
        return tuple(Page(paper.width, paper.height, tuple(sheet)) for sheet in sheets)

    def take_findings(self) -> tuple[Finding, ...]:
        """What did not fit since this was last asked; each text once."""
        return self._findings.take()

    def missing(self, text: str, style: TextStyle = _BODY) -> tuple[str, ...]:
        """The characters of the text that no face has: to be reported before anything is printed."""
        return self._words.missing(text, style)

    def _sheets(
        self, flow: Iterable[Item | PageBreak], paper: PageFormat, first_top: float
    ) -> Iterator[list[Placed]]:
        top = first_top
        for galleys in self._sections(flow, paper.measure):
            for sheet in cut(galleys, paper, top):
                yield sheet
                top = paper.top

    def _sections(self, flow: Iterable[Item | PageBreak], measure: float) -> Iterator[list[Galley]]:
        """The galleys between page breaks; items that stand together in the flow are one galley."""
        section: list[Galley] = []
        loose: list[Item] = []
        for item in flow:
            if not isinstance(item, Galley | PageBreak):
                loose.append(item)
                continue
            if loose:
                section.append(self.set(loose, measure))
                loose = []
            if isinstance(item, Galley):
                section.append(item)
            else:
                yield section
                section = []
        yield [*section, self.set(loose, measure)]

    def _place_region(self, region: Region) -> Placed:
        only = region.items[0] if len(region.items) == 1 else None
        galley = only if isinstance(only, Galley) else self.set(region.items, region.width)
        return Placed(region.x, region.y, galley, 0, len(galley.lines))

    def _foot(self, text: str, footer: Footer, paper: PageFormat) -> Placed:
        key = (text, footer, paper.measure)
        galley = self._feet.get(key)
        if galley is None:
            style = ParagraphStyle(leading=footer.style.size * 1.2, align=footer.align)
            line = Paragraph((Span(text, footer.style),), style)
            galley = self._feet[key] = self.set([line], paper.measure)
        baseline = paper.height - paper.foot
        foot = galley.lines[0]
        drop = foot.baseline if isinstance(foot, Line) else 0.0
        return Placed(paper.left, baseline - drop, galley, 0, len(galley.lines))

"""What stands on a page, in its order: lines, lists and tables become sheets to choose from, the likeliest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from signatories.sources.behind_cells import beside
from signatories.sources.documents import Area
from signatories.sources.readings import SheetReading

_SHORT = 100  # characters: a heading, or an entry of a list that is no sentence
_HEADING_LINES = 2  # between two lists that belong together
_SENTENCES = 0.4  # the share from which a list is one of demands, not of names
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CARD_LINES = 3  # of a signature, at the fewest, that is a cell of its own
_LONGEST_NAME = 60  # characters of a sheet's name


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; `is_heading` where the page says that it heads what follows."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a list as rows of one cell. `merges` and `links`, the addresses behind cells, count lines from 1."""

    rows: list[tuple[str, ...]]
    is_list: bool
    merges: list[Area] = field(default_factory=list)
    links: dict[int, list[str]] = field(default_factory=dict)

    @property
    def is_of_sentences(self) -> bool:
        """Whether it is a list of demands, say, and not of names."""
        texts = [row[0] for row in self.rows]
        long = sum(len(text) > _SHORT or text.endswith((".", ";", ":")) for text in texts)
        return self.is_list and long > _SENTENCES * len(texts)

    def as_list(self) -> "Grid":
        """A table of signatures side by side, each with its name, role and body below one another, as a list of them.

        Cells of two lines may be the parts of one signatory as well: such a table stays one.
        """
        cells = [cell for row in self.rows for cell in row if cell.strip()]
        is_of_cards = all(len(cell.split("\n")) >= _CARD_LINES for cell in map(str.strip, cells))
        if self.is_list or not is_of_cards or max(map(len, self.rows), default=0) < 2:
            return self
        return Grid([(cell,) for cell in cells], is_list=True)

    def goes_on_in(self, other: "Grid") -> bool:
        """Whether the two may be one list under several headings."""
        widths = {max(map(len, grid.rows[:50])) for grid in (self, other)}
        sentences = self.is_of_sentences or other.is_of_sentences
        return self.is_list == other.is_list and len(widths) == 1 and not sentences


Block = TextLine | Grid


def raised(text: str) -> str:
    """A raised number as characters that are raised: the mark of a footnote is no part of a name."""
    return text.translate(_RAISED) if text.strip().isdecimal() else text


@dataclass(slots=True)
class _Group:
    """Grids that belong together, with the headings before each."""

    name: str
    parts: list[tuple[Sequence[TextLine], Grid]]

    @property
    def size(self) -> int:
        return sum(len(grid.rows) for _, grid in self.parts)

    def sheet(self) -> SheetReading:
        """One sheet: headings stand as rows of one cell, where there are several grids."""
        rows: list[tuple[str, ...]] = []
        merges: list[Area] = []
        behind: dict[int, list[str]] = {}
        for headings, grid in self.parts:
            if len(self.parts) > 1:
                rows += [(_as_heading(line, grid),) for line in headings]
            merges += [_moved(area, len(rows)) for area in grid.merges]
            behind |= {line + len(rows): links for line, links in grid.links.items()}
            rows += grid.rows
        reading = SheetReading(self.name, _numbered(rows), merges=merges)
        if behind:
            reading.rows = beside(reading.rows, behind, max(map(len, rows)), reading.notes)
        return reading


def sheets(blocks: Sequence[Block]) -> Iterator[SheetReading]:
    """The longest list or table that is not one of sentences, the others, and the whole text as lines."""
    blocks = [block.as_list() if isinstance(block, Grid) else block for block in blocks]
    groups = _groups(blocks)
    names = [group for group in groups if not group.parts[0][1].is_of_sentences]
    main = max(names, key=lambda group: group.size, default=None)
    lines = [(text,) for block in blocks for text in _texts(block)]
    text = SheetReading("Text", _numbered(lines))
    if main is None:
        yield text
    else:
        yield main.sheet()
    yield from (group.sheet() for group in groups if group is not main)
    if main is not None and any(isinstance(block, TextLine) for block in blocks):
        yield text


def _groups(blocks: Sequence[Block]) -> list[_Group]:
    found: list[_Group] = []
    between: list[TextLine] = []
    numbers = {True: 0, False: 0}
    for block in blocks:
        if isinstance(block, TextLine):
            between.append(block)
            continue
        numbers[block.is_list] += 1
        lines = _headings(between)
        headings = [line.text for line in lines]
        kind = "List" if block.is_list else "Table"
        name = f"{kind} {numbers[block.is_list]}"
        if found and len(headings) == len(between) and found[-1].parts[-1][1].goes_on_in(block):
            found[-1].parts.append((lines, block))
            first = numbers[block.is_list] - len(found[-1].parts) + 1
            found[-1].name = f"{kind}s {first}–{numbers[block.is_list]}"
        else:
            shown = f"{name}: {headings[-1]}" if headings else name
            found.append(_Group(shown[:_LONGEST_NAME], [(lines, block)]))
        between = []
    return found


def _as_heading(line: TextLine, grid: Grid) -> str:
    """A heading as it stands among the lines of a list: the colon tells it from an entry."""
    marked = grid.is_list and line.is_heading and not line.text.endswith(":")
    return f"{line.text}:" if marked else line.text


def _headings(lines: Sequence[TextLine]) -> list[TextLine]:
    """The short lines right before a list or a table."""
    found: list[TextLine] = []
    for line in reversed(lines[-_HEADING_LINES:]):
        if len(line.text) > _SHORT or line.text.endswith((".", ";", ",")):
            break
        found.insert(0, line)
    return found


def _texts(block: Block) -> list[str]:
    if isinstance(block, TextLine):
        return [block.text]
    return [", ".join(cell for cell in row if cell) for row in block.rows]


def _numbered(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    return ((line, row) for line, row in enumerate(rows, 1) if any(map(str.strip, row)))


def _moved(area: Area, lines: int) -> Area:
    first, last = area.first_line + lines, area.last_line + lines
    return Area(first, area.first_column, last, area.last_column)

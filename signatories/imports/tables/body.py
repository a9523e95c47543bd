"""What stands under a header: records, headings of others, totals and notes; and how the records are filled in."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from signatories.imports.tables import headings
from signatories.imports.tables.filling import (
    Carried,
    FillDown,
    Filler,
    Merged,
    OtherAnswers,
    sparse_columns,
)
from signatories.imports.tables.headers import Header, cell, naming_columns, usual_width
from signatories.imports.tables.labels import distinct, named, of_addresses
from signatories.imports.tables.left_out import (
    HASHTAGS,
    HEADER_AGAIN,
    HEADING,
    KEPT,
    TITLE,
    TOTAL,
    UPPER,
    LeftOut,
    below_table,
    left_out,
)
from signatories.imports.tables.other_answers import others_in
from signatories.imports.tables.walking import SAMPLED_ROWS, Walk
from signatories.progress import Progress
from signatories.sources.documents import Area, Row


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked of a table.

    `told` are names of columns that it has. `header_line` is where they stand, 0: nowhere, None: to be found.
    `fill_down` names the columns to fill, None: those that surely are meant so. `kept` lines are never left out.
    """

    told: Collection[str] = ()
    header_line: int | None = None
    fill_down: Collection[str] | None = None
    kept: Collection[int] = ()

    def fills(self, column: str, *, surely: bool) -> bool:
        """Whether a column is to be filled down."""
        return surely if self.fill_down is None else column in self.fill_down


@dataclass(slots=True)
class Body:
    """The columns, the rows left out by their place in the sheet, and what fills the cells of the others.

    `kept` are rows below the notes that stay, for they may be records; `others` are columns, and where what they leave
    open is said in one's own words.
    """

    names: list[str]
    left_out: dict[int, LeftOut] = field(default_factory=dict)
    kept: list[LeftOut] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    fills: list[FillDown] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)


class BodyReader:
    """Finds out, in one walk through the rows under a header, what each of them is."""

    def __init__(
        self, rows: Sequence[Row], merges: Sequence[Area], header: Header, wish: Wish
    ) -> None:
        self._rows, self._header, self._wish = rows, header, wish
        self._merges = [area for area in merges if area.first_line > (header.line or 0)]
        self._sample = rows[header.end : header.end + SAMPLED_ROWS]
        self._sparse = sparse_columns(header.names, self._sample)

    def read(self, progress: Progress) -> Body:
        """The body; raises Cancelled."""
        names, fill_down = self._header.names, self._wish.fill_down or ()
        asked = {n for n, name in enumerate(names) if name in fill_down}.union(self._sparse)
        walk = Walk(self._rows, self._header, self._merges, asked).through(progress)
        if self._header.line is not None:
            names = of_addresses(names, self._sample)
        body = Body(list(named(names, walk.used)))
        self._leave_out(walk, body)
        self._fill_merged(walk, body)
        self._carry_down(walk, body)
        self._use_headings(walk, body)
        self._take_others(body)
        body.left_out = {
            place: row
            for place, row in sorted(body.left_out.items())
            if row.line not in self._wish.kept or place < self._header.end
        }
        return body

    def _leave_out(self, walk: Walk, body: Body) -> None:
        """Titles, hashtags, the header again, totals and notes."""
        header, out = self._header, body.left_out
        for place, row in enumerate(self._rows[: header.begin]):
            out[place] = left_out(row, TITLE)
        if header.hashtags_place is not None:
            out[header.hashtags_place] = left_out(self._rows[header.hashtags_place], HASHTAGS)
        for place, row in enumerate(self._rows[header.begin : header.end], start=header.begin):
            if row.line != header.line and place != header.hashtags_place:
                out[place] = left_out(row, UPPER)
        out.update((place, left_out(row, HEADER_AGAIN)) for place, row in walk.again.items())
        out.update((place, left_out(row, TOTAL)) for place, row in walk.totals.items())
        usual, naming = usual_width(self._sample), naming_columns(header.names)
        below = dict(below_table(self._rows, header.end, usual, naming))
        body.kept = [each for each in below.values() if each.reason is KEPT]
        out.update((place, each) for place, each in below.items() if each.reason is not KEPT)

    def _fill_merged(self, walk: Walk, body: Body) -> None:
        """Merged cells: those that go down are switched by their column."""
        down: dict[str, list[str]] = {}
        filled = []
        for area, text in walk.merged:
            column = body.names[area.first_column]
            if area.last_line > area.first_line:
                down.setdefault(column, []).append(text)
            if area.last_line == area.first_line or self._wish.fills(column, surely=True):
                filled.append((area, text))
        if filled:
            body.fillers.append(Merged(filled, len(body.names)))
        for column, texts in down.items():
            done = self._wish.fills(column, surely=True)
            body.fills.append(FillDown(column, done, len(texts), " ".join(texts[0].split())))

    def _carry_down(self, walk: Walk, body: Body) -> None:
        """Groups named on their first row only, where somebody said so; a row with nothing else heads those below."""
        switched = {fill.column for fill in body.fills}
        for number, found in walk.given.items():
            places = [place for place in found if place not in body.left_out]
            column = body.names[number]
            if not places or column in switched:
                continue
            done = self._wish.fills(column, surely=False)
            example = cell(self._rows[places[0]], number)
            body.fills.append(FillDown(column, done, len(places), example))
            if done:
                body.fillers.append(Carried(self._rows, places, _cell_of(number), number))
                own = {n: row for n, row in walk.thin.items() if cell(row, number)}
                body.left_out |= {n: left_out(row, HEADING) for n, row in own.items()}

    def _use_headings(self, walk: Walk, body: Body) -> None:
        """Rows with a single cell that head others make a column of their own, unless they say nothing: A, B, C."""
        if usual_width(self._sample) < 2:
            return
        thin = {place: row for place, row in walk.thin.items() if place not in body.left_out}
        across = {area.first_line for area in self._merges if area.last_column > area.first_column}
        found = headings.find(thin, self._header.end, across)
        if found is None:
            return
        column = distinct(found.column, body.names)
        done = self._wish.fills(column, surely=True)
        if found.example:
            body.fills.append(FillDown(column, done, found.count, found.example))
        if done and found.example:
            text_of, number = headings.text_of, len(body.names)
            body.fillers.append(Carried(self._rows, found.places, text_of, number))
            body.names.append(column)
        if done or not found.example:
            body.left_out |= {n: left_out(thin[n], HEADING) for n in found.places}

    def _take_others(self, body: Body) -> None:
        """Answers in one's own words go where the question says nothing."""
        if others := others_in(body.names):
            body.fillers.append(OtherAnswers(others))
            body.others = [(body.names[here], body.names[there]) for here, there in others.items()]


def _cell_of(number: int) -> Callable[[Row], str]:
    """What reads that cell of a row."""
    return lambda row: cell(row, number)

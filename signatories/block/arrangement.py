"""A list laid out as plain data: what every output of a block shows, in the same order and words."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from signatories.block import headings, wording
from signatories.block.entries import Entries, Entry, Listed, is_numbered
from signatories.block.forms import counting
from signatories.block.grouping import Group, groups
from signatories.block.ordering import ordered
from signatories.block.patterns import parse
from signatories.block.pieces import Piece, plain
from signatories.block.rows import as_pattern, column_pattern
from signatories.block.settings import NUMBER, BlockSettings, GroupSettings, Layout
from signatories.block.signatory import Counts, Signatory, count
from signatories.block.values import printable
from signatories.models import Capacity
from signatories.models.block import Form, Late, Marker, Place

_COUNT = re.compile(r"\s*[(（\[]\{count\}[)）\]]")


@dataclass(frozen=True, slots=True)
class Section:
    """A group of entries in one layout; `title` is empty where there is none, `head` where there is no table.

    `again`: the title above what goes on on a further page, empty where none is to stand there.
    What the form of the layout does not look at has its usual value in it. `fields`: those that its patterns name.
    `entries` are made when they are walked or asked for by index, each time anew: keep none of a long list.
    """

    title: tuple[Piece, ...]
    layout: Layout
    head: tuple[str, ...]
    entries: Listed
    fields: frozenset[str]
    again: tuple[Piece, ...] = ()

    @property
    def heading(self) -> str:
        """The title without its looks."""
        return plain(self.title)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A block. `above` and `below` are paragraphs around the sections: as-of line, notices, counts, what is left out.

    `notes` are the footnotes of the signatories: the first has the number 1.
    """

    language: str
    place: Place
    heading: str
    above: tuple[str, ...]
    sections: tuple[Section, ...]
    below: tuple[str, ...]
    notes: tuple[str, ...]
    counts: Counts

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, in printed order."""
        for section in self.sections:
            yield from section.entries


def arrange(
    signatories: Sequence[Signatory],
    settings: BlockSettings,
    language: str,
    *,
    as_of: dt.date,
    limit: int | None = None,
) -> Arrangement:
    """Lay out a list that is in block order. The withheld among it are counted apart, and shown nowhere.

    `as_of`: the day of the list. `limit`: how many entries are shown; the others are counted in a line.
    Raises Refused for a pattern or heading that cannot be read.
    """
    counts = count(signatories)
    printed = [line for line in signatories if not line.withheld]
    parted = _limited(_groups(printed, settings, language), limit)
    shown = [line for group in parted for line in group.members]
    footnotes = ((line.sign_on_id, printable(line.footnote)) for line in shown if line.footnote)
    notes = {sign_on_id: note for sign_on_id, note in footnotes if note}
    values: dict[str, str | int] = {"count": counts.signatories, **asdict(counts)}
    return Arrangement(
        language=language,
        place=settings.place,
        heading=plain(headings.filled(settings.heading, values)),
        above=_above(shown, settings, language, as_of),
        sections=_sections(parted, settings, language, list(notes)),
        below=_below(counts, settings, language, len(printed) - len(shown)),
        notes=tuple(notes.values()),
        counts=counts,
    )


def _groups(printed: list[Signatory], settings: BlockSettings, language: str) -> list[Group]:
    """The groups in printed order, below them who is late and to stand apart."""
    if settings.place is Place.COUNT_ONLY:
        return []
    late: list[Signatory] = []
    if settings.late is Late.OWN_HEADING and settings.late_after is not None:
        moment = settings.late_after
        late = [line for line in printed if line.confirmed_at > moment]
        printed = [line for line in printed if line.confirmed_at <= moment]
    found = groups(printed, settings, language)
    if late:
        words = wording.late(language)
        found.append(Group(words, words, GroupSettings(words), late, len(late)))
    return [_in_own_order(group, settings, language) for group in _with_first(found)]


def _with_first(found: list[Group]) -> list[Group]:
    """The groups, before the others those with lines that a recipient is to see first."""
    return sorted(found, key=lambda group: not any(line.first for line in group.members))


def _in_own_order(group: Group, settings: BlockSettings, language: str) -> Group:
    rule = group.chosen.order
    if rule is None:
        return group
    members = ordered(group.members, rule, language, settings.pins)
    return group._replace(members=sorted(members, key=lambda line: not line.first))


def _limited(parted: list[Group], limit: int | None) -> list[Group]:
    """The first of the groups and their entries, as many as are to be shown; each still knows how many it has."""
    if limit is None:
        return parted
    kept: list[Group] = []
    for group in parted:
        if limit > 0:
            kept.append(group._replace(members=group.members[:limit]))
        limit -= len(group.members)
    return kept


def _sections(
    parted: list[Group], settings: BlockSettings, language: str, notes: list[int]
) -> tuple[Section, ...]:
    numbers = {sign_on_id: number for number, sign_on_id in enumerate(notes, start=1)}
    made: list[Section] = []
    reached = 0
    for group in parted:
        layout = counting(group.chosen.layout or settings.layout)
        first: int | None = None
        if is_numbered(layout):
            first = 1 if layout.marker is Marker.NUMBERS_PER_GROUP else reached + 1
            reached += len(group.members)
        entries = Entries(group.members, layout, first, settings.lines, numbers)
        fields = _fields(group, layout, settings)
        head, again = _head(layout, language), _again(group, settings, language)
        made.append(Section(_title(group), layout, head, entries, fields, again))
    return tuple(made)


def _fields(group: Group, layout: Layout, settings: BlockSettings) -> frozenset[str]:
    patterns = [layout.pattern]
    if layout.form is Form.TABLE:
        patterns = [as_pattern(name) for name in layout.table_columns if name != NUMBER]
    if settings.lines:
        ids = {line.sign_on_id for line in group.members}
        patterns += (own for sign_on_id, own in settings.lines.items() if sign_on_id in ids)
    return frozenset(name for pattern in patterns for name in parse(pattern).names)


def _title(group: Group) -> tuple[Piece, ...]:
    if group.chosen.heading:
        values: dict[str, str | int] = {"group": group.words, "count": group.size}
        return headings.filled(group.chosen.heading, values)
    return (Piece(group.words),) if group.words else ()


def _again(group: Group, settings: BlockSettings, language: str) -> tuple[Piece, ...]:
    """The title where the group goes on: without its count in brackets, before which other brackets would stand."""
    heading = _COUNT.sub("", group.chosen.heading)
    title = _title(group._replace(chosen=replace(group.chosen, heading=heading)))
    if not title or not settings.continued:
        return ()
    return (*title, Piece(wording.continued(language)))


def _head(layout: Layout, language: str) -> tuple[str, ...]:
    if layout.form is not Form.TABLE:
        return ()
    names = (
        name if name == NUMBER else column_pattern(name).names[0] for name in layout.table_columns
    )
    return tuple(wording.column(name, language) for name in names)


def _above(
    shown: list[Signatory], settings: BlockSettings, language: str, as_of: dt.date
) -> tuple[str, ...]:
    lines = [wording.as_of_line(as_of, language)] if settings.as_of_line else []
    if settings.notice and settings.notice_above:
        lines.append(settings.notice)
    identified = any(line.capacity is Capacity.IDENTIFICATION for line in shown)
    if settings.identification_notice and identified:
        lines.append(wording.identification_notice(language))
    return tuple(lines)


def _below(
    counts: Counts, settings: BlockSettings, language: str, left_out: int
) -> tuple[str, ...]:
    only_counted = settings.place is Place.COUNT_ONLY
    lines = [wording.more_line(left_out, language)] if left_out and not only_counted else []
    if settings.count_line or only_counted:
        lines.append(wording.count_line(counts, language))
    if settings.notice and not settings.notice_above:
        lines.append(settings.notice)
    return tuple(lines)

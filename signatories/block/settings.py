"""What somebody chose for a block: order, layout, groups, pins, wording and place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from signatories import stored
from signatories.errors import Refused
from signatories.models.block import (
    Accents,
    Articles,
    Fill,
    Form,
    Grouping,
    Late,
    Marker,
    Order,
    PinPlace,
    Place,
    Reduction,
    Rules,
    Separator,
    Spaces,
    Spacing,
)
from signatories.texts import N_

PATTERN = "{name}, {role}, {organisation}"
NUMBER = "number"
"""The column of a table that counts its rows."""

BOUNDS: Mapping[str, tuple[float, float]] = {
    "columns": (1, 4),
    "size": (5.0, 36.0),
    "logo_area": (25.0, 10_000.0),
    "signing_room": (0.0, 300.0),
}
"""The least and the most of each number in a layout."""


@dataclass(frozen=True, slots=True)
class OrderRule:
    """What lines are ordered by, and what of a name counts in it.

    `seed` repeats a random order; `column` is the further one that lines are ordered by, before their names.
    """

    order: Order = Order.ORGANISATION
    articles: Articles = Articles.COUNT
    accents: Accents = Accents.FOLD
    spaces: Spaces = Spaces.COUNT
    seed: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines are set. Sizes and `signing_room` in points, `logo_area` (of a logo in a grid) in mm².

    `logos`: one beside each line. `signatures`: scanned ones above the names, of those who allow it.
    """

    form: Form = Form.LINES
    pattern: str = PATTERN
    columns: int = 1
    fill: Fill = Fill.DOWN
    marker: Marker = Marker.NONE
    separator: Separator = Separator.COMMA
    size: float = 11.0
    spacing: Spacing = Spacing.HALF
    table_columns: tuple[str, ...] = (NUMBER, "organisation", "country")
    zebra: bool = False
    rules: Rules = Rules.NONE
    logos: bool = False
    signatures: bool = False
    logo_area: float = 400.0
    signing_room: float = 36.0

    def __post_init__(self) -> None:
        for name, (least, most) in BOUNDS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                text = N_(
                    "The setting “{name}” of the block is from {least} to {most}, not {value}."
                )
                raise Refused(text, name=name, least=least, most=most, value=value)
        if not set(self.table_columns) - {NUMBER}:
            raise Refused(N_("A table has at least one column of words."))


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """A group of lines: the value that its lines share. No heading: the value in words; None: as the block."""

    key: str
    heading: str = ""
    layout: Layout | None = None
    order: OrderRule | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """A line that is kept in a place: first, last, or right after the sign-on `after`."""

    sign_on_id: int
    place: PinPlace
    after: int | None = None

    def __post_init__(self) -> None:
        if (self.place is PinPlace.AFTER) is (self.after is None):
            raise Refused(N_("A line is kept first, last, or after one other line."))


@dataclass(frozen=True, slots=True)
class Reduced:
    """What a recipient sees of the list: lines with its own value in a column, only these or these first."""

    column: str
    how: Reduction = Reduction.ONLY


@dataclass(frozen=True, slots=True)
class BlockSettings:
    """A block as it was designed. All of it can be read from and written to JSON.

    `groups` stand in printed order, those not named follow by alphabet. `lines` are patterns of single sign-ons.
    `continued`: the heading of a group stands again on each further page that its lines go on to.
    `late_after`: who confirmed later is late. `where` is a condition on sign-ons. `limit` cuts the list off.
    """

    order: OrderRule = OrderRule()
    layout: Layout = Layout()
    grouping: Grouping = Grouping.NONE
    grouping_column: str = ""
    groups: tuple[GroupSettings, ...] = ()
    continued: bool = True
    pins: tuple[Pin, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict, hash=False)
    place: Place = Place.CLOSING
    heading: str = ""
    count_line: bool = False
    as_of_line: bool = False
    notice: str = ""
    notice_above: bool = False
    identification_notice: bool = False
    limit: int | None = None
    late: Late = Late.SORTED
    late_after: dt.datetime | None = None
    where: str = ""
    reduced: Reduced | None = None

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise Refused(N_("A block shows at least one line, or all of them."))
        if self.grouping is Grouping.EXTRA and not self.grouping_column:
            raise Refused(N_("Say which column the block is grouped by."))

    def overridden(
        self,
        *,
        order: Order | None = None,
        articles: Articles | None = None,
        columns: int | None = None,
    ) -> "BlockSettings":
        """The settings with another order, rule for articles or number of columns, in all groups; None: as it is."""
        chosen = {"order": order, "articles": articles}
        rule: dict[str, Any] = {name: word for name, word in chosen.items() if word is not None}
        layout: dict[str, Any] = {} if columns is None else {"columns": columns}
        groups = (
            replace(
                group,
                layout=replace(group.layout, **layout) if group.layout else None,
                order=replace(group.order, **rule) if group.order else None,
            )
            for group in self.groups
        )
        return replace(
            self,
            order=replace(self.order, **rule),
            layout=replace(self.layout, **layout),
            groups=tuple(groups),
        )


def to_json(settings: BlockSettings) -> dict[str, Any]:
    """The settings as a letter keeps them: what differs from the defaults."""
    return stored.to_json(settings)


def from_json(data: Mapping[str, Any]) -> BlockSettings:
    """Read the settings of a letter, those of the first version of the program too.

    Raises Refused for what is no setting: a block is never printed with one that this program does not know.
    """
    return stored.from_json(BlockSettings, _upright(dict(data)))


def _upright(data: dict[str, Any]) -> dict[str, Any]:
    """The first version kept order and articles side by side."""
    if not isinstance(data.get("order", {}), str) and "articles" not in data:
        return data
    rule = {name: data.pop(name) for name in ("order", "articles") if name in data}
    return {**data, "order": rule}

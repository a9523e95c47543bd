"""Which settings of a layout count for which form."""

from collections.abc import Mapping
from dataclasses import fields, replace

from signatories.block.settings import Layout
from signatories.models.block import Form

_OF_LINES = frozenset(
    {"pattern", "columns", "fill", "marker", "spacing", "size", "logos", "signatures"}
)
COUNTING: Mapping[Form, frozenset[str]] = {
    Form.LINES: _OF_LINES,
    Form.RUN_IN: frozenset({"pattern", "marker", "separator", "size"}),
    Form.TABLE: frozenset({"table_columns", "rules", "zebra", "spacing", "size"}),
    Form.CARDS: _OF_LINES,
    Form.LOGOS: frozenset({"pattern", "columns", "logo_area", "spacing", "size"}),
    Form.TO_SIGN: frozenset(
        {"pattern", "columns", "fill", "marker", "signing_room", "spacing", "size"}
    ),
}
"""The fields of a layout that a form looks at."""

_DEFAULTS = {field.name: getattr(Layout(), field.name) for field in fields(Layout)}


def counting(layout: Layout) -> Layout:
    """The same layout, in which whatever its form does not look at is as in any other."""
    kept = COUNTING[layout.form] | {"form"}
    return replace(
        layout, **{name: default for name, default in _DEFAULTS.items() if name not in kept}
    )

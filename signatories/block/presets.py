"""The common blocks by name, as real letters have them: a beginning that somebody then changes."""

from dataclasses import replace
from typing import Any, NamedTuple

from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule
from signatories.models import Capacity
from signatories.models.block import (
    Fill,
    Form,
    Grouping,
    Marker,
    Order,
    Place,
    Rules,
    Separator,
    Spacing,
)
from signatories.texts import N_

_BY_FAMILY = OrderRule(Order.FAMILY)
_BY_COUNTRY = OrderRule(Order.COUNTRY)
_AS_GIVEN = OrderRule(Order.AS_GIVEN)
_AS_SIGNED = OrderRule(Order.SIGNED)


class Preset(NamedTuple):
    """A block under the name by which it is chosen."""

    name: str
    settings: BlockSettings


def applied(preset: BlockSettings, chosen: BlockSettings) -> BlockSettings:
    """A preset for a block that was worked on: what is about its own lines and recipients stays."""
    return replace(
        preset,
        pins=chosen.pins,
        lines=chosen.lines,
        where=chosen.where,
        late=chosen.late,
        late_after=chosen.late_after,
        reduced=chosen.reduced or preset.reduced,
    )


def _listed(pattern: str, order: OrderRule | None = None, **layout: Any) -> BlockSettings:
    return BlockSettings(order or OrderRule(), replace(Layout(pattern=pattern), **layout))


def _table(*columns: str, zebra: bool = False, rules: Rules = Rules.NONE) -> Layout:
    return Layout(
        Form.TABLE,
        table_columns=columns,
        zebra=zebra,
        rules=rules,
        size=10.0,
        spacing=Spacing.TIGHT,
    )


_NETWORKS_AND_NATIONAL = BlockSettings(
    layout=_table("number", "organisation", "country"),
    grouping=Grouping.GROUP,
    groups=(
        GroupSettings(
            "International",
            "*{group}*",
            _table("number", "organisation", "description", zebra=True),
        ),
        GroupSettings("National", "*{group}*", order=_BY_COUNTRY),
    ),
)
_TIERS = BlockSettings(
    layout=Layout(pattern="{organisation}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
    grouping=Grouping.GROUP,
    groups=tuple(GroupSettings(tier, "**{group}**") for tier in ("Global", "Regional", "National")),
    place=Place.NOTES,
)
_INITIATORS = BlockSettings(
    layout=Layout(marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
    grouping=Grouping.GROUP,
    groups=(
        GroupSettings(
            "Initiators",
            layout=Layout(pattern="{name} ({role})", marker=Marker.BULLETS),
            order=_BY_FAMILY,
        ),
        GroupSettings("Organisations"),
        GroupSettings("Individuals", order=OrderRule(Order.GIVEN)),
    ),
)
_BODIES_THEN_PERSONS = BlockSettings(
    layout=_table("name", "organisation", "role"),
    grouping=Grouping.CAPACITY,
    groups=(GroupSettings(Capacity.ORGANISATION.value, layout=Layout(pattern="{organisation}")),),
    order=OrderRule(Order.GIVEN),
)
_LOGOS = Layout(Form.LOGOS, columns=4, pattern="{organisation}")
_CARD = "**{name}**\n{organisation}\n{role}\n*{description}*"

COMMON: tuple[Preset, ...] = (
    Preset(
        N_("One column, a line of room between"),
        _listed("{name}, {organisation}", spacing=Spacing.LINE),
    ),
    Preset(N_("Name, role and organisation"), BlockSettings()),
    Preset(
        N_("Scanned signature above name and role"),
        _listed("{name}\n**{role}**\n{organisation}", signatures=True, spacing=Spacing.LINE),
    ),
    Preset(
        N_("On behalf of organisations"), _listed("{name}, on behalf of {organisation} ({acronym})")
    ),
    Preset(
        N_("Organisations, numbered"),
        _listed("{organisation}", marker=Marker.NUMBERS, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Organisation (acronym), country, as given"),
        _listed("{organisation} ({acronym}), {country}", _AS_GIVEN, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Organisation, acronym, country"),
        _listed("{organisation}, {acronym}, {country}", spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Three columns of organisations"),
        _listed("{organisation}", columns=3, size=9.0, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Two columns of names"),
        _listed("{name}", _BY_FAMILY, columns=2, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Names across the page"),
        _listed("{name}", _AS_GIVEN, columns=4, fill=Fill.ACROSS, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Name above profession"),
        _listed("**{name}**\n{role}", _BY_FAMILY, columns=3, size=9.0),
    ),
    Preset(N_("Name（organisation）"), _listed("{name}（{organisation}）", _AS_GIVEN)),
    Preset(
        N_("Members of a parliament"),
        _listed("{role} {given} **{FAMILY}**, {group}", _BY_FAMILY, spacing=Spacing.TIGHT),
    ),
    Preset(
        N_("Bold name, role, organisation and country"),
        _listed("**{name}** – *{role}, {organisation} – {country}*", _AS_SIGNED),
    ),
    Preset(
        N_("One paragraph with commas"),
        _listed("{organisation}", form=Form.RUN_IN),
    ),
    Preset(
        N_("One paragraph with semicolons"),
        _listed("{name}, {organisation}", form=Form.RUN_IN, separator=Separator.SEMICOLON),
    ),
    Preset(
        N_("Bulleted lists under headings"),
        BlockSettings(
            layout=Layout(pattern="{organisation}", marker=Marker.BULLETS, spacing=Spacing.TIGHT),
            grouping=Grouping.GROUP,
        ),
    ),
    Preset(N_("Tables of international and national organisations"), _NETWORKS_AND_NATIONAL),
    Preset(N_("Global, regional, national, numbered through"), _TIERS),
    Preset(N_("Initiators, organisations, individuals"), _INITIATORS),
    Preset(N_("Organisations, then a table of persons"), _BODIES_THEN_PERSONS),
    Preset(
        N_("Table of persons with country and comment"),
        BlockSettings(_AS_SIGNED, _table("name", "country", "description", rules=Rules.ROWS)),
    ),
    Preset(
        N_("Cards in order of signing"),
        BlockSettings(_AS_SIGNED, Layout(Form.CARDS, _CARD, columns=3, size=9.0), count_line=True),
    ),
    Preset(
        N_("Cards in random order"),
        BlockSettings(
            OrderRule(Order.RANDOM), Layout(Form.CARDS, _CARD, columns=3, size=9.0), count_line=True
        ),
    ),
    Preset(N_("Logo wall"), BlockSettings(layout=_LOGOS)),
    Preset(N_("Logo wall by kind"), BlockSettings(layout=_LOGOS, grouping=Grouping.KIND)),
    Preset(
        N_("Lines to sign by hand"),
        BlockSettings(
            layout=Layout(Form.TO_SIGN, "{name}\n{role}\n{organisation}", columns=2),
            identification_notice=True,
            notice_above=True,
        ),
    ),
    Preset(
        N_("In an annex, three columns, counted in the letter"),
        BlockSettings(
            layout=Layout(pattern="{organisation}", columns=3, size=9.0, spacing=Spacing.TIGHT),
            place=Place.ANNEX,
            count_line=True,
        ),
    ),
    Preset(N_("Only the count"), BlockSettings(place=Place.COUNT_ONLY, count_line=True)),
)
"""In the order of the menu."""

"""What the settings of a block are called, in the words of who never saw them."""

import enum
from collections.abc import Mapping

from signatories.models.block import (
    Accents,
    Articles,
    Fill,
    Grouping,
    Late,
    Marker,
    Order,
    Place,
    Reduction,
    Rules,
    Separator,
    Spaces,
    Spacing,
)
from signatories.texts import N_
from ui.translation import translate

Words = Mapping[enum.Enum, str]

ORDERS: Words = {
    Order.ORGANISATION: N_("By organisation"),
    Order.FAMILY: N_("By family name"),
    Order.GIVEN: N_("By name as it is printed"),
    Order.COUNTRY: N_("By country"),
    Order.SIGNED: N_("By date of signing"),
    Order.AS_GIVEN: N_("As they were given"),
    Order.RANDOM: N_("By lot"),
    Order.COLUMN: N_("By a further column, as by priority"),
}
ARTICLES: Words = {
    Articles.COUNT: N_("Counts: The Haven under T"),
    Articles.IGNORE: N_("Passed over: The Haven under H"),
}
ACCENTS: Words = {
    Accents.FOLD: N_("Hardly count: Élan beside Elan"),
    Accents.COUNT: N_("Count: É is no E"),
}
SPACES: Words = {
    Spaces.COUNT: N_("Count: Sea Port before Seal"),
    Spaces.IGNORE: N_("Passed over: Seal, Sea Port"),
}
MARKERS: Words = {
    Marker.NONE: N_("Nothing"),
    Marker.BULLETS: N_("Bullets"),
    Marker.NUMBERS: N_("Numbers through all groups"),
    Marker.NUMBERS_PER_GROUP: N_("Numbers, from 1 in each group"),
}
FILLS: Words = {
    Fill.DOWN: N_("Down, then to the next column"),
    Fill.ACROSS: N_("Across, row by row"),
}
SEPARATORS: Words = {
    Separator.COMMA: N_("Comma"),
    Separator.SEMICOLON: N_("Semicolon"),
}
SPACINGS: Words = {
    Spacing.TIGHT: N_("None"),
    Spacing.HALF: N_("Half a line"),
    Spacing.LINE: N_("A line"),
}
RULES: Words = {
    Rules.NONE: N_("None"),
    Rules.ROWS: N_("Between the rows"),
    Rules.ALL: N_("Around every cell"),
}
GROUPINGS: Words = {
    Grouping.NONE: N_("Nothing: one list"),
    Grouping.GROUP: N_("Group, as each sign-on says"),
    Grouping.COUNTRY: N_("Country"),
    Grouping.REGION: N_("Region"),
    Grouping.KIND: N_("Kind of organisation"),
    Grouping.LANGUAGE: N_("Language"),
    Grouping.CAPACITY: N_("Capacity"),
    Grouping.EXTRA: N_("A column of your own"),
}
PLACES: Words = {
    Place.CLOSING: N_("After the closing"),
    Place.NOTES: N_("After enclosures and notes"),
    Place.ANNEX: N_("In an annex of its own"),
    Place.COUNT_ONLY: N_("Not at all: only the count"),
}
LATE: Words = {
    Late.SORTED: N_("Sorted in among the others"),
    Late.OWN_HEADING: N_("Under a heading of their own"),
}
REDUCTIONS: Words = {
    Reduction.ONLY: N_("Only its own signatories"),
    Reduction.FIRST: N_("Its own signatories first"),
}


def in_words(words: Words) -> dict[enum.Enum, str]:
    """The values with their words in the user's language."""
    return {value: translate(text) for value, text in words.items()}

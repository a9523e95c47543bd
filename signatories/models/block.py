"""How the block of a letter is laid out: the words that its settings may have."""

import enum


class Order(enum.Enum):
    """What the lines are ordered by."""

    ORGANISATION = "organisation"
    FAMILY = "family"
    GIVEN = "given"
    COUNTRY = "country"
    SIGNED = "signed"
    AS_GIVEN = "as-given"


class Articles(enum.Enum):
    """Whether "The" at the start of a name counts."""

    COUNT = "count"
    IGNORE = "ignore"

"""How the block of a letter is laid out: the words that its settings may have, as they are stored."""

import enum


class Order(enum.Enum):
    """What the lines are ordered by. Random: by a draw that its seed repeats; column: by a further one."""

    ORGANISATION = "organisation"
    FAMILY = "family"
    GIVEN = "given"
    COUNTRY = "country"
    SIGNED = "signed"
    AS_GIVEN = "as-given"
    RANDOM = "random"
    COLUMN = "column"


class Articles(enum.Enum):
    """Whether "The" at the start of a name counts."""

    COUNT = "count"
    IGNORE = "ignore"


class Accents(enum.Enum):
    """Whether accents only decide between names that are equal without them, or make letters of their own."""

    FOLD = "fold"
    COUNT = "count"


class Spaces(enum.Enum):
    """Whether a space sorts before every letter, or spaces and punctuation are passed over."""

    COUNT = "count"
    IGNORE = "ignore"


class PinPlace(enum.Enum):
    """Where a line is kept, whatever the order says."""

    FIRST = "first"
    LAST = "last"
    AFTER = "after"


class Form(enum.Enum):
    """What the lines stand in."""

    LINES = "lines"
    RUN_IN = "run-in"
    TABLE = "table"
    CARDS = "cards"
    LOGOS = "logos"
    TO_SIGN = "to sign"


class Marker(enum.Enum):
    """What stands before each line."""

    NONE = "none"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    NUMBERS_PER_GROUP = "numbers per group"


class Fill(enum.Enum):
    """How the lines fill several columns: one column after the other, or row by row."""

    DOWN = "down"
    ACROSS = "across"


class Separator(enum.Enum):
    """What stands between the lines of a run-in paragraph."""

    COMMA = "comma"
    SEMICOLON = "semicolon"


class Rules(enum.Enum):
    """Which rules a table has."""

    NONE = "none"
    ROWS = "rows"
    ALL = "all"


class Spacing(enum.Enum):
    """The room between lines: none, half a line, a line."""

    TIGHT = "tight"
    HALF = "half"
    LINE = "line"


class Grouping(enum.Enum):
    """What the lines are grouped by: what each sign-on says, or a value of it; an extra column too."""

    NONE = "none"
    GROUP = "group"
    COUNTRY = "country"
    REGION = "region"
    KIND = "kind"
    LANGUAGE = "language"
    CAPACITY = "capacity"
    EXTRA = "extra"


class Place(enum.Enum):
    """Where in the letter the block stands."""

    CLOSING = "after the closing"
    NOTES = "after the notes"
    ANNEX = "annex"
    COUNT_ONLY = "count only"


class Late(enum.Enum):
    """Where those stand who confirmed late: among the others, or under a heading of their own."""

    SORTED = "sorted"
    OWN_HEADING = "own heading"


class Reduction(enum.Enum):
    """What a recipient is shown of a list: only the lines that share a value with it, or those first."""

    ONLY = "only"
    FIRST = "first"

"""The cells of columns without needless spaces, and as rows without what is blank."""

from collections.abc import Iterable, Mapping

from signatories.imports.lines.parts import tidy
from signatories.sources.lots import Texts


def on_one_line(column: Texts) -> list[str]:
    """The cells with single spaces in place of all others."""
    return list(map(str.strip if _is_plain(column) else tidy, column))


def in_lines(column: Texts) -> list[str]:
    """The cells with single spaces, line by line."""
    if _is_plain(column):
        return list(map(str.strip, column))
    return ["\n".join(filter(None, map(tidy, cell.splitlines()))) for cell in column]


def _is_plain(column: Texts) -> bool:
    """Whether no cell has other spaces than single ones, as in most columns: that is seen at once."""
    whole = "|".join(column)
    return whole.isprintable() and "  " not in whole


def filled(columns: Mapping[str, Texts], wanted: Iterable[str], count: int) -> list[dict[str, str]]:
    """What each row has in those columns, in their order, without what is blank."""
    names = [name for name in columns if name in wanted]
    if not names:
        return [{} for _ in range(count)]
    rows = zip(*map(columns.__getitem__, names), strict=True)
    return [{name: text for name, text in zip(names, texts, strict=True) if text} for texts in rows]

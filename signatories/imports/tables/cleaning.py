"""What is wrong with the texts of a file, and how it would be mended: proposed, and done only when agreed to."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from signatories import countries
from signatories.imports.cell_lots import CellLot
from signatories.imports.tables.capitals import in_name_case, is_all_capitals
from signatories.imports.tables.hidden import HIDDEN_CHARACTERS, without_hidden
from signatories.imports.tables.left_out import LeftOut
from signatories.imports.tables.turned_names import turned
from signatories.texts import N_, Message, message

FOOTNOTES, CAPITALS, MOJIBAKE, HIDDEN = "footnotes", "capitals", "mojibake", "hidden"
TURNED = "family-first"
DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
ONE_EACH = "one-each"
QUESTIONS: Mapping[str, str] = {
    MOJIBAKE: N_("%n text(s) with garbled accents: mend them?"),
    HIDDEN: N_("%n text(s) with characters that cannot be seen: take these away?"),
    FOOTNOTES: N_("%n name(s) with the mark of a footnote: move it to the notes?"),
    TURNED: N_("%n name(s) with the family name first: write them as they are printed?"),
    CAPITALS: N_("%n name(s) all in capitals: write them as names are written?"),
    DAY_FIRST: N_("%n date(s) can be read in two ways: does the day come first?"),
    MONTH_FIRST: N_("%n date(s) can be read in two ways: does the month come first?"),
    ONE_EACH: N_("Every line seems to name several, %n in all: is each of them a signatory?"),
}
"""The kinds of repair, and what else is read otherwise when agreed to, each with its question."""

_TEXTS = (MOJIBAKE, HIDDEN, FOOTNOTES, TURNED, CAPITALS)
"""The kinds that change a text, in the order in which they are done."""

NAMES = frozenset(
    {"entry", "name", "given_name", "family_name", "person", "organisation", "parent"}
    | {"participant", "country", "role", "group"}
)
"""The fields that hold names of people, bodies and places."""

PEOPLE: Mapping[str, frozenset[str]] = {
    "sign-ons": frozenset({"name"}),
    "people": frozenset({"name"}),
    "recipients": frozenset({"person"}),
}
"""The fields that hold whole names of people, by what the rows are."""

_SHOWN = 3
_FEWEST_CAPITALS = 0.02  # of all names: fewer are acronyms
_FEWEST_TURNED = 0.2  # of all names of people: fewer may be somebody and a place, Berg, Oxford
_MARK = r"(?:[*†‡§¶]+|[⁰¹²³⁴-⁹]+(?:[,\s]*[⁰¹²³⁴-⁹]+)*|\[\d{1,3}\]|\(\*+\))"
_MAY_BE_MARKED = re.compile(r"[*†‡§¶⁰¹²³⁴-⁹)\]]\s*\Z|\A\s*[*†‡§¶⁰¹²³⁴-⁹(\[]")
_LONGEST_MARKS = 40  # characters: a longer row of marks is none, and takes long to look through
_BEFORE = re.compile(rf"\s*(?P<marks>{_MARK})\s*(?=\w)")
_AFTER = re.compile(rf"\s*(?P<marks>{_MARK})\s*\Z")
_WORD_WITH_ASTERISK = re.compile(r".*\b(?:trans|inter|queer)\*\s*", re.IGNORECASE | re.DOTALL)
_MAY_BE_GARBLED = re.compile("[Â-ôĂ-ŸŠ-žГРС][^\x00-\x7f]")  # two bytes of UTF-8 in another encoding
_SUSPECT = re.compile(rf"[†‡§¶⁰¹²³⁴-⁹{HIDDEN_CHARACTERS}]")  # beside the asterisk and the bracket
_TURKISH = frozenset({"TR", "AZ"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A repair that would change `count` texts, with the first few as they are and as they would be."""

    kind: str
    count: int
    examples: tuple[tuple[str, str], ...]

    @property
    def question(self) -> Message:
        """What to ask."""
        return message(QUESTIONS[self.kind], n=self.count)

    def as_json(self) -> dict[str, Any]:
        """The proposal as the command line prints it."""
        examples = [list(example) for example in self.examples]
        return {"kind": self.kind, "count": self.count, "examples": examples}


def proposals(
    lots: Iterable[CellLot], people: Collection[str] = frozenset()
) -> tuple[Proposal, ...]:
    """The repairs that would change something in these rows; `people` are the fields with whole names of people."""
    counts: Counter[str] = Counter()
    examples: dict[str, dict[str, str]] = {kind: {} for kind in _TEXTS}
    names = persons = 0
    for lot in lots:
        names += sum(lot.count(field) for field in lot.columns if field in NAMES)
        persons += sum(lot.count(field) for field in lot.columns if field in people)
        for number, field in _odd_cells(lot, people):
            text, cells = lot.columns[field][number], lot.cells(number)
            for kind in _TEXTS:
                if (mended := _mended(kind, field, text, cells, people)) != text:
                    counts[kind] += 1
                    if len(examples[kind]) < _SHOWN:
                        examples[kind][text] = mended
    if counts[CAPITALS] < _FEWEST_CAPITALS * names:
        del counts[CAPITALS]
    if counts[TURNED] < _FEWEST_TURNED * persons:
        del counts[TURNED]
    return tuple(
        Proposal(kind, counts[kind], tuple(examples[kind].items()))
        for kind in _TEXTS
        if counts[kind]
    )


def _odd_cells(lot: CellLot, people: Collection[str]) -> Iterator[tuple[int, str]]:
    """The cells in which something may be wrong, by row and field, as they stand: of most columns there are none."""
    odd = [
        (number, place, field)
        for place, (field, column) in enumerate(lot.columns.items())
        if not _looks_clean(column, column if field in NAMES else (), is_person=field in people)
        for number, text in enumerate(column)
        if not _looks_clean((text,), (text,) if field in NAMES else (), is_person=field in people)
    ]
    return ((number, field) for number, _, field in sorted(odd))


def repair(
    cells: Mapping[str, str],
    kinds: Collection[str],
    left_out: Sequence[LeftOut] = (),
    people: Collection[str] = frozenset(),
) -> Mapping[str, str]:
    """The texts with these kinds of repair done.

    The mark of a footnote moves to the notes, with the words of the note when they are among the rows left out.
    """
    if not kinds or (_is_clean(cells) and TURNED not in kinds):
        return cells
    mended = dict(cells)
    for field in cells:
        for kind in filter(kinds.__contains__, _TEXTS):
            before = mended[field]
            mended[field] = _mended(kind, field, before, cells, people)
            if kind == FOOTNOTES and mended[field] != before:
                notes = (mended.get("notes", ""), _note(_marks(before), left_out))
                mended["notes"] = "\n".join(filter(None, notes))
    return mended


def _is_clean(cells: Mapping[str, str]) -> bool:
    return _looks_clean(cells.values(), [cells[field] for field in cells if field in NAMES])


def _looks_clean(texts: Collection[str], names: Iterable[str], *, is_person: bool = False) -> bool:
    """Whether nothing can be wrong with some texts: told from all at once, since most are clean."""
    whole = "\n".join(texts)
    if "*" in whole or "]" in whole or True in map(str.isupper, names):
        return False
    if is_person and "," in whole:
        return False
    if whole.isascii():
        return True
    foreign = "\n".join([text for text in texts if not text.isascii()])
    return not (_SUSPECT.search(foreign) or _MAY_BE_GARBLED.search(foreign))


def _mended(
    kind: str, field: str, text: str, cells: Mapping[str, str], people: Collection[str]
) -> str:
    if field not in NAMES and kind in {FOOTNOTES, CAPITALS}:
        return text
    if kind == TURNED:
        return turned(text) if field in people else text
    if kind == CAPITALS:
        return in_name_case(text, turkish=_is_turkish(cells)) if is_all_capitals(text) else text
    return _MENDERS[kind](text)


def _with_encoding_mended(text: str) -> str:
    if not _MAY_BE_GARBLED.search(text):
        return text
    import ftfy.badness  # noqa: PLC0415 - 0.04 s, and few files have such a text

    encoding_only = ftfy.TextFixerConfig(replace_lossy_sequences=False, explain=False)
    return ftfy.fix_encoding(text, encoding_only) if ftfy.badness.is_bad(text) else text


def _without_marks(text: str) -> str:
    return _parted(text)[0]


def _marks(text: str) -> str:
    return " ".join(_parted(text)[1])


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    """A name and the marks of footnotes before and after it; the star of “Trans*” is part of its word."""
    if not _may_be_marked(text) or _WORD_WITH_ASTERISK.fullmatch(text):
        return text, ()
    before = _BEFORE.match(text[:_LONGEST_MARKS])
    name = text[before.end() :] if before else text
    after = _AFTER.search(name, max(len(name.rstrip()) - _LONGEST_MARKS, 0))
    if after and after.start():
        name = name[: after.start()]
    else:
        after = None
    marks = tuple(found["marks"] for found in (before, after) if found)
    return (name.strip(), marks) if marks and name[:1].isalnum() else (text, ())


def _may_be_marked(text: str) -> bool:
    return bool(_MAY_BE_MARKED.search(text))


def _note(marks: str, left_out: Sequence[LeftOut]) -> str:
    """The words of the footnote, or else its mark."""
    texts = (row.text for row in left_out if row.text.startswith(marks))
    return next(texts, marks)


def _is_turkish(cells: Mapping[str, str]) -> bool:
    country = countries.find(cells.get("country", ""))
    return country is not None and country.iso in _TURKISH


_MENDERS: Mapping[str, Callable[[str], str]] = {
    MOJIBAKE: _with_encoding_mended,
    HIDDEN: without_hidden,
    FOOTNOTES: _without_marks,
}

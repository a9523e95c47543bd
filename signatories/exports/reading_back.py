"""Some letters of finished PDFs read back by another reader: each must say what its recipient is to be told."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from signatories.errors import UnwritableFile
from signatories.exports.letter_counts import LetterCounts, holds
from signatories.exports.letter_texts import LetterText, LetterTexts, Listed
from signatories.exports.reopening import Stretch, texts_of
from signatories.merge import wording
from signatories.merge.block.texts import shown_texts
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import runs_left
from signatories.sampling import sample
from signatories.texts import N_
from signatories.typesetting.direction import runs_left_to_right

_MOST = 10  # letters


def check_letters(snapshot: Snapshot, where: Callable[[int], Stretch]) -> None:
    """Read the letters in which most can go wrong; `where` is the letter of that place, from 0.

    Raises UnwritableFile, which names the recipient, for one that lacks words, a line of its list or the number of a
    page.
    """
    said = LetterTexts(snapshot)
    every = [(where(one.number - 1), one.recipient) for one in sample(snapshot, _MOST)]
    for path, group in groupby(every, key=lambda each: each[0].path):
        letters = list(group)
        texts = texts_of(path, [stretch for stretch, _ in letters])
        for pages, (_, recipient) in zip(texts, letters, strict=True):
            if not _says_it_all(pages, said.letter(recipient), snapshot):
                text = N_(
                    "The finished letter for {name} is not what was to be written. Try again."
                )
                raise UnwritableFile(text, name=recipient.name)


def _says_it_all(pages: Sequence[str], letter: LetterText, snapshot: Snapshot) -> bool:
    """Whether the pages have all letters and digits of a letter, and in its order, as far as that can be read.

    Another reader gives back a line with words from right to left in an order of its own.
    """
    head = snapshot.text.letterhead if snapshot.run.letterhead else ()
    told = [*head, *letter.texts]
    if not _holds_all(pages, (*told, *_of_lists(letter))):
        return False
    language = snapshot.text.language
    if runs_left(language):
        return True
    texts = pages if len(pages) == 1 else _without_feet(pages, language)
    whole = "".join(texts)
    lines = (text for _, text in letter.blocks.texts) if runs_left_to_right(whole) else ()
    return (
        bool(texts)
        and _in_order(whole, filter(runs_left_to_right, told), str.isalnum)
        and _in_order(whole, lines, str.isalpha)
    )


def _holds_all(pages: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether the pages have each letter and digit as often as the texts."""
    counts = LetterCounts()
    found, wanted = (sum(map(counts.of_line, map(_composed, each))) for each in (pages, texts))
    return holds(found, wanted)


def _in_order(text: str, lines: Iterable[str], kept: Callable[[str], bool]) -> bool:
    """Whether the lines follow each other in the text, by the kept of their characters.

    Of a list those are its letters: figures that number lines and footnotes stand amid them.
    """
    whole, place = "".join(filter(kept, text)), 0
    for line in lines:
        words = "".join(filter(kept, _composed(line)))
        begin = whole.find(words, place)
        if begin < 0:
            return False
        place = begin + len(words)
    return True


def _of_lists(letter: LetterText) -> Iterator[str]:
    """All that the lists of a letter print, but for what numbers their lines."""
    for part in letter.parts:
        if isinstance(part, Listed):
            list_ = part.arrangement
            yield from (list_.heading, *list_.above, *list_.below, *list_.notes)
            for section in list_.sections:
                yield from (section.heading, *section.head)
            yield from (text for _, text in shown_texts(list_))


def _without_feet(pages: Sequence[str], language: str) -> list[str]:
    """The pages without the lines that number them, which come amid what goes on; none at all where one is missing."""
    texts = []
    for number, page in enumerate(pages, start=1):
        found = list(_foot(number, len(pages), language).finditer(page))
        if not found:
            return []
        texts.append(page[: found[-1].start()] + page[found[-1].end() :])
    return texts


def _foot(page: int, pages: int, language: str) -> re.Pattern[str]:
    """What finds the number of a page, however its signs are set apart."""
    text = _composed(wording.page_of(page, pages, language))
    return re.compile(r"\s*".join(re.escape(sign) for sign in text if not sign.isspace()))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)

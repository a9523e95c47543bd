"""Some letters of finished PDFs read back by another reader: each must say what its recipient is to be told."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path

from signatories.errors import UnwritableFile
from signatories.exports.checks.reopening import Reopened, Stretch, reopened
from signatories.exports.checks.told import ToldLetters, composed
from signatories.merge.sampling import sample
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from signatories.texts import N_

_MOST = 10  # letters
_MOST_PAGES = 24  # of letters that are read whole, unless the first has more


Opened = Callable[[Path], AbstractContextManager[Reopened]]


def check_letters(
    snapshot: Snapshot, where: Callable[[int], Stretch], opened: Opened = reopened
) -> None:
    """Read the letters in which most can go wrong; `where` is the letter of that place, from 0, `opened` its file.

    The first is read whole, and as many others as have few pages; of the rest only what comes before the text, where
    recipients differ most. Raises UnwritableFile, which names the recipient, for one that lacks words, a line of its
    list or the number of a page, or that says more.
    """
    told, left = ToldLetters(snapshot), None
    every = [(where(one.number - 1), one.recipient) for one in sample(snapshot, _MOST)]
    for path, group in groupby(every, key=lambda each: each[0].path):
        with opened(path) as file:
            for stretch, recipient in group:
                whole = left is None or stretch.pages <= left
                check = _is_whole if whole else _is_begun
                if not check(told, stretch, recipient, file.text):
                    raise UnwritableFile(_OTHERWISE, name=recipient.name)
                left = (_MOST_PAGES if left is None else left) - stretch.pages * whole


def _is_whole(
    told: ToldLetters, stretch: Stretch, recipient: Addressed, text_of: Callable[[int], str]
) -> bool:
    pages = [composed(text_of(stretch.first + page)) for page in range(stretch.pages)]
    return told.is_all_in(pages, recipient)


def _is_begun(
    told: ToldLetters, stretch: Stretch, recipient: Addressed, text_of: Callable[[int], str]
) -> bool:
    """Nearly always the first page is enough."""
    pages: list[str] = []
    for page in range(stretch.pages):
        pages.append(composed(text_of(stretch.first + page)))
        if told.is_begun_in(pages, stretch.pages, recipient):
            return True
    return False


_OTHERWISE = N_(
    "The finished letter for {name} is not what was to be written: nothing was kept. "
    "Look at what it says of that recipient, or make the letters in another format."
)

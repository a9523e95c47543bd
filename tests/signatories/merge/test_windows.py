"""Addresses stand where the windows of envelopes are, and everything else stays out of them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from signatories.letters.run_settings import RunSettings
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Paper
from signatories.preflight.windows import windows
from signatories.typesetting.galleys import Line
from tests.factories import Make

MILLIMETRE = 72 / 25.4
WINDOWS = {
    Paper.A4: (
        99 - 18 - 35,
        99 - 18,
    ),  # of a third of the sheet, at the lower edge of a DL envelope
    Paper.LETTER: (279.4 / 3 - 1.625 * 25.4, 279.4 / 3 - 0.5 * 25.4),  # of a no. 10
}
LINES = {Paper.A4: 6, Paper.LETTER: 5}
ADDRESS = "1 Night Lane\nGeneva"


RIGHT_EDGE = {Paper.A4: 20 + 90 - 10, Paper.LETTER: (7 / 8 + 4.5 - 1) * 25.4}
"""Of the window, on a sheet that is at the right of its envelope."""


def printed(
    make: Make,
    paper: Paper,
    *,
    window: bool = True,
    name: str = "Mission of Ghana",
    address: str = ADDRESS,
    **text: object,
) -> Snapshot:
    letter = make.letter(letterhead=("Night Sky Coalition",), **text)
    make.recipient(name, letter=letter, address=address)
    with make.database.reading() as session:
        run = RunSettings(paper=paper, window=window)
        return take(session, letter, Choices(draft=True, run=run))


def lines(snapshot: Snapshot) -> Iterator[tuple[float, float, str]]:
    """Where the lines with words of the first page begin and end, in millimetres from above, and their words."""
    page = next(iter(LetterPages(snapshot).document(snapshot.recipients[0]).pages))
    for placed in page.placed:
        galley = placed.galley
        start = placed.y - galley.tops[placed.first]
        for number in range(placed.first, placed.end):
            line = galley.lines[number]
            words = "".join(word.text for word in line.printed) if isinstance(line, Line) else ""
            if words.strip():
                top, bottom = start + galley.tops[number], start + galley.bottoms[number]
                yield top / MILLIMETRE, bottom / MILLIMETRE, words


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("addressee", [(), ("{{ recipient.name }}", "1 Night Lane", "Geneva")])
def test_only_the_address_stands_in_the_window(
    make: Make, paper: Paper, addressee: tuple[str, ...]
) -> None:
    top, bottom = WINDOWS[paper]
    snapshot = printed(make, paper, addressee=addressee, reference="A/1", subject="Lamps")
    within = [words for start, end, words in lines(snapshot) if end > top and start < bottom]
    assert within == ["Mission of Ghana", "1 Night Lane", "Geneva"]
    for start, end, words in lines(snapshot):
        if words in within:
            assert top < start
            assert end < bottom


@pytest.mark.parametrize("paper", Paper)
def test_as_many_lines_as_the_window_has_stand_in_it(make: Make, paper: Paper) -> None:
    top, bottom = WINDOWS[paper]
    snapshot = printed(make, paper, address="\n".join("abcde"[: LINES[paper] - 1]))
    assert [*windows(snapshot)] == []
    within = [line for line in lines(snapshot) if line[1] > top and line[0] < bottom]
    assert len(within) == LINES[paper]
    assert top + 0.9 < within[0][0]
    assert within[-1][1] < bottom - 0.9


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", ["Mission of Ghana", "بعثة غانا"])
def test_the_address_stands_in_the_window_whichever_way_it_runs(
    make: Make, paper: Paper, language: str, name: str
) -> None:
    top, bottom = WINDOWS[paper]
    snapshot = printed(make, paper, language=language, name=name)
    assert [*windows(snapshot)] == []
    page = next(iter(LetterPages(snapshot).document(snapshot.recipients[0]).pages))
    ends = [
        (placed.x + line.x, placed.x + line.x + sum(word.width for word in line.printed))
        for placed in page.placed
        for line in placed.galley.lines[placed.first : placed.end]
        if isinstance(line, Line) and top < placed.y / MILLIMETRE < bottom
    ]
    assert len(ends) == LINES[paper]
    for left, right in ends:
        assert left >= 20 * MILLIMETRE
        assert right <= RIGHT_EDGE[paper] * MILLIMETRE


def test_an_address_that_runs_left_is_cut_where_it_is_too_wide(make: Make) -> None:
    snapshot = printed(make, Paper.A4, language="ar", address="شارع النجوم " * 8 + "\n\nا\nا\nا")
    (found,) = windows(snapshot)
    assert "does not show whole" in str(found.message)


def test_reference_and_date_stand_above_unless_they_are_the_recipient_s_own(make: Make) -> None:
    reference = 'A/{{ recipient.country | "9" }}'
    shown = [words for _, _, words in lines(printed(make, Paper.A4, reference=reference))]
    assert shown[:6] == [
        "Night Sky Coalition",
        "Geneva, 26 July 2010",
        "Mission of Ghana",
        "1 Night Lane",
        "Geneva",
        "A/9",
    ]


def test_without_a_window_the_parts_follow_each_other(make: Make) -> None:
    snapshot = printed(make, Paper.A4, window=False)
    _, date, address, *_ = list(lines(snapshot))
    assert address[0] - date[1] == pytest.approx(15 / MILLIMETRE)


def test_a_long_letterhead_pushes_the_address_down_and_never_stands_in_it(make: Make) -> None:
    snapshot = printed(make, Paper.LETTER)
    text = replace(snapshot.text, letterhead=("Night Sky",) * 12)
    every = [*lines(replace(snapshot, text=text))]
    assert every[12][2] == "Geneva, 26 July 2010"
    assert every[13][2] == "Mission of Ghana"
    for (_, end, _), (start, _, _) in pairwise(every):
        assert end <= start + 0.01

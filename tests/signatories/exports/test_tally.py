"""Documents held against the list that they must show."""

from dataclasses import replace

import pytest

from signatories.errors import Refused
from signatories.exports.tally import Tally
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.typesetting.pages import Document


@pytest.fixture(scope="module")
def shown(snapshot: Snapshot) -> dict[int, str]:
    return {line.sign_on_id: line.line for line in snapshot.printed}


@pytest.fixture(scope="module")
def document(snapshot: Snapshot) -> Document:
    return LetterPages(snapshot).document(snapshot.recipients[0])


def test_it_counts_documents_pages_and_lines(document: Document, shown: dict[int, str]) -> None:
    tally = Tally()
    for _ in range(3):
        tally.add(document, shown)
    assert (tally.documents, tally.pages) == (3, 3 * len(document.pages))
    assert tally.starts == [0, len(document.pages), 2 * len(document.pages)]
    assert tally.shown == set(shown)


def test_a_letter_without_its_last_page_is_refused(
    document: Document, shown: dict[int, str]
) -> None:
    shortened = replace(document, pages=document.pages[:-1])
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(shortened, shown)


def test_a_line_that_the_pages_lack_is_refused(document: Document, shown: dict[int, str]) -> None:
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(document, shown | {99: "Ŵŵŷẁ"})
    Tally().add(document, shown | {99: ""})


def test_each_list_is_held_against_its_own_document(
    document: Document, shown: dict[int, str]
) -> None:
    tally = Tally()
    for count in range(len(shown)):
        tally.add(document, dict(list(shown.items())[:count]))
    with pytest.raises(Refused, match="lack a part of the list"):
        tally.add(document, shown | {99: "Ŵŵŷẁ"})


def test_pages_that_are_yet_to_be_made_are_counted_while_they_are_walked(
    document: Document, shown: dict[int, str]
) -> None:
    tally = Tally()
    lazy = replace(document, pages=iter(document.pages))
    counted = tally.add(lazy, iter(shown.items()))
    assert tuple(counted.pages) == document.pages
    assert (tally.documents, tally.pages, tally.starts) == (1, len(document.pages), [0])
    assert tally.shown == set(shown)


def test_pages_that_end_too_early_are_refused_at_their_end(
    document: Document, shown: dict[int, str]
) -> None:
    lazy = replace(document, pages=iter(document.pages[:-1]))
    counted = Tally().add(lazy, shown)
    with pytest.raises(Refused, match="lack a part of the list"):
        list(counted.pages)

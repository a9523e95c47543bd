"""Documents held against the list that they must show."""

from dataclasses import replace

import pytest

from signatories.errors import Refused
from signatories.exports.tally import Tally
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.typesetting.pages import Document


@pytest.fixture(scope="module")
def document(snapshot: Snapshot) -> Document:
    return LetterPages(snapshot).document(snapshot.recipients[0])


def test_it_counts_documents_pages_and_lines(snapshot: Snapshot, document: Document) -> None:
    tally = Tally()
    for _ in range(3):
        tally.add(document, snapshot.signatories)
    assert (tally.documents, tally.pages) == (3, 3 * len(document.pages))
    assert tally.starts == [0, len(document.pages), 2 * len(document.pages)]
    assert tally.shown == {line.sign_on_id for line in snapshot.printed}


def test_a_letter_without_its_last_page_is_refused(snapshot: Snapshot, document: Document) -> None:
    shortened = replace(document, pages=document.pages[:-1])
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(shortened, snapshot.signatories)


def test_a_line_that_the_pages_lack_is_refused(snapshot: Snapshot, document: Document) -> None:
    line = replace(snapshot.signatories[0], sign_on_id=99, name="Ŵŵŷẁ")
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(document, (*snapshot.signatories, line))
    Tally().add(document, (*snapshot.signatories, replace(line, withheld=True)))


def test_pages_that_are_yet_to_be_made_are_counted_while_they_are_walked(
    snapshot: Snapshot, document: Document
) -> None:
    tally = Tally()
    counted = tally.add(replace(document, pages=iter(document.pages)), snapshot.signatories)
    assert tuple(counted.pages) == document.pages
    assert (tally.documents, tally.pages, tally.starts) == (1, len(document.pages), [0])


def test_pages_that_end_too_early_are_refused_at_their_end(
    snapshot: Snapshot, document: Document
) -> None:
    counted = Tally().add(replace(document, pages=iter(document.pages[:-1])), snapshot.signatories)
    with pytest.raises(Refused, match="lack a part of the list"):
        list(counted.pages)

"""The block in a letter: after the closing or the notes, in an annex, as a count; reduced for its recipient."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from signatories import letters, recipients
from signatories.block.settings import BlockSettings, Layout, Reduced
from signatories.directory import people
from signatories.exports import pdf
from signatories.merge.block.texts import Told
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Consent, Use
from signatories.models.block import Fill, Form, Place, Reduction
from tests.factories import Make
from tests.printed import pages_of

Print = Callable[[BlockSettings], list[str]]

TEXT = {
    "body": "We are {{ count.signatories }}.",
    "closing": "Sincerely yours,",
    "enclosures": ("A map",),
    "addressee": ("To all",),
    "salutation": "Dear all,",
    "place": "",
    "date": None,
}


@pytest.fixture
def three(make: Make) -> Make:
    """A letter to two missions with three lines."""
    make.letter(recipients=2, **TEXT)
    for name in ("Ada", "Ben", "Cem"):
        make.sign_on(1, name, f"{name} Aid")
    make.confirm(1)
    return make


def taken(make: Make, settings: BlockSettings) -> Snapshot:
    with make.database.work("Change block") as unit:
        letters.set_block(unit.session, 1, settings)
    with make.database.reading() as session:
        return take(session, 1, Choices())


@pytest.fixture
def printed(three: Make, tmp_path: Path) -> Print:
    """The pages of all letters."""

    def print_letters(settings: BlockSettings) -> list[str]:
        snapshot = taken(three, settings)
        pages, path = LetterPages(snapshot), tmp_path / "letters.pdf"
        documents = [pages.document(recipient) for recipient in snapshot.recipients]
        pdf.write(path, documents, pdf.About(title="Letters"))
        return pages_of(path)

    return print_letters


LINES = "Ada, Ada Aid Ben, Ben Aid Cem, Cem Aid"


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (Place.CLOSING, f"Sincerely yours, {LINES} 3 organisations Enclosures: A map"),
        (Place.NOTES, f"Sincerely yours, Enclosures: A map {LINES} 3 organisations"),
        (Place.COUNT_ONLY, "Sincerely yours, 3 organisations Enclosures: A map"),
    ],
)
def test_the_block_stands_in_its_place(printed: Print, place: Place, page: str) -> None:
    assert (
        printed(BlockSettings(place=place, count_line=True))
        == [f"To all Dear all, We are 3. {page}"] * 2
    )


def test_an_annex_begins_a_page_under_a_heading_and_the_letter_says_where_it_is(
    printed: Print,
) -> None:
    letter, annex = printed(BlockSettings(place=Place.ANNEX))[:2]
    assert "Sincerely yours, 3 organisations: see annex Enclosures: A map" in letter
    assert annex == f"Annex: Signatories {LINES} Page 2 of 2"
    headed = printed(BlockSettings(place=Place.ANNEX, heading="All {count}"))
    assert headed[1] == f"All 3 {LINES} Page 2 of 2"


def test_a_list_cut_off_is_whole_in_the_annex(printed: Print) -> None:
    letter, annex = printed(BlockSettings(limit=2))[:2]
    assert "Sincerely yours, Ada, Ada Aid Ben, Ben Aid and 1 more: see annex Enclosures" in letter
    assert annex == f"Annex: Signatories {LINES} Page 2 of 2"
    assert len(printed(BlockSettings(limit=3))) == 2


def test_what_pages_show_of_each_signatory_is_told_for_counting(three: Make) -> None:
    table = Layout(form=Form.TABLE, table_columns=("name", "organisation"))
    snapshot = taken(three, BlockSettings(layout=table, limit=1))
    pages = LetterPages(snapshot)
    first, second = snapshot.recipients
    assert pages.shown(first) == {1: "Ada Ada Aid", 2: "Ben Ben Aid", 3: "Cem Cem Aid"}
    assert pages.shown(second) is pages.shown(first)
    counted = LetterPages(replace(snapshot, block=BlockSettings(place=Place.COUNT_ONLY)))
    assert counted.shown(first) == {}


def test_each_recipient_sees_its_own_signatories_first_or_only(three: Make, printed: Print) -> None:
    with three.database.work("Fill columns") as unit:
        recipients.get(unit.session, 1).language = "fr"
        recipients.get(unit.session, 2).language = "de"
        people.get(unit.session, 2).language = "fr"
    first, second = printed(BlockSettings(reduced=Reduced("language")))
    assert "We are 1. Sincerely yours, Ben, Ben Aid Enclosures" in first
    assert f"We are 3. Sincerely yours, {LINES} Enclosures" in second
    first, _ = printed(BlockSettings(reduced=Reduced("language", Reduction.FIRST)))
    assert "We are 3. Sincerely yours, Ben, Ben Aid Ada, Ada Aid Cem, Cem Aid" in first


def test_who_is_withheld_is_counted_and_not_named(three: Make, printed: Print) -> None:
    with three.database.work("Withhold") as unit:
        unit.session.add(Consent(sign_on_id=2, use=Use.LETTER, allowed=False))
    page, _ = printed(BlockSettings(count_line=True))
    assert "Ada, Ada Aid Cem, Cem Aid 2 organisations, and 1 whose name is withheld" in page


@pytest.mark.parametrize(
    "layout", [Layout(), Layout(columns=2), Layout(columns=3, fill=Fill.ACROSS)]
)
def test_the_closing_keeps_with_the_first_entries(
    make: Make, tmp_path: Path, layout: Layout
) -> None:
    make.letter(recipients=1, **(TEXT | {"body": "Word.\n\n" * 26}))
    for number in range(8):
        make.sign_on(1, f"Person {number}", "Aid")
    make.confirm(1)
    for lines in range(22, 30):
        snapshot = taken(make, BlockSettings(layout=layout))
        text = replace(snapshot.text, body="Word.\n\n" * lines)
        pages = LetterPages(replace(snapshot, text=text))
        path = tmp_path / f"{lines}.pdf"
        pdf.write(path, [pages.document(snapshot.recipients[0])], pdf.About(title="Letter"))
        closing = next(page for page in pages_of(path) if "Sincerely" in page)
        assert "Person 0" in closing


def test_all_letters_with_one_list_share_its_galleys(three: Make) -> None:
    snapshot = taken(three, BlockSettings(layout=Layout(columns=2)))
    pages = LetterPages(snapshot)
    documents = [pages.document(each) for each in snapshot.recipients]
    first, second = (
        {id(placed.galley) for page in document.pages for placed in page.placed}
        for document in documents
    )
    assert first == second


def test_the_list_alone_is_made_while_it_is_walked(three: Make) -> None:
    document = LetterPages(taken(three, BlockSettings())).block(Told())
    assert len(list(document.pages)) == 1
    assert list(document.pages) == []

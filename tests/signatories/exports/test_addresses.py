"""Labels and envelopes, read back from the finished PDFs: every address in its place, in the order of the letters."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories.choosing import Addressed
from signatories.errors import Refused
from signatories.exports import EXPORTERS, Exporter, exporter
from signatories.exports.labels import L7159, L7163, US_5160, Sheet
from signatories.exports.making import ADDRESSES
from signatories.merge.snapshot import Snapshot
from signatories.progress import Cancelled
from signatories.typesetting.pages import MILLIMETRE
from tests.printed import bookmarks_of, pages_of
from tests.products import write

SHEETS = {"labels-l7159": L7159, "labels-l7163": L7163, "labels-5160": US_5160}
ENVELOPES = {"envelopes-dl": (220, 110), "envelopes-c5": (229, 162), "envelopes-10": (241.3, 104.8)}
EVERY = [each for each in EXPORTERS if each.content is ADDRESSES]
Rectangle = tuple[float, float, float, float]


def addressed(snapshot: Snapshot, recipients: list[Addressed]) -> Snapshot:
    return replace(snapshot, selection=replace(snapshot.selection, recipients=recipients))


def many(snapshot: Snapshot, count: int) -> Snapshot:
    """Recipients enough for several sheets, each with its number in its address."""
    first = snapshot.recipients[0]
    made = [
        replace(
            first, id=number, name=f"Body {number}", address=f"No{number}x\nLong Street 1\nGeneva"
        )
        for number in range(1, count + 1)
    ]
    return addressed(snapshot, made)


def places(path: Path, words: str) -> list[tuple[int, Rectangle]]:
    """On which pages words stand and where, in millimetres from the upper left corner."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            searcher = text.search(words)
            while match := searcher.get_next():
                boxes = [text.get_charbox(match[0] + each) for each in range(match[1])]
                found.append((number, _in_millimetres(boxes, page.get_height())))
    return found


def _in_millimetres(boxes: list[Rectangle], height: float) -> Rectangle:
    left, top = min(box[0] for box in boxes), height - max(box[3] for box in boxes)
    right, bottom = max(box[2] for box in boxes), height - min(box[1] for box in boxes)
    return left / MILLIMETRE, top / MILLIMETRE, right / MILLIMETRE, bottom / MILLIMETRE


def is_inside(found: Rectangle, sheet: Sheet, place: int) -> bool:
    row, column = divmod(place, sheet.columns)
    left, top = sheet.left + column * sheet.across, sheet.top + row * sheet.down
    across = left < found[0] and found[2] < left + sheet.label_width
    return across and top < found[1] and found[3] < top + sheet.label_height


@pytest.mark.parametrize(("product", "sheet"), SHEETS.items())
def test_every_address_is_on_its_label(
    snapshot: Snapshot, tmp_path: Path, product: str, sheet: Sheet
) -> None:
    path = tmp_path / "labels.pdf"
    given = many(snapshot, 31)
    written = write(exporter(product, "pdf"), given, path)
    on_a_sheet = sheet.columns * sheet.rows
    assert (written.documents, written.pages) == (31, -(-31 // on_a_sheet))
    assert written.warnings == ()
    for number in range(31):
        ((page, where),) = places(path, f"No{number + 1}x")
        assert page == number // on_a_sheet
        assert is_inside(where, sheet, number % on_a_sheet)


@pytest.mark.parametrize("sheet", SHEETS.values())
def test_labels_fit_on_their_sheet(sheet: Sheet) -> None:
    right = sheet.left + (sheet.columns - 1) * sheet.across + sheet.label_width
    bottom = sheet.top + (sheet.rows - 1) * sheet.down + sheet.label_height
    assert right + sheet.left == pytest.approx(sheet.width, abs=0.5)
    assert bottom + sheet.top == pytest.approx(sheet.height, abs=0.5)


@pytest.mark.parametrize(("product", "size"), ENVELOPES.items())
def test_every_recipient_has_an_envelope(
    snapshot: Snapshot, tmp_path: Path, product: str, size: tuple[float, float]
) -> None:
    path = tmp_path / "envelopes.pdf"
    written = write(exporter(product, "pdf"), snapshot, path)
    assert written.documents == written.pages == len(snapshot.recipients)
    assert bookmarks_of(path) == [each.name for each in snapshot.recipients]
    assert pages_of(path) == [" ".join(each.address.split()) for each in snapshot.recipients]
    with pypdfium2.PdfDocument(path) as document:
        found = tuple(length / MILLIMETRE for length in document[0].get_size())
    assert found == pytest.approx(size, abs=0.1)
    for _, (left, top, right, bottom) in places(path, "Geneva"):
        assert size[0] * 0.45 <= left < right <= size[0] - 12
        assert size[1] * 0.45 <= top < bottom <= size[1] - 15


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.product)
def test_who_has_no_address_is_named(each: Exporter, snapshot: Snapshot, tmp_path: Path) -> None:
    first, second, *others = snapshot.recipients
    without = [replace(first, address=" \n "), replace(second, address=""), *others]
    written = write(each, addressed(snapshot, without), tmp_path / "made.pdf")
    assert written.documents == len(others)
    (warning,) = written.warnings
    assert first.name in str(warning)
    assert second.name in str(warning)


def test_nothing_is_made_where_nobody_has_an_address(snapshot: Snapshot, tmp_path: Path) -> None:
    nobody = [replace(each, address="") for each in snapshot.recipients]
    with pytest.raises(Refused, match="No recipient has an address"):
        write(exporter("envelopes-dl", "pdf"), addressed(snapshot, nobody), tmp_path / "made.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_character_that_no_font_has_is_told_before_anything_is_made(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    odd = replace(snapshot.recipients[0], address="Street \U0001f9ff")
    with pytest.raises(Refused) as refusal:
        write(exporter("labels-l7159", "pdf"), addressed(snapshot, [odd]), tmp_path / "made.pdf")
    assert "U+1F9FF" in str(refusal.value)
    assert odd.name in str(refusal.value)


def test_a_line_is_made_smaller_before_it_is_parted(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "labels.pdf"
    write(exporter("labels-l7159", "pdf"), snapshot, path)
    lines = places(path, "to the United Nations Office at Geneva")
    assert len(lines) == len(snapshot.recipients)
    assert all(bottom - top < 5 for _, (_, top, _, bottom) in lines)


def test_an_address_of_too_many_lines_stays_on_its_label_and_is_told(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    lines = "\n".join(f"Line{number}z of an address" for number in range(20))
    long = replace(snapshot.recipients[0], address=lines)
    path = tmp_path / "labels.pdf"
    written = write(exporter("labels-5160", "pdf"), addressed(snapshot, [long]), path)
    (warning,) = written.warnings
    assert long.name in str(warning)
    for number in range(20):
        ((_, where),) = places(path, f"Line{number}z")
        assert is_inside(where, US_5160, 0)


def test_addresses_are_text(snapshot: Snapshot, tmp_path: Path) -> None:
    odd = replace(snapshot.recipients[0], address="<b>{{ name }}</b> & **Co**\n=1+1")
    path = tmp_path / "envelopes.pdf"
    write(exporter("envelopes-c5", "pdf"), addressed(snapshot, [odd]), path)
    assert pages_of(path) == ["<b>{{ name }}</b> & **Co** =1+1"]


@pytest.mark.parametrize("product", ["labels-l7159", "envelopes-dl"])
def test_a_cancelled_run_leaves_the_old_file(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    class Stop:
        def report(self, done: int, total: int | None, label: str = "") -> None:
            if done > 3:
                raise Cancelled

    path = tmp_path / "made.pdf"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write(exporter(product, "pdf"), many(snapshot, 40), path, Stop())
    assert [each.name for each in tmp_path.iterdir()] == ["made.pdf"]
    assert path.read_text() == "old"


@pytest.mark.parametrize(("product", "sheet"), SHEETS.items())
def test_labels_begin_with_the_first_free_one(
    snapshot: Snapshot, tmp_path: Path, product: str, sheet: Sheet
) -> None:
    path = tmp_path / "labels.pdf"
    given = many(snapshot, sheet.places)
    begun = replace(given, run=replace(given.run, first_label=sheet.places - 1))
    assert write(exporter(product, "pdf"), begun, path).pages == 2
    for number, (page, place) in enumerate([(0, sheet.places - 2), (0, sheet.places - 1), (1, 0)]):
        ((found, where),) = places(path, f"No{number + 1}x")
        assert found == page
        assert is_inside(where, sheet, place)


def test_a_label_that_no_sheet_has_is_refused(snapshot: Snapshot, tmp_path: Path) -> None:
    begun = replace(snapshot, run=replace(snapshot.run, first_label=25))
    with pytest.raises(Refused, match="24 labels: none is number 25"):
        write(exporter("labels-l7159", "pdf"), begun, tmp_path / "labels.pdf")


@pytest.mark.parametrize("product", ENVELOPES)
def test_envelopes_say_small_in_the_corner_who_sends_them(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    path = tmp_path / "envelopes.pdf"
    sent = replace(snapshot.run, sender="Sendername Coalition\n1 Night Lane\n")
    write(exporter(product, "pdf"), replace(many(snapshot, 2), run=sent), path)
    for page, (left, top, right, bottom) in places(path, "Sendername"):
        ((_, address),) = places(path, f"No{page + 1}x")
        assert 5 < left < right < address[0]
        assert 5 < top < bottom < address[1]
        assert bottom - top < address[3] - address[1]
    assert [page for page, _ in places(path, "Sendername")] == [0, 1]
    assert len(places(path, "Night Lane")) == 2

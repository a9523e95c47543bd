"""Labels and envelopes, read back from the finished PDFs: every address in its place, in the order of the letters."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories.errors import Refused
from signatories.exports import EXPORTERS, Exporter, exporter
from signatories.exports.making import ADDRESSES
from signatories.exports.pages.labels import L7159, L7163, US_5160, Sheet
from signatories.merge.addresses import address_of
from signatories.merge.snapshot import Snapshot
from signatories.progress import Cancelled
from signatories.recipients.choosing import Addressed
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
            first,
            id=number,
            name=f"Body {number}",
            address=f"Body {number}\nNo{number}x\nLong Street 1\nGeneva",
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


@pytest.mark.parametrize("product", ["labels-l7159", "envelopes-dl"])
def test_who_it_is_stands_above_an_address_that_does_not_say_it(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    path = tmp_path / "made.pdf"
    someone = replace(
        snapshot.recipients[0],
        name="Wells Ministry",
        form_of_address="H.E. Ms",
        person="Ada Example",
        address="1 Night Lane\n\n1209 Geneva",
    )
    written = write(exporter(product, "pdf"), addressed(snapshot, [someone]), path)
    assert (written.documents, written.warnings) == (1, ())
    assert pages_of(path) == ["H.E. Ms Ada Example Wells Ministry 1 Night Lane 1209 Geneva"]


@pytest.mark.parametrize(
    ("address", "added"),
    [
        ("1 Night Lane", "H.E. Zoë Example\nNiger\n"),
        ("Embassy of Nigeria\n1 Night Lane", "H.E. Zoë Example\nNiger\n"),
        ("Embassy of NIGER, 1 Night Lane", ""),
        ("Ms Zoe Example\n1 Night Lane", ""),
        ("Office of Zoë\nExample", ""),
        ("", ""),
    ],
)
def test_an_address_that_names_the_person_or_the_body_stays_as_it_is(
    snapshot: Snapshot, address: str, added: str
) -> None:
    first = snapshot.recipients[0]
    named = replace(
        first, name="Niger", form_of_address="H.E.", person="Zoë Example", address=address
    )
    assert address_of(named) == added + address


def test_a_form_of_address_that_a_list_gives_with_the_person_is_not_told_twice(
    snapshot: Snapshot,
) -> None:
    person = {"form_of_address": "M.", "person": "M. Zoë Example", "name": "Niger"}
    named = replace(snapshot.recipients[0], address="1 Night Lane", **person)
    assert address_of(named) == "M. Zoë Example\nNiger\n1 Night Lane"


def test_a_person_who_is_the_recipient_is_told_once(snapshot: Snapshot) -> None:
    names = {"form_of_address": "Ms", "person": "Zoë Example", "name": "Zoe Example"}
    named = replace(snapshot.recipients[0], address="1 Night Lane", **names)
    assert address_of(named) == "Ms Zoë Example\n1 Night Lane"


def test_a_recipient_without_a_person_has_its_name_alone(snapshot: Snapshot) -> None:
    body = replace(
        snapshot.recipients[0], name="Wells (UK)", form_of_address="Ms", address="1 Night Lane"
    )
    assert address_of(body) == "Wells (UK)\n1 Night Lane"
    assert address_of(replace(body, address="(Wells (UK))")) == "(Wells (UK))"


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


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.product)
def test_a_word_is_parted_and_told_before_it_is_too_small_to_read(
    each: Exporter, snapshot: Snapshot, tmp_path: Path
) -> None:
    long = replace(snapshot.recipients[0], name="Stay", address=f"Stay {'Abcdefg' * 15}\nNo1x")
    path = tmp_path / "made.pdf"
    written = write(each, addressed(snapshot, [long]), path)
    (warning,) = written.warnings
    assert "parted" in str(warning)
    assert long.name in str(warning)
    ((_, (_, top, _, bottom)),) = places(path, "No1x")
    assert bottom - top > 1.5  # millimetres of a capital and the x beside it
    assert "".join(pages_of(path)[0].split()) == f"Stay{'Abcdefg' * 15}No1x"


def test_addresses_are_text(snapshot: Snapshot, tmp_path: Path) -> None:
    odd = replace(snapshot.recipients[0], name="=1+1", address="<b>{{ name }}</b> & **Co**\n=1+1")
    path = tmp_path / "envelopes.pdf"
    write(exporter("envelopes-c5", "pdf"), addressed(snapshot, [odd]), path)
    assert pages_of(path) == ["<b>{{ name }}</b> & **Co** =1+1"]


@pytest.mark.parametrize("product", ["labels-l7159", "envelopes-dl"])
def test_a_cancelled_run_leaves_the_old_file(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    class Stop:
        def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
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

"""The letters of one snapshot in every format, read back: the same recipients, words and lists, in the same order."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import html as html_reader

from signatories.block.settings import Layout, Reduced
from signatories.errors import UnwritableFile
from signatories.exports import exporter, index
from signatories.exports.letter_files import LetterFormat, write_together
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form, Marker, Place
from signatories.progress import SILENT, Cancelled
from tests.products import write

FORMATS = ("docx", "html", "txt")
BODY = """\
# What we ask

We write to **{{ recipient.name }}** as {{ count.signatories }} signatories from {{ count.countries }} countries.
See [the text](https://example.org/text) and [this](javascript:alert).\\
A second line.

1. First, *slowly*
   and again

   with a second paragraph
   - a point of {{ recipient.form_of_address | "nobody" }}
2. Second

> In *their* words

***

{{ recipient.country | "Nowhere" }} is asked.
"""


def varied(snapshot: Snapshot) -> Snapshot:
    """Letters with every kind of block, and values that could be taken for markup."""
    text = replace(
        snapshot.text,
        body=BODY,
        closing="Yours,\nthe {{ count.organisations }}",
        cc=("{{ recipient.name }}", "<i>& all</i>"),
    )
    first, second, *_ = snapshot.recipients
    chosen = [
        replace(first, name="A <b>bold</b> & {{ name }} **body**", address=""),
        replace(second, form_of_address="=1+1 <script>x</script>\n1. two"),
    ]
    selection = replace(snapshot.selection, recipients=chosen)
    return replace(snapshot, text=text, selection=selection)


def of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def of_document(path: Path) -> str:
    document = docx.Document(str(path))
    head = [line.text for line in document.sections[0].first_page_header.paragraphs]
    paragraphs = (
        "".join(each.text or "\n" for each in part.iter(qn("w:t"), qn("w:br")))
        for part in document.element.body.iter(qn("w:p"))
    )
    return "\n".join([*head, *paragraphs])


def of_page(path: Path) -> str:
    (article,) = html_reader.parse(str(path), html_reader.HTMLParser(encoding="utf-8")).findall(
        ".//article"
    )
    return "\n".join(article.itertext())


READ: dict[str, Callable[[Path], str]] = {
    "pdf": of_pdf,
    "docx": of_document,
    "html": of_page,
    "txt": lambda path: path.read_text(encoding="utf-8"),
}


def words(text: str) -> list[str]:
    """The words in order, without page numbers, the numbers of lists, and what pages and Word put in by themselves."""
    plain = unicodedata.normalize("NFC", text).replace("\xad", "")
    plain = re.sub(r"Page \d of \d", " ", plain)
    return re.findall(r"[A-Za-zÀ-žͰ-ӿ0-9<>&{}=+*/]+", re.sub(r"(?m)^\s*(•|\d+\.)\s", " ", plain))


def letters(snapshot: Snapshot, format_: str, folder: Path) -> list[list[str]]:
    """The words of each recipient's letter, by the order of the index."""
    target = folder / format_
    write(exporter("letters", format_, separate=True), snapshot, target)
    rows = (target / index.NAME).read_text(encoding="utf-8").splitlines()[3:]
    files = [row.split("\t")[3] for row in rows]
    assert [row.split("\t")[1] for row in rows] == [each.name for each in snapshot.recipients]
    assert {path.name for path in target.iterdir()} == {index.NAME, *files}
    return [words(READ[format_](target / file)) for file in files]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_letter_says_what_its_pages_say(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    assert letters(snapshot, format_, tmp_path) == letters(snapshot, "pdf", tmp_path)


@pytest.mark.parametrize("format_", FORMATS)
def test_parts_that_come_out_blank_for_some_say_what_their_pages_say(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    text = replace(
        snapshot.text,
        addressee=("To {{ recipient.name }}", "{{ recipient.person | '' }}", "in Geneva"),
        subject="{{ recipient.form_of_address | '' }}",
        cc=("{{ recipient.person | '' }}",),
    )
    body = f"{text.body}\n\n{{{{ recipient.person | '' }}}}\n\nThe end."
    text = replace(text, body=body)
    first, second, third, *_ = snapshot.recipients
    chosen = [first, replace(second, person="Ada", form_of_address="Ms"), third]
    selection = replace(snapshot.selection, recipients=chosen)
    given = replace(snapshot, text=text, selection=selection)
    printed = letters(given, "pdf", tmp_path)
    assert letters(given, format_, tmp_path) == printed
    assert ["cc" in words_ for words_ in printed] == [False, True, False]


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_of_block_says_what_its_pages_say(
    snapshot: Snapshot, tmp_path: Path, format_: str, place: Place
) -> None:
    block = replace(snapshot.block, place=place, heading="Signed", count_line=True)
    given = replace(varied(snapshot), block=block)
    made = letters(given, format_, tmp_path)
    assert made == letters(given, "pdf", tmp_path)
    assert "{{" in made[0]
    assert "<script>x</script>" in made[1]


@pytest.mark.parametrize(
    "layout",
    [
        Layout(Form.RUN_IN),
        Layout(Form.TABLE, table_columns=("name", "organisation", "country")),
        Layout(columns=2),
        Layout(columns=3, fill=Fill.ACROSS),
        Layout(marker=Marker.BULLETS),
        Layout(Form.CARDS, columns=2),
    ],
    ids=lambda layout: f"{layout.form.value} {layout.columns}",
)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_layout_of_the_list_says_what_its_pages_say(
    snapshot: Snapshot, tmp_path: Path, format_: str, layout: Layout
) -> None:
    block = replace(snapshot.block, layout=layout)
    given = replace(snapshot, signatories=snapshot.signatories[:6], block=block, limit=2)
    made, on_pages = (letters(given, each, tmp_path) for each in (format_, "pdf"))
    assert list(map(sorted, made)) == list(map(sorted, on_pages))


@pytest.mark.parametrize("format_", FORMATS)
def test_one_file_holds_all_letters_in_order(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    path = tmp_path / f"letters.{format_}"
    written = write(exporter("letters", format_), snapshot, path)
    assert (written.documents, written.lines) == (len(snapshot.recipients), len(snapshot.printed))
    assert written.warnings == ()
    texts = {
        "docx": lambda: of_document(path),
        "html": lambda: "\n".join(
            html_reader.parse(str(path), html_reader.HTMLParser(encoding="utf-8"))
            .getroot()
            .itertext()
        ),
        "txt": lambda: path.read_text(encoding="utf-8"),
    }
    text = " ".join(texts[format_]().split())
    addresses = [" ".join(each.address.split()) for each in snapshot.recipients]
    starts = [text.index(address) for address in addresses]
    assert starts == sorted(starts)
    assert [text.count(address) for address in addresses] == [1] * len(addresses)


@pytest.mark.parametrize("format_", FORMATS)
def test_who_must_not_be_shown_to_a_recipient_is_not_in_its_letter(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    first, second, *_ = snapshot.recipients
    shy, hidden, *others = snapshot.signatories
    lines = (
        shy._replace(never_to=frozenset({first.id}), name="Shyname"),
        hidden._replace(withheld=True, name="Hiddenname"),
        *others,
    )
    made = letters(replace(snapshot, signatories=lines), format_, tmp_path)
    assert ["Shyname" in letter for letter in made] == [False] + [True] * (len(made) - 1)
    assert not any("Hiddenname" in letter for letter in made)
    assert words(second.name) != words(first.name)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_recipient_sees_the_list_of_its_own_and_its_count(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    one, two, three, *others = snapshot.printed
    first, second, *_ = (recipient.country for recipient in snapshot.recipients)
    lines = (
        one._replace(country_code=first, name="Oneof"),
        two._replace(country_code=first, name="Twoof"),
        three._replace(country_code=second, name="Threeof"),
    )
    given = replace(
        varied(snapshot),
        signatories=(*lines, *others),
        block=replace(snapshot.block, reduced=Reduced("country")),
    )
    made = letters(given, format_, tmp_path)
    assert [
        [word for word in letter if word.endswith("of") and len(word) > 2] for letter in made
    ] == [
        ["Oneof", "Twoof"],
        ["Threeof"],
    ]
    assert [letter[letter.index("as") + 1] for letter in made] == ["2", "1"]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_sign_that_no_file_can_hold_is_told_once(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    broken = snapshot.signatories[0]._replace(name="Ada\x01Moss")
    given = replace(snapshot, signatories=(broken, *snapshot.signatories[1:]))
    written = write(exporter("letters", format_), given, tmp_path / "letters")
    assert written.documents == len(snapshot.recipients)
    (warning,) = written.warnings
    assert "U+0001" in str(warning)


@pytest.mark.parametrize("separate", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_cancelled_run_leaves_what_was_there(
    snapshot: Snapshot, tmp_path: Path, format_: str, separate: bool
) -> None:
    class Stop:
        def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
            if done == 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        write(exporter("letters", format_, separate=separate), snapshot, tmp_path / "new", Stop())
    assert list(tmp_path.iterdir()) == []


def test_letters_that_read_otherwise_are_refused(snapshot: Snapshot, tmp_path: Path) -> None:
    forgetful = LetterFormat(
        ".txt",
        write=lambda path, _, letters: path.write_text(
            "\n".join(each.recipient.name for each in letters)
        ),
        read=lambda path: iter(path.read_text().splitlines()),
    )
    first = snapshot.recipients[0].name
    with pytest.raises(UnwritableFile, match=f"not what was to be written, from {first} on"):
        write_together(forgetful, snapshot, tmp_path / "letters.txt", SILENT)


def test_letters_are_refused_unless_each_says_all_and_nothing_else(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "letters.txt"
    write(exporter("letters", "txt"), snapshot, path)
    whole = re.split("\f=+", path.read_text(encoding="utf-8"))
    first, second, *others = whole
    one, two = (line.name for line in snapshot.printed[1:3])
    assert one in first
    assert write_together(reading(whole), snapshot, path, SILENT).documents == len(whole)
    for found in (
        whole[:-1],
        [*whole, first],
        [second, first, *others],
        [first.replace(one, f"{one} Ada"), second, *others],
        [first, second.replace(one, ""), *others],
        [first.replace(one, ""), second.replace(one, f"{one}\n{one}"), *others],
        [two.join(each.replace(two, one) for each in first.split(one)), second, *others],
        [first.replace("2026", "2025"), second, *others],
    ):
        assert found != whole
        with pytest.raises(UnwritableFile):
            write_together(reading(found), snapshot, path, SILENT)


def reading(found: list[str]) -> LetterFormat:
    """A format whose files always read so."""
    return LetterFormat(
        ".txt", write=lambda path, _, letters: list(letters), read=lambda path: iter(found)
    )

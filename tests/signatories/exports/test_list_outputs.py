"""Every output of one list says the same: the entries of the arrangement, in its order, numbers and words."""

import datetime as dt
from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as reader

from signatories.block import values
from signatories.block.arrangement import Arrangement, arrange
from signatories.block.entries import Entry
from signatories.block.presets import COMMON, Preset
from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.block.signatory import Signatory
from signatories.block.values import raised
from signatories.exports.characters import printable
from signatories.exports.html.listing import fragment
from signatories.exports.text.listing import lines_of
from signatories.exports.workbooks.list_columns import columns_of, rows_of
from signatories.models import Capacity
from signatories.models.block import Form, Grouping, Marker
from signatories.typesetting.images import Image
from tests.signing import signatory

WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "<b>Ada</b> & Co",
        "&lt;script&gt;",
        "{{ name }}",
        "=1+1",
        "“Ω” – 環境",
        "אבג (א)",
        "a\u2028b\r\nc",
        "\x00\ud800x",
    ]
)
SIGNATORIES = st.lists(
    st.builds(
        lambda name, organisation, **words: signatory(1, name, organisation=organisation, **words),
        WORDS.map(lambda word: f"N{word}"),
        WORDS,
        role=WORDS,
        country=WORDS,
        group=st.sampled_from(["", "International", "National", "<i>Other</i>"]),
        footnote=st.sampled_from(["", "", "as <of> today"]),
        description=WORDS,
        capacity=st.sampled_from(Capacity),
        withheld=st.sampled_from([False, False, True]),
    ),
    min_size=1,
    max_size=8,
)


def numbered(lines: Sequence[Signatory]) -> list[Signatory]:
    return [
        line._replace(sign_on_id=number, place=number) for number, line in enumerate(lines, start=1)
    ]


def arranged(lines: Sequence[Signatory], chosen: BlockSettings) -> Arrangement:
    return arrange(numbered(lines), chosen, "en", as_of=dt.date(2026, 5, 1))


def in_text(block: Arrangement) -> list[str]:
    """What a text must say, in order: each entry with its number, bullet and mark; runs as one line."""
    lines: list[str] = []
    for section in block.sections:
        shown = []
        for entry in section.entries:
            mark = raised(entry.note) if entry.note else ""
            if section.head:
                cells = list(entry.cells)
                cells[entry.noted] += mark
                shown.append("\t".join(cells))
            else:
                shown.append(" ".join(filter(None, (entry.marker, entry.text + mark))))
        lines += [", ".join(shown)] if section.layout.form is Form.RUN_IN else shown
    return lines


PRESETS = [preset for preset in COMMON if "semicolons" not in preset.name]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
@settings(max_examples=15)
@given(SIGNATORIES)
def test_text_has_all_entries_in_order_and_nothing_else(
    preset: Preset, lines: list[Signatory]
) -> None:
    block = arranged(lines, preset.settings)
    heads = [
        *filter(None, [block.heading]),
        *block.above,
        *chain.from_iterable(
            [*filter(None, [section.heading]), *(["\t".join(section.head)] if section.head else [])]
            for section in block.sections
        ),
        *block.below,
        *(f"{raised(number)} {note}" for number, note in enumerate(block.notes, start=1)),
    ]
    found = [line for line in lines_of(block) if line]
    wanted = in_text(block)
    rest = iter(found)
    assert all(line in rest for line in wanted), "all entries, in their order"
    assert sorted(found) == sorted([*heads, *wanted])


@pytest.mark.parametrize("preset", COMMON, ids=lambda preset: preset.name)
@settings(max_examples=15)
@given(SIGNATORIES)
def test_a_web_page_reads_back_as_the_arrangement(preset: Preset, lines: list[Signatory]) -> None:
    block = arranged(lines, preset.settings)
    page = reader.fragment_fromstring(fragment(block, {}))
    assert entries_of(page) == [
        plain(entry) for section in block.sections for entry in section.entries
    ]
    starts = [int(found.get("start")) for found in page.xpath(".//ol[@start]")]
    firsts = [
        section.entries[0].number
        for section in block.sections
        if section.layout.form not in {Form.TABLE, Form.RUN_IN} and section.entries[0].number
    ]
    assert starts == firsts
    assert [each.text_content() for each in page.xpath("./h3")] == [
        printable(section.heading) for section in block.sections if section.title
    ]
    around = [each.text_content() for each in page.xpath("./p[@dir]")]
    assert around == [printable(text) for text in (*block.above, *block.below)]
    notes = page.xpath('./ol[@class="notes"]/li')
    assert [note.text_content() for note in notes] == list(block.notes)
    links = [link.get("href")[1:] for link in page.xpath(".//sup/a")]
    assert links == [note.get("id") for note in notes]


def entries_of(page: reader.HtmlElement) -> list[str]:
    found = page.xpath("./p/span | ./table/tbody/tr | ./*[self::ul or self::ol][@style]/li")
    return ["\t".join(cells(each)) if each.tag == "tr" else each.text_content() for each in found]


def cells(row: reader.HtmlElement) -> list[str]:
    return [cell.text_content() for cell in row]


def plain(entry: Entry) -> str:
    """As a page shows it: a line end is an element there, and no character."""
    words = list(entry.cells or (entry.text,))
    words[entry.noted] += str(entry.note) if entry.note else ""
    return printable("\t".join(words).replace("\n", ""))


def test_nothing_in_a_name_is_markup() -> None:
    line = signatory(1, '<img src=x onerror="a()">', organisation='"><script>x</script>')
    page = reader.fragment_fromstring(fragment(arranged([line], BlockSettings()), {}))
    assert {each.tag for each in page.iter()} == {"section", "ul", "li"}
    assert page.text_content().strip() == line.line


def test_pictures_are_in_the_page_itself_and_only_where_the_block_shows_them() -> None:
    image = Image("d1", "image/png", b"\x89PNG", 10, 10)
    line = signatory(1, "Ada", organisation='Haven "H"', logo="d1", signature="d1")
    plain_page = fragment(arranged([line], BlockSettings()), {"d1": image})
    assert "<img" not in plain_page
    shown = BlockSettings(layout=Layout(logos=True, signatures=True))
    page = reader.fragment_fromstring(fragment(arranged([line], shown), {"d1": image}))
    logo, signature = page.xpath(".//img")
    assert (logo.get("alt"), signature.get("alt")) == ('Haven "H"', "")
    assert logo.get("src") == signature.get("src") == "data:image/png;base64,iVBORw=="


@pytest.mark.parametrize(
    ("marker", "said"), [(Marker.NUMBERS, "1. Ada, 2. Ben"), (Marker.BULLETS, "• Ada, • Ben")]
)
def test_markers_of_a_paragraph_stand_in_texts_and_pages(marker: Marker, said: str) -> None:
    chosen = BlockSettings(layout=Layout(Form.RUN_IN, "{name}", marker=marker))
    block = arranged([signatory(1, "Ada"), signatory(2, "Ben")], chosen)
    assert [*lines_of(block)] == [said]
    assert reader.fragment_fromstring(fragment(block, {})).text_content().strip() == said


def test_on_a_wall_logos_stand_for_words_as_large_as_in_print() -> None:
    image = Image("d1", "image/png", b"\x89PNG", 200, 100)
    line = signatory(1, "Ada", organisation="Haven", logo="d1", footnote="Ours")
    scaled = line._replace(logo_scale=2.0, logo_shift=0.25)
    chosen = BlockSettings(layout=Layout(Form.LOGOS, logo_area=200.0))
    block = arranged([line, scaled, signatory(1, "Ben", organisation="Beta")], chosen)
    page = reader.fragment_fromstring(fragment(block, {"d1": image}))
    assert [item.text_content() for item in page.xpath("./ul/li")] == ["1", "2", "Ben, Beta"]
    first, second = page.xpath(".//img")
    assert first.get("alt") == "Ada, Haven"
    assert first.get("style") == "width: 20.0mm"
    assert second.get("style") == "width: 40.0mm; transform: translateY(25%)"
    assert [*lines_of(block)][:3] == ["Ada, Haven¹", "Ada, Haven²", "Ben, Beta"]
    without = reader.fragment_fromstring(fragment(block, {}))
    assert without.xpath("./ul/li")[0].text_content() == "Ada, Haven1"


@pytest.mark.parametrize("language", ["ar-EG", "ar_EG", "fa"])
def test_a_page_runs_left_in_every_spelling_of_such_a_language(language: str) -> None:
    block = arrange([signatory()], BlockSettings(), language, as_of=dt.date(2026, 5, 1))
    page = reader.fragment_fromstring(fragment(block, {}))
    assert (page.get("lang"), page.get("dir")) == (language.replace("_", "-"), "rtl")


def test_a_page_says_its_language_direction_and_the_shapes_of_han() -> None:
    lines = [signatory(1, "山田", country_code="JP"), signatory(2, "Ada", country_code="FR")]
    block = arrange(lines, BlockSettings(), "ar", as_of=dt.date(2026, 5, 1))
    page = reader.fragment_fromstring(fragment(block, {}))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert [item.get("lang") for item in page.xpath(".//li")] == ["ja-JP", None]
    odd = arrange(lines, BlockSettings(), 'en" onload="x', as_of=dt.date(2026, 5, 1))
    assert reader.fragment_fromstring(fragment(odd, {})).keys() == ["class", "lang", "dir"]


@pytest.mark.parametrize("preset", COMMON, ids=lambda preset: preset.name)
@settings(max_examples=15)
@given(SIGNATORIES)
def test_a_workbook_has_the_words_and_numbers_of_the_entries(
    preset: Preset, lines: list[Signatory]
) -> None:
    block = arranged(lines, preset.settings)
    columns = columns_of(block)
    headings = ["No.", *(each.column.heading for each in columns)]
    assert len(set(headings)) == len(headings)
    rows = [dict(zip(headings, row, strict=True)) for row in rows_of(block, columns)]
    entries = list(block.entries)
    for row, entry in zip(rows, entries, strict=True):
        words = "\t".join(entry.cells) or entry.text
        for name in ("organisation", "role", "acronym", "country", "description"):
            own = values.printable(getattr(entry.signatory, name))
            if name.capitalize() in row:
                assert row[name.capitalize()] == (own if own in words else "")
        assert row["Name"] or row["Organisation"] or not _named(entry.signatory)
    if any(entry.number for entry in entries):
        assert [row["No."] for row in rows] == [entry.number for entry in entries]
    else:
        assert [row["No."] for row in rows] == [*range(1, len(rows) + 1)]


def _named(line: Signatory) -> bool:
    return bool(values.printable(line.name) or values.printable(line.organisation))


def test_a_public_workbook_has_no_word_that_is_not_printed() -> None:
    persons = [
        signatory(1, "Ada Moss", organisation="Haven", role="Director", country="Chad"),
        signatory(1, "Ben Vale", organisation="Cove", capacity=Capacity.PERSONAL, region="North"),
        signatory(1, "Eve Oak", organisation="Aurora", role="Chair", kind="network"),
    ]
    own = BlockSettings(
        layout=Layout(pattern="{organisation} ({region}, {kind})"),
        lines={3: "{name}, {role}, {seat}"},
    )
    block = arranged([*persons[:2], persons[2]._replace(extra={"seat": "Avon"})], own)
    columns = columns_of(block)
    headings = ["No.", *(each.column.heading for each in columns)]
    assert headings == ["No.", "Name", "Role", "Organisation", "Region", "Kind", "seat"]
    assert [*rows_of(block, columns)] == [
        (1, "", "", "Haven", "", "", ""),
        (2, "Ben Vale", "", "Cove", "North", "", ""),
        (3, "Eve Oak", "Chair", "", "", "", "Avon"),
    ]


def test_a_workbook_numbers_only_who_is_numbered_in_print() -> None:
    groups = (GroupSettings("A", layout=Layout(marker=Marker.NUMBERS)), GroupSettings("B"))
    lines = [signatory(1, name, group=group) for name, group in (("Ada", "A"), ("Ben", "B"))]
    block = arranged(lines, BlockSettings(grouping=Grouping.GROUP, groups=groups))
    assert [row[0] for row in rows_of(block, columns_of(block))] == [1, None]

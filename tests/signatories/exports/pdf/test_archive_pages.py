"""What the pages of files for archives may hold, by ISO 19005-2: operators, limits, glyphs, annotations, metadata.

`test_archive` looks at the files that they stand in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from signatories.exports import exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Snapshot
from tests.gallery import letters, tables
from tests.gallery.sheet import snapshot_of
from tests.pdf_objects import Object, objects
from tests.products import write

KEEPS = RunSettings(archive=True)
MADE = ["letters", "block", "annex", "cover", "labels-l7159", "envelopes-dl"]
OPERATORS = set(
    b"b B b* B* BDC BMC BT c cm CS cs d d0 d1 Do DP EMC ET f f* G g gs h i j J K k l m M MP n q Q re RG rg s S "
    b"SC sc SCN scn T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
"""Those of PDF 1.7 but for pictures within a page, which we never write, shadings and intents of rendering."""
TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<<|>>|<[^<>]*>|[\[\]]|/[^\s()<>\[\]/]+|[^\s()<>\[\]/]+", re.DOTALL
)
NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
PACKET = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SCHEMAS = {
    "http://purl.org/dc/elements/1.1/": {"title", "description", "creator", "language"},
    "http://ns.adobe.com/pdf/1.3/": {"Producer"},
    "http://ns.adobe.com/xap/1.0/": {"CreatorTool", "CreateDate", "ModifyDate"},
    "http://www.aiim.org/pdfa/ns/id/": {"part", "conformance"},
}
Objects = Mapping[int, Object]


def sheets(snapshot: Snapshot) -> dict[str, Snapshot]:
    head = ("Coalition", "https://example.org")
    odd = "Дом <Écoles> & (söhne) \\ 例"
    return {
        "sample": replace(
            snapshot, text=replace(snapshot.text, letterhead=head, subject=odd, title=odd)
        ),
        "logos": snapshot_of(tables.LOGO_WALL, tables.IMAGES),
        "many scripts": snapshot_of(letters.ARABIC, {}),
    }


@pytest.fixture(scope="module", params=["sample", "logos", "many scripts"])
def given(request: pytest.FixtureRequest, snapshot: Snapshot) -> Snapshot:
    kept = replace(sheets(snapshot)[request.param], run=KEEPS)
    addressed = [replace(each, address="1, rue d’Exemple\nGenève") for each in kept.recipients]
    return replace(kept, selection=replace(kept.selection, recipients=addressed))


@pytest.fixture(scope="module", params=MADE)
def every(
    request: pytest.FixtureRequest, given: Snapshot, tmp_path_factory: pytest.TempPathFactory
) -> Objects:
    """The objects of a product."""
    path: Path = tmp_path_factory.mktemp("kept") / "kept.pdf"
    write(exporter(request.param, "pdf"), given, path)
    return dict(objects(path))


def contents(every: Objects) -> Iterator[list[bytes]]:
    """What pages and forms are made of, in words of PDF."""
    for each in every.values():
        for found in re.findall(r"/Contents\[([^]]*)\]", each.entries):
            for number in re.findall(r"(\d+) 0 R", found):
                yield TOKEN.findall(every[int(number)].stream)
        if "/Subtype /Form" in each.entries:
            yield TOKEN.findall(each.stream)


def test_files_stay_within_the_limits(every: Objects) -> None:
    """6.1.6, 6.1.7, 6.1.8 and 6.1.13: strings, streams, names, and how much of all there may be."""
    for each in every.values():
        for token in TOKEN.findall(each.entries.encode("latin-1")):
            assert len(token) <= 32_767
            if token.startswith(b"/"):
                assert len(token) <= 128
                token.decode()
            if re.fullmatch(rb"<[^<>]+>", token):
                assert re.fullmatch(rb"<(?:[0-9a-fA-F]{2})*>", token)
            if NUMBER.fullmatch(token):
                assert abs(float(token)) < 2**31
        if each.stream:
            assert not re.search(r"/(?:F|FFilter|FDecodeParms) ", each.entries)
        for box in re.findall(r"/MediaBox\[0 0 (\S+) (\S+)\]", each.entries):
            assert all(3 <= float(edge) <= 14_400 for edge in box)


def test_pages_are_made_of_operators_that_there_are(every: Objects) -> None:
    """6.2.2 and 6.1.13: no operator that readers do not know, and no deeper nesting than they follow."""
    seen = 0
    for tokens in contents(every):
        depth = 0
        for token in tokens:
            depth += (token == b"q") - (token == b"Q")
            assert 0 <= depth <= 28
            if token[:1] not in b"(<>[]/" and not NUMBER.fullmatch(token):
                assert token in OPERATORS
                seen += 1
        assert depth == 0
    assert seen > 5


def test_what_draws_with_fonts_or_pictures_says_which(every: Objects) -> None:
    """6.2.2: nothing is inherited."""
    for each in every.values():
        if "/Subtype /Form" in each.entries and re.search(rb"\bT[jJ]\b|\bDo\b", each.stream):
            assert "/Resources " in each.entries
        assert "/Subtype2" not in each.entries


def test_no_code_shows_the_glyph_for_what_is_missing(every: Objects) -> None:
    """6.2.11.8: whatever is shown has a glyph of its own."""
    glyphs = {name: glyphs_of(every, number) for name, number in fonts(every).items()}
    seen = [each for tokens in contents(every) for each in shown(tokens)]
    assert len(seen) > 20
    for font, code in seen:
        assert glyphs[font][2 * code : 2 * code + 2] != b"\0\0"


def shown(tokens: list[bytes]) -> Iterator[tuple[bytes, int]]:
    """Each code with the font in which it is shown, in the arrays of TJ."""
    font, inside = b"", False
    for place, token in enumerate(tokens):
        if token == b"Tf":
            font = tokens[place - 2][1:]
        elif token in {b"[", b"]"}:
            inside = token == b"["
        elif inside and token.startswith(b"("):
            codes = re.findall(rb"..", token[1:-1], re.DOTALL)
            yield from ((font, int.from_bytes(code, "big")) for code in codes)


def fonts(every: Objects) -> dict[bytes, int]:
    return {
        name.encode(): int(number)
        for each in every.values()
        for name, number in re.findall(r"/(F\d+) (\d+) 0 R", each.entries)
    }


def glyphs_of(every: Objects, font: int) -> bytes:
    descendant = every[every[font].number("DescendantFonts")]
    assert "/Encoding /Identity-H" in every[font].entries
    return every[descendant.number("CIDToGIDMap")].stream


def test_annotations_are_links_that_print(snapshot: Snapshot, tmp_path: Path) -> None:
    """6.3 and 6.5: shown and printed, with no other action than to follow an address."""
    linked = replace(sheets(snapshot)["sample"], run=KEEPS)
    write(exporter("letters", "pdf"), linked, tmp_path / "kept.pdf")
    every = dict(objects(tmp_path / "kept.pdf"))
    entries = " ".join(each.entries for each in every.values())
    found = re.findall(r"/Type/Annot.*?>>", entries)
    assert found
    for annotation in found:
        assert "/Subtype/Link" in annotation
        assert "/F 4/" in annotation
    assert set(re.findall(r"/S /(\w+)", entries)) == {"URI", "GTS_PDFA1"}


def test_metadata_has_only_properties_of_known_schemas(every: Objects) -> None:
    """6.6.2: well-formed, without words about its own encoding, each property in its schema."""
    (packet,) = [each.stream for each in every.values() if "/Subtype /XML" in each.entries]
    head = packet[: packet.index(b"?>")]
    assert b"bytes=" not in head
    assert b"encoding=" not in head
    tree = etree.fromstring(packet)
    (about,) = tree.iter(f"{PACKET}Description")
    names = [etree.QName(each) for each in about]
    assert {name.namespace for name in names} == set(SCHEMAS)
    assert all(name.localname in SCHEMAS[name.namespace] for name in names)
    assert not [key for key in about.attrib if key != f"{PACKET}about"]

"""Files for archives, held against what ISO 19005-2 asks of PDF/A-2b, by a reader of bytes of our own.

No whole validator of PDF/A-2 can be had where this was written: the list below is ours, by the standard's clauses, and
goes on in `test_archive_pages`. pdf_oxide, which knows 2b, sees nothing amiss; but nor does it where the intent is
missing or another part of the standard is named.
One of PDF/A-1b, which asks for more, is PDFBox's Preflight (in Debian: libpdfbox2-java, libcommons-io-java,
libactivation-java, libjaxb-api-java).
"""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uharfbuzz
from PIL import Image, ImageCms

from signatories.exports import exporter
from signatories.exports.pdf.colours import srgb
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Snapshot
from tests.gallery import letters, tables
from tests.gallery.sheet import snapshot_of
from tests.pdf_objects import objects
from tests.products import write

KEEPS = RunSettings(archive=True)
FORBIDDEN = [
    "Encrypt",
    "JavaScript",
    "JS",
    "Launch",
    "AA",
    "OpenAction",
    "EmbeddedFile",
    "EmbeddedFiles",
    "AcroForm",
    "XFA",
    "OCProperties",
    "LZWDecode",
    "Alternates",
    "OPI",
    "Ref",
    "PS",
    "TR",
    "TR2",
    "HTP",
    "Interpolate",
    "BM",
    "CA",
    "ca",
    "Crypt",
    "Movie",
    "Sound",
    "Rendition",
    "Sig",
    "Perms",
    "Requirements",
]

JARS = Path("/usr/share/java")
NEEDED = (
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "commons-io",
    "javax.activation",
    "jaxb-api",
)


@pytest.fixture(params=["letters", "logos", "many scripts", "list"])
def kept(request: pytest.FixtureRequest, snapshot: Snapshot, tmp_path: Path) -> Path:
    """A file that is to be kept."""
    made = {
        "letters": snapshot,
        "logos": snapshot_of(tables.LOGO_WALL, tables.IMAGES),
        "many scripts": snapshot_of(letters.ARABIC, {}),
        "list": snapshot,
    }[request.param]
    product = "block" if request.param == "list" else "letters"
    write(exporter(product, "pdf"), replace(made, run=KEEPS), tmp_path / "kept.pdf")
    return tmp_path / "kept.pdf"


def test_it_is_a_file_that_holds_all_it_needs(kept: Path) -> None:
    content = kept.read_bytes()
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n", content)
    assert re.search(rb"/ID \[ ?<([0-9a-f]{32})> ?<\1> ?\]", content[content.rindex(b"trailer") :])
    for _, each in objects(kept):
        assert not [key for key in FORBIDDEN if re.search(rf"/{key}\b", each.entries)]
        assert set(re.findall(r"/Filter ?/(\w+)", each.entries)) <= {"FlateDecode", "DCTDecode"}
        if re.search(r"/Type ?/Page\b", each.entries):
            assert re.search(r"/Resources \d+ 0 R", each.entries)


def test_its_colours_are_those_of_the_profile_that_it_holds(kept: Path) -> None:
    every = dict(objects(kept))
    catalogue = next(each for each in every.values() if "/Catalog" in each.entries)
    intent = every[catalogue.number("OutputIntents")]
    assert "/S /GTS_PDFA1" in intent.entries
    profile = every[intent.number("DestOutputProfile")]
    assert "/N 3" in profile.entries
    assert profile.stream == srgb()
    spaces = {
        space for each in every.values() for space in re.findall(r"/(Device\w+)", each.entries)
    }
    assert spaces <= {"DeviceGray", "DeviceRGB"}


def test_its_fonts_are_embedded_with_the_widths_that_they_have(kept: Path) -> None:
    every = dict(objects(kept))
    described = [each for each in every.values() if "/CIDFontType2" in each.entries]
    assert described
    for font in described:
        program = every[every[font.number("FontDescriptor")].number("FontFile2")].stream
        face = uharfbuzz.Face(program)
        reader = uharfbuzz.Font(face)
        glyphs = every[font.number("CIDToGIDMap")].stream
        said = re.findall(r"/W \[ ?0 ?\[([^]]*)\]", font.entries)[0].split()
        assert len(glyphs) == 2 * len(said)
        for code, width in enumerate(said):
            glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            if glyph:
                there = reader.get_glyph_h_advance(glyph) * 1000 / face.upem
                assert abs(there - float(width)) <= 1
            else:
                assert width == "0"


def test_it_says_so_and_nothing_else_than_its_information(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    moment = datetime(2010, 7, 26, 12, 30, tzinfo=UTC)
    path = tmp_path / "kept.pdf"
    write(exporter("letters", "pdf"), replace(snapshot, run=KEEPS, taken_at=moment), path)
    every = dict(objects(path))
    catalogue = next(each for each in every.values() if "/Catalog" in each.entries)
    said = every[catalogue.number("Metadata")].stream.decode()
    info = next(each.entries for each in every.values() if "/CreationDate" in each.entries)
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in said
    assert said.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')
    for name, key in (("xmp:CreateDate", "CreationDate"), ("xmp:ModifyDate", "ModDate")):
        assert f"<{name}>2010-07-26T12:30:00+00:00</{name}>" in said
        assert f"/{key} (D:20100726123000+00'00')" in info
    for name, key in (
        ("dc:title", "Title"),
        ("dc:creator", "Author"),
        ("dc:description", "Subject"),
    ):
        value = re.findall(rf"<{name}>.*?<rdf:li[^>]*>(.*?)</rdf:li>", said)[0]
        assert f"/{key} ({value})" in info


def complaints(path: Path) -> set[str]:
    """What Preflight finds against a file as PDF/A-1b, without the names of fonts."""
    jars = [JARS / f"{name}.jar" for name in NEEDED]
    if not shutil.which("java") or not all(jar.exists() for jar in jars):
        pytest.skip("PDFBox's Preflight is not installed")
    first = path.with_name("first.pdf")
    content = path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.4", 1)
    first.write_bytes(content.replace(b"<pdfaid:part>2", b"<pdfaid:part>1"))
    main = "org.apache.pdfbox.preflight.Validator_A1b"
    command = ["java", "-cp", ":".join(map(str, jars)), main, str(first)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "PDF/A-1b" in said
    return {re.sub(r"\S+\+\S+: ", "", line) for line in said.splitlines() if line[:1].isdigit()}


def test_a_validator_misses_only_what_the_first_part_asks_beyond_the_second(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    head = ("Coalition", "https://example.org")
    taken = replace(snapshot, run=KEEPS, text=replace(snapshot.text, letterhead=head))
    write(exporter("letters", "pdf"), taken, tmp_path / "kept.pdf")
    only_first = {
        "2.1.6 : Invalid graphics object, Invalid version of the ICCProfile",
        "3.1.11 : Invalid Font definition, The CIDSet entry is missing for the Composite Subset",
    }
    assert complaints(tmp_path / "kept.pdf") == only_first


def test_other_files_do_not_say_so(snapshot: Snapshot, tmp_path: Path) -> None:
    write(exporter("letters", "pdf"), snapshot, tmp_path / "plain.pdf")
    content = (tmp_path / "plain.pdf").read_bytes()
    assert b"pdfaid:part" not in content
    assert b"OutputIntent" not in content


def test_separate_letters_are_kept_each_by_itself(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    write(exporter("letters", "pdf", separate=True), replace(snapshot, run=KEEPS), folder)
    files = [*folder.glob("*.pdf")]
    assert files
    assert all(b"<pdfaid:part>2" in path.read_bytes() for path in files)


def test_the_profile_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    assert (ours.profile.version, ours.profile.device_class, ours.profile.xcolor_space) == (
        4.2,
        "mntr",
        "RGB ",
    )
    colours = Image.effect_noise((64, 64), 100)
    every = Image.merge("RGB", [colours, colours.rotate(90), colours.rotate(180)])
    seen = ImageCms.profileToProfile(every, ours, ImageCms.createProfile("sRGB"))
    assert seen is not None
    pairs = zip(every.tobytes(), seen.tobytes(), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1

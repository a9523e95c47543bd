"""Shaping: the right face for every character, and glyphs that spell the text."""

from dataclasses import replace

import pytest
import uharfbuzz
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting import fonts
from signatories.typesetting.galleys import Word
from signatories.typesetting.shaping import REPLACEMENT, missing, shape
from signatories.typesetting.styles import Family, TextStyle

PLAIN = TextStyle()
SCRIPTS = {
    "Anne‐Sophie": ["NotoSerif-Regular"],
    "Hélène": ["NotoSerif-Regular"],
    "Đặng": ["NotoSerif-Regular"],
    "Ελένη": ["NotoSerif-Regular"],
    "Сергей": ["NotoSerif-Regular"],
    "Հայաստան": ["NotoSansArmenian-Regular"],
    "საქართველო": ["NotoSansGeorgian-Regular"],
    "אבג": ["NotoSansHebrew-Regular"],
    "محمد": ["NotoSansArabic-Regular"],
    "हिन्दी।": ["NotoSansDevanagari-Regular"],
    "বাংলা": ["NotoSansBengali-Regular"],
    "தமிழ்": ["NotoSansTamil-Regular"],
    "සිංහල": ["NotoSansSinhala-Regular"],
    "ภาษาไทย": ["NotoSansThai-Regular"],
    "ລາວ": ["NotoSansLao-Regular"],
    "ខ្មែរ": ["NotoSansKhmer-Regular"],
    "မြန်မာ": ["NotoSansMyanmar-Regular"],
    "አማርኛ": ["NotoSansEthiopic-Regular"],
    "中国": ["NotoSansSC-Regular"],
    "한국": ["NotoSansKR-Regular"],
    "☎": ["NotoSansSC-Regular"],
    "Χρ中": ["NotoSerif-Regular", "NotoSansSC-Regular"],
}


def face_names(word: Word) -> list[str]:
    return [run.face.name for run in word.runs]


def numbers(word: Word) -> list[int]:
    return [
        glyph.number for run in word.runs for cluster in run.clusters for glyph in cluster.glyphs
    ]


@pytest.mark.parametrize(("text", "expected"), SCRIPTS.items(), ids=SCRIPTS)
def test_each_script_is_set_in_its_face(text: str, expected: list[str]) -> None:
    word = shape(text, PLAIN, right_to_left=text in {"אבג", "محمد"})
    assert face_names(word) == expected
    assert 0 not in numbers(word)
    assert word.width > 0


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (TextStyle(bold=True), "NotoSerif-Bold"),
        (TextStyle(italic=True), "NotoSerif-Italic"),
        (TextStyle(bold=True, italic=True), "NotoSerif-BoldItalic"),
        (TextStyle(family=Family.SANS), "NotoSans-Regular"),
        (TextStyle(family=Family.SANS, italic=True, bold=True), "NotoSans-BoldItalic"),
    ],
)
def test_the_style_chooses_the_main_face(style: TextStyle, expected: str) -> None:
    assert face_names(shape("Hélène", style, right_to_left=False)) == [expected]


@pytest.mark.parametrize(("country", "expected"), [("CN", "SC"), ("TW", "TC"), ("JP", "JP")])
def test_han_letters_take_the_shapes_of_the_country(country: str, expected: str) -> None:
    word = shape("骨", replace(PLAIN, country=country), right_to_left=False)
    assert face_names(word) == [f"NotoSans{expected}-Regular"]


def test_a_character_that_one_han_face_alone_has_is_found_there() -> None:
    assert face_names(shape("\U00020bb7", PLAIN, right_to_left=False)) == ["NotoSansJP-Regular"]


def test_a_mark_stays_in_the_face_of_its_letter() -> None:
    word = shape("e\u0323\u0301x", PLAIN, right_to_left=False)
    assert face_names(word) == ["NotoSerif-Regular"]


def test_width_grows_with_the_size() -> None:
    small, large = (shape("Oxfam", TextStyle(size=size), right_to_left=False) for size in (10, 20))
    assert large.width == pytest.approx(2 * small.width)


def test_pairs_are_kerned() -> None:
    def width(text: str) -> float:
        return shape(text, PLAIN, right_to_left=False).width

    assert width("AV") < width("A") + width("V")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne‐Sophie – «Ça», 12 %", ()),
        ("a\tb\u00a0c", ("\t",)),
        ("Ana 😀 \u0378😀", ("😀", "\u0378")),
        ("\x07", ("\x07",)),
    ],
)
def test_missing_names_each_character_without_a_glyph_once(
    text: str, expected: tuple[str, ...]
) -> None:
    assert missing(text, PLAIN) == expected


def test_what_has_no_glyph_is_shown_as_a_replacement_never_as_a_box() -> None:
    word = shape("a😀", PLAIN, right_to_left=False)
    assert 0 not in numbers(word)
    assert (
        "".join(cluster.text for run in word.runs for cluster in run.clusters) == f"a{REPLACEMENT}"
    )


@settings(deadline=None)
@given(st.text(min_size=1, max_size=8), st.booleans())
def test_glyphs_are_never_notdef_and_spell_what_has_a_glyph(text: str, right_to_left: bool) -> None:
    word = shape(text, PLAIN, right_to_left=right_to_left)
    assert 0 not in numbers(word)
    if not missing(text, PLAIN):
        runs = word.runs[::-1] if right_to_left else word.runs
        clusters = [run.clusters[::-1] if right_to_left else run.clusters for run in runs]
        assert "".join(cluster.text for run in clusters for cluster in run) == text


def test_a_word_has_the_glyphs_that_harfbuzz_gives_for_its_face() -> None:
    for text, right_to_left in (("office", False), ("क्षत्रिय", False), ("الأمين", True)):
        word = shape(text, PLAIN, right_to_left=right_to_left)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(word.runs[0].face.font, buffer, {})
        assert numbers(word) == [info.codepoint for info in buffer.glyph_infos]


def test_all_letters_of_the_scripts_we_print_have_a_face() -> None:
    covered = fonts.face(fonts.SERIF, fonts.REGULAR).coverage
    assert {0x2010, 0x2011, 0x00A0, 0x202F, 0x20AC} <= set(covered)

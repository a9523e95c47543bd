"""The font files are the ones we checked, and each face is what its name says."""

import hashlib

import pytest

from signatories.typesetting import fonts
from tests.font_files import FILES

DIGESTS = {
    "NotoSerif[wdth,wght].ttf": "4d8e6761424656867019081a1a01336f3cb086982682698714054fc33f782713",
    "NotoSerif-Italic[wdth,wght].ttf": "e87acbc6c0efd0d9a20d6a8cbbda2b266c14be3a3a6f5af8ec9d7b2460570ad1",
    "NotoSans[wght].ttf": "fb53504de62e767a54695416123d68d67f71c9b69722175184ad56e7dd13547b",
    "NotoSans-Italic[wght].ttf": "28602f4b032ed8f5d91445e830585f34aba54ff9d3ac3e58c0b8834f3d6ae684",
    "NotoSansSymbols[wght].ttf": "63724daeff6755a45933b9a5e3a3b41df5df8fe925c0f4c991f2f68c08a4182d",
    "NotoSansSC[wght].ttf": "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da",
    "NotoSansTC[wght].ttf": "864727d210d54f2537bbe23b3a839436c3992af72de9322af5270897246bd44f",
    "NotoSansJP[wght].ttf": "c2f3b4d463500a2ddcd3849cded1fceeb9fd6d1c32e6cbecd568453ba50fc68f",
    "NotoSansKR[wght].ttf": "194018e6b2b293a7964f037b25c0249ce1418bc9ab3c971060a03aa57861e252",
    "NotoSansArabic[wght].ttf": "3fae4d7239d1faa55b234bda8091019a5251ff79df40d5e29367d84bed2a8138",
    "NotoSansArmenian[wght].ttf": "e979dfaed56ddb4bfd05121958b25425eb7593253d64b6b3654c77c11c5cda94",
    "NotoSansBengali[wght].ttf": "dc9defe97bb041876b6609e9029d9e1e228a686259acde2fe2a9f99d793ee17d",
    "NotoSansDevanagari[wght].ttf": "bf99bf762743ff3259e73196852520ab0ffe8d384238bff3e4806a84b981e972",
    "NotoSansEthiopic[wght].ttf": "93f223089e300b983dbfd693c7be619e0e76565a70d639e71a4fe0bfd72cf66f",
    "NotoSansGeorgian[wght].ttf": "42f4a8bf4fe0af8afd91ee3c19e81e14f1bc74ddbd9b6a59a4182f67a596adb4",
    "NotoSansGujarati[wght].ttf": "83d1bde74d64fb389f97a5e27b2699d8ee8bad4c15a02be347228e6c10011248",
    "NotoSansGurmukhi[wght].ttf": "8a3096ee2166f6383501e2df7b368fce88cfa4068c8d75bcb6af07da353a00ea",
    "NotoSansHebrew[wght].ttf": "9d81d81ad592644487b03843da73a87b99cd28a2c4da4a096e1db8fbd14fda61",
    "NotoSansKhmer[wght].ttf": "56f89948a84cc0b01962ed6af573ac4ac885bd7bb6e7e40f9afc72a435728b70",
    "NotoSansKannada[wght].ttf": "b6b11505d76eddf916667d73adfec19095ec777742444dc662dae81471461f4e",
    "NotoSansLao[wght].ttf": "fc138d605aa998d8407789ee6a7f5554aae8b54f5cd98d66dd2c33e79d15b67e",
    "NotoSansMalayalam[wght].ttf": "94cddc94a03fa9a5e8d1784090ba97b267def6933d60762081eaa003751142c5",
    "NotoSansMyanmar[wght].ttf": "e0b280aa3080aab922800c88fa9a2015a4bec3103bb8b70491a92e4a04f3a3a3",
    "NotoSansOriya[wght].ttf": "37f482d0179d0a50e3128d004f007ff1c1741ad5f6b0b2bcc7238b257ef1caa0",
    "NotoSansSinhala[wght].ttf": "3fd7c6a61cb6dfb8a2ca7af5b4078bd24e9c8ad9b55839a0177277db6e4d1326",
    "NotoSansTamil[wght].ttf": "37e151cdec4a8cfb15c432f7bb164a83b98df69419d47e50b35aa7073963716b",
    "NotoSansTelugu[wght].ttf": "6c06de88b2d420d899543724a13765994191cd29860c6226efca098b51fec64b",
    "NotoSansThai[wght].ttf": "13f52f79b04f01f2751a81052a5dee2df639fd4e13f4ac30821ab45c8dd5f7e7",
}
FACES = [fonts.face(file, weight) for file in FILES for weight in (fonts.REGULAR, fonts.BOLD)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.name)
def test_each_font_file_is_the_one_we_checked(file: fonts.FontFile) -> None:
    assert hashlib.sha256(file.path.read_bytes()).hexdigest() == DIGESTS[file.path.name]


def test_every_file_has_a_digest_and_every_face_a_name_of_its_own() -> None:
    assert set(DIGESTS) == {file.path.name for file in FILES}
    assert len({face.name for face in FACES}) == len(FACES)


def test_names_follow_postscript() -> None:
    names = {face.name for face in FACES}
    assert {
        "NotoSerif-Regular",
        "NotoSerif-Bold",
        "NotoSerif-Italic",
        "NotoSerif-BoldItalic",
    } <= names


@pytest.mark.parametrize(
    ("file", "letter"), [(fonts.SERIF, "n"), (fonts.SANS, "n"), (fonts.BY_SCRIPT["Arab"], "ب")]
)
def test_bold_is_wider_than_regular(file: fonts.FontFile, letter: str) -> None:
    regular, bold = (fonts.face(file, weight) for weight in (fonts.REGULAR, fonts.BOLD))
    glyph = regular.font.get_nominal_glyph(ord(letter))
    assert bold.font.get_glyph_h_advance(glyph) > regular.font.get_glyph_h_advance(glyph)


@pytest.mark.parametrize("file", fonts.HAN.values(), ids=fonts.HAN)
def test_regular_han_is_not_the_thin_default_of_its_file(file: fonts.FontFile) -> None:
    regular = fonts.face(file, fonts.REGULAR)
    thin = fonts.Face(file, 100)
    glyph = regular.font.get_nominal_glyph(ord("一"))
    assert abs(regular.font.get_glyph_extents(glyph).height) > abs(
        thin.font.get_glyph_extents(glyph).height
    )


@pytest.mark.parametrize(
    ("language", "country", "first"),
    [
        ("en", None, "SC"),
        ("en", "TW", "TC"),
        ("zh-Hant", None, "TC"),
        ("zh-hant", None, "TC"),
        ("zh_HK", None, "TC"),
        ("zh-Hans-HK", None, "SC"),
        ("zh-Hans", None, "SC"),
        ("ja", None, "JP"),
        ("ja", "HK", "TC"),
        ("ko", "FR", "KR"),
    ],
)
def test_han_shapes_follow_the_country_then_the_language(
    language: str, country: str | None, first: str
) -> None:
    order = [
        face.file
        for face in fonts.fallbacks("Hani", language, country, fonts.REGULAR)
        if face.file in fonts.HAN.values()
    ]
    assert order[0] == fonts.HAN[first]
    assert set(order) == set(fonts.HAN.values())


def test_a_blank_glyph_shows_nothing() -> None:
    blanks = [(face, face.blank) for face in FACES if face.blank is not None]
    assert len(blanks) > 30
    for face, blank in blanks:
        assert face.font.get_glyph_h_advance(blank) == 0
        assert face.font.get_glyph_extents(blank).width == 0

import csv
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import pyuca
from hypothesis import example, given
from hypothesis import strategies as st

from signatories.collation import fold, sort_key
from signatories.collation.alphabets import ELEMENTS, TAILORINGS

COLLATOR = pyuca.Collator()
LETTERS = "".join(
    character
    for code in (*range(0x20, 0x530), *range(0x1E00, 0x2000))
    if set(unicodedata.normalize("NFD", character := chr(code))) <= ELEMENTS.keys()
)


def inversions(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in pairwise(names) if sort_key(a) > sort_key(b)]


def test_the_table_of_letters_is_that_of_the_standard() -> None:
    assert {
        character: tuple(tuple(weights) for weights in COLLATOR.collation_elements(character))
        for character in ELEMENTS
    } == ELEMENTS
    assert len(LETTERS) > 700
    assert set("éüñçğőșžẽ ßÆøŁάςΐйЁї'\"&") <= set(LETTERS)


names = st.lists(
    st.one_of(
        st.sampled_from(LETTERS.replace("«", "")), st.sampled_from("aAéyzŻʒбا東\u0e40\u0e01")
    ),
    max_size=6,
).map(lambda letters: " ".join("".join(letters).split()))


@given(names, names)
def test_keys_order_as_the_unicode_collation_algorithm(one: str, other: str) -> None:
    expected = COLLATOR.sort_key(one), COLLATOR.sort_key(other)
    keys = sort_key(one), sort_key(other)
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (
        expected[0] < expected[1],
        expected[0] == expected[1],
    )


def key_of_the_whole(text: str) -> bytes:
    """A key as the standard makes it: from the whole text, character by character."""
    elements = COLLATOR.collation_elements(unicodedata.normalize("NFD", " ".join(text.split())))
    levels = []
    for number, (size, least) in enumerate(((2, 0), (2, 0x20), (1, 0x02))):
        weights = [element[number] for element in elements if element[number]]
        while weights and weights[-1] == least:
            weights.pop()
        levels.append(b"".join(weight.to_bytes(size) for weight in weights))
    return b"\0\0".join(levels)


def fold_of_the_whole(text: str) -> str:
    """Accents off and case off, for the whole text at once."""
    text = unicodedata.normalize("NFKD", text).casefold()
    kept = [c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)]
    return " ".join("".join(kept).casefold().split())


words = st.lists(st.one_of(names, st.text(" abzAZ09-_^~$é\u0301", max_size=9)), max_size=5)


@given(words.map(" ".join))
@example("è\u031b")  # marks that do not stand in the standard's order
def test_keys_made_word_by_word_are_those_of_the_whole(text: str) -> None:
    assert sort_key(text) == key_of_the_whole(text)
    assert sort_key(text, "ja") == key_of_the_whole(text)


@given(st.text("aBéÇ\u0301\u00a0\u2003\u2017 ΣςЁ東\u0e40ﬁ", max_size=30))
def test_folding_word_by_word_is_folding_the_whole(text: str) -> None:
    assert fold(text) == fold_of_the_whole(text)


@pytest.mark.parametrize("accent", ["\u1fef", "\u1ffd"])  # the standard takes them for ` and ´
def test_an_accent_by_itself_weighs_alike_however_the_key_is_made(accent: str) -> None:
    name = f"Zeta{accent}s House"
    assert sort_key(name, articles="ignore") == sort_key(name)
    without = sort_key(name, spaces="ignore")
    assert sort_key(name, articles="ignore", spaces="ignore") == without
    assert without.endswith(sort_key(name))
    long = name + " of the Sea" * 10
    assert sort_key(long) == key_of_the_whole(long)


def test_names_sort_as_coalitions_sort_them() -> None:
    names = [
        "11.11.11",
        "Africa Japan Forum",
        "Africa-Japan Forum",
        "AfricaJapan",
        "École pour tous",
        "ecole Rurale",
        "Friends of the Earth",
        "Friends' Circle",
        "The Access Initiative",
        "Ärzte ohne Grenzen",
        "Эко",
        "環境",
    ]
    expected = [*names[:4], "Ärzte ohne Grenzen", *names[4:9], *names[10:]]
    assert sorted(names, key=sort_key) == expected
    assert sort_key("Children’s ‐ Fund") == sort_key("Children's - Fund")


def test_the_ranking_of_a_real_letter_is_kept(shared_data: Path) -> None:
    path = shared_data / "letters/owinfs-2020-endorsers.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    networks = [row["organisation"] for row in rows if row["section"] == rows[0]["section"]]
    countries = [row["description_or_country"] for row in rows[len(networks) :]]
    assert (len(networks), len(countries)) == (85, 315)
    assert inversions(networks) == []
    assert inversions(countries) == []


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("en", "a Å ä az o ö oz z"),
        ("sv-SE", "a az o oz z zz å Ä äa ö"),
        ("nb", "a z zz æ Ø øb å"),
        ("es", "na nz ña Ña o"),
        ("cs", "c čaj d h hz chata Chlad i"),
        ("tr", "h ı Ira i İz j"),
        ("de", "Mahler Müller Muller_ Muster"),
    ],
)
def test_languages_have_letters_of_their_own(language: str, in_order: str) -> None:
    words = in_order.split()
    assert sorted(set(words), key=lambda word: sort_key(word, language)) == words


# Without the second letters of digraphs: c and hora make the chora of the h.
@given(st.sampled_from(sorted(TAILORINGS)), st.text("abcdinoåäöæøñčłÖ", max_size=6))
def test_an_own_letter_follows_every_word_of_the_letter_before(language: str, rest: str) -> None:
    for series in TAILORINGS[language].split():
        first, own, *_ = series.split("<")
        word = first + rest
        assert sort_key(word, language) < sort_key(own.partition("=")[0], language)


@pytest.mark.parametrize(
    ("language", "name", "without"),
    [
        ("en", "The Access Initiative", "Access Initiative"),
        ("en", "Theatre", "Theatre"),
        ("fr", "L’Appel", "Appel"),
        ("fr", "Les Amis", "Amis"),
        ("de", "Die", "Die"),
        ("ja", "The Access", "The Access"),
    ],
)
def test_an_article_may_be_ignored(language: str, name: str, without: str) -> None:
    assert sort_key(name, language, articles="ignore") == sort_key(without, language)


def test_a_key_fits_into_any_index() -> None:
    assert sort_key("Öffentlich " * 1000) == sort_key(("Öffentlich " * 1000)[:300])
    assert len(sort_key("\ufdfa" * 300)) <= 2600


def test_latin_names_do_not_wait_for_the_tables_of_all_scripts() -> None:
    code = (
        "import sys; from signatories.collation import sort_key\n"
        "sort_key('Çağ “Ærø” – Łódź (Großbritannien) & Co. 100 %'); sort_key('Ñandú', 'es')\n"
        "sys.exit('pyuca' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Café\u00a0 MÜNSTER ", "cafe munster"),
        ("Łódź Ærø Đoko Straße Þór İzmir ıssız", "lodz aero doko strasse thor izmir issiz"),
        ("Ёлка Ἀθῆναι", "елка αθηναι"),
        ("Anne‐Sophie O’Neil “x”", 'anne-sophie o\'neil "x"'),
        ("ＦＵＬＬ\u200b ﬁ", "full fi"),
        ("हिन्दी", "हिनदी"),
    ],
)
def test_folding_forgets_case_accents_and_typography(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))

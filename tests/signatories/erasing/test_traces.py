"""The words by which a person is found: whatever their case, accents and normal form, and nobody else's."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.erasing.traces import BLOT, Traces

ZOE = Traces(["Zoë O’Quill-Fern", "O’Quill-Fern, Zoë"], ["zoe@quill.example"], ["+41 22 555 01 17"])


@pytest.mark.parametrize(
    ("text", "blotted"),
    [
        ("Zoë O'Quill-Fern", BLOT),
        ("Ask ZOE  O’QUILL-FERN, who knows.", f"Ask {BLOT}, who knows."),
        ("o'quill-fern,\tzoe!", f"{BLOT}!"),
        (unicodedata.normalize("NFD", "(Zoë O’Quill-Fern)"), f"({BLOT})"),
        ("to Zoe@Quill.example; others", f"to {BLOT}; others"),
        ("0041225550117 or 41/22-555.01.17", f"{BLOT} or {BLOT}"),
        ("Tel. 022 555 01 17, +41 (0)22 5550117", f"Tel. {BLOT}, +{BLOT}"),
        ("Zoe_O_Quill_Fern.csv", f"{BLOT}.csv"),
        ("list_zoe_o'quill-fern_2.csv", f"list_{BLOT}_2.csv"),
        ("zoe@quill.example_2.eml", f"{BLOT}_2.eml"),
        ("Zoë\u200bO’Quill-Fern", BLOT),
        ("Zoë\n        O’Quill-Fern rang", f"{BLOT} rang"),
        ("tel. +41 (22) 555 01 17.", f"tel. +{BLOT}."),
        ("İZMİR: Zoë O’Quill-Fern", f"İZMİR: {BLOT}"),
    ],
)
def test_they_are_blotted_out(text: str, blotted: str) -> None:
    assert ZOE.blotted(text) == blotted


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Quill",
        "Zoëlle O’Quill-Fern",
        "Zoë O’Quill-Fernandez",
        "annazoe@quill.example",
        "zoe@quill.example-house.org",
        "41225550117000",
        "in 2022 555 011",
        "0225 550 1170",
        "Zoe_O_Quill_Fernandez.csv",
        "",
    ],
)
def test_others_stay(text: str) -> None:
    assert not ZOE.stand_in(text)
    assert ZOE.blotted(text) == text


def test_a_name_of_one_word_is_found_only_where_it_is_all_or_one_of_several() -> None:
    rose = Traces(["Rose"])
    assert rose.blotted("ROSE") == BLOT
    assert rose.blotted("Ada, Rose, Garden House") == f"Ada, {BLOT}, Garden House"
    odd = Traces(["Rose \x83"])
    assert odd.blotted("Rose \x83, Garden House") == f"{BLOT}, Garden House"
    assert rose.blotted(" \n Rose \n") == f" \n {BLOT} \n"
    assert rose.blotted("A rose is a rose.") == "A rose is a rose."
    assert rose.stand_in_json('{"name": "Rose", "role": ""}')
    assert not rose.stand_in_json('{"notes": "the rose garden"}')


def test_a_name_without_spaces_is_found_amid_others() -> None:
    assert Traces(["佐藤花子"]).blotted("昨日佐藤花子が来た") == f"昨日{BLOT}が来た"


def test_a_few_digits_are_no_number_of_anybody() -> None:
    assert not Traces([], [], ["117"]).stand_in("117")
    assert not Traces([""], [""], [""]).stand_in("anything")


def test_a_number_as_it_is_dialled_at_home_is_found_with_its_country() -> None:
    home = Traces([], [], ["022 555 01 17"])
    assert home.blotted("+41 22 555 01 17 or 0225550117") == f"+{BLOT} or {BLOT}"
    assert not home.stand_in("1235550117 and 122 555 01 18")
    assert not Traces([], [], ["+41 55 01"]).stand_in("01 55 01")


def test_signs_that_stand_for_a_space_are_one() -> None:
    odd = "Ada Ü¨n\x1cÎô"
    assert Traces([odd]).blotted(f"of {odd}, here") == f"of {BLOT}, here"


def test_a_name_with_many_signs_is_found() -> None:
    odd = "Ada ^> (—}! Lind"
    assert Traces([odd]).blotted(f"of {odd.upper()}") == f"of {BLOT}"
    assert Traces(["Rose \n\x83"]).blotted("Rose \n\x83, Ada") == f"{BLOT}, Ada"


def test_data_keeps_its_shape() -> None:
    data = {"names": ["Zoë O’Quill-Fern", "Ada"], "count": 2, "none": None}
    assert ZOE.blotted_data(data) == {"names": [BLOT, "Ada"], "count": 2, "none": None}


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(["Zoë O’Quill-Fern", "ZOE o'quill-fern", "zoe@quill.example"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_amid_whatever_else_nothing_is_left_and_nothing_else_is_lost(
    before: str, name: str, after: str
) -> None:
    text = f"{before}\n{name}\n{after}"
    blotted = ZOE.blotted(text)
    assert not ZOE.stand_in(blotted)
    assert ZOE.stand_in_json(json.dumps(text, ensure_ascii=False))
    pieces = [unicodedata.normalize("NFC", each) for each in (f"{before}\n", f"\n{after}")]
    assert blotted == BLOT.join(pieces)

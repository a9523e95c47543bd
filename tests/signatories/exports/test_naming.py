"""File names, looked at by a checker that shares nothing with what makes them."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signatories.exports.naming import FileNames, file_name

DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"}
DEVICES |= {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def refusals(name: str) -> list[str]:
    """Why some system would refuse a name, or show it as another one."""
    found = {
        "empty": not name.removesuffix(".pdf"),
        "characters that Windows refuses": any(sign in name for sign in '<>:"/\\|?*'),
        "controls": any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in name),
        "direction controls": any(sign in CONTROLS for sign in name),
        "line ends": len(name.splitlines()) != 1,
        "a dot or space at an end": name != name.strip(" ."),
        "a dot or space before the suffix": name.removesuffix(".pdf").endswith((" ", ".")),
        "a device": name.partition(".")[0].rstrip(" ").lower() in DEVICES,
        "too long": len(name) > 120 or len(name.encode()) > 255,
        "not NFC": not unicodedata.is_normalized("NFC", name),
    }
    return [reason for reason, is_so in found.items() if is_so]


HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(' ./\\:*?"<>|\t\n\u202e\u200b\u0301\u0338\ud800CONULPTaux1²中é'),
    ),
    max_size=200,
)


@given(HOSTILE)
@example("")
@example("...")
@example("NUL")
@example("aux.tar")
@example("LPT¹ .x")
@example("CON\u202e")
@example("CO\u0338N" + "x" * 200)
@example("国" * 130)
@example("e\u200e\u0301")
@example("x" * 115 + "." + "y" * 20)
def test_any_text_makes_a_name_that_every_system_takes(text: str) -> None:
    name = file_name(text, ".pdf")
    assert refusals(name) == []
    assert name.endswith(".pdf")


@given(st.lists(HOSTILE, max_size=12))
@example(["ß", "SS", "ẞ", "ss"])
@example(["I", "ı", "i", "İ"])
@example(["a (2)", "A", "a", "a"])
@example(["x" * 300] * 12)
def test_no_two_names_are_the_same_when_case_is_ignored(texts: list[str]) -> None:
    names = FileNames()
    taken = [names.take(text, ".pdf") for text in texts]
    assert len({name.lower() for name in taken}) == len(taken)
    assert len({name.upper() for name in taken}) == len(taken)
    assert [reason for name in taken for reason in refusals(name)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("07 Côte d’Ivoire", "07 Côte d’Ivoire.pdf"),
        ("Cote\u0301", "Coté.pdf"),
        ("A/B: C", "A-B- C.pdf"),
        (".hidden", "hidden.pdf"),
        ("con", "_con.pdf"),
        ("می\u200cخواهم", "می\u200cخواهم.pdf"),
        ("gnp\u202efdp.exe", "gnpfdp.exe.pdf"),
        ("two\n lines ", "two lines.pdf"),
    ],
)
def test_a_name_stays_readable(text: str, name: str) -> None:
    assert file_name(text, ".pdf") == name


def test_names_that_differ_in_case_only_are_numbered() -> None:
    names = FileNames()
    assert [names.take(text, ".pdf") for text in ("Oslo", "OSLO", "oslo")] == [
        "Oslo.pdf",
        "OSLO (2).pdf",
        "oslo (3).pdf",
    ]

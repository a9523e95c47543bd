"""Patterns of lines: what vanishes with an empty field, looks, capitals, and that values are only text."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.block.fields import FIELDS
from signatories.block.patterns import parse
from signatories.block.pieces import Piece, plain
from signatories.errors import Refused
from tests.signing import signatory

WHOLE = {
    "name": "Jane van der Example",
    "role": "Director",
    "organisation": "Friends of Examples",
    "acronym": "FoE",
    "country": "Kenya",
    "group": "Initiators",
}


def line(pattern: str, *empty: str) -> str:
    """What a pattern makes of a whole signatory but for some fields."""
    return plain(parse(pattern).pieces(signatory(**(WHOLE | dict.fromkeys(empty, "")))))


@pytest.mark.parametrize(
    ("pattern", "whole"),
    [
        ("{name}, {role}, {organisation}", "Jane van der Example, Director, Friends of Examples"),
        ("{organisation} – {name}", "Friends of Examples – Jane van der Example"),
        (
            "{name}, on behalf of the {organisation} ({acronym})",
            "Jane van der Example, on behalf of the Friends of Examples (FoE)",
        ),
        ("{name} ({role})", "Jane van der Example (Director)"),
        ("{organisation} ({acronym}), {country}", "Friends of Examples (FoE), Kenya"),
        ("MEP {given} {FAMILY} {group}", "MEP Jane van der EXAMPLE Initiators"),
        ("{name}（{organisation}）", "Jane van der Example（Friends of Examples）"),
        (
            "{name} “{role}”\n{organisation}.",
            "Jane van der Example “Director”\nFriends of Examples.",
        ),
        (r"\{{name}\} \*", r"{Jane van der Example} *"),
    ],
)
def test_a_whole_signatory_fills_every_place(pattern: str, whole: str) -> None:
    assert line(pattern) == whole


@pytest.mark.parametrize(
    ("pattern", "empty", "printed"),
    [
        ("{name}, {role}, {organisation}", ["role"], "Jane van der Example, Friends of Examples"),
        ("{name}, {role}, {organisation}", ["name"], "Director, Friends of Examples"),
        ("{name}, {role}, {organisation}", ["role", "organisation"], "Jane van der Example"),
        ("{name}, {role}, {organisation}", ["name", "role", "organisation"], ""),
        ("{organisation} – {name}", ["organisation"], "Jane van der Example"),
        (
            "{name}, on behalf of the {organisation} ({acronym})",
            ["acronym", "organisation"],
            "Jane van der Example",
        ),
        (
            "{name}, on behalf of the {organisation} ({acronym})",
            ["name", "acronym"],
            "Friends of Examples",
        ),
        ("{organisation} ({acronym}), {country}", ["acronym"], "Friends of Examples, Kenya"),
        ("{organisation} ({acronym}), {country}", ["organisation"], "FoE, Kenya"),
        ("{name} ({role}; {group})", ["role"], "Jane van der Example (Initiators)"),
        ("{name} ({role}; {group})", ["role", "group"], "Jane van der Example"),
        ("{name} («{role}», {group})", ["role"], "Jane van der Example (Initiators)"),
        ("{name}\n{role}, {organisation}", ["role"], "Jane van der Example\nFriends of Examples"),
        ("{name}\n{role}\n{organisation}", ["role"], "Jane van der Example\nFriends of Examples"),
        ("{name}, {organisation}.", ["organisation"], "Jane van der Example."),
        ("{name}, {organisation} network", ["organisation"], "Jane van der Example"),
        ("{name} (UK), {role}", ["role"], "Jane van der Example"),
        ("{name}\nSignature: ____", ["name"], ""),
        ("{name}, {role}\nSignature: ____", ["role"], "Jane van der Example\nSignature: ____"),
    ],
)
def test_an_empty_field_takes_its_words_and_brackets_along(
    pattern: str, empty: list[str], printed: str
) -> None:
    assert line(pattern, *empty) == printed


def test_looks_are_those_of_the_pattern() -> None:
    pieces = parse("**{name}** – *{role}, **{country}***").pieces(signatory(**WHOLE))
    assert pieces == (
        Piece("Jane van der Example", bold=True),
        Piece(" – "),
        Piece("Director, ", italic=True),
        Piece("Kenya", bold=True, italic=True),
    )


def test_a_value_is_never_parsed() -> None:
    hostile = signatory(name="{role} **Ada**", role="*(){}", organisation="=1+1\n<b>\\{name}")
    pieces = parse("{name}, {role}, {organisation}").pieces(hostile)
    assert pieces == (Piece("{role} **Ada**, *(){}, =1+1 <b>\\{name}"),)


def test_an_extra_column_is_named_as_it_is_called() -> None:
    who = signatory(extra={"Constituency": "North", "District No": "7"})
    assert (
        plain(parse("{name}, {Constituency}/{District No}").pieces(who)) == "Ada Example, North/7"
    )


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{nane}", "“nane” is no field of a line. The nearest one is “name”"),
        ("{name} {constituncy}", "The nearest one is “Constituency”"),
        ("{name", "has no partner"),
        ("**{name}*", "has no partner"),
        ("Everybody", "names no field"),
        ("", "names no field"),
    ],
)
def test_a_pattern_that_cannot_be_meant_is_refused(pattern: str, said: str) -> None:
    with pytest.raises(Refused, match=re.escape(said)):
        parse(pattern, ["Constituency"])


PATTERNS = st.sampled_from(
    [
        "{name}, {role}, {organisation}",
        "{organisation} – {name}",
        "{name}, on behalf of the {organisation} ({acronym})",
        "{name} ({role}; {group})",
        "{organisation} ({acronym}), {country}",
        "**{name}** – *{role}, {organisation} – {country}*",
        "{name} “{role}”: [{acronym} / {country}]\n{organisation}",
    ]
)
VALUES = st.one_of(
    st.just(""), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
)


@given(PATTERNS, st.fixed_dictionaries(dict.fromkeys(WHOLE, VALUES)))
def test_every_value_appears_and_nothing_of_the_pattern_dangles(
    pattern: str, values: dict[str, str]
) -> None:
    named = parse(pattern).names
    printed = plain(parse(pattern).pieces(signatory(**values)))
    for value in (values[name] for name in named):
        assert value in printed
    for text in printed.splitlines():
        assert text == text.strip(" ,;:–/")
        assert not re.search(r"[(\[“]\W*[)\]”]|[,;–/] *[,;–/)\]]|  ", text)


def test_brackets_are_within_each_other_only_so_deep() -> None:
    assert line("(" * 20 + "{name}" + ")" * 20) == "(" * 20 + WHOLE["name"] + ")" * 20
    for brackets in (21, 1500):
        with pytest.raises(Refused, match="at most 20 brackets"):
            parse("(" * brackets + "{name}" + ")" * brackets)


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Zl", "Zp"]), max_size=30),
    st.sampled_from([name for name in FIELDS if name in WHOLE]),
)
def test_any_text_is_printed_as_it_is(value: str, field: str) -> None:
    printed = plain(parse(f"{{{field}}}").pieces(signatory(**{"name": "", field: value})))
    assert printed.strip() == value.strip()


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("Ada\u202e Example", "Ada Example"),
        ("\u2066Ada\u2069 \u202dExample\u202c", "Ada Example"),
        ("Ada\tExample\r\nthe\u2028Younger\n", "Ada Example the Younger"),
        ("\u200b\u2060", ""),
        ("\u202e", ""),
        ("\u3000\u00a0", ""),
        ("山田\u3000太郎", "山田\u3000太郎"),
        ("نمی\u200cدانم", "نمی\u200cدانم"),
        ("ABC\u200f (א)", "ABC\u200f (א)"),
    ],
)
def test_a_value_turns_nothing_round_and_stays_in_its_line(value: str, printed: str) -> None:
    line = signatory(1, value, organisation="Alpha")
    assert parse("{name}").text(line) == printed
    assert plain(parse("**{name}**, {organisation}").pieces(line)).endswith("Alpha")
    assert parse("{name}, {organisation}").text(line) == ", ".join(filter(None, (printed, "Alpha")))


PLAIN = st.sampled_from(
    ["{name} ({role}), {organisation}", "({acronym}) {country}", "{name}\n“the {role}”\n{country}"]
)


@given(PLAIN, st.fixed_dictionaries(dict.fromkeys(WHOLE, VALUES)))
def test_the_quick_way_makes_the_same_text(pattern: str, values: dict[str, str]) -> None:
    who = signatory(**values)
    read = parse(pattern)
    assert read.plain
    assert replace(read, plain=None).text(who) == read.text(who)

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.errors import BadText
from signatories.expressions.fields import (
    Field,
    MissingValues,
    fill,
    known_fields,
    parse,
)


def source_of(parts: tuple[str | Field, ...]) -> str:
    """What the parts were parsed from: a literal pair of braces is a part of its own."""
    return "".join(
        part.source if isinstance(part, Field) else "\\{{" if part == "{{" else part
        for part in parts
    )


def test_a_text_is_split_into_literals_and_fields() -> None:
    assert parse("To {{ recipient.name }}, {{recipient.country}}!") == (
        "To ",
        Field("recipient.name", None, "{{ recipient.name }}"),
        ", ",
        Field("recipient.country", None, "{{recipient.country}}"),
        "!",
    )


@pytest.mark.parametrize(
    "written",
    [
        '"Your Excellency,"',
        "'Your Excellency,'",
        "“Your Excellency,”",
        "„Your Excellency,“",
        "«\u00a0Your Excellency,\u00a0»",
        "‘Your Excellency,’",
        '"Your\n   Excellency,"',
    ],
)
def test_a_fallback_may_stand_in_any_quotes(written: str) -> None:
    (field,) = parse("{{ recipient.salutation | " + written + " }}")
    assert isinstance(field, Field)
    assert field.fallback == "Your Excellency,"


def test_a_fallback_may_hold_quotes_and_bars() -> None:
    (field,) = parse('{{ recipient.name | "the "State" | d’État" }}')
    assert isinstance(field, Field)
    assert field.fallback == 'the "State" | d’État'


@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("{{ recipient.nmae }}", "recipient.nmae", "recipient.name"),
        ("{{ country }}", "country", "recipient.country"),
        ("{{ count.organizations }}", "count.organizations", "count.organisations"),
        ("{{ recipient.post_box }}", "recipient.post_box", "recipient.postbox"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(text: str, name: str, nearest: str) -> None:
    known = known_fields(["postbox"])
    with pytest.raises(BadText) as refused:
        parse(f"one\ntwo {text}", known, source="TEXT.md", line=7)
    assert str(refused.value) == (
        f"TEXT.md, line 8: there is no field “{name}”. The nearest one is “{nearest}”."
    )


def test_names_are_found_whatever_their_case_and_spaces() -> None:
    known = known_fields(["Post Box"])
    parts = parse("{{ Recipient.NAME }}{{ recipient.post   box }}", known)
    assert [part.name for part in parts if isinstance(part, Field)] == [
        "recipient.name",
        "recipient.Post Box",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ recipient.name", "not closed"),
        ("{{ recipient.name }", "not closed"),
        ("{{ a and {{ recipient.name }}", "not closed"),
        ('{{ recipient.name | "x }} and {{ recipient.name | "y" }}', "no field"),
        ("{{}}", "empty"),
        ("{{  }}", "empty"),
        ("{{ recipient.name | }}", "no field"),
        ("{{ recipient.name | Excellency }}", "no field"),
        ('{{ recipient.name | "Excellency }}', "no field"),
        ('{{ | "Excellency" }}', "no field"),
    ],
)
def test_a_damaged_field_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(BadText, match=rf"^Line 2: .*{re.escape(reason)}"):
        parse("\n" + text)


def test_escaped_braces_are_text() -> None:
    assert fill(parse(r"write \{{ name }} here"), {}) == "write {{ name }} here"


@given(
    st.lists(
        st.one_of(
            st.text(alphabet='a{}\\| "“\n', max_size=5).filter(lambda text: "{{" not in text),
            st.sampled_from([r"\{{", "{{ recipient.name }}", "{{letter.date|'soon'}}"]),
        ),
        max_size=8,
    )
)
def test_parsed_text_gives_its_source_back(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        parts = parse(text)
    except BadText:
        return
    assert source_of(parts) == text


def test_values_are_filled_in_as_they_are() -> None:
    parts = parse('{{ recipient.salutation | "Dear all," }} {{ recipient.name }}')
    values = {"recipient.salutation": " ", "recipient.name": "{{ letter.date }} <b>"}
    assert fill(parts, values) == "  {{ letter.date }} <b>"
    assert fill(parts, values | {"recipient.salutation": ""}) == "Dear all, {{ letter.date }} <b>"


def test_fields_without_a_value_are_named_once() -> None:
    parts = parse("{{ letter.date }} {{ recipient.name }} {{ letter.date }} {{ letter.place }}")
    with pytest.raises(MissingValues) as missing:
        fill(parts, {"letter.place": "Geneva", "recipient.name": None})
    assert missing.value.names == ("letter.date", "recipient.name")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ recipient.country }} is asked.", "The Bahamas is asked."),
        ("We ask {{ recipient.country }}.", "We ask the Bahamas."),
        (
            "It has 12 parties. {{ recipient.country }} is none.",
            "It has 12 parties. The Bahamas is none.",
        ),
        ("Why? “{{ recipient.country }}”", "Why? “The Bahamas”"),
        ("Some States, e.g. {{ recipient.country }}", "Some States, e.g. the Bahamas"),
        ("To:\n{{ recipient.country }}", "To:\nThe Bahamas"),
        ("No. {{ recipient.person }}", "No. the clerk"),
    ],
)
def test_an_article_begins_a_sentence_with_a_capital(text: str, printed: str) -> None:
    values = {"recipient.country": "the Bahamas", "recipient.person": "the clerk"}
    assert fill(parse(text), values) == printed

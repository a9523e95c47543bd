import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.errors import BadText
from signatories.expressions.conditions import parse
from signatories.expressions.criteria import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Everything,
    Kind,
    Membership,
    Not,
)
from signatories.expressions.vocabulary import FieldRule

COUNTRIES = {"ghana": "GH", "gh": "GH", "côte d'ivoire": "CI", "trinidad and tobago": "TT"}
COUNTRIES |= {"in": "IN", "or": "OR"}
VOCABULARY = {
    "name": FieldRule(),
    "status": FieldRule(values=("party", "signed", "no action")),
    "country": FieldRule(
        values=("Ghana", "Côte d'Ivoire", "Trinidad and Tobago"),
        normalise=lambda written: COUNTRIES.get(written.lower()),
    ),
    "since": FieldRule(Kind.DATE),
    "points": FieldRule(Kind.NUMBER),
    "Post box": FieldRule(),
}


def matches(text: str, **record: str | None) -> bool:
    return parse(text, VOCABULARY).matches(record)


def test_an_empty_filter_is_met_by_everything() -> None:
    assert matches("  ", name=None)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("status = party", True),
        ("STATUS = Party", True),
        ("status != party", False),
        ("not status = signed", True),
        ("status = signed or country = Ghana", True),
        ("status = signed or country = gh and name = x", False),
        ("(status = party or status = signed) and name = 'Ákos Öst'", True),
        ("name = akos  ost", True),
        ("country in (Côte d'Ivoire, GH)", True),
        ("country not in (“Trinidad and Tobago”, «Ghana»)", False),
        ("not country in (Ghana)", False),
        ("country = IN", False),
        ("country not in (in, or)", True),
        ('not not name = "Akos Ost"', True),
        ('"post box" = ""', True),
        ('name = ""', False),
        ('name ≠ "" and since ≥ 2010', True),
    ],
)
def test_a_record_meets_a_condition_or_not(text: str, *, met: bool) -> None:
    record = {"status": "party", "country": "GH", "name": "Ákos Öst", "since": "2010-07-26"}
    assert parse(text, VOCABULARY).matches(record) is met


def test_a_missing_value_is_only_unequal() -> None:
    assert matches("status != party", status=None)
    assert matches("status != party")
    assert matches("status != party", status="no action")
    assert not matches("status = party", status=None)
    assert not matches("status in (party, signed)", status=None)
    assert not matches("since < 2010", since=None)
    assert not matches("points > 1", points="")


@pytest.mark.parametrize(
    ("text", "since", "met"),
    [
        ("since < 2010-07-26", "2010-07-25", True),
        ("since < 2010-07-26", "2010-07-26", False),
        ("since <= 26 July 2010", "2010-07-26", True),
        ("since < 2010-07-26", "2010", False),
        ("since < 2010-07-26", "2010-06", True),
        ("since < 2010", "2009-12-31", True),
        ("since > 2010", "2010-12-31", False),
        ("since > 2010", "2011-01", True),
        ("since >= 2010-07", "2010-07-01", True),
        ("since >= 2010-07-02", "2010-07", False),
        ("since = 2010", "2010-07-26", True),
        ("since = 2010-07", "2010-07-26", True),
        ("since = 2010-07-26", "2010-07", False),
        ("since != 2010-07", "2010-07-26", False),
    ],
)
def test_a_partial_date_must_be_certain(text: str, since: str, *, met: bool) -> None:
    assert matches(text, since=since) is met


@pytest.mark.parametrize(
    ("text", "points", "met"),
    [
        ("points > 9", "10", True),
        ("points = 10", "10.0", True),
        ("points <= 1200", "1,200", True),
        ("points > 5", "many", False),
        ("points < 5", "nan", False),
    ],
)
def test_numbers_compare_as_numbers(text: str, points: str, *, met: bool) -> None:
    assert matches(text, points=points) is met


def test_an_open_field_is_ordered_by_what_it_holds() -> None:
    assert matches("name > 9", name="10")
    assert matches("name < 2010-07-26", name="26.05.2010")
    assert matches("name < b", name="Ábel")


@pytest.mark.parametrize(
    ("text", "position", "reason"),
    [
        ("staus != party", 1, "there is no field “staus” to choose by. The nearest one is “status”."),
        ("name=x and status = partie", 21, "“status” is never “partie”. The nearest value is “party”."),
        ("country = Gana", 11, "“country” is never “Gana”. The nearest value is “Ghana”."),
        ("since < soon", 9, "“soon” is no date for “since”. Write it as 2010-07-26."),
        ("since < 03/04/2010", 9, "“03/04/2010” is no date for “since”. Write it as 2010-07-26."),
        ("points = few", 10, "“few” is no number for “points”."),
        ("status < party", 8, "“status” has no order. Use = or !=."),
        ("status", 7, "after “status” comes =, !=, <, > or in, not “the end”."),
        ("status party", 8, "after “status” comes =, !=, <, > or in, not “party”."),
        ('status "=" party', 8, "after “status” comes =, !=, <, > or in, not “=”."),
        ("status =", 9, "a value for “status” is missing."),
        ("status = and name = x", 10, "“status” is never “and”. The nearest value is “signed”."),
        ("status = party and", 19, "a field is missing before “the end”."),
        ("(status = party", 16, "“)” is missing before “the end”."),
        ("status = party)", 15, "“)” is not expected here. Join conditions with and, or."),
        ("status in party", 11, "“(” is missing before “party”."),
        ("status in ()", 12, "a value for “status” is missing."),
        ("name = 'x", 8, "a quotation mark is opened but not closed."),
        ("! name", 1, "“!” is not expected here. Join conditions with and, or."),
        ("(" * 10_000, 51, "too many brackets or “not” inside one another."),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(text: str, position: int, reason: str) -> None:
    with pytest.raises(BadText) as refused:
        parse(text, VOCABULARY)
    assert str(refused.value) == f"Character {position}: {reason}"


def test_the_source_is_named_in_errors() -> None:
    with pytest.raises(BadText, match=r"^recipients, character 1: "):
        parse("x = 1", VOCABULARY, source="recipients")


words = st.text(alphabet="aB é-:.'\"“(,=!", min_size=1, max_size=6).filter(
    lambda text: text.strip() == text
)
comparisons = st.one_of(
    st.builds(Comparison, st.just("name"), st.sampled_from(["=", "!=", "<", ">="]), words),
    st.builds(Membership, st.just("Post box"), st.lists(words, min_size=1, max_size=3).map(tuple)),
)


def nested(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, parts), st.builds(AllOf, several), st.builds(AnyOf, several))


@given(st.recursive(comparisons, nested, max_leaves=8))
def test_the_canonical_spelling_parses_to_the_same_condition(condition: Condition) -> None:
    assert parse(str(condition), VOCABULARY) == condition


def test_the_canonical_spelling_is_plain() -> None:
    text = "NOT country  not in (Ghana,gh) AND (since>26 July 2010 or 'Post box'=\"and\")"
    assert str(parse(text, VOCABULARY)) == (
        'not country not in (GH, GH) and (since > 2010-07-26 or "Post box" = "and")'
    )
    assert str(Everything()) == ""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", set()),
        ("not (STATUS = party)", {"status"}),
        ("(name = since or country in (Ghana, GH)) and points > 3", {"name", "country", "points"}),
    ],
)
def test_it_says_which_fields_it_asks_for(text: str, asked: set[str]) -> None:
    """A value that reads like a field is none."""
    assert parse(text, VOCABULARY).fields() == asked

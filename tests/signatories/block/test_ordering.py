"""The order of a block: by rules that say what of a name counts, and by a draw that is repeated."""

import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.block.ordering import key, ordered
from signatories.block.settings import OrderRule
from signatories.block.signatory import Signatory
from signatories.models.block import Accents, Articles, Order, Spaces
from tests.signing import signatory


def bodies(*names: str) -> list[Signatory]:
    return [
        signatory(number=number, place=number, name="", organisation=name)
        for number, name in enumerate(names, start=1)
    ]


def organisations(lines: Iterable[Signatory]) -> list[str]:
    return [line.organisation for line in lines]


def sorted_by(rule: OrderRule, *names: str, language: str = "en") -> list[str]:
    return organisations(ordered(bodies(*names), rule, language))


def test_articles_count_or_are_passed_over() -> None:
    names = "The Haven", "Harbour", "Zebra"
    assert sorted_by(OrderRule(), *names) == ["Harbour", "The Haven", "Zebra"]
    rule = OrderRule(articles=Articles.IGNORE)
    assert sorted_by(rule, *names, "Icon") == ["Harbour", "The Haven", "Icon", "Zebra"]
    assert sorted_by(rule, "L'Étoile", "Dune", "Fée", language="fr") == ["Dune", "L'Étoile", "Fée"]


def test_accents_decide_last_or_make_letters_of_their_own() -> None:
    names = "Ecz", "École", "Eca", "Zeta"
    assert sorted_by(OrderRule(), *names) == ["Eca", "École", "Ecz", "Zeta"]
    counted = OrderRule(accents=Accents.COUNT)
    assert sorted_by(counted, *names) == ["Eca", "Ecz", "École", "Zeta"]


def test_spaces_and_punctuation_sort_first_or_are_passed_over() -> None:
    names = "Warchild", "War Zone", "War-chief"
    assert sorted_by(OrderRule(), *names) == ["War Zone", "War-chief", "Warchild"]
    ignored = OrderRule(spaces=Spaces.IGNORE)
    assert sorted_by(ignored, *names) == ["War-chief", "Warchild", "War Zone"]
    assert sorted_by(ignored, "bb", "b b", "b c", "ba") == ["ba", "b b", "bb", "b c"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.ORGANISATION, [2, 1, 3]),
        (Order.FAMILY, [3, 1, 2]),
        (Order.GIVEN, [1, 3, 2]),
        (Order.COUNTRY, [1, 3, 2]),
        (Order.SIGNED, [3, 2, 1]),
        (Order.AS_GIVEN, [1, 2, 3]),
    ],
)
def test_every_order_looks_at_its_own_words(order: Order, expected: list[int]) -> None:
    rows = [
        ("Ada Moss", "Haven", "Chad", 3),
        ("Zoe Vance", "Aurora", "Mali", 2),
        ("Ben Abel", "Zephyr", "Chad", 1),
    ]
    lines = [
        signatory(
            number=number,
            place=number,
            name=name,
            organisation=body,
            country=country,
            confirmed_at=dt.datetime(2024, 5, day, tzinfo=dt.UTC),
        )
        for number, (name, body, country, day) in enumerate(rows, start=1)
    ]
    assert [line.sign_on_id for line in ordered(lines, OrderRule(order), "en")] == expected


def test_equal_words_are_told_apart_by_the_name_and_then_by_signing() -> None:
    lines = [
        signatory(number=number, place=place, name=name, organisation="Haven")
        for number, place, name in [(1, 3, "Zoe"), (2, 2, "Ada"), (3, 1, "Ada")]
    ]
    assert [line.sign_on_id for line in ordered(lines, OrderRule(), "en")] == [3, 2, 1]


def test_the_sort_name_that_somebody_gave_holds() -> None:
    lines = [
        signatory(number=1, name="Ana María Solís", sort_name="María Solís, Ana"),
        signatory(number=2, name="Bo Norr", sort_name=""),
    ]
    by_family = ordered(lines, OrderRule(Order.FAMILY), "en")
    assert [line.sign_on_id for line in by_family] == [1, 2]


@given(st.sets(st.integers(1, 500)), st.sets(st.integers(1, 500)), st.integers(0))
def test_who_comes_later_does_not_move_the_lines_of_a_random_order(
    early: set[int], late: set[int], seed: int
) -> None:
    rule = OrderRule(Order.RANDOM, seed=seed)

    def drawn(ids: set[int]) -> list[int]:
        lines = ordered([signatory(number=each) for each in ids], rule, "en")
        return [line.sign_on_id for line in lines]

    assert [each for each in drawn(early | late) if each in early] == drawn(early)


def test_another_seed_draws_another_order() -> None:
    lines = bodies(*map(str, range(100)))
    orders = [ordered(lines, OrderRule(Order.RANDOM, seed=seed), "en") for seed in range(20)]
    assert len({tuple(line.sign_on_id for line in order) for order in orders}) == 20
    first = [order[0].sign_on_id for order in orders]
    assert len(set(first)) > 10


def test_a_column_orders_numbers_by_size_then_words_then_lines_without() -> None:
    given = ["", "gold", "10", "2", "2,5", "Gold", "-1", "2"]
    lines = [
        signatory(number=number, organisation=f"Body {9 - number}", extra={"priority": text})
        for number, text in enumerate(given, start=1)
    ]
    rule = OrderRule(Order.COLUMN, column="priority")
    shown = ordered(lines, rule, "en")
    assert [line.sign_on_id for line in shown] == [7, 8, 4, 5, 3, 2, 6, 1]
    assert sorted(lines, key=lambda line: key(line, rule, "en")) == [*shown]

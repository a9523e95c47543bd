"""Every line can be asked why it stands where it does."""

import datetime as dt

import pytest

from signatories.block.reasons import sorted_under, why
from signatories.block.settings import OrderRule, Pin
from signatories.models.block import Accents, Articles, Order, PinPlace, Spaces
from tests.signing import signatory

LINE = signatory(
    number=1,
    name="Hélène Moss",
    organisation="The Hâven-House",
    country="Chad",
    confirmed_at=dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC),
    place=7,
)
OTHER = signatory(number=2, name="Zoe Vance", role="", organisation="Aurora")
OTHERS = {1: LINE, 2: OTHER}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (OrderRule(), "the haven-house"),
        (OrderRule(articles=Articles.IGNORE), "haven-house"),
        (OrderRule(accents=Accents.COUNT), "the hâven-house"),
        (OrderRule(spaces=Spaces.IGNORE), "thehavenhouse"),
        (OrderRule(Order.FAMILY), "moss, helene"),
        (OrderRule(Order.GIVEN), "helene moss"),
        (OrderRule(Order.COUNTRY), "chad / the haven-house"),
        (OrderRule(Order.RANDOM), ""),
    ],
)
def test_the_words_that_a_line_is_sorted_under_are_shown(rule: OrderRule, words: str) -> None:
    assert sorted_under(LINE, rule, "en") == words


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (OrderRule(), "Sorted under “the haven-house”."),
        (
            OrderRule(articles=Articles.IGNORE),
            "Sorted under “haven-house”, because “The” is passed over.",
        ),
        (OrderRule(Order.SIGNED), "In order of signing: confirmed on 2024-05-01 12:00 UTC."),
        (OrderRule(Order.AS_GIVEN), "As it was given: number 7."),
        (OrderRule(Order.RANDOM, seed=5), "By the draw with the number 5."),
    ],
)
def test_the_rule_is_told_in_words(rule: OrderRule, reason: str) -> None:
    assert str(why(LINE, rule, "en", (), OTHERS)) == reason


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        (Pin(1, PinPlace.FIRST), "Kept at the beginning."),
        (Pin(1, PinPlace.LAST), "Kept at the end."),
        (Pin(1, PinPlace.AFTER, 2), "Kept after “Zoe Vance, Aurora”."),
        (
            Pin(1, PinPlace.AFTER, 3),
            (
                "It cannot be kept after a line that is not here, or that follows it. "
                "Sorted under “the haven-house”."
            ),
        ),
    ],
)
def test_a_pin_is_the_reason_where_it_holds(pin: Pin, reason: str) -> None:
    assert str(why(LINE, OrderRule(), "en", (pin,), OTHERS)) == reason


def test_a_line_says_what_it_has_in_the_column_that_orders() -> None:
    rule = OrderRule(Order.COLUMN, column="priority")
    first, last = signatory(extra={"priority": "1"}), signatory()
    assert sorted_under(first, rule, "en").startswith("1 / ")
    assert "it has no “priority”" in str(why(last, rule, "en", (), {}))

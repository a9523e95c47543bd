"""Pinned lines keep their places, whoever comes or goes, and no set of pins loses or doubles a line."""

from hypothesis import given
from hypothesis import strategies as st

from signatories.block.pinning import kept_in_place, pinned
from signatories.block.settings import Pin
from signatories.models.block import PinPlace
from tests.signing import signatory

FIRST, LAST, AFTER = PinPlace.FIRST, PinPlace.LAST, PinPlace.AFTER


def order(ids: str, *pins: Pin) -> str:
    """The order of lines a, b, c … with these pins."""
    lines = [signatory(number=ord(each)) for each in ids]
    return "".join(chr(line.sign_on_id) for line in kept_in_place(lines, pins))


def pin(name: str, place: PinPlace, after: str = "") -> Pin:
    return Pin(ord(name), place, ord(after) if after else None)


def test_lines_are_kept_first_last_and_after_another() -> None:
    assert order("abcde", pin("d", FIRST), pin("a", LAST), pin("e", AFTER, "b")) == "dbeca"


def test_several_in_one_place_stand_in_the_order_of_their_pins() -> None:
    assert order("abcde", pin("e", FIRST), pin("c", FIRST)) == "ecabd"
    assert order("abcde", pin("b", LAST), pin("a", LAST)) == "cdeba"
    assert order("abcde", pin("e", AFTER, "a"), pin("d", AFTER, "a")) == "aedbc"


def test_followers_go_with_the_line_they_follow() -> None:
    pins = pin("b", AFTER, "a"), pin("a", LAST), pin("c", AFTER, "b")
    assert order("abcde", *pins) == "deabc"


def test_pins_stay_when_others_come_and_go() -> None:
    pins = pin("w", LAST), pin("v", LAST), pin("c", AFTER, "m")
    assert order("cmvw", *pins) == "mcwv"
    assert order("acmnvwz", *pins) == "amcnzwv"
    assert order("acnvwz", *pins) == "acnzwv", "without its neighbour a line is sorted"


def test_a_circle_is_opened_at_its_last_pin() -> None:
    assert order("abc", pin("b", AFTER, "c"), pin("c", AFTER, "b")) == "acb"
    assert order("abc", pin("b", AFTER, "b")) == "abc"


def test_the_line_dragged_last_stands_where_it_was_dropped() -> None:
    pins: tuple[Pin, ...] = ()
    for dragged, expected in [
        (pin("d", FIRST), "dabce"),
        (pin("e", FIRST), "edabc"),
        (pin("a", LAST), "edbca"),
        (pin("b", LAST), "edcab"),
        (pin("a", AFTER, "e"), "eadcb"),
        (pin("c", AFTER, "e"), "ecadb"),
        (pin("e", AFTER, "a"), "daecb"),
    ]:
        pins = pinned(pins, dragged)
        assert order("abcde", *pins) == expected


def test_a_chain_as_long_as_the_list_is_kept() -> None:
    count = 20_000
    lines = [signatory(number=number) for number in range(count)]
    for numbers in (range(count - 1), reversed(range(count - 1))):
        pins = [Pin(number, AFTER, number + 1) for number in numbers]
        found = [line.sign_on_id for line in kept_in_place(lines, pins)]
        assert found == list(reversed(range(count)))


IDS = st.integers(0, 9)
PINS = st.one_of(
    st.builds(Pin, IDS, st.just(AFTER), IDS), st.builds(Pin, IDS, st.sampled_from([FIRST, LAST]))
)


@given(st.permutations(range(8)), st.lists(PINS, max_size=12))
def test_no_pins_lose_or_double_a_line(ids: list[int], pins: list[Pin]) -> None:
    lines = [signatory(number=each) for each in ids]
    found = [line.sign_on_id for line in kept_in_place(lines, pins)]
    assert sorted(found) == sorted(ids)
    free = {pin.sign_on_id for pin in pins}
    assert [each for each in found if each not in free] == [
        each for each in ids if each not in free
    ]

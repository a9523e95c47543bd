"""Lines of plain text."""

from hypothesis import given
from hypothesis import strategies as st

from signatories.exports.text.wrapping import wrapped


def lines(text: str, width: int = 10) -> list[str]:
    return list(wrapped(text, width))


def test_words_are_not_parted() -> None:
    assert lines("to let the schools tell") == ["to let the", "schools", "tell"]


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert lines("see https://example.org/a-long-one now") == [
        "see",
        "https://example.org/a-long-one",
        "now",
    ]


def test_line_ends_of_the_writer_stay() -> None:
    assert lines("a\n\nb") == ["a", "", "b"]


def test_wide_characters_take_two_places_and_part_anywhere_but_before_a_stop() -> None:
    assert lines("夜空の灯を守る会。") == ["夜空の灯を", "守る会。"]
    assert lines("「夜空の灯」を", 8) == ["「夜空の", "灯」を"]
    assert lines("夜空の灯。を守る", 8) == ["夜空の", "灯。を守", "る"]


def test_a_space_that_must_not_break_does_not() -> None:
    assert lines("the page 12\u00a0000 of") == ["the page", "12\u00a0000 of"]


def test_marks_above_a_letter_take_no_room() -> None:
    assert lines("e\u0301e\u0301e\u0301e\u0301 abcde") == ["e\u0301e\u0301e\u0301e\u0301 abcde"]


@given(st.text(alphabet=st.sampled_from("ab 夜空。「」é-"), max_size=60))
def test_nothing_is_lost_but_spaces_at_the_ends(text: str) -> None:
    made = lines(text)
    assert "".join(made).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.rstrip() for line in made)

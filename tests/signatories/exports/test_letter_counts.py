"""Letters counted by adding up."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from signatories.exports.letter_counts import LetterCounts, LetterSum, holds

ASCII = st.text(st.characters(max_codepoint=127), max_size=40)


@given(ASCII, ASCII)
def test_a_text_holds_another_where_it_has_each_letter_as_often(text: str, other: str) -> None:
    counts = LetterCounts()
    letters, wanted = (Counter(filter(str.isalnum, each)) for each in (text, other))
    assert holds(counts[text], counts[other]) is (wanted <= letters)


@given(st.lists(st.text()))
def test_a_line_counts_as_much_as_its_words(words: list[str]) -> None:
    counts = LetterCounts()
    assert counts.of_line(" ".join(words)) == sum(counts[word] for word in words)


@given(st.lists(st.lists(st.text(max_size=5), max_size=9)))
def test_words_that_come_again_count_again(parts: list[list[str]]) -> None:
    counts = LetterCounts()
    letters = LetterSum(counts)
    for part in (*parts, *parts):
        letters.add(part)
    assert letters.total == 2 * sum(counts[word] for part in parts for word in part)


def test_very_many_words_are_counted_without_being_kept() -> None:
    counts = LetterCounts()
    letters = LetterSum(counts)
    for start in range(0, 40_000, 1000):
        letters.add(map(str, range(start, start + 1000)))
    assert letters.total == sum(counts[str(number)] for number in range(40_000))


def test_a_letter_of_any_script_that_lacks_is_missed() -> None:
    counts = LetterCounts()
    for text in ("Ελλάδα", "中国儿童", "محمد", "𠮷田", "Ŵŵŷẁ"):
        assert holds(counts[text], counts[text])
        assert not holds(counts[text[1:]], counts[text])

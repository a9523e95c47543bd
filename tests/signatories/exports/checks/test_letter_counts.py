"""Letters counted by adding up."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from signatories.exports.checks.letter_counts import LetterCounts, holds

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


def test_a_letter_of_any_script_that_lacks_is_missed() -> None:
    counts = LetterCounts()
    for text in ("Ελλάδα", "中国儿童", "محمد", "𠮷田", "Ŵŵŷẁ"):
        assert holds(counts[text], counts[text])
        assert not holds(counts[text[1:]], counts[text])

"""What is found by words is found whatever its case and accents."""

import pytest

from signatories import queries, search
from tests.factories import Make


def test_keys_hold_all_words_folded_and_none_that_are_empty() -> None:
    found = search.keys("Łódź", "", "ÅÉ", "Straße")
    assert found["search_key"] == "lodz ae strasse"
    assert isinstance(found["sort_key"], bytes)


def test_names_sort_by_their_language() -> None:
    swedish = [search.keys(name, language="sv")["sort_key"] for name in ("Zebra", "Ängel")]
    english = [search.keys(name)["sort_key"] for name in ("Zebra", "Ängel")]
    assert swedish == sorted(swedish)
    assert english != sorted(english)


def test_columns_of_keys_are_those_of_each_row() -> None:
    names, addresses = ["Ängel", "Łódź Trust", ""], ["", "A@B.org", "x"]
    languages = ["sv", "", "en"]
    columns = search.keys_of(names, addresses, languages=languages)
    rows = zip(names, addresses, languages, strict=True)
    each = [search.keys(name, address, language=code) for name, address, code in rows]
    assert columns == {key: [row[key] for row in each] for key in ("sort_key", "search_key")}


@pytest.mark.parametrize("words", ["", "   "])
def test_no_words_find_all(make: Make, words: str) -> None:
    made = make.organisation()
    with make.database.reading() as session:
        assert list(queries.ids(session, queries.ORGANISATIONS, words=words)) == [made]

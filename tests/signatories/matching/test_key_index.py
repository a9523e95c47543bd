"""References by key, of which only the hash is kept."""

from signatories.matching.key_index import KeyIndex


def test_each_of_many_keys_has_its_references_and_of_a_common_one_the_last() -> None:
    index = KeyIndex()
    for number in range(3000):
        index.add(f"name {number}", number)
        index.add(number % 7, number)
    assert [index.find(f"name {n}") for n in (0, 1023, 2999)] == [[0], [1023], [2999]]
    assert index.find(3, 2) == [2992, 2999]
    assert len(index.find(3)) == 50
    assert "name 2999" in index
    assert "name 3000" not in index
    assert index.find("name 3000") == []

"""Matching on real names. What is the same was decided by hand, in the data and by reading both letters."""

from tests.benchmarks.matching import ON_BOTH, two_letters, variants


def test_spellings_of_one_organisation_are_found_and_others_are_not(shared_data) -> None:
    quality = variants(shared_data)
    assert quality.wanted == 366  # pairs within the 305 groups
    assert quality.precision > 0.98
    assert quality.recall > 0.98


def test_who_signed_both_letters_of_a_coalition_is_found(shared_data) -> None:
    found, exact = two_letters(shared_data)
    assert exact == 19  # 43 % of those on both
    assert found >= 42
    assert found <= ON_BOTH

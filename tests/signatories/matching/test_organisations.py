"""Which names of organisations mean one body, and which only look like it."""

import pytest

from signatories.matching.bodies import Bodies
from signatories.matching.differences import Differences
from signatories.matching.directory import Directory
from signatories.matching.persons import Persons
from signatories.matching.records import KnownOrganisation


def directory(*known: KnownOrganisation, differences: Differences | None = None) -> Directory:
    made = Directory(Bodies(), Persons(), differences or Differences())
    for each in known:
        made.add_organisation(each)
    return made


def reasons(stored: str, given: str, *, country: str | None = None, theirs: str | None = None):
    """What speaks for the given name meaning the stored one."""
    known = directory(KnownOrganisation(7, stored, "", theirs))
    ref, matches = known.find_organisation(given, "", country)
    return ["sure"] if ref else [str(match.reason) for match in matches]


@pytest.mark.parametrize(
    ("stored", "given"),
    [
        ("Well Foundation", "WELL FOUNDATION"),
        ("Fundación Pozo Claro", "Fundacion Pozo Claro"),
        ("Women’s Well Trust", "Women's Well Trust"),
    ],
)
def test_case_accents_and_quotes_make_no_difference(stored, given) -> None:
    assert reasons(stored, given) == ["sure"]


@pytest.mark.parametrize(
    ("stored", "given", "reason"),
    [
        ("Well Foundation", "The Well Foundation (WF)", "same words"),
        ("Well Foundation, Inc.", "Well Foundation", "same words"),
        ("Womens Well Trust", "Women’s Well Trust", "same words"),
        ("World Wide Wells Fund", "Worldwide Wells Fund", "same words"),
        ("Pozo y Agua e.V.", "Pozo & Agua", "same words"),
        ("Trust of Clear Wells", "Clear Wells Trust", "same words"),
        ("Clear Wells Federation", "Clear Wels Federation", "few letters"),
        ("Farmer Wells Cooperative", "Farmers' Wells Cooperative", "few letters"),
        ("Clear Water Alliance", "Clear Water Alliance Network", "a word more"),
        ("Wells for All/Des puits pour tous", "Des Puits pour Tous", "One of its names"),
        ("Clear Water Action Forum (CWAF)", "CWAF", "acronym is the same"),
        ("CWAF", "Clear Water Action Forum", "first letters"),
        ("Clear Water Action Forum", "CWAF", "first letters"),
    ],
)
def test_spellings_are_proposed_with_their_reason(stored, given, reason) -> None:
    assert reason in reasons(stored, given)[0]


@pytest.mark.parametrize(
    ("stored", "given"),
    [
        ("Clear Water International", "Clear Water International France"),
        ("Clear Water International", "Clear Water National"),
        ("Clear Water Austria", "Clear Water Australia"),
        ("Clear Water (Kenya)", "Clear Water"),
        ("Clear Water Geneva Office", "Clear Water"),
        ("Clear Water Federation", "Clear Water Youth Federation"),
        ("Clear Water Union 2", "Clear Water Union 3"),
        ("Asian Peasants Circle (APC)", "African Pastoralist Congress (APC)"),
        ("Wells (farmers' organisation)", "Ponds (farmers' organisation)"),
        ("Men of Wells", "Pen of Wells"),
    ],
)
def test_members_chapters_and_namesakes_are_not_taken_for_one_body(stored, given) -> None:
    assert reasons(stored, given) == []


def test_countries_speak_for_and_against() -> None:
    assert reasons("Clear Water", "Clear Water Kenya", country="KE", theirs="KE") == [
        "One name has the country more."
    ]
    assert reasons("Clear Water", "Clear Water Kenya", country="KE", theirs="FR") == []
    assert reasons("Clear Wells Union", "Clear Wels Union", country="KE", theirs="FR") == []
    same = reasons("Centre for Clear Wells and Ponds", "Centre for Clear Wells and Ponds",
                   country="PG", theirs="GN")  # fmt: skip
    assert same == ["The name is the same, in another country: Guinea."]
    assert reasons("Caritas", "Caritas", country="KE", theirs="FR") == []


def test_a_common_name_is_nobodys_in_a_further_country() -> None:
    name = "Friends of Clear Wells and Ponds"
    known = directory(
        *(KnownOrganisation(n, name, "", code) for n, code in enumerate(("KE", "ML", "FR"), 1))
    )
    assert known.find_organisation(name, "", "ML") == (2, [])
    assert known.find_organisation(name, "", "GH") == (None, [])
    assert [match.ref for match in known.find_organisation(name, "", None)[1]] == [1, 2, 3]


def test_the_best_come_first_and_five_are_enough() -> None:
    known = directory(
        *(KnownOrganisation(n, f"Clear Wells Federation {word}") for n, word in enumerate(
            ("Trust", "Network", "Forum", "Society", "Group", "Union"), 1)),
        KnownOrganisation(9, "Clear Wels Federation"),
    )  # fmt: skip
    matches = known.find_organisation("Clear Wells Federation", "", None)[1]
    assert [match.ref for match in matches] == [9, 1, 2, 3, 4]
    assert matches[0].score > matches[1].score


def test_who_was_declared_different_from_the_best_is_not_proposed_beside_it() -> None:
    one = KnownOrganisation(1, "Clear Wells Federation")
    other = KnownOrganisation(2, "Clear Wells Federation Network")
    given = "Clear Wels Federation", "", None
    assert [match.ref for match in directory(one).find_organisation(*given)[1]] == [1]
    told = Differences([("organisation", 2, 1)])
    wanted = "Federation of Clear Wells", "", None
    assert [m.ref for m in directory(one, other).find_organisation(*wanted)[1]] == [1, 2]
    assert [
        m.ref for m in directory(one, other, differences=told).find_organisation(*wanted)[1]
    ] == [1]

"""Who a name, an address and an organisation mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.database import Database
from signatories.matching.bodies import Bodies
from signatories.matching.differences import Differences
from signatories.matching.directory import Directory
from signatories.matching.loading import load_persons
from signatories.matching.person_names import person_key, person_keys
from signatories.matching.persons import Persons
from signatories.matching.records import KnownPerson, PeopleColumns
from signatories.models import Role
from tests.factories import Make

BODY = 3


def directory(*known: KnownPerson) -> Directory:
    made = Directory(Bodies(), Persons(), Differences())
    for each in known:
        made.add_person(each)
    return made


def person(ref: int, name: str, email: str = "", body: int | None = BODY) -> KnownPerson:
    return KnownPerson(ref, name, email, None, {} if body is None else {body: "Chair"})


def columns(*known: KnownPerson) -> PeopleColumns:
    """People with one role, or none, by column."""
    each = [(*about, *next(iter(roles.items()), (None, ""))) for *about, roles in known]
    return PeopleColumns(*zip(*each, strict=True)) if each else PeopleColumns(*[()] * 6)


def test_the_only_one_of_a_name_in_the_organisation_is_meant() -> None:
    known = directory(person(1, "Anna Berg"), person(2, "Anna Berg", body=4))
    assert known.find_person("ANNA BERG", "", BODY) == (1, [])
    assert known.find_person("Anna Berg", "", 4) == (2, [])


def test_in_a_settled_directory_people_are_known_and_nobody_is_looked_for() -> None:
    settled = directory(person(1, "Anna Berg"))
    settled.settle()
    assert settled.people[1].name == "Anna Berg"
    with pytest.raises(RuntimeError, match="settled"):
        settled.find_person("Anna Berg", "", BODY)
    with pytest.raises(RuntimeError, match="settled"):
        settled.find_organisation("Well Fund", "", None)


@pytest.mark.parametrize("given", ["BERG Anna", "Dr. Anna Berg", "Berg, Anna"])
def test_order_and_titles_are_a_question_within_the_organisation(given) -> None:
    ref, matches = directory(person(1, "Anna Berg")).find_person(given, "", BODY)
    assert (ref, [str(m.reason) for m in matches]) == (
        None,
        ["A person of this organisation has the same name."],
    )


@pytest.mark.parametrize("given", ["A. Berg", "Anna M. Berg", "Ana Berg", "Ánna Bérg-Lind"])
def test_similar_names_are_a_question_within_the_organisation_only(given) -> None:
    known = directory(person(1, "Anna Berg"))
    ref, matches = known.find_person(given, "", BODY)
    assert (ref, [m.ref for m in matches]) == (None, [1])
    assert known.find_person(given, "", 99) == (None, [])


@pytest.mark.parametrize("given", ["Anna Borg-Lind", "Otto Berg", "Berg", "A. B."])
def test_other_names_of_the_organisation_are_other_people(given) -> None:
    assert directory(person(1, "Anna Berg")).find_person(given, "", BODY) == (None, [])


def test_a_name_alone_proposes_and_a_common_one_does_not() -> None:
    one = directory(person(1, "Anna Berg", body=4))
    assert [m.score for m in one.find_person("Anna Berg", "", BODY)[1]] == [0.7]
    many = directory(*(person(n, "Anna Berg", body=n) for n in range(10, 16)))
    assert many.find_person("Anna Berg", "", BODY) == (None, [])


def test_an_address_of_ones_own_decides_and_an_office_address_does_not() -> None:
    known = directory(person(1, "Anna Berg", "anna@wells.example"))
    assert known.find_person("Anna Lind", "Anna@Wells.example", 99) == (1, [])
    office = directory(person(1, "Anna Berg", "info@wells.example", body=4))
    assert office.find_person("Otto Lind", "info@wells.example", BODY) == (None, [])
    assert office.find_person("Berg Anna", "info@wells.example", BODY)[0] == 1


def test_two_addresses_are_two_people_unless_both_are_of_one_organisation() -> None:
    known = directory(person(1, "Anna Berg", "anna@wells.example"))
    assert known.find_person("Anna Berg", "anna@air.example", 99) == (None, [])
    assert [m.ref for m in known.find_person("Anna Berg", "anna@air.example", BODY)[1]] == [1]


def test_a_large_staff_is_searched_by_words() -> None:
    known = directory(*(person(n, f"Name{n} Family{n}") for n in range(1, 200)))
    assert [m.ref for m in known.find_person("Name150 Familly150", "", BODY)[1]] == [150]
    known.add_person(person(500, "Zoe Later"))
    assert [m.ref for m in known.find_person("Z. Later", "", BODY)[1]] == [500]


def test_of_a_common_name_the_one_in_a_large_organisation_is_found() -> None:
    colleagues = (person(n, f"Name{n} Family{n}") for n in range(2, 400))
    namesakes = (person(n, "Anna Berg", body=n) for n in range(400, 800))
    known = directory(person(1, "Anna Berg"), *colleagues, *namesakes)
    assert known.find_person("Anna Berg", "", BODY) == (1, [])
    assert [*known.people_called("Anna Berg", BODY)] == [1]


def test_organisations_whose_keys_fall_together_are_told_apart() -> None:
    assert hash(-1) == hash(-2)
    known = directory(person(1, "Anna Berg", body=-1), person(2, "Anna Borg", body=-2))
    assert list(known.people_called("Anna Berg", -1)) == [1]
    assert list(known.people_called("Anna Berg", -2)) == []
    assert [match.ref for match in known.find_person("Ana Berg", "", -1)[1]] == [1]


names = st.builds(
    " ".join,
    st.lists(st.sampled_from(["Anna", "Berg", "Berk", "A.", "Dr."]), min_size=1, max_size=3),
)
addresses = st.sampled_from(["", "", "anna@wells.example", "ANNA@wells.example", "info@w.example"])
bodies = st.sampled_from([None, BODY, 4])


@given(
    known=st.lists(st.tuples(names, addresses, bodies), max_size=12),
    row=st.tuples(names, addresses, bodies),
)
def test_who_is_new_is_found_in_no_other_way(known, row) -> None:
    people = [person(n, name, email, body) for n, (name, email, body) in enumerate(known, 1)]
    there, (name, email, body) = directory(*people), row
    found = there.find_person(name, email, body)
    called = [there.people[ref].email.casefold() for ref in there.people_called(name, body)]
    if next(there.add_new_people(columns(person(99, *row)))):
        assert found == (None, [])
        assert not {"", email.casefold()} & {*called}
        assert 99 in there.people_called(name, body)


@given(people=st.lists(st.tuples(names, addresses, bodies), max_size=12))
def test_many_are_known_as_one_after_the_other(people) -> None:
    given = [person(n, *each) for n, each in enumerate(people, 1)]
    at_once, one_by_one = directory(), directory()
    for is_new, each in zip(at_once.add_new_people(columns(*given)), given, strict=True):
        assert [is_new] == [*one_by_one.add_new_people(columns(each))]
        for there in (at_once, one_by_one) if not is_new else ():
            there.add_person(each)
    assert {**at_once.people} == {**one_by_one.people}


@given(people=st.lists(st.text(max_size=9), max_size=5))
def test_the_keys_of_many_names_are_those_of_each(people: list[str]) -> None:
    people += [
        "Dr. Anna O’Brien",
        "BERG, Éva",
        "J.R.R. Tolk",
        "Dr",
        "a¨b",
        "a\u0301\u00adb",
        "1²_½",
    ]
    assert person_keys(people) == list(map(person_key, people))


@pytest.mark.parametrize(
    ("row", "is_new"),
    [
        (("Otto Lind", "otto@wells.example", BODY), True),
        (("Anna Berg", "other@wells.example", 4), True),
        (("Anna Berg", "other@wells.example", BODY), False),
        (("Anna Berg", "", 4), False),
        (("Otto Lind", "ANNA@wells.example", 4), False),
        (("Anna Berk", "", BODY), False),
    ],
)
def test_most_rows_are_about_nobody_known(row, is_new) -> None:
    known = directory(person(1, "Anna Berg", "anna@wells.example"))
    assert [*known.add_new_people(columns(person(2, *row)))] == [is_new]
    assert len(known.people) == 1 + is_new


@pytest.mark.parametrize(("body", "is_new"), [(BODY, True), (400, False), (None, False)])
def test_whoever_has_a_common_name_is_new_where_nobody_has_it(body, is_new) -> None:
    known = directory(*(person(n, "Anna Berg", body=n) for n in range(400, 420)))
    row = person(1, "Anna Berg", "anna@wells.example", body)
    assert [*known.add_new_people(columns(row))] == [is_new]


def test_stored_people_are_found_as_added_ones_are(database: Database, make: Make) -> None:
    body = make.organisation()
    address = {"email": "Anna@wells.example"}
    anna = make.person("Anna Berg", organisation_id=body, role="Chair", **address)
    bo = make.person("Bo Lind")
    with database.reading() as session:
        stored = load_persons(session)
    added = Persons()
    for each in stored.known.values():
        added.add(each)
    assert [each.name for each in added.known.values()] == ["Anna Berg", "Bo Lind"]
    for found in (stored, added):
        assert found.known[anna] == KnownPerson(
            anna, "Anna Berg", *address.values(), None, {body: "Chair"}
        )
        assert found.certain("Dr. Anna Berg", "anna@wells.example", None) == anna
        assert [*found.called("LIND, Bo", None)] == [bo]
        assert list(found.likely("A. Berg", "", [body])) == [anna]
        with pytest.raises(KeyError):
            found.known[bo + 1]


def test_whoever_has_several_roles_is_found_in_each(database: Database, make: Make) -> None:
    wells, moths = make.organisation("Well Fund"), make.organisation("Moth Society")
    anna = make.person("Anna Berg", organisation_id=wells, role="Chair")
    bo = make.person("Bo Lind")
    with database.work("Add roles") as unit:
        for body, title in ((moths, "Member"), (wells, "Director")):
            unit.session.add(Role(person_id=anna, organisation_id=body, title=title))
    with database.reading() as session:
        stored = load_persons(session)
    assert stored.known[anna].roles == {wells: "Chair", moths: "Member"}
    assert stored.known[bo].roles == {}
    assert [stored.called("Anna Berg", body) for body in (wells, moths, None)] == [[anna]] * 2 + [
        []
    ]

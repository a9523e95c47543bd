"""Words, scope and order give ids; ids give the rows that tables show."""

import pytest
from sqlalchemy import update

from signatories import letters, printed_lines, queries, sign_ons
from signatories.database import Database
from signatories.models import (
    Capacity,
    Confirmation,
    LetterStage,
    Organisation,
    SignOn,
    SignOnStatus,
)
from signatories.printed_lines import Printed
from signatories.queries import ORGANISATIONS, PEOPLE, RECIPIENTS, SIGN_ONS, Listing
from tests.factories import Make


def ids(database: Database, listing: Listing, *scope: object, **asked: object) -> list[int]:
    with database.reading() as session:
        return list(queries.ids(session, listing, *scope, **asked))


class TestIds:
    def test_names_sort_as_readers_expect(self, make: Make) -> None:
        names = ("Zebra", "Åre", "the apple", "Éclair", "Łódź", "Lodz", "eclair")
        by_name = {make.organisation(name): name for name in names}
        ordered = [by_name[row_id] for row_id in ids(make.database, ORGANISATIONS)]
        assert ordered.index("eclair") + 1 == ordered.index("Éclair")
        assert ordered[-1] == "Zebra"
        backwards = ids(make.database, ORGANISATIONS, order="name", descending=True)
        assert by_name[backwards[0]] == "Zebra"

    @pytest.mark.parametrize("listing", [ORGANISATIONS, PEOPLE, RECIPIENTS, SIGN_ONS])
    def test_every_column_orders_all_rows(self, make: Make, listing: Listing) -> None:
        make.letter(recipients=3, sign_ons=3)
        for order in listing.orders:
            assert sorted(ids(make.database, listing, order=order)) == [1, 2, 3]
            assert sorted(ids(make.database, listing, order=order, descending=True)) == [1, 2, 3]

    def test_words_are_found_in_any_order_and_form(self, make: Make) -> None:
        wanted = make.organisation("Fédération des femmes", acronym="FdF")
        make.organisation("Federation of workers")
        for words in ("femmes federation", "FÉDÉR FEM", "fdf", "mmes"):
            assert ids(make.database, ORGANISATIONS, words=words) == [wanted]
        assert sorted(ids(make.database, ORGANISATIONS, words="feder")) == [1, 2]

    @pytest.mark.parametrize("words", ["100%", "a_b", "back\\slash", "[x]"])
    def test_signs_are_searched_as_they_are(self, make: Make, words: str) -> None:
        wanted = make.organisation(f"Body {words}")
        make.organisation("Body 1000 axb backslash x")
        assert ids(make.database, ORGANISATIONS, words=words) == [wanted]

    @pytest.mark.parametrize("listing", [ORGANISATIONS, PEOPLE, RECIPIENTS])
    def test_every_trait_is_that_of_some_rows(self, make: Make, listing: Listing) -> None:
        make.letter(sign_ons=1)
        for number, (kind, country) in enumerate([("Network", "KE"), ("Network", "KE"), ("", "")]):
            body = make.organisation(f"Body {number}", kind=kind, country=country)
            role = {"organisation_id": body, "role": "Chair"} if country else {}
            make.person(
                f"Person {number}", country=country, email="a@b.org" if country else "", **role
            )
            address = "Street 1" if country else ""
            make.recipient(
                f"Mission {number}",
                country=country,
                address=address,
                language="fr" if country else "",
            )
        with make.database.reading() as session:
            found = queries.traits(session, listing)
        assert len(found) >= 3
        every = ids(make.database, listing)
        for trait in found:
            having = ids(make.database, listing, traits=(trait.key,))
            assert 0 < len(having) == trait.rows < len(every)
        shared = {trait.key: trait.rows for trait in found if trait.value}
        assert shared["country=KE"] == 2
        some = ids(make.database, listing, traits=("country=KE",), words="0")
        assert len(some) == 1

    def test_traits_are_combined_and_counted_among_those_with_the_others(self, make: Make) -> None:
        for name, country, email in (
            ("Ampere", "KE", ""),
            ("Becquerel", "KE", "a@b.example"),
            ("Curie", "KE", "c@b.example"),
            ("Dirac", "GH", ""),
            ("Euler", "GH", "e@b.example"),
        ):
            make.organisation(name, country=country, email=email)

        def found(*chosen: str) -> tuple[list[int], dict[str, int]]:
            with make.database.reading() as session:
                traits = queries.traits(session, ORGANISATIONS, chosen)
                counted = {each.key: each.rows for each in traits}
                return list(queries.ids(session, ORGANISATIONS, traits=chosen)), counted

        alone = {"email": 2, "country=KE": 3, "country=GH": 2}
        assert found() == ([1, 2, 3, 4, 5], alone)
        assert found("email") == ([1, 4], {"email": 2, "country=KE": 1, "country=GH": 1})
        assert found("email", "country=KE")[0] == [1]
        assert found("country=KE", "country=GH") == ([1, 2, 3, 4, 5], alone)
        assert found("country=FR", "email") == (
            [],
            {**dict.fromkeys(alone, 0), "country=FR": 0} | {"country=KE": 1, "country=GH": 1},
        )

    def test_scope_keeps_to_one_letter(self, make: Make) -> None:
        make.letter(sign_ons=2)
        other = make.letter(sign_ons=1)
        assert ids(make.database, SIGN_ONS, SignOn.letter_id == other) == [3]

    def test_ids_are_numbers_in_a_row(self, make: Make) -> None:
        with make.database.reading() as session:
            found = queries.ids(session, ORGANISATIONS)
        assert (found.typecode, len(found)) == ("q", 0)


class TestRows:
    def test_more_rows_than_a_query_takes(self, make: Make) -> None:
        with make.database.work("Import", bulk=True) as unit:
            rows = [
                {"name": f"Body {number}", "sort_key": b"", "search_key": ""}
                for number in range(1203)
            ]
            wanted = unit.insert(Organisation, rows)
        with make.database.reading() as session:
            found = queries.organisations(session, [*wanted, 99_999])
        assert [found[row_id].name for row_id in wanted] == [row["name"] for row in rows]
        assert 99_999 not in found

    def test_organisations_count_their_people_and_letters(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada", "Oxford Aid")
        make.person(organisation_id=1)
        with make.database.reading() as session:
            row = queries.organisations(session, [1])[1]
        assert (row.name, row.people, row.letters) == ("Oxford Aid", 2, 1)

    def test_people_stand_with_their_first_role(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        make.person("Ada Lovell", organisation_id=oxford, role="Chair", email="a@example.org")
        make.person("Grace Hooper")
        with make.database.reading() as session:
            rows = queries.people(session, [1, 2])
        assert (rows[1].role, rows[1].organisation, rows[1].email) == (
            "Chair",
            "Oxford Aid",
            "a@example.org",
        )
        assert (rows[2].role, rows[2].organisation) == ("", "")

    def test_recipients_name_the_letter_that_they_are_for(self, make: Make) -> None:
        make.recipient("Ghana", country="GH")
        make.letter(recipients=1)
        with make.database.reading() as session:
            rows = queries.recipients(session, [1, 2])
        assert [rows[1].letter, rows[2].letter] == ["", "To the missions"]

    def test_sign_ons_show_what_would_be_printed(self, make: Make) -> None:
        letter = make.letter()
        given = Printed(organisation="OxAid", country_code="FR")
        make.sign_on(letter, "Ada", "Oxford Aid", role="Chair", printed=given)
        make.sign_on(letter, "Grace", "Relief")
        make.confirm(letter, 1)
        with make.database.reading() as session:
            rows = queries.sign_ons(session, [1, 2])
            line = printed_lines.printed(session, sign_ons.get(session, 1), "en")
        first, second = rows[1], rows[2]
        assert (first.name, first.role, first.organisation, first.country) == (
            line.name,
            line.role,
            line.organisation,
            line.country_code,
        )
        assert (first.status, first.version, first.place) == (SignOnStatus.CONFIRMED, 1, 1)
        assert (second.status, second.version, second.capacity_assumed) == (
            SignOnStatus.PROMISED,
            None,
            True,
        )
        assert second.capacity is Capacity.ORGANISATION

    def test_letters_say_how_far_they_are(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1, 1)
        make.letter(title="Another")
        with make.database.reading() as session:
            first, second = letters.listing(session)
        assert (first.stage, first.version, first.sign_ons, first.confirmed) == (
            LetterStage.OPEN,
            1,
            2,
            1,
        )
        assert (second.title, second.stage, second.sign_ons) == ("Another", LetterStage.DRAFT, 0)

    def test_the_sidebar_counts_every_table(self, make: Make) -> None:
        make.letter(recipients=2, sign_ons=3)
        with make.database.reading() as session:
            assert queries.counts(session) == {
                "letters": 1,
                "organisations": 3,
                "people": 3,
                "recipients": 2,
                "imports": 0,
            }
            assert letters.find(session, "1").id == 1


def test_how_we_know_is_of_the_latest_yes(make: Make) -> None:
    letter = make.letter(sign_ons=1)

    def known() -> str:
        with make.database.reading() as session:
            return queries.sign_ons(session, [1])[1].how_we_know

    assert known() == ""
    make.confirm(letter, how="mail of 3 May")
    assert known() == "mail of 3 May"
    with make.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
    make.confirm(letter, 1, how="call of 9 May")
    assert known() == "call of 9 May"


def test_further_columns_are_those_that_were_confirmed_else_those_given(make: Make) -> None:
    letter = make.letter()
    for _ in range(3):
        make.sign_on(letter, printed=Printed(extra={"zone": "then"}))
    make.confirm(letter, 1, 2)
    with make.database.work("Later") as unit:
        unit.session.execute(update(SignOn).values(extra={"zone": "now"}))
        of_first_schema = update(Confirmation).where(Confirmation.sign_on_id == 2)
        unit.session.execute(of_first_schema.values(extra=None))
    with make.database.reading() as session:
        rows = queries.sign_ons(session, [1, 2, 3])
    assert [rows[number].extra["zone"] for number in (1, 2, 3)] == ["then", "now", "now"]

"""Who is asked, what they answer, and who may be removed."""

import datetime as dt

import pytest
from sqlalchemy.orm import Session

from signatories import sign_ons
from signatories.errors import NotFound, Refused
from signatories.models import (
    Capacity,
    SignOn,
    SignOnStatus,
)
from tests.factories import Make, content

S = SignOnStatus


def sign_on(session: Session, number: int = 1) -> SignOn:
    return sign_ons.get(session, number)


def set_status(make: Make, status: SignOnStatus, *ids: int) -> None:
    with make.database.work("Answer") as unit:
        sign_ons.set_status(unit, ids, status)


class TestAdding:
    def test_a_capacity_with_an_organisation_is_assumed(self, make: Make) -> None:
        letter, body, ada = make.letter(), make.organisation(), make.person()
        with make.database.work("Add three") as unit:
            for given in (
                {"organisation_id": body, "signer_id": ada},
                {"signer_id": ada},
                {"organisation_id": body, "capacity": Capacity.IDENTIFICATION},
            ):
                sign_ons.add(unit.session, letter, **given)
        found = [
            (row["capacity"], row["capacity_assumed"], row["status"], row["place"])
            for row in content(make.database)["sign_ons"]
        ]
        assert found == [
            (Capacity.ORGANISATION, True, S.PROMISED, 1),
            (Capacity.PERSONAL, False, S.PROMISED, 2),
            (Capacity.IDENTIFICATION, False, S.PROMISED, 3),
        ]

    def test_nobody_at_all_is_refused(self, make: Make) -> None:
        letter = make.letter()

        def add() -> None:
            with make.database.work("Add") as unit:
                sign_ons.add(unit.session, letter)

        with pytest.raises(Refused, match="needs an organisation or a person"):
            add()

    def test_a_missing_letter_is_named(self, make: Make) -> None:
        with pytest.raises(NotFound, match="no letter 7"):
            make.sign_on(7)

    def test_places_are_counted_letter_by_letter(self, make: Make) -> None:
        first, second = make.letter(sign_ons=2), make.letter(sign_ons=1)
        places = [(row["letter_id"], row["place"]) for row in content(make.database)["sign_ons"]]
        assert places == [(first, 1), (first, 2), (second, 1)]


class TestAnswering:
    def test_answers_keep_their_moment(self, make: Make) -> None:
        make.letter(sign_ons=1)
        before = dt.datetime.now(dt.UTC)
        set_status(make, S.INVITED, 1)
        set_status(make, S.CONSIDERING, 1)
        with make.database.reading() as session:
            row = sign_on(session)
            assert before <= row.invited_at <= row.answered_at

    def test_who_is_invited_again_keeps_the_first_moment(self, make: Make) -> None:
        make.letter(sign_ons=2)
        set_status(make, S.INVITED, 1)
        with make.database.reading() as session:
            first = sign_on(session).invited_at
        set_status(make, S.INVITED, 2, 1)
        with make.database.reading() as session:
            assert sign_on(session).invited_at == first < sign_on(session, 2).invited_at

    def test_one_that_is_missing_stops_all(self, make: Make) -> None:
        make.letter(sign_ons=1)
        with pytest.raises(NotFound, match="no sign-on 9"):
            set_status(make, S.DECLINED, 1, 9)
        with make.database.reading() as session:
            assert sign_on(session).status is S.PROMISED

    def test_confirmed_is_no_status_to_set(self, make: Make) -> None:
        make.letter(sign_ons=1)
        with pytest.raises(Refused, match="how we know"):
            set_status(make, S.CONFIRMED, 1)

    def test_removing_is_for_those_that_never_confirmed(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada", "Oxford Aid")
        make.sign_on(letter, "Grace", "Relief")
        make.confirm(letter, 1)
        set_status(make, S.WITHDRAWN, 1)

        def remove(*ids: int) -> None:
            with make.database.work("Remove") as unit:
                sign_ons.remove(unit.session, ids)

        with pytest.raises(Refused, match="Ada, Oxford Aid has confirmed"):
            remove(2, 1)
        assert len(content(make.database)["sign_ons"]) == 2
        remove(2)
        assert [row["id"] for row in content(make.database)["sign_ons"]] == [1]

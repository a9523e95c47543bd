"""Where a State stands is read from its acts, as of a date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories import letters, standing
from signatories.errors import NotFound
from signatories.models import Act, ActKind, Precision
from signatories.standing import NOTHING, Standing, Status
from tests.factories import Make

JAN, MAY, JULY = dt.date(2005, 1, 1), dt.date(2005, 5, 12), dt.date(2010, 7, 26)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("acts", "status", "since"),
    [
        ([], Status.NO_ACTION, None),
        ([(ActKind.SIGNATURE, MAY)], Status.SIGNED, MAY),
        ([(ActKind.SIGNATURE, JAN), (ActKind.RATIFICATION, MAY)], Status.PARTY, MAY),
        ([(ActKind.ACCESSION, JAN), (ActKind.SIGNATURE, MAY)], Status.PARTY, JAN),
        ([(ActKind.RATIFICATION, MAY), (ActKind.SIGNATURE, MAY)], Status.PARTY, MAY),
        ([(ActKind.ACCEPTANCE, MAY), (ActKind.APPROVAL, MAY)], Status.PARTY, MAY),
        ([(ActKind.SUCCESSION, JAN), (ActKind.RATIFICATION, MAY)], Status.PARTY, JAN),
        ([(ActKind.ACCESSION, JAN), (ActKind.WITHDRAWAL, MAY)], Status.WITHDRAWN, MAY),
        ([(ActKind.WITHDRAWAL, MAY), (ActKind.ACCESSION, MAY)], Status.WITHDRAWN, MAY),
        (
            [(ActKind.ACCESSION, JAN), (ActKind.WITHDRAWAL, MAY), (ActKind.ACCESSION, JULY)],
            Status.PARTY,
            JULY,
        ),
        ([(ActKind.SIGNATURE, JULY + DAY)], Status.NO_ACTION, None),
    ],
)
def test_acts_amount_to_a_status(
    acts: list[tuple[ActKind, dt.date]], status: Status, since: dt.date | None
) -> None:
    assert standing.standing(acts, JULY) == Standing(status, since)


def test_an_act_counts_from_its_day_on() -> None:
    acts = [(ActKind.SIGNATURE, JAN), (ActKind.RATIFICATION, MAY)]
    assert standing.standing(acts, MAY - DAY) == Standing(Status.SIGNED, JAN)
    assert standing.standing(acts, MAY) == Standing(Status.PARTY, MAY)
    assert standing.standing(acts, JAN - DAY) == NOTHING


@given(
    st.lists(st.tuples(st.sampled_from(ActKind), st.dates(dt.date(2000, 1, 1)))),
    st.dates(dt.date(2000, 1, 1)),
)
def test_the_order_of_the_table_says_nothing(
    acts: list[tuple[ActKind, dt.date]], day: dt.date
) -> None:
    found = standing.standing(acts, day)
    assert standing.standing(list(reversed(acts)), day) == found
    assert found.since is None or found.since <= day


def test_parties_that_are_no_members_count(make: Make) -> None:
    instrument = make.instrument(
        acts={
            "GH": {ActKind.RATIFICATION: MAY},
            "VA": {ActKind.ACCESSION: MAY},
            "A State of fancy": {ActKind.ACCESSION: MAY},
            "Another one": {ActKind.SIGNATURE: MAY},
            "KE": {ActKind.SIGNATURE: MAY, ActKind.RATIFICATION: JULY + DAY},
        }
    )
    with make.database.reading() as session:
        known = standing.standings(session, instrument, JULY)
    assert known.count(Status.PARTY) == 3
    assert known.count(Status.SIGNED) == 2
    assert known.of("KE") == Standing(Status.SIGNED, MAY)
    assert known.of("FR") == known.of(None) == NOTHING
    assert known.others["A State of fancy"].status is Status.PARTY


def test_a_letter_without_an_instrument_takes_the_only_one(make: Make) -> None:
    letter = make.letter()
    with make.database.reading() as session:
        assert standing.instrument_of(session, letters.get(session, letter)) is None
    make.instrument("Protocol")
    with make.database.reading() as session:
        found = standing.instrument_of(session, letters.get(session, letter))
        assert found is not None
        assert found.title == "Protocol"


def test_of_several_instruments_a_letter_has_the_one_that_it_names(make: Make) -> None:
    make.instrument("Protocol")
    make.instrument("Convention")
    letter = make.letter(instrument="convention")
    with make.database.reading() as session:
        found = standing.instrument_of(session, letters.get(session, letter))
        assert found is not None
        assert found.title == "Convention"
        assert standing.instrument_of(session, None) is None


def test_a_table_without_acts_tells_no_standing(make: Make) -> None:
    """A mistyped title makes an empty one: its “0 parties” would be printed."""
    make.instrument("Protocl")
    with make.database.reading() as session:
        empty = standing.find_instrument(session, "Protocl")
        assert standing.known_standings(session, empty, JULY) is None
        assert standing.known_standings(session, None, JULY) is None
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY + DAY}})
    with make.database.reading() as session:
        told = standing.known_standings(
            session, standing.find_instrument(session, "protocol"), JULY
        )
        assert told is not None
        assert told.count(Status.PARTY) == 0
        found = standing.without_table(session, "Protocl")
        assert "nearest title that has one is “Protocol”" in str(found)
        assert standing.without_table(session, "PROTOCOL") is None


def test_instruments_are_found_by_title(make: Make) -> None:
    make.instrument("Optional Protocol")
    with make.database.reading() as session:
        assert standing.find_instrument(session, "OPTIONAL protocol").title == "Optional Protocol"
        with pytest.raises(NotFound, match="no instrument “Convention”"):
            standing.find_instrument(session, "Convention")


@pytest.mark.parametrize("precision", [Precision.MONTH, Precision.YEAR])
def test_a_day_that_is_known_roughly_counts_from_its_first(
    make: Make, precision: Precision
) -> None:
    first = dt.date(2010, 7, 1)
    instrument = make.instrument()
    with make.database.work("Add act") as unit:
        act = Act(instrument_id=instrument, participant="Ghana", country="GH")
        act.kind, act.date, act.precision = ActKind.ACCESSION, first, precision
        unit.session.add(act)
    with make.database.reading() as session:
        assert standing.standings(session, instrument, first).of("GH").since == first
        assert standing.standings(session, instrument, first - DAY).of("GH") == NOTHING

"""A treaty table brings its acts, and every member State as a recipient."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import func, select

from signatories import countries, letters, undoing
from signatories.database import Database
from signatories.errors import Refused
from signatories.models import Act, ActKind, Instrument, Recipient
from signatories.recipients import choosing
from signatories.recipients.choosing import Selection
from signatories.standing import Status

TABLE = """Participant,Signature,"Ratification, Accession(a), Succession(d)"
Ghana,24 Sep 2003,
Holy See,10 Oct 2000,24 Oct 2001
Swaziland,,24 Sep 2012 a
Côte d'Ivoire,,19 Sep 2011 a
Atlantis,,1 Jan 2005
"""


def selection(database: Database, letter_id: int) -> Selection:
    with database.reading() as session:
        return choosing.selection(session, letters.get(session, letter_id))


def test_every_member_state_comes_in_also_those_not_named(database, letter, import_text) -> None:
    done = import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    assert done.states == ["new"] * 5
    members = len(countries.members(dt.datetime.now(dt.UTC).date()))
    with database.reading() as session:
        codes = session.scalars(select(Recipient.country)).all()
        assert len(set(codes)) == len(codes) == members
        assert "VA" not in codes
        assert letters.get(session, letter).instrument_id is not None
        assert session.scalars(select(Instrument.title)).all() == ["treaty-wells"]
    assert f"{members - 3} member State" in str(done.plan.warnings[1])


def test_a_state_that_is_written_to_already_is_not_written_to_twice(
    database, letter, import_text
) -> None:
    missions = "name,country\nPermanent Mission of Ghana,Ghana\nMission of Mali,Mali\n"
    import_text(missions, "missions.csv", as_="recipients", letter_id=letter)
    import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    chosen = selection(database, letter)
    names = [one.name for one in chosen.recipients if one.country in ("GH", "ML")]
    assert sorted(names) == ["Mission of Mali", "Permanent Mission of Ghana"]
    assert chosen.missing_members == []
    (ghana,) = (one for one in chosen.recipients if one.country == "GH")
    assert ghana.standing is not None
    assert ghana.standing.status is Status.SIGNED


def test_parties_that_are_no_members_or_unknown_count_and_are_listed(
    database, letter, import_text
) -> None:
    done = import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    assert "1 participant" in str(done.plan.warnings[0])
    assert "Atlantis" in str(done.plan.warnings[0])
    chosen = selection(database, letter)
    assert chosen.standings is not None
    assert chosen.standings.count(Status.PARTY) == 2  # the Holy See and Atlantis, in 2010
    assert len(chosen.recipients) == chosen.candidates == 192


def test_the_same_table_again_writes_nothing(database, letter, import_text) -> None:
    import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    before = database.latest_change()
    again = import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    assert again.states == ["same"] * 5
    assert (again.result.import_id, database.latest_change()) == (None, before)


def test_the_same_table_of_a_later_day_writes_that_day_and_nothing_else(
    database, letter, import_text
) -> None:
    for day in (13, 20, 13):
        text = f"Status as at {day} March 2015\n\n{TABLE}"
        done = import_text(text, "treaty-wells.csv", letter_id=letter)
    assert (done.states, done.result.import_id) == (["same"] * 5, None)
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).one() == dt.date(2015, 3, 20)
    undoing.undo(database)
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).one() == dt.date(2015, 3, 13)


def test_the_same_table_for_a_second_letter_is_that_one_s_treaty_too(
    database, make, import_text
) -> None:
    first, second = make.letter(), make.letter()
    import_text(TABLE, "treaty-wells.csv", letter_id=first)
    import_text(TABLE, "treaty-wells.csv", letter_id=second)
    with database.work("Forget the treaty") as unit:
        letters.get(unit.session, second).instrument_id = None
    done = import_text(TABLE, "treaty-wells.csv", letter_id=second)
    assert done.states == ["same"] * 5
    with database.reading() as session:
        assert letters.get(session, second).instrument_id == 1


def test_a_newer_table_updates_and_its_blanks_clear_nothing(database, letter, import_text) -> None:
    import_text(TABLE, "treaty-wells.csv", letter_id=letter)
    newer = 'Participant,Signature,"Ratification, Accession(a)"\nGhana,,3 Mar 2008\nSwaziland,,25 Sep 2012 a\n'
    done = import_text(newer, "treaty-wells.csv", letter_id=letter)
    assert done.states == ["update", "update"]
    with database.reading() as session:
        acts = session.execute(select(Act.country, Act.kind, Act.date).order_by(Act.date)).all()
        assert ("GH", ActKind.SIGNATURE, dt.date(2003, 9, 24)) in acts
        assert ("GH", ActKind.RATIFICATION, dt.date(2008, 3, 3)) in acts
        assert [act for act in acts if act[0] == "SZ"] == [
            ("SZ", ActKind.ACCESSION, dt.date(2012, 9, 25))
        ]


def test_one_participant_twice_is_not_two_truths(database, letter, import_text) -> None:
    twice = TABLE + "Eswatini,,1 Jan 2001 a\n"
    done = import_text(twice, "treaty-wells.csv", letter_id=letter)
    assert (done.states[-1], done.result.left_out) == ("duplicate", 1)
    assert "line 7 may be" in str(done.result.warnings[-1])


def test_a_row_with_a_date_that_cannot_be_read_is_left_out_and_listed(letter, import_text) -> None:
    done = import_text(TABLE + "Mali,,soon\n", "treaty-wells.csv", letter_id=letter)
    assert done.states[-1] == "error"
    assert "“soon” is no date of a ratification" in str(done.result.warnings[-1])


def test_a_row_that_would_be_kept_nowhere_is_left_out_with_the_reason(letter, import_text) -> None:
    done = import_text(TABLE + "Narnia,,\nMali,,\n", "treaty-wells.csv", letter_id=letter)
    assert done.states[-2:] == ["error", "new"]
    assert "there is nothing to keep" in str(done.plan.rows[5].problems[0])
    assert "Narnia" not in str(done.plan.warnings[0])


def test_the_instrument_is_named_by_the_request_or_the_letter_that_waits_for_it(
    database, letter, import_text, plan_text
) -> None:
    import_text(TABLE, "treaty-wells.csv", letter_id=letter, instrument="Protocol on wells")
    with database.work("Name it") as unit:
        waiting = Instrument(title="Convention on air")
        unit.session.add(waiting)
        unit.session.flush()
        letters.get(unit.session, letter).instrument_id = waiting.id
    import_text(TABLE, "air.csv", letter_id=letter)
    with database.reading() as session:
        titles = session.scalars(select(Instrument.title).order_by(Instrument.id)).all()
        assert titles == ["Protocol on wells", "Convention on air"]
        assert session.scalars(select(func.count(Act.id))).one() == 12
    with pytest.raises(Refused, match="--instrument"):
        plan_text(TABLE, "pasted text")


def test_the_real_table_on_the_day_of_the_letter(
    database, letter, shared_data: Path, import_text
) -> None:
    text = (shared_data / "recipients/treaty-opsc-2015.csv").read_text("utf-8")
    import_text(text, "treaty-opsc-2015.csv", letter_id=letter)
    chosen = selection(database, letter)
    assert chosen.standings is not None
    assert chosen.standings.count(Status.PARTY) == 137
    assert (chosen.candidates, len(chosen.recipients)) == (
        192,
        192 - 136,
    )  # the Holy See is no member


@pytest.mark.parametrize(
    "line",
    [
        "STATUS AS AT : 13-03-2015 05:01:12 EDT",
        "Optional Protocol on Wells. Status as of 13 March 2015. 169 parties",
        "Situation au 13 mars 2015",
        "État au : 13 mars 2015",
        "Stand: 13. März 2015",
        "Stand 13.03.2015",
        "Estado al 13 de marzo de 2015",
        "As at March 13, 2015",
        "as on 2015-03-13",
        "По состоянию на 13.03.2015",
        "По состоянию на 13 марта 2015 г.",
    ],
)
def test_the_day_on_which_a_table_says_to_hold_is_the_day_it_was_checked(
    database, letter, import_text, line: str
) -> None:
    done = import_text(f'"{line}"\n\n{TABLE}', "wells.csv", letter_id=letter)
    assert "holds as at 2015-03-13" in str(done.plan.warnings[-1])
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).all() == [dt.date(2015, 3, 13)]


@pytest.mark.parametrize(
    "line",
    [
        "Opened for signature on 25 May 2000",
        "Status as at 02-03-2015",
        "Status as at March 2015",
        "Status as at 2015",
        "Status as at 1 January 2999",
        "As at 1 March 2015, as at 2 March 2015",
        "Status as at 31 February 2015",
        "Standing committee 13 March 2015",
        "Outstanding 13 March 2015",
    ],
)
def test_a_day_that_a_table_does_not_tell_is_asked_for(
    database, letter, import_text, line: str
) -> None:
    done = import_text(f'"{line}"\n\n{TABLE}', "wells.csv", letter_id=letter)
    assert "does not say as at which day" in str(done.plan.warnings[-1])
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).all() == [None]


@pytest.mark.parametrize("order", [("13", "1"), ("1", "13")])
def test_the_table_that_came_last_says_when_it_was_checked(
    database, letter, import_text, order: tuple[str, str]
) -> None:
    for day in order:
        table = TABLE.replace("1 Jan 2005", f"{day} Jan 2005")
        import_text(f"Status as at {day} March 2015\n\n{table}", "wells.csv", letter_id=letter)
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).one().day == int(order[-1])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("1. With effect as of 1 July 2013 also for the island of Sund.", None),
        ("Status as at 13 March 2015.", dt.date(2015, 3, 13)),
    ],
)
def test_below_the_table_only_a_line_of_its_own_tells_the_day(
    database, letter, import_text, line: str, day: dt.date | None
) -> None:
    import_text(f"{TABLE}\nNotes:\n{line}\n", "wells.csv", letter_id=letter)
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).all() == [day]


def test_no_table_was_checked_before_its_latest_act(database, letter, import_text) -> None:
    done = import_text(f"Status as at 1 May 2012\n\n{TABLE}", "wells.csv", letter_id=letter)
    assert "as at 2012-05-01, but has an act of 2012-09-24" in str(done.plan.warnings[-1])
    with database.reading() as session:
        assert session.scalars(select(Instrument.checked_on)).all() == [None]

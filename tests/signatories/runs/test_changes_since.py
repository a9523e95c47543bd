"""What a run would print otherwise than the last one is told before it is made."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from signatories import letters, recipients, runs, sign_ons
from signatories.block.settings import BlockSettings, Layout
from signatories.consents import ConsentDraft, note
from signatories.merge.snapshot import Choices
from signatories.models import Organisation, Person, Recipient, SignOnStatus, Use
from signatories.runs import Request, changes_since, kept
from signatories.runs.changes_since import Changes, ChangesSince, Named, Otherwise
from tests.factories import LETTER, Make


@pytest.fixture
def ran(make: Make, tmp_path: Path) -> Make:
    """A letter to two recipients, signed by "Ada, Aid" and "Grace, Relief", that was made once."""
    make.letter(recipients=2)
    make.sign_on(1, "Ada", "Aid")
    make.sign_on(1, "Grace", "Relief")
    make.confirm(1)
    runs.make(make.database, 1, Choices(), Request("letters", "pdf", tmp_path / "letters.pdf"))
    return make


def since(make: Make) -> ChangesSince:
    with make.database.reading() as session:
        return changes_since.since(session, 1)


def change(make: Make, edit: Callable[..., object]) -> ChangesSince:
    with make.database.work("Change") as unit:
        edit(unit.session)
    return since(make)


def test_nothing_has_changed(ran: Make) -> None:
    assert not since(ran)


def test_who_came_and_who_went(ran: Make) -> None:
    third = ran.recipient("Third", letter=1)
    late = ran.sign_on(1, "Eve", "Moth")
    ran.confirm(1, late)

    with ran.database.work("Change") as unit:
        recipients.remove(unit.session, [1])
        sign_ons.set_status(unit, [2], SignOnStatus.WITHDRAWN)
    found = since(ran)
    assert found.recipients == Changes((Named(third, "Third"),), (Named(1, "Mission 1"),))
    assert found.sign_ons == Changes((Named(late, "Eve, Moth"),), (Named(2, "Grace, Relief"),))


def test_only_what_is_printed_of_a_recipient_counts(ran: Make) -> None:
    def edit(session) -> None:
        first, second = session.scalars(select(Recipient).order_by(Recipient.id))
        first.name, first.salutation, first.email = "Embassy 1", "Dear all,", "a@embassy.example"
        second.email, second.language = "b@mission.example", "fr"

    assert change(ran, edit).recipients.otherwise == (
        Otherwise(
            1,
            "Mission 1",
            {"name": "Mission 1", "salutation": ""},
            {"name": "Embassy 1", "salutation": "Dear all,"},
        ),
    )


@pytest.mark.parametrize(("addressee", "counts"), [("", True), ("{{ recipient.name }}", False)])
def test_a_person_counts_where_the_head_of_the_letter_names_it(
    make: Make, tmp_path: Path, addressee: str, counts: bool
) -> None:
    make.letter(recipients=1, sign_ons=1, addressee=tuple(filter(None, [addressee])))
    make.confirm(1)
    runs.make(make.database, 1, Choices(), Request("cover", "txt", tmp_path / "cover.txt"))
    changes = change(make, lambda session: setattr(session.get_one(Recipient, 1), "person", "Ada"))
    assert bool(changes.recipients) is counts


def test_an_edit_of_the_directory_changes_no_line(ran: Make) -> None:
    def edit(session) -> None:
        session.get_one(Organisation, 1).name = "Changed"
        session.get_one(Person, 1).name = "Changed"

    assert not change(ran, edit)


def test_a_line_that_is_withheld_now_is_gone(ran: Make) -> None:
    found = change(ran, lambda session: note(session, [1], ConsentDraft({Use.LETTER: False})))
    assert found.sign_ons == Changes(removed=(Named(1, "Ada, Aid"),))


def test_another_layout_prints_lines_otherwise(ran: Make) -> None:
    settings = BlockSettings(layout=Layout(pattern="{organisation}"))
    found = change(ran, lambda session: letters.set_block(session, 1, settings))
    assert [(each.before, each.now) for each in found.sign_ons.otherwise] == [
        ({"line": "Ada, Aid"}, {"line": "Aid"}),
        ({"line": "Grace, Relief"}, {"line": "Relief"}),
    ]


def test_whoever_has_not_agreed_to_the_next_version_is_gone_with_its_first_yes(ran: Make) -> None:
    found = change(
        ran, lambda session: letters.update(session, 1, replace(LETTER, body="Another text."))
    )
    assert not found, "the version before is still what would be printed"
    ran.confirm(1, 2)
    assert since(ran).sign_ons == Changes(removed=(Named(1, "Ada, Aid"),))


def test_when_nobody_is_left_all_are_gone(ran: Make) -> None:
    with ran.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [1, 2], SignOnStatus.WITHDRAWN)
    assert [each.id for each in since(ran).sign_ons.removed] == [1, 2]


def test_the_version_is_told(ran: Make) -> None:
    assert (since(ran).version, since(ran).version_now) == (1, 1)
    found = change(
        ran, lambda session: letters.update(session, 1, replace(LETTER, body="Another text."))
    )
    assert (found.version, found.version_now) == (1, 1), "nobody agrees to the next one yet"
    ran.confirm(1, 1, 2)
    found = since(ran)
    assert (found.version, found.version_now) == (1, 2)
    assert not found


def test_what_was_chosen_for_the_run_is_no_change(make: Make, tmp_path: Path) -> None:
    make.letter(as_of=dt.date(2020, 1, 1))
    for name, country in (("France", "FR"), ("South Sudan", "SS")):
        make.recipient(name, letter=1, country=country)
    with make.database.work("These are the States themselves") as unit:
        for recipient in unit.session.scalars(select(Recipient)):
            recipient.state = True
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    then = dt.datetime.now(dt.UTC)
    make.sign_on(1, "Grace", "Relief")
    make.confirm(1)
    early = Choices(as_of=dt.date(2010, 7, 26), signed_by=then)
    runs.make(make.database, 1, early, Request("letters", "txt", tmp_path / "letters.txt"))
    assert not since(make)
    runs.make(make.database, 1, Choices(), Request("letters", "txt", tmp_path / "b.txt"))
    with make.database.reading() as session:
        assert len(kept.read(session, 1).snapshot.recipients) == 1
        assert len(kept.read(session, 2).snapshot.recipients) == 2
        assert not changes_since.since(session, 2)

"""A list keeps who is on it, and says who came later and who went."""

import datetime as dt

import pytest
from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from signatories import erasing, history, letters, queries, undoing
from signatories.checking import check
from signatories.database import Database
from signatories.directory import people
from signatories.errors import NotFound, Refused
from signatories.letters import versions
from signatories.letters.run_settings import RunSettings
from signatories.letters.words import Words
from signatories.models import Capacity, SignatureList, SignOn
from signatories.sign_ons import confirming, lists
from signatories.sign_ons.confirming import Proof
from signatories.sign_ons.lists import NumberedList
from tests.factories import Make, content

BERNE = dt.timezone(dt.timedelta(hours=1))
FIRST_OF_MAY = dt.datetime(2026, 5, 1, 18, tzinfo=BERNE)
DAY = dt.timedelta(days=1)


def agree(make: Make, letter: int, said_at: dt.datetime | None = None, name: str = "") -> int:
    """Somebody who says yes, at some moment; recorded now."""
    sign_on = make.sign_on(letter, name)
    with make.database.work("Confirm") as unit:
        confirming.confirm(unit, letter, Proof("mail", received_at=said_at), [sign_on])
    return sign_on


def told(make: Make, letter: int) -> list[tuple[int, ...]]:
    """Of each list: number, version, who is on it, came, withdrew, agreed later."""
    with make.database.reading() as session:
        return [
            (each.number, each.version, each.signatories, each.came, each.withdrawn, each.later)
            for each in lists.of_letter(session, letters.get(session, letter))
        ]


def who(make: Make, letter: int, **chosen: int) -> list[int]:
    with make.database.reading() as session:
        return list(queries.ids(session, queries.SIGN_ONS, *scope(session, letter, **chosen)))


def scope(session: Session, letter: int, **chosen: int) -> list[ColumnElement[bool]]:
    version = versions.printable(session, letters.get(session, letter))
    assert version is not None
    return lists.scope(session, version, **chosen)


def correct(make: Make, letter: int) -> None:
    """Begin a version that only corrects the last one."""
    with make.database.work("Correct") as unit:
        words = Words(body="Corrected.")
        versions.change_words(letters.get(unit.session, letter), words, spelling="typo")


class TestClosing:
    def test_a_list_is_of_those_whose_yes_came_until_the_cut_off(self, make: Make) -> None:
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY)
        agree(make, letter, FIRST_OF_MAY - DAY)
        late = agree(make, letter, FIRST_OF_MAY + dt.timedelta(seconds=1))
        make.sign_on(letter)
        closed = make.close_list(letter, FIRST_OF_MAY)
        assert closed == NumberedList(1, 1, FIRST_OF_MAY, 2, 2, 0, later=1)
        assert who(make, letter, number=1) == [1, 2]
        assert who(make, letter, since=1) == [late]

    def test_the_moment_is_told_in_the_zone_in_which_it_was_said(self, make: Make) -> None:
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY)
        closed = make.close_list(letter, FIRST_OF_MAY)
        assert lists.in_words(closed.cut_off) == "2026-05-01 18:00 (UTC+01:00)"

    def test_the_moment_may_be_said_in_utc(self, make: Make) -> None:
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY)
        closed = make.close_list(letter, FIRST_OF_MAY.astimezone(dt.UTC))
        assert lists.in_words(closed.cut_off) == "2026-05-01 17:00 (UTC)"

    def test_without_a_moment_it_is_closed_now(self, make: Make) -> None:
        letter = make.letter()
        agree(make, letter)
        begun = dt.datetime.now(dt.UTC)
        assert begun <= make.close_list(letter).cut_off <= dt.datetime.now(dt.UTC)

    def test_late_signers_come_on_the_next_list_of_the_same_version(self, make: Make) -> None:
        letter = make.letter()
        first = agree(make, letter)
        make.close_list(letter)
        second, third = agree(make, letter), agree(make, letter)
        make.close_list(letter)
        assert told(make, letter) == [(1, 1, 1, 1, 0, 2), (2, 1, 3, 2, 0, 0)]
        assert who(make, letter, number=2) == [first, second, third]
        assert who(make, letter, number=2, since=1) == [second, third]
        assert who(make, letter, since=2) == []

    def test_a_yes_recorded_late_is_on_the_next_list(self, make: Make) -> None:
        """Its mail came in time, and lay unread when the list was closed."""
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY)
        make.close_list(letter, FIRST_OF_MAY)
        found = agree(make, letter, FIRST_OF_MAY - DAY)
        assert told(make, letter) == [(1, 1, 1, 1, 0, 1)]
        make.close_list(letter, FIRST_OF_MAY)
        assert who(make, letter, number=2, since=1) == [found]

    def test_a_correction_goes_on_with_the_lists(self, make: Make) -> None:
        letter = make.letter()
        agree(make, letter)
        make.close_list(letter)
        correct(make, letter)
        agree(make, letter)
        make.close_list(letter)
        assert told(make, letter) == [(1, 1, 1, 1, 0, 1), (2, 2, 2, 1, 0, 0)]

    def test_another_text_begins_with_list_1_again(self, make: Make) -> None:
        letter = make.letter()
        signer = agree(make, letter)
        make.close_list(letter)
        with make.database.work("Change") as unit:
            versions.change_words(letters.get(unit.session, letter), Words(body="More."))
        make.confirm(letter, signer)
        make.close_list(letter)
        assert told(make, letter) == [(1, 1, 1, 1, 0, 0), (1, 2, 1, 1, 0, 0)]

    @pytest.mark.parametrize(("spelling", "kept"), [(None, None), ("typo", 1)])
    def test_the_list_that_a_letter_prints_is_one_of_its_text(
        self, make: Make, spelling: str | None, kept: int | None
    ) -> None:
        letter = make.letter()
        agree(make, letter)
        make.close_list(letter)
        with make.database.work("Change") as unit:
            letters.set_run_settings(unit.session, letter, RunSettings(list_number=1))
            words = Words(body="More.")
            versions.change_words(letters.get(unit.session, letter), words, spelling=spelling)
        agree(make, letter)
        with make.database.reading() as session:
            found = letters.run_settings_of(letters.get(session, letter))
        assert found.list_number == kept


class TestRefusing:
    @pytest.fixture
    def letter(self, make: Make) -> int:
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY)
        return letter

    def test_nobody_has_confirmed(self, make: Make) -> None:
        letter = make.letter(sign_ons=1)
        with pytest.raises(Refused, match="Nobody has confirmed “To the missions” yet"):
            make.close_list(letter)

    def test_nobody_had_confirmed_by_then(self, make: Make, letter: int) -> None:
        said = r"Nobody had confirmed by 2026-04-30 18:00 \(UTC\+01:00\): there is no list"
        with pytest.raises(Refused, match=said):
            make.close_list(letter, FIRST_OF_MAY - DAY)

    def test_the_same_people_again(self, make: Make, letter: int) -> None:
        make.close_list(letter, FIRST_OF_MAY)
        with pytest.raises(Refused, match=r"Nobody came or went since list 1"):
            make.close_list(letter)

    def test_a_moment_still_to_come(self, make: Make, letter: int) -> None:
        with pytest.raises(Refused, match="is still to come"):
            make.close_list(letter, dt.datetime.now(dt.UTC) + DAY)

    def test_a_moment_before_that_of_the_last_list(self, make: Make, letter: int) -> None:
        make.close_list(letter, FIRST_OF_MAY)
        said = r"List 1 was closed as of 2026-05-01 18:00 \(UTC\+01:00\): a later list"
        with pytest.raises(Refused, match=said):
            make.close_list(letter, FIRST_OF_MAY - DAY)

    def test_a_refusal_changes_nothing(self, make: Make, letter: int) -> None:
        before = content(make.database)
        with pytest.raises(Refused):
            make.close_list(letter, FIRST_OF_MAY - DAY)
        assert content(make.database) == before

    def test_there_is_no_such_list(self, make: Make, letter: int) -> None:
        with pytest.raises(NotFound, match="Version 1 of “To the missions” has no list 2"):
            who(make, letter, number=2)


class TestAfterwards:
    @pytest.fixture
    def letter(self, make: Make) -> int:
        """Two have confirmed, and stand on list 1."""
        letter = make.letter()
        agree(make, letter, name="Ada Lovell")
        agree(make, letter)
        make.close_list(letter)
        return letter

    def test_who_withdraws_stays_on_the_list_and_is_told(self, make: Make, letter: int) -> None:
        make.withdraw(1)
        assert told(make, letter) == [(1, 1, 2, 2, 1, 0)]
        assert who(make, letter, number=1) == [1, 2]

    def test_who_withdrew_is_not_on_the_next_list(self, make: Make, letter: int) -> None:
        make.withdraw(1)
        make.close_list(letter)
        assert told(make, letter) == [(1, 1, 2, 2, 1, 0), (2, 1, 1, 0, 0, 0)]

    def test_who_agrees_again_is_new_on_the_list_after(self, make: Make, letter: int) -> None:
        make.withdraw(1)
        make.close_list(letter)
        make.confirm(letter, 1)
        make.close_list(letter)
        assert told(make, letter)[-1] == (3, 1, 2, 1, 0, 0)
        assert who(make, letter, number=3, since=2) == [1]

    def test_who_is_erased_is_counted_on_the_list_without_a_name(
        self, make: Make, letter: int, database: Database
    ) -> None:
        erasing.erase(database, 1)
        assert told(make, letter) == [(1, 1, 2, 2, 0, 0)]
        assert check(database).problems == ()

    def test_a_person_edited_later_changes_no_list(self, make: Make, letter: int) -> None:
        with make.database.work("Change") as unit:
            people.change(unit.session, 1, people.PersonDraft(name="Ada Ringe"))
        assert told(make, letter) == [(1, 1, 2, 2, 0, 0)]

    def test_who_takes_a_sign_on_over_is_not_on_the_list_of_before(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada Lovell", capacity=Capacity.PERSONAL)
        agree(make, letter)
        make.confirm(letter)
        make.close_list(letter)
        make.withdraw(1)
        heir = make.person("Zoe Quill")
        with make.database.work("Pass on") as unit:
            unit.session.get_one(SignOn, 1).signer_id = heir
        correct(make, letter)
        make.confirm(letter, 1)
        assert told(make, letter) == [(1, 1, 2, 2, 1, 1)]
        assert (who(make, letter, number=1), who(make, letter, since=1)) == ([2], [1])
        make.close_list(letter)
        assert told(make, letter) == [(1, 1, 2, 2, 1, 1), (2, 2, 2, 1, 0, 0)]

    def test_who_agrees_to_another_line_can_be_on_the_next_list(
        self, make: Make, letter: int
    ) -> None:
        with make.database.work("Change") as unit:
            people.change(unit.session, 1, people.PersonDraft(name="Ada Ringe"))
            confirming.confirm_anew(unit, letter, Proof("mail"))
        with make.database.reading() as session:
            (before,) = lists.of_letter(session, letters.get(session, letter))
        assert (before.is_outdated, before.otherwise) == (True, 1)
        assert not make.close_list(letter).is_outdated
        assert told(make, letter) == [(1, 1, 2, 2, 0, 0), (2, 2, 2, 0, 0, 0)]

    def test_who_agrees_again_after_the_cut_off_is_not_on_a_list_of_before(
        self, make: Make
    ) -> None:
        letter = make.letter()
        first = agree(make, letter, FIRST_OF_MAY - DAY)
        agree(make, letter, FIRST_OF_MAY - DAY)
        make.withdraw(first)
        make.confirm(letter, first)
        assert make.close_list(letter, FIRST_OF_MAY).signatories == 1
        assert who(make, letter, number=1) == [2]

    def test_who_agrees_again_to_a_correction_is_not_on_a_list_of_before_either(
        self, make: Make, database: Database
    ) -> None:
        letter = make.letter()
        first = agree(make, letter, FIRST_OF_MAY - DAY)
        other = agree(make, letter, FIRST_OF_MAY - DAY)
        make.withdraw(first)
        correct(make, letter)
        make.confirm(letter, first)
        assert make.close_list(letter, FIRST_OF_MAY).signatories == 1
        assert who(make, letter, number=1) == [other]
        assert who(make, letter, since=1) == [first]
        assert check(database).problems == ()

    def test_who_never_withdrew_and_has_another_line_is_on_a_list_of_before(
        self, make: Make
    ) -> None:
        letter = make.letter()
        agree(make, letter, FIRST_OF_MAY - DAY, name="Ada Lovell")
        with make.database.work("Change") as unit:
            people.change(unit.session, 1, people.PersonDraft(name="Ada Ringe"))
            confirming.confirm_anew(unit, letter, Proof("mail"))
        assert make.close_list(letter, FIRST_OF_MAY).signatories == 1

    def test_a_body_that_another_person_signs_for_stays_on_the_list(self, make: Make) -> None:
        letter = make.letter()
        sign_on = make.sign_on(letter, "Ada Lovell", "Tide Watch")
        make.confirm(letter)
        make.close_list(letter)
        successor = make.person("Zoe Quill")
        with make.database.work("Succeed") as unit:
            unit.session.get_one(SignOn, sign_on).signer_id = successor
            confirming.confirm_anew(unit, letter, Proof("mail"))
        with make.database.reading() as session:
            (first,) = lists.of_letter(session, letters.get(session, letter))
        assert (first.signatories, first.withdrawn, first.later, first.otherwise) == (1, 0, 0, 1)
        assert who(make, letter, number=1) == [sign_on]
        assert make.close_list(letter).came == 0


class TestUndoing:
    def test_a_closing_is_undone_and_done_again(self, make: Make, database: Database) -> None:
        letter = make.letter()
        agree(make, letter)
        before = check(database).content_hash
        make.close_list(letter)
        after = content(database)
        undone = undoing.undo(database)
        assert check(database).content_hash == before
        assert told(make, letter) == []
        undoing.undo(database, undone.change_set_id)
        assert content(database) == after
        assert told(make, letter) == [(1, 1, 1, 1, 0, 0)]

    def test_the_history_names_list_and_letter(self, make: Make, database: Database) -> None:
        letter = make.letter()
        agree(make, letter)
        make.close_list(letter)
        with database.reading() as session:
            latest = history.entries(session, limit=1)[0]
        assert str(latest.message) == "Close list 1 of “To the missions”"

    def test_a_yes_on_a_list_is_not_undone_below_it(self, make: Make, database: Database) -> None:
        letter = make.letter()
        agree(make, letter, name="Ada Lovell")
        confirmed = database.latest_change()
        make.close_list(letter)
        with pytest.raises(Refused, match="is used since"):
            undoing.undo(database, confirmed)
        undoing.undo(database)
        undoing.undo(database, confirmed)

    def test_a_closing_is_not_undone_below_a_later_list(
        self, make: Make, database: Database
    ) -> None:
        letter = make.letter()
        agree(make, letter)
        make.close_list(letter)
        first = database.latest_change()
        correct(make, letter)
        agree(make, letter)
        make.close_list(letter)
        with pytest.raises(Refused, match="has a later list, which counts from this one, so"):
            undoing.undo(database, first)
        undoing.undo(database)
        undoing.undo(database, first)
        assert told(make, letter) == []

    def test_a_list_of_another_text_keeps_no_closing(self, make: Make, database: Database) -> None:
        letter = make.letter()
        signer = agree(make, letter)
        make.close_list(letter)
        first = database.latest_change()
        with database.work("Change") as unit:
            versions.change_words(letters.get(unit.session, letter), Words(body="More."))
        make.confirm(letter, signer)
        agree(make, letter)
        make.close_list(letter)
        agree(make, letter)
        make.close_list(letter)
        undoing.undo(database, first)
        assert [each[:2] for each in told(make, letter)] == [(1, 2), (2, 2)]

    @pytest.fixture
    def two(self, make: Make) -> int:
        """A letter with lists 1 and 2."""
        letter = make.letter()
        for _ in range(2):
            agree(make, letter)
            make.close_list(letter)
        return letter

    def first_closing(self, database: Database) -> int:
        with database.reading() as session:
            entries = history.entries(session, limit=10)
            return min(each.id for each in entries if "list 1" in str(each.message))

    def test_a_closing_is_not_done_again_beside_a_list_of_its_number(
        self, make: Make, database: Database, two: int
    ) -> None:
        undone = undoing.undo(database).change_set_id
        correct(make, two)
        make.close_list(two)
        with pytest.raises(Refused, match="among lists that were closed since"):
            undoing.undo(database, undone)
        assert [each[:2] for each in told(make, two)] == [(1, 1), (2, 2)]
        assert check(database).problems == ()

    def test_a_closing_is_not_done_again_after_an_earlier_list_closed_since(
        self, make: Make, database: Database, two: int
    ) -> None:
        second = undoing.undo(database).change_set_id
        undoing.undo(database, self.first_closing(database))
        make.close_list(two)
        with pytest.raises(Refused, match="among lists that were closed since"):
            undoing.undo(database, second)

    def test_closings_are_done_again_in_their_order(
        self, make: Make, database: Database, two: int
    ) -> None:
        before = told(make, two)
        second = undoing.undo(database).change_set_id
        first = undoing.undo(database, self.first_closing(database)).change_set_id
        undoing.undo(database, first)
        undoing.undo(database, second)
        assert told(make, two) == before

    def test_a_closing_is_not_done_again_without_the_list_before(
        self, make: Make, database: Database, two: int
    ) -> None:
        second = undoing.undo(database).change_set_id
        undoing.undo(database, self.first_closing(database))
        said = "counts from an earlier list, whose closing is undone too"
        with pytest.raises(Refused, match=said):
            undoing.undo(database, second)
        assert told(make, two) == []

    def test_two_lists_of_one_number_are_a_problem(
        self, make: Make, database: Database, two: int
    ) -> None:
        with database.work("Renumber") as unit:
            words = Words(body="Corrected.")
            versions.change_words(letters.get(unit.session, two), words, spelling="typo")
            unit.session.flush()
            moved = unit.session.get_one(SignatureList, 2)
            moved.version_id, moved.number = 2, 1
        assert [problem[:6] for problem in check(database).problems] == ["list 1", "list 1"]

    def test_a_closing_is_not_done_again_without_a_yes_that_was_on_it(
        self, make: Make, database: Database
    ) -> None:
        letter = make.letter()
        agree(make, letter, name="Ada Lovell")
        confirmed = database.latest_change()
        make.close_list(letter)
        undone = undoing.undo(database).change_set_id
        undoing.undo(database, confirmed)
        with pytest.raises(Refused, match="Ada Lovell"):
            undoing.undo(database, undone)
        assert told(make, letter) == []

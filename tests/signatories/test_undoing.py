"""Every action can be taken back, after a restart too: whole, or row by row with a reason."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import letters, printed_lines, recipients, sign_ons
from signatories.block.settings import BlockSettings, OrderRule
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.errors import NotFound, Refused, UserFacingError
from signatories.history import ERASED_FOR_GOOD, next_undo
from signatories.history.chain import chain_problems
from signatories.models import (
    Change,
    ChangeSet,
    Consent,
    Letter,
    NameKind,
    Order,
    Organisation,
    OrganisationName,
    Person,
    Recipient,
    Recorded,
    SignOn,
    SignOnStatus,
    Text,
    Use,
)
from signatories.progress import Cancelled
from signatories.recipients import RecipientDraft
from signatories.recording import Logged, empty_images, logged, logged_of
from signatories.search import keys
from signatories.undoing import undo
from tests.factories import LETTER, Make, content


def rename(make: Make, organisation: int, name: str) -> int:
    with make.database.work("Rename {organisation}", organisation=organisation) as unit:
        organisations.change(unit.session, organisation, OrganisationDraft(name))
    return last_change(make)


def told(session: Session, change_set: int) -> Iterator[Logged]:
    return logged(session, Change.change_set_id == change_set)


def last_change(make: Make) -> int:
    return make.database.latest_change()


def add(make: Make, row: Recorded) -> None:
    with make.database.work("Add") as unit:
        unit.session.add(row)


def remove(make: Make, model: type[Recorded], row_id: int) -> int:
    with make.database.work("Remove") as unit:
        unit.session.delete(unit.session.get_one(model, row_id))
    return last_change(make)


class TestSingle:
    def test_nothing_to_undo_is_said(self, database: Database) -> None:
        with pytest.raises(Refused, match="nothing to undo"):
            undo(database)

    def test_an_unknown_action_is_named(self, database: Database) -> None:
        with pytest.raises(NotFound, match="no action 99"):
            undo(database, 99)

    def test_an_action_is_undone_once(self, make: Make) -> None:
        make.organisation()
        undo(make.database, 1)
        with pytest.raises(Refused, match="Action 1 is undone already"):
            undo(make.database, 1)

    def test_undo_works_after_opening_again(self, workspace: Path, make: Make) -> None:
        before = content(make.database)
        make.letter(recipients=1, sign_ons=1)
        make.database.close()
        while True:
            with Database.open(workspace) as opened:
                try:
                    undo(opened)
                except Refused:
                    break
        with Database.open(workspace) as opened:
            assert content(opened) == before

    def test_undo_and_redo_by_their_ids(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        rename(make, oxford, "Oxford Help")
        after = content(make.database)
        done = undo(make.database)
        for _ in range(3):
            done = undo(make.database, done.change_set_id)
            assert content(make.database) == after
            done = undo(make.database, done.change_set_id)
            assert content(make.database)["organisations"][0]["name"] == "Oxford Aid"

    def test_a_row_edited_since_is_named(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        first = rename(make, oxford, "Oxford Help")
        rename(make, oxford, "Oxford Relief")
        before = content(make.database)
        with pytest.raises(Refused, match="Oxford Help was edited since"):
            undo(make.database, first)
        assert content(make.database) == before
        undo(make.database)
        undo(make.database, first)
        assert content(make.database)["organisations"][0]["name"] == "Oxford Aid"

    def test_a_row_used_since_is_named(self, make: Make) -> None:
        make.organisation("Oxford Aid")
        added = last_change(make)
        make.person("Ada", organisation_id=1)
        with pytest.raises(Refused, match="Oxford Aid is used since"):
            undo(make.database, added)

    def test_a_row_removed_since_is_named(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        renamed = rename(make, oxford, "Oxford Help")
        with make.database.work("Remove") as unit:
            organisations.remove(unit.session, [oxford])
        with pytest.raises(Refused, match="Oxford Help was edited since"):
            undo(make.database, renamed)

    def test_what_an_action_made_and_linked_goes_together(self, make: Make) -> None:
        """A letter that got its instrument in the same action does not stand in the way."""
        letter = make.letter()
        before = content(make.database)
        with make.database.work("Name an instrument") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, letter))
            letters.update(unit.session, letter, replace(file, instrument="Protocol"))
        after = content(make.database)
        done = undo(make.database)
        assert content(make.database) == before
        undo(make.database, done.change_set_id)
        assert content(make.database) == after

    def test_a_link_to_what_is_gone_does_not_come_back(self, make: Make) -> None:
        letter = make.letter(sign_ons=1)
        old, new = 1, make.organisation("New home")
        with make.database.work("Move", sign_on=1) as unit:
            unit.session.get_one(SignOn, 1).organisation_id = new
            people.change(unit.session, 1, PersonDraft("Ada", organisation_id=new))
        moved = last_change(make)
        with make.database.work("Remove") as unit:
            organisations.remove(unit.session, [old])
        with pytest.raises(Refused, match="belongs to a record that is gone"):
            undo(make.database, moved)
        assert letter
        undo(make.database)  # the removal first, as the message asks for
        undo(make.database, moved)

    def test_a_version_is_not_done_again_over_another_one(self, make: Make) -> None:
        letter = make.letter(sign_ons=1)
        make.confirm(letter)
        change_body(make, letter, "Second text.")
        done = undo(make.database)
        change_body(make, letter, "Another second text.")
        before = content(make.database)
        with pytest.raises(Refused, match="To the missions was edited since"):
            undo(make.database, done.change_set_id)
        assert content(make.database) == before

    def test_a_place_that_is_taken_is_not_given_back(self, make: Make) -> None:
        make.letter()
        add(make, Text(version_id=1, language="fr"))
        taken_back = remove(make, Text, 2)
        add(make, Text(version_id=1, language="fr"))
        before = content(make.database)
        with pytest.raises(Refused, match="To the missions was replaced since"):
            undo(make.database, taken_back)
        assert content(make.database) == before

    def test_what_the_file_itself_refuses_is_refused_in_words(self, make: Make) -> None:
        """One consent for each use, where no recipient is named: an index that only SQLite sees."""
        make.letter(sign_ons=1)
        add(make, Consent(sign_on_id=1, use=Use.LOGO, allowed=True))
        taken_back = remove(make, Consent, 1)
        add(make, Consent(sign_on_id=1, use=Use.LOGO, allowed=True))
        before = content(make.database)
        with pytest.raises(Refused, match="would clash with what was done since"):
            undo(make.database, taken_back)
        assert content(make.database) == before

    def test_erased_rows_stay_erased(self, make: Make) -> None:
        ada = make.person("Ada")
        imported = last_change(make)
        with make.database.work(ERASED_FOR_GOOD) as unit:
            unit.recorder.begin()
            empty_images(unit.session, logged_of(unit.session, "people", ada))
        with pytest.raises(Refused, match="people 1 was erased for good"):
            undo(make.database, imported)

    def test_a_removed_row_comes_back_under_its_id(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        ada = make.person("Ada", organisation_id=oxford, role="Director")
        before = content(make.database)
        with make.database.work("Remove") as unit:
            people.remove(unit.session, [ada])
        undo(make.database)
        assert content(make.database) == before

    def test_what_somebody_else_undid_meanwhile_is_not_chosen(
        self, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make.organisation("Oxford Aid")
        whole = make.database.work

        def work(*words: object, **values: object) -> object:
            monkeypatch.undo()
            undo(make.database)
            return whole(*words, **values)

        monkeypatch.setattr(make.database, "work", work)
        with pytest.raises(Refused, match="nothing to undo"):
            undo(make.database)

    def test_revisions_only_grow(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        rename(make, oxford, "Oxford Help")
        undo(make.database)
        with make.database.reading() as session:
            assert session.get_one(Organisation, oxford).revision > 2

    def test_the_log_stays_a_chain(self, make: Make) -> None:
        make.letter(recipients=2, sign_ons=2)
        for _ in range(5):
            undo(make.database)
        with make.database.reading() as session:
            assert chain_problems(session) == []


class TestFoundBy:
    """What rows are found by follows the rows that they name, and is no edit of theirs."""

    def keys(self, make: Make) -> list[str]:
        with make.database.reading() as session:
            return list(session.scalars(select(SignOn.search_key).order_by(SignOn.id)))

    def test_signatories_are_found_by_what_their_body_is_called_again(self, make: Make) -> None:
        letter = make.letter()
        make.sign_on(letter, "Ada Lovell", "Oxford Aid")
        renamed = rename(make, 1, "Cambridge Aid")
        with make.database.work("Add") as unit:
            sign_ons.add(unit.session, letter, organisation_id=1, signer_id=None)
        assert self.keys(make) == ["cambridge aid ada lovell", "cambridge aid"]
        done = undo(make.database, renamed)
        assert self.keys(make) == ["oxford aid ada lovell", "oxford aid"]
        undo(make.database, done.change_set_id)
        assert self.keys(make) == ["cambridge aid ada lovell", "cambridge aid"]

    def test_one_that_comes_back_is_found_by_what_its_body_is_called_since(
        self, make: Make
    ) -> None:
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
        removed = remove(make, SignOn, 1)
        rename(make, 1, "Cambridge Aid")
        undo(make.database, removed)
        assert self.keys(make) == ["cambridge aid ada lovell"]

    def test_a_role_and_a_further_name_are_found_no_more(self, make: Make) -> None:
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
        with make.database.work("Add", bulk=True) as unit:
            person, body = unit.session.get_one(Person, 1), unit.session.get_one(Organisation, 1)
            person.roles[0].title = "Chair"
            body.names.append(OrganisationName(name="Famine Relief", kind=NameKind.FORMER))
            organisations.derive_keys(body)
            printed_lines.derive_keys_of(unit.session, SignOn.signer_id, 1)
        assert self.keys(make) == ["oxford aid ada lovell chair"]
        undo(make.database)
        assert self.keys(make) == ["oxford aid ada lovell"]
        assert content(make.database)["organisations"][0]["search_key"] == "oxford aid"

    def test_a_signatory_whose_body_was_renamed_was_not_edited(self, make: Make) -> None:
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
        added = last_change(make)
        rename(make, 1, "Cambridge Aid")
        assert undo(make.database, added).reversed == 1


class TestBulk:
    def imported(self, make: Make, count: int = 4) -> list[int]:
        with make.database.work("Import %n organisation(s)", bulk=True, n=count) as unit:
            return [
                organisations.add(unit.session, OrganisationDraft(f"Body {number}")).id
                for number in range(count)
            ]

    def test_each_row_is_taken_back_or_kept_with_its_reason(self, make: Make) -> None:
        _first, edited, used, removed = self.imported(make)
        imported = last_change(make)
        rename(make, edited, "Edited")
        make.person("Ada", organisation_id=used)
        with make.database.work("Remove") as unit:
            organisations.remove(unit.session, [removed])
        done = undo(make.database, imported)
        assert done.reversed == 1
        assert {row.row_id: (row.label, str(row.reason)) for row in done.kept} == {
            edited: ("Body 1", "was edited since"),
            used: ("Body 2", "is used since"),
            removed: ("Body 3", "was edited since"),
        }
        names = {row["name"] for row in content(make.database)["organisations"]}
        assert names == {"Edited", "Body 2"}

    def test_rows_go_in_the_lot_of_their_coming_and_come_back_from_it(self, make: Make) -> None:
        _first, edited, *_ = self.imported(make)
        imported = last_change(make)
        before = content(make.database)
        rename(make, edited, "Edited")
        taken_back = undo(make.database, imported).change_set_id
        with make.database.reading() as session:
            came = {row.row_id: row.after for row in told(session, imported)}
            went = {row.row_id: (row.before, row.after) for row in told(session, taken_back)}
            assert went == {i: (image, None) for i, image in came.items() if i != edited}
            assert chain_problems(session) == []
        undo(make.database, taken_back)
        undo(make.database)
        assert content(make.database) == before

    def test_a_row_that_is_used_says_by_which(self, make: Make) -> None:
        body, other, *_ = self.imported(make)
        imported = last_change(make)
        ada = make.person("Ada", organisation_id=body)
        letter = make.letter()
        for _ in range(2):
            with make.database.work("Ask") as unit:
                sign_ons.add(unit.session, letter, organisation_id=body, signer_id=ada)
        rename(make, other, "Edited")
        kept = {row.row_id: row.users for row in undo(make.database, imported).kept}
        assert sorted(kept[body]) == [("roles", 1), ("sign_ons", 1), ("sign_ons", 2)]
        assert kept[other] == ()

    def test_a_place_taken_in_the_middle_of_many_is_found(self, make: Make) -> None:
        """Texts of 700 languages are taken back, and one of them is there again when it is done again."""
        make.letter()
        with make.database.work("Add", bulk=True) as unit:
            rows = [{"version_id": 1, "language": f"x-{number}"} for number in range(700)]
            unit.insert(Text, rows)
        done = undo(make.database)
        add(make, Text(version_id=1, language="x-650"))
        again = undo(make.database, done.change_set_id)
        assert again.reversed == 699
        assert [str(row.reason) for row in again.kept] == ["was replaced since"]

    def test_undoing_can_be_cancelled(self, make: Make) -> None:
        self.imported(make)
        before = content(make.database)

        class Impatient:
            def report(self, done: int, total: int | None, label: str = "") -> None:
                assert (done, total, label) == (0, 4, "Undoing")
                raise Cancelled

        with pytest.raises(Cancelled):
            undo(make.database, progress=Impatient())
        assert content(make.database) == before
        assert undo(make.database).reversed == 4

    def test_a_kept_row_keeps_those_it_names(self, make: Make) -> None:
        with make.database.work("Import", bulk=True) as unit:
            body = organisations.add(unit.session, OrganisationDraft("Body")).id
            ada = people.add(unit.session, PersonDraft("Ada", organisation_id=body)).id
        imported = last_change(make)
        with make.database.work("Edit") as unit:
            draft = people.draft_of(unit.session, people.get(unit.session, ada))
            people.change(unit.session, ada, replace(draft, role="Director"))
        before = content(make.database)
        with pytest.raises(Refused, match=r"undone\. What it changed is used since\."):
            undo(make.database, imported)
        assert content(make.database) == before

    def test_a_bulk_undo_is_done_again_row_by_row(self, make: Make) -> None:
        self.imported(make)
        imported = last_change(make)
        rename(make, 2, "Edited")
        before = content(make.database)
        done = undo(make.database, imported)
        again = undo(make.database, done.change_set_id)
        assert (again.reversed, again.kept) == (3, [])
        assert content(make.database) == before

    def test_many_rows(self, make: Make) -> None:
        empty = content(make.database)
        with make.database.work("Import", bulk=True) as unit:
            names = [f"Body {number}" for number in range(1200)]
            unit.insert(Organisation, [{"name": name, **keys(name)} for name in names])
        full = content(make.database)
        done = undo(make.database)
        assert done.reversed == 1200
        assert content(make.database) == empty
        undo(make.database, done.change_set_id)
        assert content(make.database) == full


def change_body(make: Make, letter: int, body: str) -> None:
    with make.database.work("Change letter “{letter}”", letter=letter) as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        letters.update(unit.session, letter, replace(file, body=body))


Step = Callable[["Walk"], None]


class Walk:
    """Does one thing after the other, as a user might; what the rules refuse is not done."""

    def __init__(self, make: Make, seed: int) -> None:
        self.make = make
        self.chance = random.Random(seed)

    def go(self, steps: int) -> None:
        every: list[Step] = [
            *(Walk.add_organisation, Walk.rename, Walk.add_person, Walk.move, Walk.add_recipient),
            *(Walk.change_recipient, Walk.add_letter, Walk.change_text, Walk.add_sign_on),
            *(Walk.confirm, Walk.close_list, Walk.decline, Walk.remove, Walk.change_block),
        ]
        for _ in range(steps):
            try:
                self.chance.choice(every)(self)
            except UserFacingError:
                continue

    def pick(self, model: type) -> int:
        with self.make.database.reading() as session:
            ids = session.scalars(select(model.id)).all()
        if not ids:
            raise Refused("There is none.")
        return self.chance.choice(ids)

    def name(self) -> str:
        return " ".join(self.chance.choices(("Łódź", "{{ x }}", "Ἀθῆναι", "北京", "<b>", "Ø"), k=2))

    def add_organisation(self) -> None:
        self.make.organisation(self.name(), country=self.chance.choice(("", "PL", "GR")))

    def rename(self) -> None:
        rename(self.make, self.pick(Organisation), self.name())

    def add_person(self) -> None:
        self.make.person(self.name(), organisation_id=self.pick(Organisation), role="Chair")

    def move(self) -> None:
        with self.make.database.work("Move") as unit:
            draft = PersonDraft(self.name(), organisation_id=self.pick(Organisation), role="Head")
            people.change(unit.session, self.pick(Person), draft)

    def add_recipient(self) -> None:
        self.make.recipient(self.name(), country="GH")

    def change_recipient(self) -> None:
        with self.make.database.work("Change") as unit:
            recipients.change(unit.session, self.pick(Recipient), RecipientDraft(self.name()))

    def add_letter(self) -> None:
        self.make.letter(title=self.name(), instrument=self.chance.choice(("", "Protocol")))

    def change_text(self) -> None:
        letter = self.pick(Letter)
        spelling = self.chance.choice((None, "a typing error"))
        with self.make.database.work("Change letter") as unit:
            file = replace(LETTER, body=f"Text {self.chance.random()}")
            letters.update(unit.session, letter, file, spelling=spelling)

    def change_block(self) -> None:
        with self.make.database.work("Change block") as unit:
            order = self.chance.choice((Order.FAMILY, Order.COUNTRY))
            settings = BlockSettings(order=OrderRule(order))
            letters.set_block(unit.session, self.pick(Letter), settings)

    def add_sign_on(self) -> None:
        letter = self.pick(Letter)
        body, signer = self.pick(Organisation), self.pick(Person)
        with self.make.database.work("Add sign-on") as unit:
            sign_ons.add(unit.session, letter, organisation_id=body, signer_id=signer)

    def confirm(self) -> None:
        self.make.confirm(self.pick(Letter))

    def close_list(self) -> None:
        self.make.close_list(self.pick(Letter))

    def decline(self) -> None:
        status = self.chance.choice((SignOnStatus.DECLINED, SignOnStatus.WITHDRAWN))
        with self.make.database.work("Answer") as unit:
            sign_ons.set_status(unit, [self.pick(SignOn)], status)

    def remove(self) -> None:
        module, model = self.chance.choice(
            (
                (organisations, Organisation),
                (people, Person),
                (recipients, Recipient),
                (sign_ons, SignOn),
                (letters, Letter),
            )
        )
        with self.make.database.work("Remove") as unit:
            module.remove(unit.session, [self.pick(model)])


def test_a_random_walk_is_undone_and_done_again(make: Make) -> None:
    walk_there_and_back(make, seed=20100726, steps=150)


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_long_random_walk_is_undone_and_done_again(make: Make, seed: int) -> None:
    walk_there_and_back(make, seed=seed, steps=10_000)


def walk_there_and_back(make: Make, *, seed: int, steps: int) -> None:
    database = make.database
    empty = content(database)
    Walk(make, seed).go(steps)
    full = content(database)
    undone = []
    while there_is_more(database):
        undone.append(undo(database).change_set_id)
    assert content(database) == empty
    for change_set in reversed(undone):
        undo(database, change_set)
    assert content(database) == full
    with database.reading() as session:
        assert chain_problems(session) == []
        actions = session.scalars(select(func.count()).where(ChangeSet.undoes_id.is_(None))).one()
    assert len(undone) == actions > steps / 3


def there_is_more(database: Database) -> bool:
    with database.reading() as session:
        return next_undo(session) is not None

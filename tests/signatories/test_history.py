"""The log as users meet it: actions in words, and what comes next when undoing and redoing."""

from signatories import history
from signatories.directory import organisations
from signatories.directory.organisations import OrganisationDraft
from signatories.history import Entry
from signatories.undoing import undo
from tests.factories import Make


def entries(make: Make) -> list[Entry]:
    with make.database.reading() as session:
        return history.entries(session)


def words(make: Make) -> list[str]:
    return [str(entry.message) for entry in entries(make)]


def rename(make: Make, organisation: int, name: str) -> None:
    with make.database.work("Rename {organisation}", organisation=organisation) as unit:
        organisations.change(unit.session, organisation, OrganisationDraft(name))


def test_actions_are_named_as_their_rows_are_called_now(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    rename(make, oxford, "Oxford Help")
    assert words(make) == ["Rename Oxford Help", "Add organisation Oxford Help"]


def test_rows_that_are_gone_keep_their_last_name(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    with make.database.work("Remove {organisation}", organisation=oxford) as unit:
        organisations.remove(unit.session, [oxford])
    assert words(make) == ["Remove Oxford Aid", "Add organisation Oxford Aid"]


def test_a_name_with_braces_stays_a_name(make: Make) -> None:
    make.organisation("{organisation} {n} %n")
    assert words(make) == ["Add organisation {organisation} {n} %n"]


def test_a_sign_on_is_called_after_who_gave_it(make: Make) -> None:
    make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
    assert words(make)[0] == "Add sign-on Ada Lovell"


def test_an_undo_names_what_it_undoes_and_a_redo_what_it_does_again(make: Make) -> None:
    make.organisation("Oxford Aid")
    first = undo(make.database)
    second = undo(make.database, first.change_set_id)
    undo(make.database, second.change_set_id)
    assert words(make) == [
        "Undo: Add organisation Oxford Aid",
        "Redo: Add organisation Oxford Aid",
        "Undo: Add organisation Oxford Aid",
        "Add organisation Oxford Aid",
    ]


def test_entries_say_what_undid_them(make: Make) -> None:
    make.organisation()
    done = undo(make.database)
    latest, first = entries(make)
    assert (latest.undoes, latest.undone_by) == (first.id, None)
    assert (first.undoes, first.undone_by) == (None, done.change_set_id)


def test_limit_keeps_the_latest(make: Make) -> None:
    for name in ("One", "Two", "Three"):
        make.organisation(name)
    with make.database.reading() as session:
        found = history.entries(session, limit=2)
    assert [str(entry.message) for entry in found] == [
        "Add organisation Three",
        "Add organisation Two",
    ]


def test_next_undo_is_the_latest_action_in_force(make: Make) -> None:
    assert next_undo(make) is None
    make.organisation("One")
    make.organisation("Two")
    assert next_undo(make) == "Add organisation Two"
    undo(make.database)
    assert next_undo(make) == "Add organisation One"
    undo(make.database)
    assert next_undo(make) is None


def test_next_redo_goes_back_up_the_same_way(make: Make) -> None:
    make.organisation("One")
    make.organisation("Two")
    assert next_redo(make) is None
    undo(make.database)
    undo(make.database)
    for name in ("One", "Two"):
        with make.database.reading() as session:
            following = history.next_redo(session)
        assert following is not None
        assert str(following.message) == f"Undo: Add organisation {name}"
        undo(make.database, following.id)
    assert next_redo(make) is None


def test_something_new_ends_redoing(make: Make) -> None:
    make.organisation("One")
    undo(make.database)
    make.organisation("Two")
    assert next_redo(make) is None


def next_undo(make: Make) -> str | None:
    with make.database.reading() as session:
        following = history.next_undo(session)
    return following and str(following.message)


def next_redo(make: Make) -> str | None:
    with make.database.reading() as session:
        following = history.next_redo(session)
    return following and str(following.message)

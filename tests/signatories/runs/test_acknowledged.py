"""What somebody let stand is kept with the run, and known again while it says the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from signatories import letters, runs, sign_ons
from signatories.exports import EXPORTERS
from signatories.findings import Finding, Level, Spot, Tab
from signatories.merge.snapshot import Choices
from signatories.models import Run, SignOnStatus
from signatories.runs import Request, acknowledged, making
from signatories.texts import Message
from tests.factories import LETTER, Make


@pytest.fixture
def ready(make: Make) -> Make:
    """A letter with a newer draft, and one body that has not confirmed."""
    make.letter(recipients=2)
    make.sign_on(1, "Ada Example", "Clear Wells")
    make.confirm(1)
    make.sign_on(1, "Bo Lind", "Rain Office")
    with make.database.work("Change") as unit:
        letters.update(unit.session, 1, replace(LETTER, body="A new draft."))
    return make


def found(make: Make) -> list[Finding]:
    with make.database.reading() as session:
        return runs.check(session, 1, Choices(), EXPORTERS[:1])


def run(make: Make, path: Path, seen: list[str]) -> list[dict[str, object]]:
    """Make the letters; return what the record says was found."""
    wanted = Request("letters", "txt", path / "letters.txt")
    made = runs.make_together(make.database, 1, Choices(), [wanted], seen=seen)
    with make.database.reading() as session:
        kept: list[dict[str, object]] = session.get_one(Run, made[0].run_id).warnings
    return kept


def known(make: Make) -> dict[str, str]:
    with make.database.reading() as session:
        return acknowledged.earlier(session, 1)


def test_who_let_a_warning_stand_is_kept_with_the_run(ready: Make, tmp_path: Path) -> None:
    newer, unconfirmed = found(ready)
    first, second = run(ready, tmp_path, [newer.digest])
    assert first == newer.message.as_data() | {
        "finding": newer.digest,
        "acknowledged": known(ready)[newer.digest],
    }
    assert second == unconfirmed.message.as_data()
    assert known(ready).keys() == {newer.digest}


def test_a_later_run_keeps_who_let_it_stand_first(
    ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer, unconfirmed = found(ready)
    monkeypatch.setattr(making, "actor", lambda: "ada")
    run(ready, tmp_path, [newer.digest])
    monkeypatch.setattr(making, "actor", lambda: "bo")
    run(ready, tmp_path, [newer.digest, unconfirmed.digest])
    assert known(ready) == {newer.digest: "ada", unconfirmed.digest: "bo"}


def test_a_warning_that_says_something_else_is_another(ready: Make, tmp_path: Path) -> None:
    newer, unconfirmed = found(ready)
    run(ready, tmp_path, [newer.digest, unconfirmed.digest])
    ready.sign_on(1, "Zoe Noor", "Sea Aid")
    same, changed = found(ready)
    assert same.digest in known(ready)
    assert changed.digest not in known(ready)


def test_what_a_command_makes_lets_nothing_stand(ready: Make, tmp_path: Path) -> None:
    kept = run(ready, tmp_path, [])
    assert [str(Message(**each)) for each in kept] == [str(each.message) for each in found(ready)]
    assert known(ready) == {}


def test_what_the_latest_run_did_not_let_stand_is_asked_about_again(
    ready: Make, tmp_path: Path
) -> None:
    newer, unconfirmed = found(ready)
    run(ready, tmp_path, [newer.digest, unconfirmed.digest])
    run(ready, tmp_path, [newer.digest])
    assert known(ready).keys() == {newer.digest}
    run(ready, tmp_path, [])
    assert known(ready) == {}


def test_what_was_mended_and_comes_back_is_asked_about_again(ready: Make, tmp_path: Path) -> None:
    newer, unconfirmed = found(ready)
    run(ready, tmp_path, [newer.digest, unconfirmed.digest])
    with ready.database.work("Decline") as unit:
        sign_ons.set_status(unit, [2], SignOnStatus.DECLINED)
    assert unconfirmed.digest not in {each.digest for each in found(ready)}
    run(ready, tmp_path, [newer.digest, unconfirmed.digest])
    assert known(ready).keys() == {newer.digest}


def test_a_run_made_again_takes_nothing_back(ready: Make, tmp_path: Path) -> None:
    newer, _ = found(ready)
    run(ready, tmp_path, [newer.digest])
    runs.again(ready.database, 1, tmp_path / "again.txt")
    assert known(ready).keys() == {newer.digest}


def test_another_recipient_of_the_same_name_is_another() -> None:
    def about(recipient: int) -> Finding:
        words = Message("%n without a salutation", {"n": 1})
        return Finding(Level.WARNING, words, ("Ghana",), Spot(Tab.RECIPIENTS, ids=(recipient,)))

    assert about(1).digest == about(1).digest != about(2).digest

"""A line that the directory has otherwise by now is told, stays as confirmed, and can be confirmed anew."""

from dataclasses import replace

import pytest

from signatories import letters, printed_lines, undoing
from signatories.errors import Refused
from signatories.letters import versions
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Confirmation, Letter, Order, Organisation, Person, SignOn
from signatories.printed_lines import Printed
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Confirmed, Proof
from signatories.sign_ons.outdated import outdated_lines
from tests.factories import Make, content
from tests.found import findings

HOW = Proof("mail of 12 July: her new title")


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=1)
    make.sign_on(made, "Ada Vance", "Haven Trust", role="Director")
    make.sign_on(made, "Bo Okoro", "Quiet Hours")
    make.confirm(made)
    return made


def promote(make: Make) -> None:
    """Ada marries and becomes chair; her organisation takes another name."""
    with make.database.work("Change") as unit:
        ada = unit.session.get_one(Person, 1)
        ada.name, ada.roles[0].title = "Ada Lund", "Chair"
        unit.session.get_one(Organisation, 1).name = "Haven International"
        printed_lines.derive_keys_of(unit.session, SignOn.signer_id, ada.id)


def anew(make: Make, letter: int, *ids: int) -> Confirmed:
    with make.database.work("Confirm %n sign-on(s)") as unit:
        return confirming.confirm_anew(unit, letter, HOW, ids or None)


def snapshot(make: Make, letter: int) -> Snapshot:
    with make.database.reading() as session:
        return take(session, letter, Choices(order=Order.SIGNED))


def printed(make: Make, letter: int) -> list[str]:
    return [line.line for line in snapshot(make, letter).printed]


def test_what_the_directory_has_otherwise_is_told_in_the_words_of_the_block(
    make: Make, letter: int
) -> None:
    promote(make)
    (found,) = findings(make)
    assert str(found.message) == (
        "1 line printed as confirmed, though the directory says otherwise by now: "
        "“Ada Vance, Director, Haven Trust” (now “Ada Lund, Chair, Haven International”). "
        "To print what it says, confirm them anew."
    )
    assert found.place is not None
    assert found.place.ids == (1,)


def test_what_the_block_does_not_show_is_not_told(make: Make, letter: int) -> None:
    with make.database.work("Change") as unit:
        unit.session.get_one(Organisation, 1).acronym = "HT"
    with make.database.reading() as session:
        version = versions.newest(session.get_one(Letter, letter))
        assert [each.sign_on_id for each in outdated_lines(session, version)] == [1]
    assert findings(make) == []


def test_words_given_for_the_letter_stand(make: Make) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Vance", "Haven Trust", printed=Printed(organisation="The Haven"))
    make.confirm(letter)
    with make.database.work("Rename") as unit:
        unit.session.get_one(Organisation, 1).name = "Haven International"
    assert findings(make) == []


@pytest.mark.parametrize(("country", "told"), [("KE", [1]), (None, [])])
def test_another_country_is_told_and_none_is_no_other(
    make: Make, country: str | None, told: list[int]
) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Vance", "Haven Trust")
    for code in ("GH", country):
        with make.database.work("Move") as unit:
            unit.session.get_one(Organisation, 1).country = code
        if code == "GH":
            make.confirm(letter)
    with make.database.reading() as session:
        version = versions.newest(session.get_one(Letter, letter))
        assert [each.sign_on_id for each in outdated_lines(session, version)] == told


def test_confirmed_anew_the_directory_is_printed_and_the_first_yes_stays(
    make: Make, letter: int
) -> None:
    promote(make)
    assert anew(make, letter) == Confirmed(2, [1], already=1)
    assert printed(make, letter) == [
        "Ada Lund, Chair, Haven International",
        "Bo Okoro, Quiet Hours",
    ]
    assert findings(make) == []
    with make.database.reading() as session:
        assert [each.name for each in session.query(Confirmation).order_by(Confirmation.id)] == [
            "Ada Vance",
            "Bo Okoro",
            "Ada Lund",
        ]
        version = versions.newest(letters.get(session, letter))
        assert (version.number, version.correction) == (2, HOW.text)
        assert confirming.unconfirmed(session, version) == []


def test_a_list_of_an_earlier_moment_prints_what_was_confirmed_by_then(
    make: Make, letter: int
) -> None:
    before = snapshot(make, letter).taken_at
    promote(make)
    anew(make, letter, 1)
    with make.database.reading() as session:
        earlier = take(session, letter, Choices(signed_by=before))
    assert "Ada Vance, Director, Haven Trust" in [line.line for line in earlier.printed]


def test_confirming_anew_is_taken_back_whole(make: Make, letter: int) -> None:
    promote(make)
    before = content(make.database)
    anew(make, letter)
    undoing.undo(make.database)
    assert content(make.database) == before


def test_who_is_printed_as_the_directory_says_needs_no_new_yes(make: Make, letter: int) -> None:
    promote(make)
    with pytest.raises(Refused, match="says nothing else of them"):
        anew(make, letter, 2)


def test_nobody_confirms_anew_beside_a_draft(make: Make, letter: int) -> None:
    promote(make)
    with make.database.work("Change") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        letters.update(unit.session, letter, replace(file, body="Another text."))
    with pytest.raises(Refused, match="Version 2 of “To the missions” is being drafted"):
        anew(make, letter)

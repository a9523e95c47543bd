"""How far a letter is: counts, and what is still to do."""

import datetime as dt
import time
from dataclasses import replace

import pytest

from signatories import letters, overview, sign_ons
from signatories.database import Database
from signatories.letters import translations
from signatories.models import ActKind, LetterStage, SignOnStatus
from signatories.overview import Overview
from signatories.overview.choices import tried
from tests.factories import Make


def seen(database: Database, letter: int) -> Overview:
    with database.reading() as session:
        return overview.read(session, letter)


def todo(shown: Overview) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in shown.todo:
        found.setdefault(one.part.value, []).append(str(one.text))
    return found


def test_new_letter_lacks_text_signatories_and_recipients(database: Database, make: Make) -> None:
    letter = make.letter(body="", closing="")

    shown = seen(database, letter)

    assert shown.stage is LetterStage.DRAFT
    assert todo(shown) == {
        "text": [
            "The letter has no text yet",
            "The letter has no closing, such as “Yours sincerely,”",
        ],
        "signatories": ["Nobody has been asked to sign yet"],
        "recipients": ["The letter goes to nobody yet"],
    }


def test_complete_letter_leaves_nothing_to_do(database: Database, make: Make) -> None:
    letter = make.letter(recipients=2, sign_ons=3)
    make.confirm(letter)

    shown = seen(database, letter)

    assert shown.todo == ()
    assert (shown.asked, shown.version.confirmed, shown.version.to_confirm) == (3, 3, 0)
    assert shown.version.is_frozen
    assert shown.choice.count == 2


def test_who_lacks_what_a_declared_translation_asks_for_is_told(
    database: Database, make: Make
) -> None:
    letter = make.letter(sign_ons=1)
    for name, language in (("Aland", "fr"), ("Bland", "fr, en"), ("Cland", "en"), ("Dland", "")):
        make.recipient(name, letter=letter, language=language)
    make.confirm(letter)
    with database.work("Translate") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        asked = replace(file, language="fr", body="À {{ recipient.address }} {{ recipient.name }}")
        translations.put(unit.session, letter, asked)
    assert seen(database, letter).todo == ()
    with database.work("Declare") as unit:
        translations.declare(unit.session, letter, "fr")
    (gap,) = seen(database, letter).choice.gaps
    assert gap.names == ("Aland", "Bland")
    said = "2 recipients without a value for “recipient.address”, which the text asks for"
    assert todo(seen(database, letter)) == {"recipients": [said]}


def test_who_said_yes_must_still_confirm(database: Database, make: Make) -> None:
    letter = make.letter(recipients=1, sign_ons=3)

    shown = seen(database, letter)

    assert shown.statuses == {SignOnStatus.PROMISED: 3}
    assert todo(shown) == {
        "signatories": ["3 sign-ons said yes and must still confirm version 1"],
    }


def test_next_version_asks_again_and_remembers_the_earlier_words(
    database: Database, make: Make
) -> None:
    letter = make.letter(recipients=1, sign_ons=2)
    make.confirm(letter)
    with database.work("Change letter") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        letters.update(unit.session, letter, replace(file, body="Another text."))

    state = seen(database, letter).version

    assert (state.number, state.is_frozen) == (2, False)
    assert (state.confirmed, state.to_confirm) == (0, 2)
    assert state.earlier_number == 1
    assert state.earlier.body == "We write to {{ recipient.name }}."


def test_withdrawn_confirmation_is_neither_confirmed_nor_to_confirm(
    database: Database, make: Make
) -> None:
    letter = make.letter(recipients=1)
    kept, lost = make.sign_on(letter), make.sign_on(letter)
    make.confirm(letter)
    with database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [lost], SignOnStatus.WITHDRAWN)

    shown = seen(database, letter)

    assert kept != lost
    assert (shown.version.confirmed, shown.version.to_confirm) == (1, 0)


def test_tried_condition_may_choose_nobody(database: Database, make: Make) -> None:
    letter = make.letter(recipients=2, sign_ons=1)
    with database.reading() as session:
        choice = tried(session, letter, "language = fr", None)

    assert (choice.count, choice.trouble) == (0, None)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its zone")
def test_a_letter_without_a_date_is_tried_on_the_day_of_where_we_are(
    database: Database, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.instrument("Protocol", {"GH": {ActKind.RATIFICATION: dt.date(2010, 7, 1)}})
    letter = make.letter(instrument="Protocol", date=None, recipients=1)
    hours = 11 if dt.datetime.now(dt.UTC).hour < 11 else -13
    monkeypatch.setenv("TZ", f"XXX{hours:+}")  # yesterday still, or tomorrow already
    time.tzset()
    with database.reading() as session:
        choice = tried(session, letter, "status != party", None)
        read = overview.read(session, letter).choice
    monkeypatch.undo()
    time.tzset()

    assert choice.selection is not None
    assert read.selection is not None
    assert choice.selection.as_of == read.selection.as_of


def test_tried_condition_is_read_on_the_tried_day(database: Database, make: Make) -> None:
    make.instrument("Protocol", {"GH": {ActKind.RATIFICATION: dt.date(2010, 7, 1)}})
    letter = make.letter(instrument="Protocol")
    make.recipient("Ghana", letter=letter, country="GH")
    with database.reading() as session:
        before = tried(session, letter, "status != party", dt.date(2010, 6, 30))
        after = tried(session, letter, "status != party", dt.date(2010, 7, 1))
        on_its_date = tried(session, letter, "status != party", None)

    assert (before.count, after.count, on_its_date.count) == (1, 0, 0)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("statsu != party", "The nearest one is “status”"),
        ("status != partie", "The nearest value is “party”"),
    ],
)
def test_mistaken_condition_names_the_nearest(
    database: Database, make: Make, where: str, words: str
) -> None:
    letter = make.letter(recipients=1)
    with database.reading() as session:
        choice = tried(session, letter, where, None)

    assert choice.selection is None
    assert words in str(choice.trouble)

"""Before anything is printed, a person learns what blocks it and what to look at."""

import datetime as dt
from dataclasses import replace

from signatories import letters, preflight
from signatories.merge.snapshot import Choices, take
from signatories.models import ActKind, Consent, Use
from signatories.preflight import Level
from tests.factories import LETTER, Make

JULY = dt.date(2010, 7, 26)


def check(make: Make, *, letters: bool = True, **choices: object) -> dict[str, Level]:
    """What was found, in words."""
    with make.database.reading() as session:
        taken = take(session, 1, Choices(**choices))
    return {
        str(finding.message): finding.level for finding in preflight.check(taken, letters=letters)
    }


def ready(make: Make, *, of: int = 1, **text: object) -> None:
    make.letter(recipients=of, **text)
    make.sign_on(1, "Ada Lovelace", "Oxford Aid")
    make.confirm(1)


def one(found: dict[str, Level], level: Level) -> str:
    (text,) = found
    assert found[text] is level
    return text


def test_a_letter_that_is_ready_has_nothing_to_look_at(make: Make) -> None:
    ready(make)
    assert check(make) == {}


def test_no_confirmed_line_blocks(make: Make) -> None:
    make.letter(recipients=1, sign_ons=1)
    assert "Nobody has confirmed version 1" in one(check(make, version=1), Level.ERROR)


def test_no_recipients_block_letters_only(make: Make) -> None:
    ready(make, of=0)
    assert "has no recipients: import or add some" in one(check(make), Level.ERROR)
    assert check(make, letters=False) == {}


def test_a_condition_that_nobody_meets_is_named(make: Make) -> None:
    ready(make, where="name = Nobody")
    text = one(check(make), Level.ERROR)
    assert "No recipient meets the condition “name = Nobody” as of 2010-07-26" in text


def test_an_empty_field_blocks_and_names_whom(make: Make) -> None:
    ready(make, of=7, body='To {{ recipient.person }}, {{ recipient.country | "you" }}.')
    text = one(check(make), Level.ERROR)
    assert "“recipient.person” is empty for 7 recipients" in text
    assert "Mission 1, Mission 2, Mission 3, Mission 4, Mission 5 … (+2)" in text
    assert '{{ recipient.person | "…" }}' in text


def test_a_character_without_a_glyph_blocks_and_names_whose_it_is(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada \U0001f0a1", "Oxford Aid")
    make.confirm(1)
    for with_letters in (True, False):
        text = one(check(make, letters=with_letters), Level.ERROR)
        assert "(U+1F0A1)" in text
        assert "“Ada \U0001f0a1, Oxford Aid”" in text


def test_a_glyph_missing_in_a_recipient_s_value_is_found(make: Make) -> None:
    make.letter()
    make.recipient("Ghana \U0001f0a1", letter=1)
    make.sign_on(1)
    make.confirm(1)
    assert "(U+1F0A1) in “Ghana" in one(check(make), Level.ERROR)
    assert check(make, letters=False) == {}


def test_one_body_twice_is_a_question(make: Make) -> None:
    make.letter(recipients=1)
    for person in ("Ada", "Grace"):
        make.sign_on(1, person, "Oxford Aid")
    make.confirm(1)
    text = one(check(make), Level.WARNING)
    assert text == "One organisation stands on the list more than once: Oxford Aid."


def test_a_body_that_is_withheld_once_stands_once(make: Make) -> None:
    make.letter(recipients=1)
    for person in ("Ada", "Grace"):
        make.sign_on(1, person, "Oxford Aid")
    make.confirm(1)
    with make.database.work("Withhold") as unit:
        unit.session.add(Consent(sign_on_id=1, use=Use.LETTER, allowed=False))
    assert check(make) == {}


def test_two_letters_to_one_recipient_are_named(make: Make) -> None:
    ready(make, of=0)
    for name in ("Ghana", "ghana", "Kenya"):
        make.recipient(name, letter=1)
    assert one(check(make), Level.WARNING) == "More than one letter goes to: ghana, Ghana."


def test_an_older_version_is_printed_with_a_warning(make: Make) -> None:
    ready(make)
    with make.database.work("Change") as unit:
        letters.update(unit.session, 1, replace(LETTER, body="New"))
    text = one(check(make), Level.WARNING)
    assert "Version 1 is printed; there is a newer version 2" in text


def test_a_table_that_was_checked_before_the_letter_is_named(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY}})
    ready(make, as_of=dt.date(2015, 3, 2))
    text = one(check(make), Level.WARNING)
    assert "“Protocol” was checked on 2015-03-01, before 2015-03-02" in text
    assert check(make, as_of=dt.date(2015, 3, 1)) == {}


def test_parties_that_are_no_state_of_ours_are_named(make: Make) -> None:
    make.instrument("Protocol", acts={"A State of fancy": {ActKind.ACCESSION: JULY}})
    ready(make, as_of=JULY)
    text = one(check(make), Level.WARNING)
    assert text == "Counted as 1 participant, though no State that we know: A State of fancy."


def test_text_that_will_not_look_as_expected_is_named(make: Make) -> None:
    ready(make, body="| a | b |\n|---|---|\n| 1 | 2 |")
    assert Level.WARNING in check(make).values()


def test_the_most_serious_comes_first(make: Make) -> None:
    make.letter(recipients=2, body="To {{ recipient.person }}.")
    for person in ("Ada", "Grace"):
        make.sign_on(1, person, "Oxford Aid")
    make.confirm(1)
    assert list(check(make).values()) == [Level.ERROR, Level.WARNING]

"""Before anything is printed, a person learns what blocks it and what to look at."""

import datetime as dt
from dataclasses import replace

import pytest

from signatories import letters, preflight, sign_ons
from signatories.block.settings import BlockSettings, GroupSettings, Layout, Reduced
from signatories.findings import Level, Spot, Tab
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models import ActKind, Capacity, Consent, Use
from signatories.models.block import Form, Grouping, Place, Reduction
from signatories.preflight import EVERYTHING, Aims
from tests.factories import LETTER, Make

JULY = dt.date(2010, 7, 26)


def check(make: Make, aims: Aims = EVERYTHING, **choices: object) -> dict[str, Level]:
    """What was found, in words."""
    with make.database.reading() as session:
        taken = take(session, 1, Choices(**choices))
    found = preflight.check(taken, aims)
    return {str(finding.message): finding.level for finding in found}


def ready(make: Make, *, of: int = 1, **text: object) -> None:
    make.letter(recipients=of, **text)
    make.sign_on(1, "Ada Lovell", "Oxford Aid")
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
    found = check(make, version=1)
    assert list(found.values()) == [Level.ERROR, Level.WARNING]
    assert "Nobody has confirmed version 1" in next(iter(found))


def test_no_recipients_block_letters_only(make: Make) -> None:
    ready(make, of=0)
    assert "has no recipients: import or add some" in one(check(make), Level.ERROR)
    assert check(make, Aims(letters=False)) == {}


def test_a_condition_that_nobody_meets_is_named(make: Make) -> None:
    ready(make, where="name = Nobody")
    text = one(check(make), Level.ERROR)
    assert "No recipient meets the condition “name = Nobody” as of 2010-07-26" in text


def test_an_empty_field_blocks_and_names_whom(make: Make) -> None:
    ready(make, of=7, body='To {{ recipient.person }}, {{ recipient.country | "you" }}.')
    text = one(check(make), Level.ERROR)
    assert "7 recipients without a value for “recipient.person”" in text
    assert "Mission 1, Mission 2, Mission 3, Mission 4, Mission 5 … (+2)" in text
    assert '{{ recipient.person | "…" }}' in text


def test_a_character_without_a_glyph_blocks_and_names_whose_it_is(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada \U0001f0a1", "Oxford Aid")
    make.confirm(1)
    for with_letters in (True, False):
        text = one(check(make, Aims(letters=with_letters)), Level.ERROR)
        assert "(U+1F0A1)" in text
        assert "“Ada \U0001f0a1, Oxford Aid”" in text


def test_a_glyph_missing_in_a_recipient_s_value_is_found(make: Make) -> None:
    make.letter()
    make.recipient("Ghana \U0001f0a1", letter=1)
    make.sign_on(1)
    make.confirm(1)
    assert "(U+1F0A1) in “Ghana" in one(check(make), Level.ERROR)
    assert check(make, Aims(letters=False)) == {}


def test_a_value_of_a_recipient_is_looked_at_wherever_it_is_printed(make: Make) -> None:
    parts = {
        "closing": "With {{ recipient.salutation }},",
        "enclosures": ("For {{ recipient.form_of_address }}",),
        "cc": ("{{ recipient.person }}",),
    }
    ready(make, of=0, **parts)
    values = {
        "address": "Street \U0001f984 1",
        "person": "\U0001f0a1",
        "form_of_address": "\U0001f0a2",
        "salutation": "\U0001f0a3",
    }
    make.recipient("Ghana", letter=1, **values)
    text = one(check(make), Level.ERROR)
    assert text.endswith("in “Ghana”.")
    for character in ("1F984", "1F0A1", "1F0A2", "1F0A3"):
        assert f"(U+{character})" in text


CALLED = {"body": "text", "cc": "copies"}  # the others by their own names


@pytest.mark.parametrize(
    ("part", "characters"),
    [
        ("letterhead", "👩\u200d🚀"),
        ("reference", "🇫🇷"),
        ("subject", "👍🏽"),
        ("salutation", "བ"),
        ("body", "ⵣ"),
        ("closing", "ދ"),
        ("enclosures", "ᏔᏂ"),
        ("cc", "🌻"),
    ],
)
def test_the_part_of_the_letter_with_a_character_without_a_glyph_is_named(
    make: Make, part: str, characters: str
) -> None:
    several = part in {"letterhead", "enclosures", "cc"}
    ready(make, **{part: (characters,) if several else characters})
    text = one(check(make), Level.ERROR)
    assert text.endswith(f": {CALLED.get(part, part)}”.")
    for character in characters.replace("\u200d", ""):
        assert f"{character} (U+{ord(character):04X})" in text


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("Ana 🌻 Silva", "🌻"),
        ("João 👩\u200d🚀 Reis", "👩🚀"),
        ("🇫🇷 Élodie", "🇫🇷"),
        ("བསོད་ནམས", "བསོད་ནམ"),
        ("އައިޝަތު", "އަިޝތު"),
    ],
)
def test_the_sign_on_with_characters_without_a_glyph_is_named_once(
    make: Make, name: str, characters: str
) -> None:
    make.letter(recipients=1)
    make.sign_on(1, name, "Oxford Aid 🌻" if "🌻" in name else "Oxford Aid")
    make.confirm(1)
    text = one(check(make), Level.ERROR)
    assert f"in “{name}, Oxford Aid" in text
    for character in characters:
        assert f"{character} (U+{ord(character):04X})" in text


@pytest.mark.parametrize(
    ("changed", "settings"),
    [
        ({"footnote": "🌻"}, BlockSettings()),
        ({"description": "🌻"}, BlockSettings(layout=Layout(pattern="{name}\n{description}"))),
        ({"extra": {"motto": "🌻"}}, BlockSettings(layout=Layout(pattern="{name}, {motto}"))),
        ({}, BlockSettings(layout=Layout(pattern="{name} 🌻"))),
        ({}, BlockSettings(lines={1: "{name} 🌻"})),
        ({"kind": "🌻"}, BlockSettings(layout=Layout(form=Form.TABLE, table_columns=("kind",)))),
        ({"acronym": "🌻", "organisation": ""}, BlockSettings(layout=Layout(pattern="{acronym}"))),
        ({"name": "", "organisation": "🌻"}, BlockSettings(layout=Layout(pattern="{country}"))),
    ],
)
def test_a_character_without_a_glyph_is_found_wherever_a_line_has_it(
    make: Make, changed: dict[str, object], settings: BlockSettings
) -> None:
    ready(make)
    with make.database.reading() as session:
        taken = take(session, 1, Choices())
    lines = (taken.signatories[0]._replace(**changed),)
    (found,) = preflight.check(replace(taken, signatories=lines, block=settings))
    assert "🌻 (U+1F33B)" in str(found.message)
    assert found.place == Spot(Tab.SIGNATORIES, ids=(1,))


def test_a_character_that_no_line_shows_needs_no_glyph(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada 🌻", "Oxford Aid")
    make.confirm(1)
    assert check(make, block=BlockSettings(layout=Layout(pattern="{organisation}"))) == {}


def test_a_heading_of_the_block_is_looked_at_too(make: Make) -> None:
    ready(make)
    settings = BlockSettings(heading="Signed 🌻")
    with make.database.work("Block") as unit:
        letters.set_block(unit.session, 1, settings)
    assert "🌻 (U+1F33B) in “signature block”" in one(check(make), Level.ERROR)


def test_characters_are_looked_at_for_what_is_set_in_fonts_only(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada \U0001f984", "Oxford Aid")
    make.confirm(1)
    assert check(make, Aims(letters=False, pages=False)) == {}


def test_a_sample_is_not_blocked_by_whom_it_leaves_out(make: Make) -> None:
    ready(make, of=0, body="To {{ recipient.person }}.")
    make.recipient("Ghana", letter=1, person="Ada")
    make.recipient("Kenya", letter=1)
    assert check(make, limit=1) == {}
    assert "1 recipient without a value" in one(check(make), Level.ERROR)


def test_a_figure_that_nothing_tells_blocks_without_naming_everybody(make: Make) -> None:
    ready(make, of=3, reference="{{ count.parties }}", body="{{ letter.reference }}")
    found = check(make)
    assert [*found.values()] == [Level.ERROR, Level.ERROR]
    first, second = found
    assert "The field “count.parties” has no value and no fallback." in first
    assert "The field “letter.reference” has no value and no fallback." in second


def test_an_answer_book_needs_neither_list_nor_recipients(make: Make) -> None:
    make.letter(sign_ons=1)
    assert check(make, Aims(letters=False, block=False, pages=False), draft=True) == {}


def test_an_affiliation_for_identification_only_is_not_printed_unnoticed(make: Make) -> None:
    ready(make)
    make.sign_on(1, "Grace Hooper", "Navy Lab", capacity=Capacity.IDENTIFICATION)
    make.confirm(1)
    text = one(check(make), Level.WARNING)
    assert "named for identification only: Grace Hooper. Say so in the letter." in text


@pytest.mark.parametrize(
    "block",
    [BlockSettings(identification_notice=True), BlockSettings(place=Place.COUNT_ONLY)],
    ids=["the notice says it", "nobody is named"],
)
def test_an_affiliation_that_the_list_explains_or_hides_is_no_finding(
    make: Make, block: BlockSettings
) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Grace Hooper", "Navy Lab", capacity=Capacity.IDENTIFICATION)
    make.confirm(1)
    assert check(make, block=block) == {}


def test_a_condition_of_the_block_that_nobody_meets_is_told(make: Make) -> None:
    ready(make)
    text = one(check(make, block=BlockSettings(where="organisation = Nobody")), Level.ERROR)
    assert text == (
        "None of the 1 who confirmed version 1 meets the condition “organisation = Nobody” of the block: "
        "there is no list to print."
    )


def test_a_list_without_a_name_is_not_printed_unnoticed(make: Make) -> None:
    ready(make)
    with make.database.work("Withhold") as unit:
        unit.session.add(Consent(sign_on_id=1, use=Use.COUNT_ONLY, allowed=True))
    text = one(check(make), Level.WARNING)
    assert text == "The list shows no name: it only counts 1 sign-on."
    assert check(make, block=BlockSettings(place=Place.COUNT_ONLY)) == {}


def test_names_that_are_only_counted_need_no_glyphs(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada \U0001f0a1", "Oxford Aid")
    make.confirm(1)
    counted = BlockSettings(place=Place.COUNT_ONLY)
    assert check(make, block=counted) == {}
    for aims in (Aims(alone=True), Aims(letters=False)):
        assert "(U+1F0A1)" in one(check(make, aims, block=counted), Level.ERROR)


def test_a_recipient_who_may_be_one_that_was_refused_is_named(make: Make) -> None:
    ready(make, of=0)
    ghana = make.recipient("Ghana", country="GH")
    make.recipient("Embassy of Ghana", country="GH", letter=1)
    with make.database.work("Refuse") as unit:
        unit.session.add(Consent(sign_on_id=1, use=Use.LETTER, recipient_id=ghana, allowed=False))
    text = one(check(make), Level.WARNING)
    assert "“Embassy of Ghana” gets the names of who refused to be shown to “Ghana”: Ada" in text


def test_who_gets_the_whole_list_for_want_of_own_signatories_is_named(make: Make) -> None:
    ready(make, of=0)
    for name, country in (("Ghana", "GH"), ("Kenya", "KE"), ("Everybody", "")):
        make.recipient(name, country=country, letter=1)
    kenyan = make.organisation("Kenya Aid", country="KE")
    with make.database.work("Add") as unit:
        sign_ons.add(unit.session, 1, organisation_id=kenyan)
    make.confirm(1)
    text = one(check(make, block=BlockSettings(reduced=Reduced("country"))), Level.WARNING)
    assert text == (
        "The whole list goes to 2 recipients whose “country” no signatory has: Everybody, Ghana."
    )
    first = Reduced("country", Reduction.FIRST)
    assert check(make, block=BlockSettings(reduced=first)) == {}


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
    assert one(check(make), Level.WARNING) == (
        "2 recipients with the same name and person: ghana, Ghana."
    )


def test_an_older_version_is_printed_with_a_warning(make: Make) -> None:
    ready(make)
    with make.database.work("Change") as unit:
        letters.update(unit.session, 1, replace(LETTER, body="New"))
    text = one(check(make), Level.WARNING)
    assert "Version 1 is printed; there is a newer version 2 that nobody has confirmed" in text


def test_a_newer_version_that_some_confirmed_is_said_to_be_one(make: Make) -> None:
    ready(make)
    with make.database.work("Change") as unit:
        letters.update(unit.session, 1, replace(LETTER, body="New"))
    make.confirm(1, 1)
    text = one(check(make, version=1), Level.WARNING)
    assert text == "Version 1 is printed, though 1 confirmed the newer version 2."


def test_who_said_yes_to_another_text_only_is_named(make: Make) -> None:
    ready(make)
    make.sign_on(1, "Grace Hooper", "Navy Lab")
    text = one(check(make), Level.WARNING)
    assert text.startswith("1 said yes and have not confirmed version 1: ")
    assert "Grace Hooper" in text


def test_two_of_one_name_are_two(make: Make) -> None:
    ready(make)
    for _ in range(2):
        make.sign_on(1, "Maria Example", "Navy Lab")
    text = one(check(make), Level.WARNING)
    assert text.startswith("2 said yes and have not confirmed version 1: ")
    assert text.count("Maria Example") == 1


def test_who_is_missing_in_the_figure_of_countries_is_named(make: Make) -> None:
    ready(make, body="From {{ count.countries }} countries.")
    text = one(check(make), Level.WARNING)
    assert text.startswith("The figure of countries does not count 1 line without a country: ")
    assert "Ada Lovell, Oxford Aid" in text


def test_a_line_with_a_country_is_in_the_figure(make: Make) -> None:
    make.letter(recipients=1, body="From {{ count.countries }} countries.")
    body = make.organisation("Oxford Aid", country="GB")
    with make.database.work("Add sign-on") as unit:
        sign_ons.add(unit.session, 1, organisation_id=body)
    make.confirm(1)
    assert check(make) == {}


def test_a_table_that_was_checked_before_the_letter_is_named(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY}})
    ready(make, date=dt.date(2015, 3, 2), body="With {{ count.parties }} parties.")
    text = one(check(make), Level.WARNING)
    assert "“Protocol” was checked on 2015-03-01, before 2015-03-02" in text


def test_standing_of_another_day_than_the_letter_s_is_told(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY}})
    ready(make, date=JULY, as_of=JULY, body="With {{ count.parties }} parties.")
    assert check(make) == {}
    text = one(check(make, as_of=dt.date(2010, 7, 30)), Level.WARNING)
    assert text == "The letter is dated 2010-07-26, and says where States stood on 2010-07-30."


def test_a_letter_that_tells_no_standing_needs_no_table_of_the_day(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY}})
    ready(make, date=dt.date(2026, 3, 2), as_of=dt.date(2026, 3, 1))
    assert check(make) == {}


def test_parties_that_are_no_state_of_ours_are_named(make: Make) -> None:
    make.instrument("Protocol", acts={"A State of fancy": {ActKind.ACCESSION: JULY}})
    ready(make, as_of=JULY, body="With {{ count.parties }} parties.")
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


LOGOS = Layout(Form.LOGOS)
HANDS = Layout(signatures=True)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            BlockSettings(layout=LOGOS),
            ["logos: 1 of 3 lines", "Missing: Deep Well Fund, Zoe Noor."],
        ),
        (BlockSettings(layout=HANDS), ["signatures: 1 of 2 lines", "Missing: Zoe Noor."]),
        (
            BlockSettings(
                grouping=Grouping.GROUP, groups=(GroupSettings("Funds", layout=Layout(logos=True)),)
            ),
            ["logos: 0 of 1 lines", "Missing: Deep Well Fund."],
        ),
        (BlockSettings(), []),
    ],
    ids=["logos", "signatures", "logos in one group", "neither"],
)
def test_lines_without_the_picture_that_the_block_shows_are_named(
    make: Make, block: BlockSettings, told: list[str]
) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada Lovell", "Oxford Aid")
    make.sign_on(1, "Bo Lind", "Deep Well Fund")
    make.sign_on(1, "Zoe Noor", "Sea Aid")
    make.confirm(1)
    with make.database.reading() as session:
        taken = take(session, 1, Choices())
    ada, fund, zoe = sorted(taken.signatories, key=lambda line: line.place)
    fund, zoe = fund._replace(name="", group="Funds"), zoe._replace(organisation="")
    lines = ada._replace(logo="a", signature="b"), fund, zoe
    found = preflight.check(replace(taken, signatories=lines, block=block))
    assert [finding.level for finding in found] == [Level.WARNING] * bool(told)
    for words in told:
        assert words in str(found[0].message)

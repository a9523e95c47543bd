"""Recipients that another day would change, that read another language, or that have no address."""

import datetime as dt

import pytest
from sqlalchemy import select

from signatories.findings import Level, Spot, Tab
from signatories.models import ActKind, Recipient
from signatories.preflight import Aims
from tests.factories import Make
from tests.found import findings, ready

JULY = dt.date(2010, 7, 26)
ADDRESSES = Aims(letters=False, block=False, pages=False, addresses=True)
COVER = Aims(letters=False, block=False, pages=False, cover=True)


def told(make: Make, **choices: object) -> list[str]:
    return [str(finding.message) for finding in findings(make, **choices)]


def test_whom_a_later_day_would_leave_out_is_named_with_what_the_state_did(make: Make) -> None:
    acts = {
        "GH": {ActKind.RATIFICATION: dt.date(2010, 7, 30)},
        "KE": {ActKind.RATIFICATION: dt.date(2009, 1, 1), ActKind.WITHDRAWAL: dt.date(2012, 1, 1)},
    }
    make.instrument("Protocol", acts=acts)
    ready(make, of=0, where="status != party", date=JULY)
    ghana = make.recipient("Ghana", letter=1, country="GH")
    kenya = make.recipient("Kenya", letter=1, country="KE")
    make.recipient("Fiji", letter=1, country="FJ")
    gone, more = findings(make)
    assert str(gone.message) == (
        "As of today 1 recipient would no longer be written to: Ghana (party since 2010-07-30)."
    )
    assert gone.place == Spot(Tab.RECIPIENTS, "as_of", (ghana,))
    assert str(gone.sentence).endswith("[Recipients: standing as of]")
    assert str(more.message) == (
        "As of today 1 more would be written to: Kenya (withdrawn since 2012-01-01)."
    )
    assert more.place == Spot(Tab.RECIPIENTS, "as_of", (kenya,))


def test_a_choice_that_asks_no_standing_does_not_change(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: dt.date(2010, 7, 30)}})
    ready(make, of=0, where="country = GH", date=JULY)
    make.recipient("Ghana", letter=1, country="GH")
    assert told(make) == []


def test_who_reads_another_language_is_named(make: Make) -> None:
    ready(make, of=0)
    for name, language in (("Ghana", "en"), ("Togo", "French"), ("Mali", "French"), ("Fiji", "")):
        make.recipient(name, letter=1, language=language)
    assert told(make) == [
        "The letter is in “English (en)” only, and goes to 2 recipients reading “French”: Mali, Togo."
    ]


def test_who_lacks_the_salutation_that_others_have_is_named(make: Make) -> None:
    ready(make, of=0)
    make.recipient("Ghana", letter=1, salutation="Madam Ambassador,")
    assert told(make) == []
    make.recipient("Togo", letter=1)
    assert told(make) == ["The general salutation goes to 1 recipient without one: Togo."]


def test_who_gets_no_label_is_named(make: Make) -> None:
    ready(make, of=0)
    make.recipient("Ghana", letter=1, address="1 Example Street")
    togo = make.recipient("Togo", letter=1, address=" ")
    (found,) = findings(make, ADDRESSES)
    assert (
        str(found.message) == "1 recipient without an address get neither label nor envelope: Togo."
    )
    assert found.place == Spot(Tab.RECIPIENTS, "address", (togo,))
    assert told(make) == []


def test_a_character_that_no_font_has_is_found_in_addresses_and_on_the_cover(make: Make) -> None:
    ready(make, of=0, body="We write to you.")
    ghana = make.recipient("Ghana \U0001f0a1", letter=1, address="1 Example Street \U0001f0a2")
    for aims, characters in (
        (ADDRESSES, "\U0001f0a1 (U+1F0A1), \U0001f0a2 (U+1F0A2)"),
        (COVER, "\U0001f0a1 (U+1F0A1)"),
    ):
        (found,) = findings(make, aims)
        assert found.level is Level.ERROR
        assert f"{characters} in “Ghana" in str(found.message)
        assert found.place == Spot(Tab.RECIPIENTS, "", (ghana,))


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("We write.", "in the heading of the letter; nobody need confirm again for that."),
        (
            'To {{ recipient.person | "you" }}.',
            "in the heading of the letter; nobody need confirm again for that.",
        ),
        ("To {{ recipient.person }}.", "in the text."),
    ],
)
def test_where_a_missing_value_can_be_stood_in_for_is_told(
    make: Make, body: str, where: str
) -> None:
    ready(make, body=body, addressee=("{{ recipient.person }}",))
    (found,) = findings(make)
    assert found.level is Level.ERROR
    assert str(found.message).endswith(f'write {{{{ recipient.person | "…" }}}} {where}')


def test_who_is_not_named_in_the_address_is_told(make: Make) -> None:
    lines = ('{{ recipient.person | "" }}', "Palais des Nations", '{{ recipient.address | "" }}')
    ready(make, of=3, addressee=lines)
    with make.database.work("Fill") as unit:
        first, second, _ = unit.session.scalars(select(Recipient))
        first.person, second.address = "Zoë Example", "1 Night Lane"
    (found,) = findings(make)
    assert str(found.message) == (
        "1 letter with nobody named in the address, as the addressee is written: Mission 3."
    )
    assert found.place == Spot(Tab.RECIPIENTS, "person", (3,))


@pytest.mark.parametrize(
    ("body", "state", "told"),
    [
        ("We write to {{ recipient.country }}.", False, True),
        ("We write.", True, True),
        ("We write.", False, False),
    ],
)
def test_a_name_that_a_state_had_is_noted_where_it_is_printed(
    make: Make, body: str, state: bool, told: bool
) -> None:
    ready(make, body=body)
    with make.database.work("State") as unit:
        recipient = unit.session.get_one(Recipient, 1)
        recipient.country, recipient.state = "SZ", state
        recipient.name = "Eswatini" if state else "The Permanent Mission"
    names = [found.names for found in findings(make) if found.level is Level.NOTE]
    assert names == ([("Swaziland (today Eswatini)",)] if told else [])

"""Gaps and doubles among the recipients of a letter."""

from signatories import overview
from signatories.database import Database
from signatories.gaps import Gap
from signatories.models import Recipient
from tests.factories import Make


def gaps(database: Database, letter: int) -> tuple[Gap, ...]:
    with database.reading() as session:
        return overview.read(session, letter).choice.gaps


def test_field_without_fallback_needs_a_value_of_everybody(database: Database, make: Make) -> None:
    letter = make.letter(salutation="{{ recipient.salutation }}")
    make.recipient("Ghana", letter=letter, salutation="Excellency,")
    without = make.recipient("Jamaica", letter=letter)

    (gap,) = gaps(database, letter)

    assert gap.ids == (without,)
    assert str(gap.text) == (
        "1 recipient without a value for “recipient.salutation”, which the text asks for"
    )


def test_fallback_fills_the_gap(database: Database, make: Make) -> None:
    letter = make.letter(recipients=2, salutation='{{ recipient.salutation | "Sir," }}')

    assert gaps(database, letter) == ()


def test_same_name_and_person_twice_is_a_double(database: Database, make: Make) -> None:
    letter = make.letter()
    twice = (make.recipient("Fiji", letter=letter), make.recipient("FIJI", letter=letter))
    make.recipient("Fiji", letter=letter, person="Ada Vance")

    (gap,) = gaps(database, letter)

    assert gap.ids == twice
    assert str(gap.sentence) == "2 recipients with the same name and person: Fiji, FIJI."


def test_a_state_and_its_mission_are_two_letters_to_one_government(
    database: Database, make: Make
) -> None:
    letter = make.letter()
    state = make.recipient("Ghana", letter=letter, country="GH")
    mission = make.recipient("Permanent Mission of Ghana", letter=letter, country="GH")
    for name in ("Ministry of Health", "Ministry of Finance"):
        make.recipient(name, letter=letter, country="KE")
    assert gaps(database, letter) == ()

    with database.work("Take it for a State") as unit:
        unit.session.get_one(Recipient, state).state = True

    doubles = gaps(database, letter)[0]
    assert doubles.ids == (state, mission)
    assert doubles.names == ("Ghana", "Permanent Mission of Ghana")


def test_missing_member_states_are_named(database: Database, make: Make) -> None:
    letter = make.letter()
    ghana = make.recipient("Ghana", letter=letter, country="GH")
    with database.work("Take it for a State") as unit:
        unit.session.get_one(Recipient, ghana).state = True

    (gap,) = gaps(database, letter)

    assert gap.ids == ()
    assert str(gap.text) == "191 member States of the United Nations without a recipient"
    assert str(gap.sentence).startswith(f"{gap.text}: Afghanistan, ")
    assert str(gap.sentence).endswith(" … (+186).")


def test_one_address_or_e_mail_under_two_names_may_be_one_recipient(
    database: Database, make: Make
) -> None:
    letter = make.letter()
    street = "1 Example Street\nGeneva"
    near = (
        make.recipient("Fund for Wells", letter=letter, address=street),
        make.recipient("The Wells Fund", letter=letter, address=street.upper()),
    )
    for person in ("Ada Vance", "Bo Lind"):
        make.recipient("Assembly", letter=letter, address="2 Example Street", person=person)
    make.recipient("Fiji", letter=letter, address="3 Example Street", country="FJ")
    make.recipient("Samoa", letter=letter, address="3 Example Street", country="WS")
    mailed = (
        make.recipient("Rain Office", letter=letter, email="post@rain.example"),
        make.recipient("Rain Office", letter=letter, email="Post@rain.example", person="Zoe Noor"),
    )

    address, email = gaps(database, letter)

    assert (str(address.text), address.ids) == ("2 recipients at one address, maybe the same", near)
    assert (str(email.text), email.ids) == ("2 recipients with one e-mail, maybe the same", mailed)

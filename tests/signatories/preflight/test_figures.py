"""Figures that somebody typed are held against the list and the table; the true ones say nothing."""

import datetime as dt

import pytest

from signatories import recipients
from signatories.findings import Finding, Level, Spot, Tab
from signatories.models import ActKind, Consent, Recipient, Use
from signatories.recipients import RecipientDraft
from tests.factories import Make
from tests.found import findings, ready

JULY = dt.date(2010, 7, 26)
JOINED = {ActKind.RATIFICATION: dt.date(2010, 7, 28)}


@pytest.mark.parametrize(
    ("language", "body", "told"),
    [
        ("en", "We, **eleven** organisations, ask.", "eleven organisations"),
        ("en", "Signed by 4 organisations from 2 countries.", "4 organisations"),
        ("fr", "Nous, onze organisations, demandons.", "onze organisations"),
        ("es", "Las once organizaciones firmantes.", "once organizaciones"),
        ("de", "Die elf unterzeichnenden Verbände.", "elf unterzeichnenden"),
        ("en", "- endorsed by more than sixty other groups", "more than sixty other groups"),
    ],
)
def test_a_figure_that_the_list_contradicts_is_told(
    make: Make, language: str, body: str, told: str
) -> None:
    ready(make, signatories=3, language=language, body=body)
    found = [finding for finding in findings(make) if told in str(finding.message)]
    assert [finding.level for finding in found] == [Level.WARNING]
    assert f"The text says “{told}”; on the list there are 3." in str(found[0].message)
    assert found[0].place == Spot(Tab.TEXT, "body")


@pytest.mark.parametrize(
    "body",
    [
        "We, three organisations, ask.",
        "The 3 undersigned ask.",
        "We, {{ count.organisations }} organisations, ask.",
        "We three met 40 organisations in 12 countries.",
        "On behalf of our 190 organisations in 70 countries.",
        "Signed by more than two organisations.",
        "In 2012, members met with three world congresses.",
        "In 2010 eleven organisations signed an earlier letter.",
        "We, the undersigned, ask to meet with five experts.",
    ],
)
def test_true_figures_and_those_of_others_are_not(make: Make, body: str) -> None:
    ready(make, signatories=3, body=body)
    assert findings(make) == []


def test_the_withheld_may_be_counted_in_a_figure(make: Make) -> None:
    ready(make, signatories=3, body="We, three organisations, ask.")
    with make.database.work("Withhold") as unit:
        unit.session.add(Consent(sign_on_id=1, use=Use.COUNT_ONLY, allowed=True))
    assert findings(make) == []


def test_who_signs_alone_speaks_of_other_lists(make: Make) -> None:
    ready(make, body="More than sixty other groups have agreed with this appeal.")
    assert findings(make) == []


def test_a_figure_of_parties_is_true_for_its_day_only(make: Make) -> None:
    acts = {"GH": {ActKind.RATIFICATION: JULY}, "KE": JOINED}
    make.instrument("Protocol", acts=acts)
    ready(make, as_of=JULY, subject="The protocol", body="It has 1,000 readers, 2 states parties.")
    (told,) = (str(each.message) for each in findings(make))
    assert told == (
        "The text says “2 states parties”; as of 2010-07-26 there are 1. "
        "Write {{ count.parties }} for the figure."
    )
    later = findings(make, as_of=dt.date(2010, 7, 28))
    assert not any("states parties" in str(each.message) for each in later)


@pytest.mark.parametrize(
    ("body", "many"),
    [
        ("Twelve States parties to the African Charter met.", 0),
        ("There are 12 States parties, of which 4 States parties are in Africa.", 1),
        ("The 12 States parties to the Optional Protocol met.", 1),
        ("The 12 States parties to the Lima Protocol met.", 1),
        ("The 12 States parties to the Protocol, Ghana said.", 1),
    ],
)
def test_parties_to_another_treaty_and_some_of_them_are_not_counted(
    make: Make, body: str, many: int
) -> None:
    make.instrument("Protocol of Lima", acts={"GH": {ActKind.RATIFICATION: JULY}})
    ready(make, as_of=JULY, subject="The protocol", body=body)
    assert (
        sum("; as of 2010-07-26 there are" in str(each.message) for each in findings(make)) == many
    )


def test_a_field_that_would_print_none_is_not_offered(make: Make) -> None:
    ready(make, signatories=2, body="Signed by 120 people.")
    (told,) = (str(each.message) for each in findings(make))
    assert told == "The text says “120 people”; on the list there are 0."


def test_parties_without_a_table_are_not_counted(make: Make) -> None:
    ready(make, body="It has 137 states parties.")
    assert findings(make) == []


def notes(make: Make) -> list[Finding]:
    return [found for found in findings(make) if found.level is Level.NOTE]


def test_participants_that_no_table_makes_recipients_are_noted_once(make: Make) -> None:
    acts = {
        "VA": {ActKind.RATIFICATION: JULY},
        "CK": {ActKind.SIGNATURE: JULY},
        "PS": {ActKind.ACCESSION: dt.date(2014, 4, 7)},
        "GH": {ActKind.RATIFICATION: JULY},
    }
    make.instrument("Protocol", acts=acts)
    ready(make, body="We write.")
    assert findings(make) == []

    with make.database.work("State") as unit:
        recipient = unit.session.get_one(Recipient, 1)
        recipient.country, recipient.state = "KE", True
    (found,) = notes(make)
    assert str(found.message) == (
        "Counted in figures and not written to, since no member of the United Nations: "
        "Holy See, Cook Islands. Add as recipients those that are to get the letter."
    )

    with make.database.work("Add") as unit:
        recipients.add(unit.session, 1, RecipientDraft("The Holy See", country="VA"))
    (found,) = notes(make)
    assert found.names == ("Cook Islands",)

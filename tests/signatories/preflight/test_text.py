"""Words that somebody meant to replace, links that lead nowhere, and a letter that addresses nobody."""

import pytest

from signatories.findings import Level, Spot, Tab
from tests.factories import Make
from tests.found import findings, ready


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        ("body", "We met on [date] in Geneva.", "[date]"),
        ("body", "We met on XXX in Geneva.", "XXX"),
        ("body", "We thank the XXX for it.", "XXX"),
        ("body", "TODO: say why", "TODO"),
        ("body", "> We are ??? strong", "???"),
        ("subject", "Lorem: [Insert subject here]", "[Insert subject here]"),
        ("salutation", "Dear «NAME»,", "«NAME»"),
        ("closing", "Yours, [Unterschrift]", "[Unterschrift]"),
        ("reference", "TBC", "TBC"),
    ],
)
def test_a_placeholder_that_was_left_is_told(make: Make, part: str, text: str, told: str) -> None:
    ready(make, **{part: text})
    (found,) = findings(make)
    assert f"says “{told}”, which looks like something to be filled in" in str(found.message)
    assert found.place == Spot(Tab.TEXT, part)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "He said [sic] that “[w]e agree” [emphasis added] […] (Session XXXIV)."),
        ("en", "What? Really?! Mr. X and Ms. XX met."),
        ("es", "TODO el mundo lo sabe."),
        ("en", "A [report][r] and {{ recipient.name }}.\n\n[r]: https://example.org/report"),
        ("en", "See https://example.org/a_(b), www.example.org, or <mailto:post@example.org>."),
        ("en", "See [it](http://192.0.2.1/x) at http://bücher.example."),
        ("en", "The XXX Olympiad met, as did el XXX Congreso."),
        ("en", "See https://xn--e1afmkfd.xn--p1ai/, https://example.org./ or ftp://example.org/x."),
        ("en", "See [it](https://[2001:db8::1]/x)."),
    ],
)  # fmt: skip
def test_words_and_links_that_are_meant_are_not(make: Make, language: str, body: str) -> None:
    ready(make, language=language, body=body)
    assert findings(make) == []


@pytest.mark.parametrize(
    ("body", "link"),
    [
        ("See [our report](example.org/report).", "example.org/report"),
        ("See [our report](https://example/report).", "https://example/report"),
        ("See [our report](https:/example.org).", "https:/example.org"),
        ("See [our report](https://https://example.org).", "https://https://example.org"),
        ("See [us](mailto:post.example.org).", "mailto:post.example.org"),
        ("See [us](#report).", "#report"),
        ("See htpp://example.org.", "htpp://example.org"),
        ("See [it](http://999.1.1.1/x).", "http://999.1.1.1/x"),
        ("See https://..example.org", "https://..example.org"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(make: Make, body: str, link: str) -> None:
    ready(make, body=body)
    (found,) = findings(make)
    assert str(found.message) == f"The text has the link “{link}”, which leads nowhere."


@pytest.mark.parametrize("body", ["We write to you.", "# Open letter\n\nWe write."])
def test_a_letter_that_addresses_nobody_is_told(make: Make, body: str) -> None:
    ready(make, salutation="", body=body)
    (found,) = findings(make)
    assert str(found.message) == "The letter has no salutation."
    assert found.place == Spot(Tab.TEXT, "salutation")


def test_a_salutation_in_the_body_is_one(make: Make) -> None:
    ready(make, salutation="", body="Dear friends of the wells,\n\nWe write to you.")
    assert findings(make) == []


@pytest.mark.parametrize("body", ["", " \n\n", "---"])
def test_a_letter_without_a_text_is_told_and_may_be_printed(make: Make, body: str) -> None:
    ready(make, body=body)
    (found,) = findings(make)
    assert found.level is Level.WARNING
    assert str(found.message) == "The letter has no text yet."
    assert found.place == Spot(Tab.TEXT, "body")


def test_a_letter_without_a_closing_is_told(make: Make) -> None:
    ready(make, closing="")
    (found,) = findings(make)
    assert found.level is Level.WARNING
    assert str(found.message) == "The letter has no closing, such as “Yours sincerely,”."
    assert found.place == Spot(Tab.TEXT, "closing")


def test_a_closing_in_the_body_is_one(make: Make) -> None:
    ready(make, closing="", body="We write to you.\n\nYours sincerely,")
    assert findings(make) == []


def test_a_field_that_is_known_no_longer_blocks_and_names_its_nearest(make: Make) -> None:
    ready(make, of=0, body="To {{ recipient.name }}.")
    make.recipient("Ghana", letter=1)
    with make.database.work("Change") as unit:
        unit.session.connection().exec_driver_sql(
            "UPDATE texts SET body = 'To {{ recipient.nickname }}.'"
        )
    (found,) = findings(make)
    assert "there is no field “recipient.nickname”" in str(found.message)
    assert found.place == Spot(Tab.TEXT)

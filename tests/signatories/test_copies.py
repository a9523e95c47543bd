"""What goes on the clipboard says what the letters and the list say."""

from dataclasses import replace

import pytest

from signatories import copies, letters
from signatories.block.settings import BlockSettings
from signatories.consents import ConsentDraft, note
from signatories.database import Database
from signatories.errors import Refused, UserFacingError
from signatories.merge.snapshot import Choices
from signatories.models import Use
from tests.factories import LETTER, Make


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter()
    for name in ("Aruba", "<b>Benin</b>", "بعثة"):
        make.recipient(name, letter=made)
    make.sign_on(made, "Ada Vance", "Haven Trust")
    shy = make.sign_on(made, "Bo Reed", "Moth Society")
    make.confirm(made)
    with make.database.work("Note") as unit:
        note(unit.session, [shy], ConsentDraft({Use.LETTER: False}))
    return made


def test_all_letters_are_copied_plain_and_rich(database: Database, letter: int) -> None:
    plain, html = copies.of_product(database, letter, "letters", Choices())
    for name in ("Aruba", "بعثة"):
        assert f"We write to {name}." in plain
        assert f"We write to {name}." in html
    assert "We write to <b>Benin</b>." in plain
    assert "We write to &lt;b&gt;Benin&lt;/b&gt;." in html
    assert plain.count("Ada Vance") == html.count("Ada Vance") == 3
    assert "Bo Reed" not in plain + html


def test_the_list_is_copied_without_a_letter(database: Database, letter: int) -> None:
    plain, html = copies.of_product(database, letter, "block", Choices())
    assert "Ada Vance, Haven Trust" in plain
    assert "Ada Vance, Haven Trust" in html
    assert "We write" not in plain + html


@pytest.mark.parametrize("product", ["letters", "block"])
def test_what_a_run_refuses_is_not_copied(database: Database, letter: int, product: str) -> None:
    with database.work("Choose") as unit:
        letters.set_block(unit.session, letter, BlockSettings(where='organisation = "Nobody"'))
    with pytest.raises(Refused, match="Nothing was copied") as refusal:
        copies.of_product(database, letter, product, Choices())
    assert "condition" in str(refusal.value)


def test_the_letter_in_the_preview_is_copied_with_its_text(database: Database, letter: int) -> None:
    file = replace(LETTER, language="", body="Not saved yet, {{ recipient.name }}.")
    plain, html = copies.of_preview(database, letter, 3, file)
    assert "Not saved yet, بعثة." in plain
    assert "Not saved yet, بعثة." in html
    assert "Aruba" not in plain + html


def test_a_field_without_a_value_is_not_copied_as_a_gap(database: Database, letter: int) -> None:
    file = replace(LETTER, body="To {{ recipient.person }}.")
    with pytest.raises(UserFacingError, match=r"recipient\.person"):
        copies.of_preview(database, letter, 1, file)

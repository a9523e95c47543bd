"""The letters that are looked at first: as they would be printed, and nothing kept of them."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from signatories import specimens
from signatories.database import Database
from signatories.errors import Refused
from signatories.merge.snapshot import Choices
from signatories.models import Run
from signatories.progress import Cancelled
from tests.factories import Make
from tests.printed import pages_of


class Stop:
    """Asks to stop as soon as something is reported."""

    def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
        raise Cancelled


def confirmed(make: Make, recipients: int, body: str = "We write to {{ recipient.name }}.") -> int:
    letter = make.letter(recipients=recipients, sign_ons=1, body=body)
    make.confirm(letter)
    return letter


def test_each_letter_is_found_on_the_pages_of_one_pdf(
    database: Database, make: Make, tmp_path: Path
) -> None:
    letter = confirmed(make, 9, "\n\n".join(["We write to {{ recipient.name }}."] * 60))

    made = specimens.make(database, letter, Choices(), 3)

    (tmp_path / "sample.pdf").write_bytes(made.pdf)
    pages = pages_of(tmp_path / "sample.pdf")
    assert len(pages) > len(made.letters) == 3
    assert [one.page for one in made.letters] == [1, 1 + len(pages) // 3, 1 + 2 * len(pages) // 3]
    for one in made.letters:
        assert f"We write to {one.name}." in pages[one.page - 1]
        assert one.reasons
    assert made.of == 9


def test_nothing_is_kept_of_a_sample(database: Database, make: Make) -> None:
    specimens.make(database, confirmed(make, 2), Choices(), 5)

    with database.reading() as session:
        assert session.scalar(select(func.count(Run.id))) == 0


def test_a_sample_is_cancelled(database: Database, make: Make) -> None:
    with pytest.raises(Cancelled):
        specimens.make(database, confirmed(make, 2), Choices(), 5, Stop())


def test_a_letter_to_nobody_has_nothing_to_look_at(database: Database, make: Make) -> None:
    with pytest.raises(Refused, match="no recipients: there is nothing to look at"):
        specimens.make(database, confirmed(make, 0), Choices(), 5)


def test_a_field_without_a_value_is_named(database: Database, make: Make) -> None:
    letter = confirmed(make, 2, "Dear {{ recipient.person }},")
    with pytest.raises(Refused, match=r"no value for recipient\.person"):
        specimens.make(database, letter, Choices(), 2)

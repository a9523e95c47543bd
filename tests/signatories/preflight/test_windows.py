"""What a window of an envelope would not show is told before anything is printed."""

from dataclasses import replace

from signatories import letters
from signatories.findings import Spot, Tab
from signatories.letters.run_settings import RunSettings
from signatories.models import Paper
from tests.factories import Make
from tests.found import findings, ready

WINDOW = RunSettings(window=True)
LONG = "Permanent Delegation of the Night Sky Coalition to the European Office"


def told(make: Make, run: RunSettings) -> list[str]:
    return [str(finding.message) for finding in findings(make, run=run)]


def test_addresses_that_are_too_long_or_too_wide_are_named(make: Make) -> None:
    ready(make, of=0)
    make.recipient("Ghana", letter=1, address="\n".join("abcde"))
    make.recipient("Kenya", letter=1, address="\n".join("abcdef"))
    wide = make.recipient(LONG, letter=1, address=f"{LONG}\n" + "\n".join("abcd"))
    assert told(make, RunSettings()) == []
    (cut,) = findings(make, run=WINDOW)
    assert str(cut.message) == (
        f"2 recipients whose address the window of the envelope does not show whole: Kenya, {LONG}."
    )
    assert cut.place == Spot(Tab.RECIPIENTS, "address", (wide - 1, wide))
    (fewer,) = told(make, replace(WINDOW, paper=Paper.LETTER))
    assert "3 recipients" in fewer


def test_a_heading_that_reaches_into_the_window_is_told(make: Make) -> None:
    ready(make, letterhead=("Night Sky",) * 5)
    assert told(make, WINDOW) == []
    with make.database.work("Change") as unit:
        letters.get(unit.session, 1).letterhead = "\n".join(["Night Sky"] * 9)
    (found,) = findings(make, run=WINDOW)
    assert "push the address out of it" in str(found.message)
    assert found.place == Spot(Tab.TEXT, "letterhead")

"""What did not fit is told with the name of whoever it belongs to."""

from pathlib import Path

import pytest

from signatories import letters
from signatories.block.settings import BlockSettings, Layout
from signatories.exports import exporter
from signatories.merge.misfits import MOST, misfits
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.typesetting.findings import Finding, Misfit
from tests.factories import Make
from tests.signing import signatory

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"


def test_a_finding_names_the_record_that_shows_it() -> None:
    lines = [
        signatory(1, "Ada", organisation=f"{LONG} e. V."),
        signatory(2, "", organisation="Aid", logo="a1b2", footnote="Verylongword"),
    ]
    findings = [
        Finding(LONG, Misfit.BROKEN),
        Finding("a1b2", Misfit.SHRUNK),
        Finding("Verylongword", Misfit.SHRUNK),
        Finding("Somewhere", Misfit.PARTED),
    ]
    assert [str(said) for said in misfits(findings, lines, "To the missions")] == [
        f"Ada: “{LONG}” is longer than its line, and was broken.",
        "Aid: the picture is wider than its column, and was made smaller.",
        "Aid: “Verylongword” is longer than its line, and was made smaller.",
        "To the missions: “Somewhere” is longer than a page, and was parted.",
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (f"{LONG},", "Ada"),
        (f"{LONG}¹²", "Ada"),
        (f"({LONG}/DDS)", "Ada"),
        ("Verein", "Letter"),  # a part of a word is no word
        ("Freundesverein", "Ben"),
        ("Cem, Freundesverein der", "Cem"),
        ("…", "Letter"),
        ("東京都品川区", "東京都品川区環境会"),
    ],
)
def test_commas_marks_and_brackets_on_a_word_do_not_hide_whose_it_is(text: str, owner: str) -> None:
    lines = [
        signatory(1, "Ada", organisation=f"{LONG} e. V.", acronym="DDS"),
        signatory(2, "Ben", organisation="Freundesverein"),
        signatory(3, "Cem", organisation="Freundesverein der Donau"),
        signatory(4, "", organisation="東京都品川区環境会"),
    ]
    (said,) = misfits([Finding(text, Misfit.BROKEN)], lines, "Letter")
    assert str(said).startswith(f"{owner}: “{text}”")


def test_only_so_many_are_told() -> None:
    findings = [Finding(str(number), Misfit.BROKEN) for number in range(MOST + 1)]
    assert len(list(misfits(findings, [], "Letter"))) == MOST


def test_a_run_warns_of_a_word_that_was_broken(make: Make, tmp_path: Path) -> None:
    make.letter(recipients=2)
    make.sign_on(1, "Ada", LONG)
    make.confirm(1)
    with make.database.work("Change block") as unit:
        letters.set_block(unit.session, 1, BlockSettings(layout=Layout(columns=4, size=14.0)))
    with make.database.reading() as session:
        snapshot = take(session, 1, Choices())
    for product in ("letters", "block"):
        with exporter(product, "pdf").making(snapshot, tmp_path / f"{product}.pdf") as made:
            (warning,) = made.written.warnings
        assert str(warning) == f"Ada: “{LONG}” is longer than its line, and was broken."

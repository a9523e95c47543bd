"""A product that cannot be made is named before anything is made, with what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from signatories.database import Database
from signatories.errors import Refused
from signatories.exports import exporter, feasible
from signatories.exports.feasible import impossible
from signatories.findings import Spot, Tab
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.runs import Request, make_together
from tests.factories import Make


@pytest.fixture
def snapshot(make: Make) -> Snapshot:
    """Two recipients without an address, three lines."""
    make.letter(recipients=2, sign_ons=3)
    make.confirm(1)
    with make.database.reading() as session:
        return take(session, 1, Choices())


def told(snapshot: Snapshot, *products: tuple[str, str]) -> list[str]:
    return [
        str(found.message) for found in impossible(snapshot, [exporter(*one) for one in products])
    ]


def test_labels_without_any_address_stop_a_run_before_it_begins(
    database: Database, snapshot: Snapshot, tmp_path: Path
) -> None:
    requests = [
        Request("letters", "pdf", tmp_path / "letters.pdf"),
        Request("labels-l7159", "pdf", tmp_path / "labels.pdf"),
    ]
    with pytest.raises(Refused) as refusal:
        make_together(database, 1, Choices(), requests)
    assert str(refusal.value) == (
        "Nothing was made. “Address labels (PDF), L7159, 3 × 8” cannot be made: no recipient has an address. "
        "Fill one in, or leave this out. [Recipients: address]"
    )
    assert list(tmp_path.glob("*.pdf")) == []


def test_only_what_cannot_be_made_is_named(snapshot: Snapshot) -> None:
    products = ("letters", "pdf"), ("envelopes-dl", "pdf"), ("block", "xlsx"), ("block", "docx")
    (found,) = impossible(snapshot, [exporter(*one) for one in products])
    assert (found.product, found.place) == ("envelopes-dl.pdf", Spot(Tab.RECIPIENTS, "address"))


def test_the_first_label_is_one_of_the_sheet(snapshot: Snapshot) -> None:
    there = [replace(each, address="1 Long Street") for each in snapshot.selection.recipients]
    selection = replace(snapshot.selection, recipients=there)
    begun = replace(snapshot, selection=selection, run=RunSettings(first_label=15))
    assert told(
        begun, ("labels-l7159", "pdf"), ("labels-l7163", "pdf"), ("envelopes-dl", "pdf")
    ) == [
        (
            "“Address labels (PDF), L7163, 2 × 7” cannot be made: "
            "a sheet has 14 labels, and none is number 15. Choose another."
        )
    ]


def test_a_sheet_and_a_word_document_hold_only_so_much(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feasible, "MOST_ROWS", 3)
    monkeypatch.setattr(feasible, "MOST_LINES", 5)
    every = ("block", "xlsx"), ("letters", "xlsx"), ("block", "docx"), ("letters", "docx")
    assert told(snapshot, *every) == [
        (
            "“List of signatories, Workbook” cannot be made: "
            "a sheet holds 3 rows, and there are 4. Make it as text instead."
        ),
        (
            "“Letters in one file, Word” cannot be made: "
            "a Word document of 6 lines is more than word processors open. Make it as PDF or text."
        ),
    ]

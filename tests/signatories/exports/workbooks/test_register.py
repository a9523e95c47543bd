"""The register of a letter's recipients."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from signatories.standing import Standing, Status
from tests.command_line import CommandLine
from tests.office import converted, opened_by
from tests.products import write

REGISTER = exporter("letters", "xlsx")
GHANA = Addressed(
    7,
    "Permanent Mission of Ghana",
    "Ama Beispiel",
    "H.E.",
    "Your Excellency,",
    "Rue de la Fiction 12\n1202 Geneva",
    "en",
    "GH",
    "mission@ghana.example",
    {"Seat": "=1+1"},
    state=True,
    standing=Standing(Status.SIGNED, dt.date(2003, 9, 24)),
)
NOBODY_KNOWN = Addressed(8, "The Forum", "", "", "", "", "", None, "", {})


def test_it_has_a_row_for_every_letter_in_their_order(snapshot: Snapshot, tmp_path: Path) -> None:
    selection = replace(snapshot.selection, recipients=[GHANA, NOBODY_KNOWN])
    path = tmp_path / "register.xlsx"
    written = write(REGISTER, replace(snapshot, selection=selection), path)
    book = load_workbook(path)
    heading, ghana, forum = book.worksheets[0].iter_rows(values_only=True)
    assert written.documents == 2
    assert dict(zip(heading, ghana, strict=True)) == {
        "No.": 1,
        "Name": GHANA.name,
        "Person": GHANA.person,
        "Form of address": GHANA.form_of_address,
        "Salutation": GHANA.salutation,
        "Address": GHANA.address,
        "Language": "en",
        "Country": "Ghana",
        "E-mail": GHANA.email,
        "Standing": "signed",
        "Standing since": dt.datetime.combine(dt.date(2003, 9, 24), dt.time()),
        "Seat": "=1+1",
    }
    assert forum == (2, "The Forum", *[None] * 10)
    assert all(page.title.startswith("Internal") for page in book)
    assert all(page.oddHeader.center.text.startswith("INTERNAL") for page in book)


def test_it_comes_back_as_the_same_recipients(
    snapshot: Snapshot, workspace: Path, tmp_path: Path
) -> None:
    selection = replace(snapshot.selection, recipients=[GHANA, NOBODY_KNOWN])
    path, again = tmp_path / "register.xlsx", tmp_path / "again.xlsx"
    write(REGISTER, replace(snapshot, selection=selection), path)
    run = CommandLine(workspace)
    first = run.data("import", path, "--as", "recipients")
    assert first["counts"]["new"] == 2
    kept = run.data("recipients")
    assert [row["name"] for row in kept] == [GHANA.name, NOBODY_KNOWN.name]
    assert {**kept[0]} | {"salutation": GHANA.salutation, "country": "GH"} == kept[0]
    again.write_bytes(path.read_bytes())
    second = run.data("import", again, "--as", "recipients", "--dry-run")
    assert [row["state"] for row in second["rows"]] == ["same", "same"]


@opened_by("Calc")
def test_it_comes_back_when_somebody_has_saved_it_in_libreoffice(
    snapshot: Snapshot, workspace: Path, tmp_path: Path
) -> None:
    selection = replace(snapshot.selection, recipients=[GHANA, NOBODY_KNOWN])
    path = tmp_path / "register.xlsx"
    write(REGISTER, replace(snapshot, selection=selection), path)
    run = CommandLine(workspace)
    run.data("import", path, "--as", "recipients")
    again = run.data("import", converted(path, "xlsx"), "--as", "recipients", "--dry-run")
    assert [row["state"] for row in again["rows"]] == ["same", "same"]

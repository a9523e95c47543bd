"""The public and the internal workbook of a letter."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form, Grouping
from signatories.progress import Cancelled
from tests.products import write
from tests.signing import signatory

BLOCK = exporter("block", "xlsx")
SIGN_ONS = exporter("sign-ons", "xlsx")


@pytest.fixture
def public(snapshot: Snapshot, tmp_path: Path) -> Workbook:
    write(BLOCK, snapshot, tmp_path / "block.xlsx")
    return load_workbook(tmp_path / "block.xlsx")


@pytest.fixture
def internal(snapshot: Snapshot, tmp_path: Path) -> Workbook:
    write(SIGN_ONS, snapshot, tmp_path / "sign-ons.xlsx")
    return load_workbook(tmp_path / "sign-ons.xlsx")


def records(book: Workbook, number: int = 0) -> list[dict[str, object]]:
    heading, *rows = book.worksheets[number].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_public_list_is_the_printed_one_in_its_order(
    public: Workbook, snapshot: Snapshot
) -> None:
    rows = records(public)
    assert [(row["No."], row["Name"], row["Organisation"] or "") for row in rows] == [
        (number, line.name, line.organisation)
        for number, line in enumerate(snapshot.printed, start=1)
    ]
    assert [*rows[0]] == ["No.", "Name", "Role", "Organisation"]


def test_the_public_list_leaves_out_the_withheld(snapshot: Snapshot, tmp_path: Path) -> None:
    shy, *others = snapshot.signatories
    withheld = replace(snapshot, signatories=(shy._replace(withheld=True), *others))
    path = tmp_path / "block.xlsx"
    written = write(BLOCK, withheld, path)
    names = [row["Name"] for row in records(load_workbook(path))]
    assert names == [line.name for line in others]
    assert written.lines == len(others)


def test_a_grouped_list_has_the_headings_and_every_column_that_is_printed(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    layout = Layout(Form.TABLE, table_columns=("organisation", "description", "constituency"))
    national = GroupSettings("National", "*National bodies*", layout)
    lines = [
        signatory(
            1,
            "Ada",
            organisation="Haven",
            group="National",
            description="A body",
            extra={"constituency": "Avon"},
        ),
        signatory(2, "Zoe", organisation="Aurora", group="International", footnote="Until May"),
        signatory(3, "Ben", organisation="Cove", group="National", withheld=True),
    ]
    block = BlockSettings(grouping=Grouping.GROUP, groups=(national,))
    path = tmp_path / "block.xlsx"
    write(BLOCK, replace(snapshot, signatories=tuple(lines), block=block), path)
    first, second = records(load_workbook(path))
    assert [*first][4:] == ["Description", "Group", "constituency", "Footnote"]
    assert [*first.values()][4:] == ["A body", "National bodies", "Avon", None]
    assert [*second.values()][4:] == [None, "International", None, "Until May"]
    assert (first["No."], second["No."]) == (1, 2)


def test_the_internal_workbook_has_every_answer(internal: Workbook, snapshot: Snapshot) -> None:
    rows = {row["Id"]: row for row in records(internal)}
    assert set(rows) == {row.id for row in snapshot.sign_ons}
    by_body = {row["Organisation"]: row for row in rows.values()}
    declined, promised = by_body["The Quiet Hours Network"], by_body["별밤지킴이"]
    assert (declined["Status"], declined["Confirmed version"]) == ("declined", None)
    assert (promised["Status"], promised["Country"]) == ("promised", "Republic of Korea")
    assert by_body["Dark Harbour Alliance"]["Confirmed version"] == 1


def test_how_we_know_is_for_the_office_only(
    internal: Workbook, public: Workbook, snapshot: Snapshot
) -> None:
    known = {row["Id"]: row["How we know"] or "" for row in records(internal)}
    confirmed = {line.sign_on_id for line in snapshot.signatories}
    assert {row_id for row_id, text in known.items() if text} == confirmed
    printed = [cell for page in public for row in page.iter_rows(values_only=True) for cell in row]
    assert "How we know" not in printed
    assert not {text for text in known.values() if text} & {*printed}


def test_a_public_workbook_has_only_words_that_are_printed(
    public: Workbook, snapshot: Snapshot, tmp_path: Path
) -> None:
    fields = ("name", "role", "organisation", "acronym", "country")
    printed = {getattr(line, field) for line in snapshot.printed for field in fields}
    _, *rows = public.worksheets[0].iter_rows(min_col=2, values_only=True)
    assert {cell for row in rows for cell in row if cell} <= printed
    with ZipFile(tmp_path / "block.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [name for name, text in parts.items() if "@" in text.replace('formatCode="@"', "")]


def test_the_internal_workbook_says_so_on_every_sheet(internal: Workbook) -> None:
    assert all(page.title.startswith("Internal") for page in internal)
    assert all(page.oddHeader.center.text.startswith("INTERNAL") for page in internal)


def test_the_second_sheet_says_what_was_read_and_how_many(
    internal: Workbook, snapshot: Snapshot
) -> None:
    details = {row["What"]: row["Value"] for row in records(internal, 1)}
    assert details["Letter"] == snapshot.text.title
    assert details["Standing as of"] == dt.datetime.combine(dt.date(2026, 10, 5), dt.time())
    assert details["Signatories printed"] == details["confirmed"] == 14
    assert (details["promised"], details["declined"]) == (1, 1)


def test_the_internal_workbook_has_the_extra_columns_of_sign_ons(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    first, *others = snapshot.sign_ons
    asked = replace(first, extra={"Constituency": "Avon", "Footnote": "=1+1"})
    write(SIGN_ONS, replace(snapshot, sign_ons=(asked, *others)), tmp_path / "sign-ons.xlsx")
    rows = records(load_workbook(tmp_path / "sign-ons.xlsx"))
    assert [*rows[0].items()][-2:] == [("Constituency", "Avon"), ("Footnote", "=1+1")]
    assert {row["Constituency"] for row in rows[1:]} == {None}


def test_the_public_list_says_which_list_it_is(public: Workbook, snapshot: Snapshot) -> None:
    facts = {row["What"]: row["Value"] for row in records(public, 1)}
    assert facts["Letter"] == snapshot.text.title
    assert facts["List as of"] == dt.datetime.combine(snapshot.listed_on, dt.time())
    assert facts["Signatories printed"] == len(snapshot.printed)
    assert "Recipients" not in facts


def test_a_cancelled_workbook_leaves_the_old_one(snapshot: Snapshot, tmp_path: Path) -> None:
    class Stop:
        def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
            raise Cancelled

    path = tmp_path / "sign-ons.xlsx"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write(SIGN_ONS, snapshot, path, Stop())
    assert [*tmp_path.iterdir()] == [path]
    assert path.read_text() == "old"

"""What a plan tells of its source beside the rows."""

from pathlib import Path

import openpyxl

from signatories.database import Database
from signatories.imports import plan
from signatories.imports.planned import ImportRequest
from signatories.sources.opening import open_file


def test_what_a_sheet_hides_and_cells_with_errors_are_told(
    database: Database, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for row in (("Organisation", "Country"), ("Well Fund", "Kenya"), ("River Fund", "#N/A")):
        book.active.append(row)
    book.active["B3"].data_type = "e"
    book.active.row_dimensions[2].hidden = True
    book.save(tmp_path / "members.xlsx")
    with database.reading() as session:
        found = plan.build(session, open_file(tmp_path / "members.xlsx"), ImportRequest())
    assert [row.fields["name"] for row in found.rows] == ["Well Fund", "River Fund"]
    assert [str(warning) for warning in found.warnings] == [
        "The sheet hides rows or columns: they are read too.",
        "1 cell with an error in place of a value: B3.",
    ]

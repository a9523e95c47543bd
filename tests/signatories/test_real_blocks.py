"""The blocks of two real letters, from the pasted list to every format: the same order, words and numbers."""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import html as reader
from openpyxl import load_workbook

from signatories import letters
from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule, Pin
from signatories.database import Database
from signatories.models import SignOn
from signatories.models.block import Form, Grouping, Marker, Order, PinPlace
from tests.command_line import CommandLine
from tests.factories import Make
from tests.printed import pages_of


@pytest.fixture
def run(workspace: Path) -> CommandLine:
    return CommandLine(workspace)


def design(database: Database, settings: BlockSettings) -> None:
    with database.work("Change the block") as unit:
        letters.set_block(unit.session, 1, settings)


def made(run: CommandLine, folder: Path, kind: str) -> Path:
    path = folder / f"block.{kind}"
    said = run("export", "block", "--letter", "1", "--format", kind, "-o", path)
    assert said.code == 0, said.errors
    return path


def of_lines(run: CommandLine, folder: Path) -> dict[str, list[str]]:
    """What each format shows, line by line; of a PDF and a workbook without what parts a line in cells."""
    page = reader.document_fromstring(made(run, folder, "html").read_text(encoding="utf-8"))
    document = docx.Document(str(made(run, folder, "docx")))
    _, *rows = load_workbook(made(run, folder, "xlsx")).active.iter_rows(values_only=True)
    text = made(run, folder, "txt").read_text(encoding="utf-8")
    return {
        "html": [item.text_content() for item in page.xpath("//li")],
        "docx": [paragraph.text for paragraph in document.paragraphs],
        "txt": text.partition("\n\n")[0].split("\n"),
        "xlsx": [", ".join(filter(None, row[1:4])) for row in rows],
    }


def bare(text: str) -> str:
    """The letters and digits, as a reader of a PDF finds them whatever parts the lines."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def test_the_joint_letter_s_block_is_made_as_it_was_printed(
    run: CommandLine, make: Make, shared_data: Path, tmp_path: Path
) -> None:
    text = (shared_data / "letters/joint-letter-to-missions.txt").read_text(encoding="utf-8")
    filled = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    printed = filled[filled.index("Sincerely yours,") + 1 :]
    make.letter(recipients=1)
    pasted = "\n".join(printed[::-1])
    assert run("import", "-", "--as", "sign-ons", "--letter", "1", pasted=pasted).code == 0
    assert run("confirm", "--letter", "1", "--all", "--how", "mails").code == 0
    with make.database.reading() as session:
        last = [row.id for row in session.query(SignOn).order_by(SignOn.place).limit(2)][::-1]
    design(make.database, BlockSettings(pins=tuple(Pin(each, PinPlace.LAST) for each in last)))
    shown = of_lines(run, tmp_path)
    assert shown == dict.fromkeys(shown, printed)
    paper = bare(" ".join(pages_of(made(run, tmp_path, "pdf"))))
    assert bare(" ".join(printed)) in paper


def test_the_coalition_s_letter_has_its_groups_countries_and_numbers(
    run: CommandLine, make: Make, shared_data: Path, tmp_path: Path
) -> None:
    path = shared_data / "letters/owinfs-2020-endorsers.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sections = list(dict.fromkeys(row["section"].rstrip(" :") for row in rows))
    sign_everybody(run, make, path)
    design(make.database, as_printed(sections))
    page = reader.document_fromstring(made(run, tmp_path, "html").read_text(encoding="utf-8"))
    assert [heading.text_content() for heading in page.xpath("//h3")] == sections
    tables = [cells(table) for table in page.xpath("//table")]
    assert [len(table) for table in tables] == [85, 315]
    shown = [row for table in tables for row in table]
    assert [int(number) for number, *_ in shown] == list(range(1, 401))
    given = [(row["organisation"], row["description_or_country"]) for row in rows]
    assert sorted((body, about) for _, body, about in shown) == sorted(given)
    elsewhere = [place for place, row in enumerate(shown) if (row[1], row[2]) != given[place]]
    assert len(elsewhere) == 2
    assert elsewhere[1] - elsewhere[0] == 1, "two neighbours, the one inversion of the list"
    document = docx.Document(str(made(run, tmp_path, "docx")))
    in_word = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert [row for row in in_word if row[0].isdigit()] == shown
    in_text = made(run, tmp_path, "txt").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t") for line in in_text if re.match(r"\d+\t", line)] == shown
    head, *in_book = load_workbook(made(run, tmp_path, "xlsx")).active.iter_rows(values_only=True)
    column = head.index("Organisation")
    assert [(row[0], row[column]) for row in in_book] == [(int(row[0]), row[1]) for row in shown]
    paper = bare(" ".join(pages_of(made(run, tmp_path, "pdf"))))
    place = 0
    for number, body, _ in shown:
        place = paper.index(bare(number + body), place)


def sign_everybody(run: CommandLine, make: Make, path: Path) -> None:
    """Import a list as it is, and confirm all of it."""
    make.letter(recipients=1)
    done = run("import", str(path), "--as", "sign-ons", "--letter", "1")
    assert done.code == 0, done.errors
    assert run("confirm", "--letter", "1", "--all", "--how", "mails").code == 0


def as_printed(sections: Sequence[str]) -> BlockSettings:
    international, national = sections
    table = Layout(Form.TABLE, table_columns=("number", "organisation", "description"), zebra=True)
    by_country = replace(table, table_columns=("number", "organisation", "country"), zebra=False)
    return BlockSettings(
        layout=Layout(marker=Marker.NUMBERS),
        grouping=Grouping.GROUP,
        groups=(
            GroupSettings(international, "*{group}*", table),
            GroupSettings(national, "*{group}*", by_country, OrderRule(Order.COUNTRY)),
        ),
    )


def cells(table: reader.HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in table.xpath("./tbody/tr")]

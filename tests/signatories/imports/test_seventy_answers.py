"""Seventy answers in ten formats: each handled once, nothing typed twice, all undone again."""

import csv
import json
import mailbox
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from sqlalchemy import select

from signatories import printed_lines, sign_ons, undoing
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.models import Confirmation, SignOn, SignOnStatus
from signatories.sources import opening
from signatories.sources.documents import Source
from tests.factories import content
from tests.signatories.sources.mail.outlook_files import outlook_mail

ENGLISH, FRENCH, GERMAN = "We are happy to sign.", "Nous signons la lettre.", "Wir zeichnen mit."
GIVEN = ["Ada", "Bela", "Cora", "Dina", "Edda", "Fina", "Gita", "Hedda", "Ilka", "Jana"]
FAMILY = ["Arndt", "Brenn", "Colin", "Dorsey", "Ekman", "Falk", "Grote"]
PEOPLE = [f"{given} {family}" for family in FAMILY for given in GIVEN]
BODIES = [
    f"{thing} {kind}"
    for kind in ("Trust", "Network", "Foundation", "Union", "Institute", "Association", "Forum")
    for thing in [
        "River",
        "Meadow",
        "Forest",
        "Harbour",
        "Valley",
        "Island",
        "Desert",
        "Mountain",
        "Lake",
        "Coast",
    ]
]
HEADER = ["Name", "Role", "Organisation", "E-mail"]


def address(number: int) -> str:
    return f"{PEOPLE[number].split()[0].lower()}@{BODIES[number].replace(' ', '-').lower()}.example"


def line(number: int) -> list[str]:
    return [PEOPLE[number], "Director", BODIES[number], address(number)]


def mail(number: int, says: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = f"{PEOPLE[number]} <{address(number)}>"
    made["Subject"], made["Date"] = "Re: Letter", f"Mon, 2 Mar 2026 09:{number:02}:00 +0000"
    made["Message-ID"] = f"<{number}@letters.example>"
    made.set_content(f"{says}\n\n{PEOPLE[number]}\nDirector\n{BODIES[number]}\n")
    return made


def mails(folder: Path, numbers: range, says: Sequence[str]) -> Source:
    paths = []
    for place, number in enumerate(numbers):
        path = folder / f"{number:02}.eml"
        path.write_bytes(mail(number, says[place % len(says)]).as_bytes())
        paths.append(path)
    return opening.open_mails(paths)


def a_mailbox(folder: Path, numbers: range) -> Source:
    box = mailbox.mbox(folder / "answers.mbox")
    for number in numbers:
        box.add(mailbox.mboxMessage(mail(number, ENGLISH)))
    box.close()
    return opening.open_file(folder / "answers.mbox")


def outlook(folder: Path, numbers: range) -> Source:
    paths = []
    for number in numbers:
        sender = {"x0C1A": PEOPLE[number], "x5D01": address(number)}
        text = f"We cannot sign.\n\n{PEOPLE[number]}\n{BODIES[number]}"
        paths.append(folder / f"{number}.msg")
        paths[-1].write_bytes(outlook_mail(x0037="Re: Letter", x1000=text, **sender))
    return opening.open_mails(paths)


def a_workbook(folder: Path, numbers: range) -> Source:
    book = openpyxl.Workbook()
    for row in (HEADER, *map(line, numbers)):
        book.active.append(row)
    book.save(folder / "members.xlsx")
    return opening.open_file(folder / "members.xlsx")


def a_table(folder: Path, numbers: range, name: str = "members.csv") -> Source:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *map(line, numbers)])
    return opening.open_file(folder / name)


def a_word_table(folder: Path, numbers: range) -> Source:
    document = docx.Document()
    table = document.add_table(0, len(HEADER))
    for row in (HEADER, *map(line, numbers)):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(folder / "members.docx")
    return opening.open_file(folder / "members.docx")


def a_page(folder: Path, numbers: range) -> Source:
    rows = (HEADER, *map(line, numbers))
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    path = folder / "members.html"
    path.write_text(f"<html><body><table>{cells}</table></body></html>", encoding="utf-8")
    return opening.open_file(path)


def a_paste(numbers: range) -> Source:
    lines = [", ".join(line(number)[:3]) for number in numbers]
    return opening.open_text("\n".join(lines))


def records(folder: Path, numbers: range) -> Source:
    rows = [dict(zip(HEADER, line(number), strict=True)) for number in numbers]
    path = folder / "members.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return opening.open_file(path)


@pytest.fixture
def invited(database: Database, make, letter: int) -> range:
    """The first ten, who were invited at their addresses."""
    for number in range(10):
        made = make.organisation(BODIES[number])
        person = make.person(PEOPLE[number], organisation_id=made, email=address(number))
        with database.work("Invite") as unit:
            sign_ons.add(
                unit.session,
                letter,
                organisation_id=made,
                signer_id=person,
                status=SignOnStatus.INVITED,
            )
    return range(10)


class Desk:
    """Brings sources in, one after the other, as somebody does who drops them and presses OK."""

    def __init__(self, database: Database, letter: int) -> None:
        self.database = database
        self.letter = letter
        self.actions: list[int] = []
        self.states: Counter[str] = Counter()

    def take(self, source: Source, **request: Any) -> dict[str, int]:
        with self.database.reading() as session:
            planned = plan.build(session, source, ImportRequest(letter_id=self.letter, **request))
        with self.database.work("Import", bulk=True) as unit:
            apply.apply(unit, planned)
            self.actions.append(unit.change_set_id)
        found = {state: count for state, count in planned.counts.items() if count}
        self.states.update(found)
        return found


def test_seventy_answers_in_ten_formats(database, letter, invited, tmp_path) -> None:
    before = content(database)
    desk = Desk(database, letter)
    several = mails(tmp_path, range(20), [ENGLISH, FRENCH, GERMAN])
    assert desk.take(several, confirm=True) == {"update": 10, "new": 10}
    assert desk.take(a_mailbox(tmp_path, range(20, 28)), confirm=True) == {"new": 8}
    (tmp_path / "more").mkdir()
    assert desk.take(outlook(tmp_path / "more", range(28, 30)), confirm=True) == {"new": 2}
    assert desk.take(a_paste(range(30, 38))) == {"new": 8}
    assert desk.take(a_workbook(tmp_path, range(38, 46))) == {"new": 8}
    assert desk.take(a_table(tmp_path, range(46, 52))) == {"new": 6}
    assert desk.take(a_table(tmp_path, range(52, 56), "form.csv")) == {"new": 4}
    assert desk.take(a_table(tmp_path, range(52, 60), "form.csv")) == {"same": 4, "new": 4}
    assert desk.take(a_word_table(tmp_path, range(60, 64))) == {"new": 4}
    assert desk.take(a_page(tmp_path, range(64, 67))) == {"new": 3}
    assert desk.take(records(tmp_path, range(67, 70))) == {"new": 3}
    assert desk.states == {"update": 10, "new": 60, "same": 4}
    with database.reading() as session:
        found = session.scalars(select(SignOn).order_by(SignOn.place)).all()
        names = [printed_lines.printed(session, each, "en").name for each in found]
        assert sorted(names) == sorted(PEOPLE)
        assert Counter(each.status.value for each in found) == {
            "confirmed": 28,
            "declined": 2,
            "promised": 40,
        }
        assert len(session.scalars(select(Confirmation)).all()) == 28
    for action in reversed(desk.actions):
        assert not undoing.undo(database, action).kept
    assert content(database) == before

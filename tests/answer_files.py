"""Answers to a letter as they come: mails of three programs, tables, documents, records, lines of text."""

import csv
import json
import mailbox
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl

from signatories.sources import opening
from signatories.sources.documents import Source
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

"""What an import looks like at each of its moments, for the pictures that people look at."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.factories import Make
from tests.fakes import ImmediateJobs
from tests.import_hand import ImportHand
from ui.main_window import MainWindow
from ui.pages.imports.looking import Reading
from ui.places import Place

PASTED = """Dr Ama Boateng, Director, Riverside Children’s Forum, Ghana
Lucía Ferreyra, Red de Infancia del Sur
Ondřej Novák – Chair, Union for Early Years (UEY)
山田太郎(理事長)、河川の会
ليلى حداد، جمعية النهر
"""
TABLE = """name,organisation,country,joined
Well Fund Foundation,Anna Berg,Ghana,2021-05-03
River Forum Association,Omar Diallo,Mali,2021-05-04
Institute of Tides,Ines Moor,Atlantis,2021-05-05
Network for Wells,Lucía Ferreyra,Peru,2021-05-06
---,,Peru,2021-05-07
Total,4,,
"""
CODES = "Alpha,Beta,Gamma\nx1,10,20\nx2,11,21\nx3,12,22\n"
MAILS = {
    "Ama Boateng": "Yes, we are happy to sign.\n\nAma Boateng\nDirector\nRiver Forum\n",
    "Jeanne Roux": "Nous signons, à condition que le paragraphe 3 soit modifié.\n\nJeanne Roux\n",
    "Lucía Ferreyra": "Sí, firmamos con gusto.\n\nLucía Ferreyra\nRed del Sur\n",
    "Ines Moor": "By when do you need an answer?\n\nInes Moor\nMoor Trust\n",
}

Build = Callable[[MainWindow, ImmediateJobs], QWidget]


def folder(window: MainWindow) -> Path:
    """Where the pictures' files may lie."""
    return window.app.database.path.parent


def reading(window: MainWindow, name: str, content: bytes) -> Reading:
    path = folder(window) / name
    path.write_bytes(content)
    return Reading((path,)).asking(letter_id=1)


def begin(window: MainWindow, jobs: ImmediateJobs, shown: Reading) -> ImportHand:
    hand = ImportHand(window, jobs)
    hand.begin(shown)
    return hand


def pasted(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    begin(window, jobs, Reading(text=PASTED))
    return window


def empty(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    begin(window, jobs, Reading())
    return window


def table(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    begin(window, jobs, reading(window, "members.csv", TABLE.encode()))
    return window


def unnamed(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    begin(window, jobs, reading(window, "codes.csv", CODES.encode()))
    return window


def broken(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    begin(window, jobs, reading(window, "broken.xlsx", b"PK\x03\x04 broken"))
    return window


def replies(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    paths = []
    for number, (name, said) in enumerate(MAILS.items()):
        mail = EmailMessage()
        mail["From"] = f"{name} <a{number}@answers.example>"
        mail["Date"] = f"Mon, 03 May 2021 10:0{number}:00 +0000"
        mail.set_content(said)
        paths.append(folder(window) / f"answer {number}.eml")
        paths[-1].write_bytes(bytes(mail))
    begin(window, jobs, Reading(tuple(paths))).focus(1)
    return window


def result(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    hand = begin(window, jobs, reading(window, "members.csv", TABLE.encode()))
    hand.press("Import")
    return window


def duplicates(window: MainWindow, jobs: ImmediateJobs) -> QWidget:
    make = Make(window.app.database)
    make.organisation("Friends of the River Oda", country="GH")
    make.organisation("Friends of the River Oda (FRO)", website="https://fro.example")
    window.app.file.look()
    jobs.settle()
    window.show_place(Place("organisations duplicates"))
    jobs.settle()
    return window


IMPORTS: dict[str, Build] = {
    "import-empty": empty,
    "import-pasted": pasted,
    "import-table": table,
    "import-which-column": unnamed,
    "import-broken": broken,
    "import-replies": replies,
    "import-result": result,
    "duplicates": duplicates,
}

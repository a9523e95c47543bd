"""Times imports of large tables beside python-calamine only reading the same file.

    .venv/bin/python tests/benchmarks/imports.py [ROWS ...] [--formats xlsx csv ods] [--as SUBJECT] [--runs 3]

Each table has 8 columns of invented supporters, who come in as people or as sign-ons, or 6 of recipients. It comes into
a workspace of 100,000 records, people with their organisations or recipients, which one row in ten is about; all rows
are matched for duplicates. Of the sign-ons 60 % are in question: twenty people sign for each organisation, and the
table gives it another country in each row. That is the hard case. With `open-letter` two in three sign for themselves,
nearly all others as the only ones of their organisation, and of 10,000 rows 3 % are in question.

Measured is a process that imports the table as the command line does, stage by stage, and then undoes it. Printed are
medians of the runs in turn, of tables above 100,000 rows of one run: CPU seconds of the whole, from the start of the
process to the end of the import; how often that is the reader's (csv: Python's own module); rows a second of each
stage; and the peaks of our process and of the child that opens the file.
Below, what a row costs at each size, with the smallest as 1. Quote the ratios.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from measuring import KILOBYTE, heard, measure
from tables import (
    HEADER,
    HEADER_OF_BODIES,
    WRITERS,
    Body,
    Supporter,
    bodies,
    of_open_letter,
    supporters,
    with_known,
)

from signatories import countries, letters, undoing
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.letters import text_file
from signatories.models import Organisation, Person, Recipient, Role
from signatories.names import suggest
from signatories.search import keys
from signatories.sources import opening

SIZES = (10_000, 100_000, 500_000)
RECORDS = 100_000
OPEN_LETTER = "open-letter"
STAGES = ("read", "plan", "apply", "undo")


# The peer: every cell of a file as the reader gives it, and nothing done with it.
READ_ONLY = {
    ".csv": "import csv, sys; list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))",
    **dict.fromkeys(
        (".xlsx", ".ods"),
        "import sys, python_calamine as c\n"
        "c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()",
    ),
}


class Figures(NamedTuple):
    """One table: CPU seconds of the whole, of the reader alone and by stage, megabytes of us and of the child."""

    whole: float
    reader: float
    stages: dict[str, float]
    peaks: tuple[float, float]


def make_workspace(path: Path, people: list[Supporter], subject: str) -> None:
    """A letter, and a directory of these people and their organisations, else recipients."""
    with Database.open(path, create=True) as database:
        with database.work("Add a letter") as unit:
            letters.add(unit.session, text_file.parse("---\ntitle: A\n---\nText", "a.md"))
        if subject == "recipients":
            with database.work("Import", bulk=True) as unit:
                rows = enumerate(bodies(people), start=1)
                unit.insert(Recipient, [_recipient(place, row) for place, row in rows])
            return
        with database.work("Import", bulk=True) as unit:
            names = list(dict.fromkeys(row.organisation for row in people))
            found = unit.insert(Organisation, [{"name": name, **keys(name)} for name in names])
            places = dict(zip(names, found, strict=True))
            ids = unit.insert(Person, [_person(row) for row in people])
            roles = zip(ids, people, strict=True)
            unit.insert(Role, [_role(i, places[row.organisation], row.title) for i, row in roles])


def _person(row: Supporter) -> dict[str, Any]:
    sort_name = str(suggest(row.name))
    found_by = keys(sort_name, row.name, row.email)
    return {"name": row.name, "sort_name": sort_name, "email": row.email, **found_by}


def _recipient(place: int, row: Body) -> dict[str, Any]:
    country = countries.find(row.country)
    given = {**row._asdict(), "country": country.iso if country else None}
    return {**given, "place": place, **keys(row.name, row.person, row.email, row.country)}


def _role(person: int, organisation: int, title: str) -> dict[str, Any]:
    return {"person_id": person, "organisation_id": organisation, "title": title}


def go_through_stages(workspace: Path, table: Path, subject: str) -> None:
    """Import and undo in this process, and print what each stage took."""
    took: dict[str, float] = {}
    with Database.open(workspace) as database:
        with _timed(took, "read"):
            source = opening.open_file(table)
        kind = "sign-ons" if subject == OPEN_LETTER else subject
        request = ImportRequest(as_=kind, letter_id=1 if kind == "sign-ons" else None)
        with _timed(took, "plan"), database.reading() as session:
            planned = plan.build(session, source, request)
        with _timed(took, "apply"), database.work(apply.MESSAGE, bulk=True) as unit:
            apply.apply(unit, planned)
        whole = sum(os.times()[:4])
        peaks = [_own_peak(), _peak(resource.RUSAGE_CHILDREN)]
        with _timed(took, "undo"):
            undoing.undo(database)
    print(json.dumps([whole, took, peaks]))


@contextmanager
def _timed(took: dict[str, float], stage: str) -> Iterator[None]:
    begun = sum(os.times()[:4])
    yield
    took[stage] = sum(os.times()[:4]) - begun


def _own_peak() -> float:
    """Linux counts to a process what the one that started it took: here that made the tables, and took far more."""
    status = Path("/proc/self/status")
    if not status.exists():
        return _peak(resource.RUSAGE_SELF)
    kilobytes = dict(line.split(":", 1) for line in status.read_text().splitlines())["VmHWM"]
    return int(kilobytes.split()[0]) * 1024 / 1e6


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * KILOBYTE / 1e6


def import_once(folder: Path, table: Path, subject: str) -> Figures:
    """Measure one import of a table, in a process of its own, and its reader in another."""
    copy = folder / "copy.signatories"
    reader = measure([sys.executable, "-c", READ_ONLY[table.suffix], str(table)])
    shutil.copyfile(folder / "records.signatories", copy)
    _, printed = heard([sys.executable, __file__, "--stages", str(copy), str(table), subject])
    whole, took, (own, child) = json.loads(printed)
    return Figures(whole, reader.cpu, took, (own, child))


def median_of(runs: list[Figures]) -> Figures:
    """The median of each figure."""
    stages = {name: statistics.median(run.stages[name] for run in runs) for name in STAGES}
    own, child = (statistics.median(run.peaks[which] for run in runs) for which in (0, 1))
    whole, reader = (
        statistics.median(each) for each in zip(*(run[:2] for run in runs), strict=True)
    )
    return Figures(whole, reader, stages, (own, child))


def row_of(form: str, count: int, figures: Figures) -> str:
    """A line of the table that is printed."""
    whole, reader = figures.whole, figures.reader
    rates = " ".join(f"{count / figures.stages[name]:9.0f}" for name in STAGES)
    own, child = figures.peaks
    return (
        f"{form:>5} {count:>8} | {whole:8.2f} s {reader:7.2f} s {whole / reader:6.1f} times"
        f" | {rates} | {own:6.0f} {child:6.0f} MB"
    )


def growth_of(form: str, by_size: dict[int, Figures]) -> str:
    """What a row costs at each size, with the smallest as 1."""
    smallest = min(by_size)
    lines = [f"{form}: cost of a row at {', '.join(f'{count:,}' for count in by_size)} rows"]
    costs: dict[str, Callable[[Figures], float]] = {"whole": lambda figures: figures.whole}
    costs |= {name: lambda figures, name=name: figures.stages[name] for name in STAGES}
    for name, cost in costs.items():
        unit = cost(by_size[smallest]) / smallest
        each = (f"{cost(figures) / count / unit:.2f}" for count, figures in by_size.items())
        lines.append(f"  {name:5} {'  '.join(each)}")
    return "\n".join(lines)


def compare(folder: Path, arguments: argparse.Namespace) -> None:
    """Time all formats at all sizes, and print the tables."""
    known = list(supporters(RECORDS * 20 // 21, seed=1))  # with their organisations 100,000
    make_workspace(folder / "records.signatories", known, arguments.subject)
    print(
        "             |      whole  reader alone  ratio   | rows/s: read, plan, apply, undo", end=""
    )
    print("         | peak: we, child")
    for form in arguments.formats:
        by_size: dict[int, Figures] = {}
        for count in arguments.rows:
            table = folder / f"table.{form}"
            _write(table, with_known(supporters(count, seed=2), known), arguments.subject)
            runs = arguments.runs if count <= RECORDS else 1
            measured = [import_once(folder, table, arguments.subject) for _ in range(runs)]
            by_size[count] = median_of(measured)
            print(row_of(form, count, by_size[count]), flush=True)
        print(growth_of(form, by_size), flush=True)


def _write(table: Path, rows: Iterator[Supporter], subject: str) -> None:
    """Save rows as the format that the table is named by has them."""
    write = WRITERS[table.suffix[1:]]
    if subject == "recipients":
        write(table, HEADER_OF_BODIES, bodies(rows))
    elif subject == OPEN_LETTER:
        write(table, HEADER, of_open_letter(rows))
    else:
        write(table, HEADER, rows)


def main(words: list[str]) -> None:
    """Print the tables, or go through the stages of one import."""
    if words[:1] == ["--stages"]:
        go_through_stages(Path(words[1]), Path(words[2]), words[3])
        return
    parser = argparse.ArgumentParser(description="Time imports of large tables.")
    parser.add_argument("rows", nargs="*", type=int, default=SIZES)
    parser.add_argument("--formats", nargs="+", choices=WRITERS, default=list(WRITERS))
    subjects = ("people", "sign-ons", OPEN_LETTER, "recipients")
    parser.add_argument("--as", dest="subject", choices=subjects, default="people")
    parser.add_argument("--runs", type=int, default=3)
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), parser.parse_args(words))


if __name__ == "__main__":
    main(sys.argv[1:])

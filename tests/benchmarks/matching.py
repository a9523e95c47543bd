"""How right the matching is on real names, and how long it takes at the sizes that are promised.

    .venv/bin/python -m tests.benchmarks.matching [RECORDS]

Real names: 305 groups of spellings of one organisation each, all in one directory; and two letters of one coalition,
17 months apart, where a person found 44 organisations on both. Time: that many stored organisations and people, a
list of as many rows of which a tenth are altered copies, and the duplicates among all that is stored. CPU seconds.
"""

import csv
import html
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from signatories import countries, duplicates
from signatories.database import Database
from signatories.matching.bodies import Bodies
from signatories.matching.differences import Differences
from signatories.matching.directory import Directory
from signatories.matching.persons import Persons
from signatories.matching.records import KnownOrganisation, KnownPerson
from signatories.models import Organisation, Person, Role
from signatories.search import keys

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"
ON_BOTH = 44  # organisations that a person finds on both letters
_ITEM = re.compile(r"<li[^>]*>(.*?)(?=<li|</ul|</ol)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_SYLLABLES = [
    "ba",
    "dor",
    "fel",
    "gan",
    "hol",
    "jin",
    "kal",
    "lum",
    "mar",
    "nor",
    "pel",
    "qui",
    "ras",
    "sol",
    "tam",
]


class Quality(NamedTuple):
    """Pairs that are the same by hand, pairs that were found, and how many are both."""

    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.wanted


class Letters(NamedTuple):
    """Of the earlier letter's organisations: found on the later one, and spelt exactly as there."""

    found: int
    exact: int


def empty_directory() -> Directory:
    return Directory(Bodies(), Persons(), Differences())


def variants(data: Path) -> Quality:
    """Every spelling against all others."""
    with (data / "names/organisation-variant-groups.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    bodies = Bodies()
    for ref, row in enumerate(rows, 1):
        bodies.add(KnownOrganisation(ref, row["string"]))
    groups = {ref: row["group"] for ref, row in enumerate(rows, 1)}
    wanted = {pair for pair in combinations(groups, 2) if groups[pair[0]] == groups[pair[1]]}
    found = {
        (min(ref, other), max(ref, other))
        for ref, known in bodies.known.items()
        for other in bodies.likely(known.name, "", None, without=ref)
    }
    return Quality(len(wanted), len(found), len(wanted & found))


def two_letters(data: Path) -> Letters:
    """The organisations of the letter of 2012 looked for among the endorsers of 2020."""
    with (data / "letters/owinfs-2020-endorsers.csv").open(encoding="utf-8") as file:
        later = [
            (row["organisation"], _code(row["description_or_country"]))
            for row in csv.DictReader(file)
        ]
    directory = empty_directory()
    for ref, (name, country) in enumerate(later, 1):
        directory.add_organisation(KnownOrganisation(ref, name, "", country))
    names = {name for name, _ in later}
    found = exact = 0
    for name, country in _earlier(data):
        ref, matches = directory.find_organisation(name, "", country)
        found += bool(ref or matches)
        exact += name in names
    return Letters(found, exact)


def _earlier(data: Path) -> Iterator[tuple[str, str | None]]:
    text = (data / "letters/owinfs-2012-letter.html").read_text(encoding="utf-8", errors="replace")
    for item in _ITEM.findall(text[text.index("International Organizations") :]):
        line = " ".join(html.unescape(_TAG.sub(" ", item)).split())
        name, _, place = line.rpartition(", ")
        code = _code(place)
        yield (name, code) if name and code else (line, None)


def _code(place: str) -> str | None:
    place = {"UK": "United Kingdom", "US": "United States"}.get(place, place.removeprefix("the "))
    found = countries.find(place)
    return found.iso if found else None


def people(number: int, seed: int) -> list[tuple[str, str, str, str]]:
    """Invented people: name, organisation, e-mail, country; nearly all words are rare, as in real lists."""
    chance = random.Random(seed)
    states = [state.iso for state in countries.all_states()]

    def word(length: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(length)).capitalize()

    kinds = ("Network", "Trust", "Alliance", "Union", "Forum for Women", "Council of Teachers")
    return [
        (
            f"{word(2)} {word(3)}",
            f"{word(3)} {word(2)} {chance.choice(kinds)}",
            f"{word(4)}{chance.randrange(10**6)}@wells.example",
            chance.choice(states),
        )
        for _ in range(number)
    ]


def altered(row: tuple[str, str, str, str], number: int) -> tuple[str, str, str, str]:
    """A copy as another list would have it."""
    name, body, email, country = row
    given, family = name.split()
    return (
        (f"{family.upper()} {given}", body, "", country),
        (name, f"The {body} ({body[:2].upper()}X)", email, country),
        (f"Dr. {name}", body, f"new{number}@air.example", country),
        (name[:3] + name[4:], body.upper(), "", country),
    )[number % 4]


def fill(database: Database, rows: list[tuple[str, str, str, str]]) -> None:
    """Store an organisation, a person and a role for each row."""
    blank: dict[str, Any] = {"language": "", "notes": "", "extra": {}}
    with database.work("Fill", bulk=True) as unit:
        bodies = [
            {"name": body, "acronym": "", "country": country, "region": "", "kind": "", "website": "", "email": ""}
            | blank | keys(body)
            for _, body, _, country in rows
        ]  # fmt: skip
        signers = [
            {"name": name, "sort_name": name, "form_of_address": "", "email": email, "telephone": ""}
            | blank | keys(name)
            for name, _, email, _ in rows
        ]  # fmt: skip
        ids = unit.insert(Organisation, bodies), unit.insert(Person, signers)
        unit.insert(
            Role,
            [
                {"organisation_id": body, "person_id": person, "title": ""}
                for body, person in zip(*ids, strict=True)
            ],
        )


def match(directory: Directory, rows: list[tuple[str, str, str, str]]) -> int:
    """Look every row up as an import does, adding what is new; return how many people were found."""
    found = 0
    for line, (name, organisation, email, country) in enumerate(rows, 1):
        body, _ = directory.find_organisation(organisation, "", country)
        if body is None:
            body = directory.add_organisation(KnownOrganisation(-line, organisation, "", country))
        person, matches = directory.find_person(name, email, body)
        found += bool(person or matches)
        if person is None:
            directory.add_person(KnownPerson(-line, name, email, None, {body: ""}))
    return found


def timed(what: str, work: Callable[[], Any]) -> Any:
    start = time.process_time()
    result = work()
    print(f"{what:<46} {time.process_time() - start:6.2f} s")
    return result


def main(records: int) -> None:
    if SHARED.is_dir():
        quality, letters = variants(SHARED), two_letters(SHARED)
        print(
            f"spellings: precision {quality.precision:.3f}, recall {quality.recall:.3f} of {quality.wanted} pairs"
        )
        print(
            f"two letters: {letters.found} of {ON_BOTH} found, {letters.exact} by exact comparison"
        )
    stored = people(records, 1)
    copies = (altered(row, number) for number, row in enumerate(stored[: records // 10]))
    rows = [*copies, *people(records - records // 10, 2)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.signatories"
        with Database.open(path, create=True) as database:
            fill(database, stored)
            with database.reading() as session:
                directory = timed(f"load {2 * records:,} records", lambda: Directory.of(session))
                found = timed(f"match {records:,} rows", lambda: match(directory, rows))
                print(f"{found:,} people found, {records // 10:,} are altered copies")
                for subject in duplicates.SUBJECTS:
                    find = partial(duplicates.find, session, subject)
                    pairs = timed(f"duplicates among {records:,} {subject}", find)
                    print(f"{len(pairs):,} pairs")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)

"""A workspace with the letter, recipients and signatories that the peers read from their files.

.venv/bin/python tests/benchmarks/merge_workspace.py FILE RECIPIENTS LINES COLUMNS SIZE KIND
"""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

from merge_kinds import Work, work

from signatories import letters, names
from signatories.block.settings import BlockSettings, Layout
from signatories.database import Database, Unit
from signatories.models import (
    Capacity,
    Confirmation,
    Evidence,
    HowWeKnow,
    Organisation,
    Person,
    Recipient,
    SignOn,
    SignOnStatus,
)
from signatories.search import keys
from signatories.sign_ons import confirming

CONFIRMED_AT = dt.datetime(2010, 7, 1, tzinfo=dt.UTC)


def make_workspace(path: Path, given: Work) -> None:
    """The letter to its recipients, confirmed by all, each for a body of its own."""
    with Database.open(path, create=True) as database:
        with database.work("Add the recipients", bulk=True) as unit:
            unit.insert(Recipient, _recipients(given.recipients))
        with database.work("Add the letter") as unit:
            letter = letters.add(unit.session, given.file)
            letters.set_block(unit.session, letter.id, BlockSettings(layout=given.layout))
            version = confirming.open_for_signature(letter)
            letter_id, version_id = letter.id, version.id
        with database.work("Add the sign-ons", bulk=True) as unit:
            _confirm(unit, letter_id, version_id, given.lines)


def _recipients(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Recipients as they are added, but in the order of the rows: their checks look for each letter in its place."""
    return [
        {
            "name": row["country"],
            "salutation": row["salutation"],
            "extra": {"date": row["date"]},
            "place": place,
            **keys(row["country"]),
            "sort_key": place.to_bytes(4),
        }
        for place, row in enumerate(rows, start=1)
    ]


def _confirm(
    unit: Unit, letter_id: int, version_id: int, lines: list[tuple[str, str, str]]
) -> None:
    """Sign-ons as importing and confirming them leaves them, written at once: by one it takes minutes."""
    bodies = unit.insert(Organisation, [{"name": body, **keys(body)} for _, _, body in lines])
    people = unit.insert(Person, [_person(name) for name, _, _ in lines])
    own = [
        {
            "organisation_id": body,
            "signer_id": person,
            "capacity": Capacity.ORGANISATION,
        }
        for body, person in zip(bodies, people, strict=True)
    ]
    ids = unit.insert(
        SignOn,
        [
            {
                **ours,
                "letter_id": letter_id,
                "status": SignOnStatus.CONFIRMED,
                "place": place,
                "printed_role": role,
            }
            for place, (ours, (_, role, _)) in enumerate(zip(own, lines, strict=True), start=1)
        ],
    )
    proof = {"kind": HowWeKnow.OWN_WORDS, "text": "benchmark", "received_at": CONFIRMED_AT}
    (evidence,) = unit.insert(Evidence, [proof])
    unit.insert(
        Confirmation,
        [
            {
                **ours,
                "sign_on_id": sign_on,
                "version_id": version_id,
                "evidence_id": evidence,
                "name": name,
                "role": role,
                "organisation": body,
                "confirmed_at": CONFIRMED_AT,
                "extra": {},
                "region": "",
                "kind": "",
                "language": "",
            }
            for sign_on, ours, (name, role, body) in zip(ids, own, lines, strict=True)
        ],
    )


def _person(name: str) -> dict[str, Any]:
    sort_name = str(names.suggest(name))
    return {"name": name, "sort_name": sort_name, **keys(sort_name, name)}


if __name__ == "__main__":
    file, recipients, lines, columns, size, kind = sys.argv[1:]
    look = Layout(columns=int(columns), size=float(size))
    make_workspace(Path(file), work(int(recipients), int(lines), look, kind))

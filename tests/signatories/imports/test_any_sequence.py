"""Whatever is imported, edited, merged and taken back, in whatever order: nothing given is lost, and all is found."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from signatories import printed_lines, sign_ons, undoing
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.duplicates import merging
from signatories.errors import UserFacingError
from signatories.history.chain import chain_problems
from signatories.imports.planned import OnDuplicate
from signatories.models import ChangeSet, Organisation, Person, Recorded, SignOn, SignOnStatus
from tests.factories import Make, content

NAMES = ("Ann Lee", "Bo Hu", "Łucja Żak", "<b>X</b> Y")
BODIES = ("Well Fund", "Well Fund Peru", "Łódź {{ x }}", "=Pump", "Friends of Wells")
CELLS = {
    "name": NAMES,
    "organisation": BODIES,
    "other_name": BODIES,
    "role": ("Chair", "Director"),
    "acronym": ("WF", "FW"),
    "country": ("Ghana", "Peru", "Ruritania"),
    "email": ("ann@well.example", "bo@well.example", "office@pump.example"),
    "notes": ("Met in May", "Met in June"),
    "group": ("Local", "National"),
    "salutation": ("Dear all", "Dear Ann"),
}
COLUMNS = {
    "sign-ons": ("name", "organisation", "role", "acronym", "country", "email", "notes", "group"),
    "recipients": ("name", "country", "email", "salutation"),
    "organisations": ("name", "other_name", "acronym", "country", "email", "notes"),
    "people": ("name", "organisation", "role", "country", "email", "notes"),
}
OF_ROWS = ("organisations", "people", "roles", "sign_ons", "recipients")
FOLLOWING = {"changed_in", "revision", "sort_key", "search_key", "printed_country"}

Rows = dict[str, dict[int, dict[str, Any]]]


class Secretary:
    """Does one thing after the other, and looks after each at what must hold."""

    def __init__(self, make: Make, letter: int, import_text: Callable[..., Any], seed: int) -> None:
        self.database: Database = make.database
        self.letter = letter
        self.import_text = import_text
        self.chance = random.Random(seed)

    def go(self, steps: int) -> None:
        every = (self.bring_in, self.edit, self.sign, self.merge, self.take_back, self.take_back)
        for _ in range(steps):
            try:
                self.chance.choice(every)()
            except UserFacingError:
                continue  # what the rules refuse is not done
            self.look()

    def look(self) -> None:
        """The log is a chain, and whatever is found by a key is found by what it is called now."""
        with self.database.reading() as session:
            assert chain_problems(session) == []
            for model, derive in (
                (Organisation, organisations.derive_keys),
                (Person, people.derive_keys),
                (SignOn, lambda row: printed_lines.derive_keys(session, row)),
            ):
                for row in session.scalars(select(model)):
                    key = set(row.search_key.split())
                    derive(row)
                    assert key == set(row.search_key.split())
            session.rollback()

    def bring_in(self) -> None:
        kind = self.chance.choice(list(COLUMNS))
        on_duplicate = self.chance.choice(list(OnDuplicate))
        letter = self.letter if kind == "sign-ons" else None
        before = rows(self.database)
        done = self.import_text(
            self.table(kind), as_=kind, letter_id=letter, on_duplicate=on_duplicate, header_line=1
        )
        assert sum(done.result.counts.values()) == len(done.plan.rows)
        after = rows(self.database)
        for table, row_id, name, old in given(before):
            new = after[table][row_id][name]
            assert new, f"{name} of {table} {row_id} was cleared"
            if on_duplicate in (OnDuplicate.FILL, OnDuplicate.SKIP):
                assert str(old) in str(new), f"{name} of {table} {row_id} was replaced"

    def table(self, kind: str) -> str:
        cells = CELLS | ({"name": BODIES} if kind in ("recipients", "organisations") else {})
        lines = [";".join(COLUMNS[kind])]
        for _ in range(self.chance.randint(1, 4)):
            is_filled = [self.chance.random() < 0.7 for _ in COLUMNS[kind]]
            row = zip(COLUMNS[kind], is_filled, strict=True)
            lines.append(";".join(self.chance.choice(cells[c]) if some else "" for c, some in row))
        return "\n".join(lines)

    def edit(self) -> None:
        module, model, names = self.chance.choice(
            ((organisations, Organisation, BODIES), (people, Person, NAMES))
        )
        row_id, name = self.pick(model), self.chance.choice(names)
        with self.database.work("Rename") as unit:
            module.change_value(unit.session, row_id, "name", name)

    def sign(self) -> None:
        body, person = self.pick(Organisation), self.pick(Person)
        with self.database.work("Add") as unit:
            row = sign_ons.add(unit.session, self.letter, organisation_id=body, signer_id=person)
            row.status = self.chance.choice((SignOnStatus.PROMISED, SignOnStatus.DECLINED))

    def merge(self) -> None:
        subject, model = self.chance.choice((("organisations", Organisation), ("people", Person)))
        with self.database.work("Merge", bulk=True) as unit:
            merging.merge(unit, subject, self.pick(model), self.pick(model))

    def take_back(self) -> None:
        """Take back any of the latest actions, do it again, and take it back again: each is the other way round."""
        with self.database.reading() as session:
            standing = select(ChangeSet.id).where(ChangeSet.undone_by_id.is_(None))
            latest = session.scalars(standing.order_by(ChangeSet.id.desc()).limit(6)).all()
        before = rows(self.database)
        done = undoing.undo(self.database, self.chance.choice(latest))
        after = rows(self.database)
        redone = undoing.undo(self.database, done.change_set_id)
        assert (redone.kept, rows(self.database)) == ([], before)
        assert undoing.undo(self.database, redone.change_set_id).kept == []
        assert rows(self.database) == after

    def pick(self, model: type[Recorded]) -> int:
        with self.database.reading() as session:
            return self.chance.choice(session.scalars(select(model.id)).all() or [0])


def rows(database: Database) -> Rows:
    """All that is stored, without what follows from the rest."""
    return {
        table: {
            row["id"]: {name: value for name, value in row.items() if name not in FOLLOWING}
            for row in stored
        }
        for table, stored in content(database).items()
    }


def given(stored: Rows) -> Any:
    """Each cell that somebody filled, by table, id and column."""
    return (
        (table, row_id, name, value)
        for table in OF_ROWS
        for row_id, row in stored[table].items()
        for name, value in row.items()
        if value
    )


def test_nothing_is_lost_and_all_is_found(make: Make, letter: int, import_text) -> None:
    Secretary(make, letter, import_text, seed=2).go(12)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_nothing_is_lost_in_many_sequences(make: Make, letter: int, import_text, seed: int) -> None:
    Secretary(make, letter, import_text, seed).go(30)

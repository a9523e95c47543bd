"""Makers of just enough: each call is one action of a user, and gives back the id of what it made."""

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

from sqlalchemy import select

from signatories import letters, recipients, sign_ons
from signatories.database import Database
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.letters.text_file import LetterFile
from signatories.models import Act, ActKind, Instrument, Precision, SignOnStatus
from signatories.recipients import RecipientDraft
from signatories.recording import TABLES
from signatories.sign_ons import confirming, lists
from signatories.sign_ons.confirming import Confirmed, Proof
from signatories.sign_ons.lists import NumberedList

LETTER = LetterFile(
    title="To the missions",
    language="en",
    place="Geneva",
    date=dt.date(2010, 7, 26),
    salutation='{{ recipient.salutation | "Your Excellency," }}',
    closing="Sincerely yours,",
    body="We write to {{ recipient.name }}.",
)

Acts = dict[str, dict[ActKind, dt.date]]


class Make:
    """Fills a workspace with invented records."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._numbers = count(1)

    def organisation(self, name: str = "", **draft: Any) -> int:
        name = name or f"Organisation {next(self._numbers)}"
        with self.database.work("Add organisation {organisation}") as unit:
            made = organisations.add(unit.session, OrganisationDraft(name=name, **draft))
            unit.about(organisation=made.id)
            return made.id

    def person(self, name: str = "", **draft: Any) -> int:
        name = name or f"Ada Person {next(self._numbers)}"
        with self.database.work("Add person {person}") as unit:
            made = people.add(unit.session, PersonDraft(name=name, **draft))
            unit.about(person=made.id)
            return made.id

    def recipient(self, name: str = "", *, letter: int | None = None, **draft: Any) -> int:
        name = name or f"Mission {next(self._numbers)}"
        with self.database.work("Add recipient {recipient}") as unit:
            made = recipients.add(unit.session, letter, RecipientDraft(name=name, **draft))
            unit.about(recipient=made.id)
            return made.id

    def letter(
        self, *, recipients: int = 0, sign_ons: int = 0, where: str = "", **text: Any
    ) -> int:
        """A letter, with recipients of its own, the condition on recipients, and promised sign-ons."""
        with self.database.work("Add letter “{letter}”") as unit:
            made = letters.add(unit.session, replace(LETTER, recipients=where, **text)).id
            unit.about(letter=made)
        for _ in range(recipients):
            self.recipient(letter=made)
        for _ in range(sign_ons):
            self.sign_on(made)
        return made

    def sign_on(
        self, letter: int, person: str = "", organisation: str = "", *, role: str = "", **given: Any
    ) -> int:
        """A promised sign-on of a new person for a new organisation."""
        body = self.organisation(organisation)
        signer = self.person(person, organisation_id=body, role=role)
        with self.database.work("Add sign-on {sign_on}") as unit:
            made = sign_ons.add(
                unit.session, letter, organisation_id=body, signer_id=signer, **given
            )
            unit.about(sign_on=made.id)
            return made.id

    def confirm(self, letter: int, *ids: int, how: str = "mail of 3 May") -> Confirmed:
        """Confirm these sign-ons, or all that promised."""
        with self.database.work("Confirm %n sign-on(s)", letter=letter) as unit:
            return confirming.confirm(unit, letter, Proof(how), ids or None)

    def withdraw(self, *ids: int) -> None:
        """Note that these sign-ons withdrew."""
        with self.database.work("Withdraw") as unit:
            sign_ons.set_status(unit, ids, SignOnStatus.WITHDRAWN)

    def close_list(self, letter: int, at: dt.datetime | None = None) -> NumberedList:
        """Close the next list of a letter."""
        with self.database.work(lists.CLOSE, letter=letter) as unit:
            return lists.close(unit, letter, at)

    def instrument(self, title: str = "Protocol", acts: Acts | None = None) -> int:
        """A treaty with the acts of States, by their ISO codes; others are named as they are."""
        instrument = Instrument(title=title, checked_on=dt.date(2015, 3, 1))
        for participant, done in (acts or {}).items():
            code = participant if len(participant) == 2 else None
            instrument.acts += [
                Act(
                    participant=participant,
                    country=code,
                    kind=kind,
                    date=day,
                    precision=Precision.DAY,
                )
                for kind, day in done.items()
            ]
        with self.database.work("Add instrument {instrument}") as unit:
            unit.session.add(instrument)
            unit.session.flush()
            unit.about(instrument=instrument.id)
            return instrument.id


def content(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of every recorded table, without what only says when and how often it was written."""
    with database.reading() as session:
        return {
            name: [
                {key: row[key] for key in row if key not in {"revision", "changed_in"}}
                for row in session.execute(select(table).order_by(table.c.id)).mappings()
            ]
            for name, table in TABLES.items()
        }

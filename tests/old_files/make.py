"""Makes a workspace of the present schema: run it once for each released schema, never again for an old one."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from signatories import consents, migrations, runs
from signatories.consents import ConsentDraft
from signatories.database import SUFFIX, Database
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.merge.snapshot import Choices
from signatories.models import ActKind, Person, Use
from signatories.printed_lines import Printed
from signatories.sources import opening
from signatories.undoing import undo
from tests.factories import Make

DAY = dt.date(2010, 7, 26)
FAMILIES = ("Falter", "Ćma", "Nachtigall", "Πεταλούδα", "de Mot", "O’Moth", "Ngengat", "蛾")


def main() -> None:
    """Write the file: a letter with answers and a run, a treaty, imports, and an action that was undone."""
    path = Path(__file__).with_name(f"schema-{migrations.SCHEMA:04}{SUFFIX}")
    if path.exists():
        sys.exit(f"{path.name} is there already: an old file never changes.")
    beside = path.with_name("new")
    with Database.open(beside, create=True) as database:
        make = Make(database)
        fill(make)
        bring_in(make)
        print_letters(database)
        make.organisation("Friends of nobody")
        undo(database)
        database.backup(path)
    beside.unlink()


def fill(make: Make) -> None:
    """Do what an office does, with invented names."""
    make.instrument("Night Sky Protocol", {"GH": {ActKind.SIGNATURE: DAY}})
    letter = make.letter(
        title="To the lamp makers", instrument="Night Sky Protocol", where="status != party"
    )
    make.recipient("Ghana", country="GH")
    make.sign_on(letter, "Zoë Ångström", "Friends of the Moth", role="Chair")
    comment = Printed(extra={"comment": "Tous ensemble"})
    asked = make.sign_on(letter, "Мария Примерова", "Центр звёзд", printed=comment)
    make.confirm(letter)
    with make.database.work("Consent") as unit:
        consents.note(unit.session, [asked], ConsentDraft({Use.LOGO: True}))
    make.close_list(letter)


def bring_in(make: Make) -> None:
    """Import people, some a second time with more; one of them is edited since, and one is gone."""
    names = [f"{given} {family}" for given in ("Ada", "Łucja", "Ἑλένη") for family in FAMILIES]
    import_people(make, "name,organisation", [f"{name},Moth Watch" for name in names])
    import_people(
        make, "name,organisation,email", [f"{name},Moth Watch,m@example.org" for name in names[:9]]
    )
    with make.database.reading() as session:
        last = session.scalars(select(func.max(Person.id))).one()
    with make.database.work("Change") as unit:
        people.change(unit.session, last, PersonDraft("Somebody Else"))
        people.remove(unit.session, [last - 1])


def import_people(make: Make, header: str, lines: Iterable[str]) -> None:
    """Read lines as a file and apply all of it."""
    source = opening.open_text("\n".join([header, *lines]), "moths.csv")
    request = ImportRequest(as_="people", on_duplicate=OnDuplicate.UPDATE)
    with make.database.reading() as session:
        planned = plan.build(session, source, request)
    with make.database.work(apply.MESSAGE, bulk=True) as unit:
        apply.apply(unit, planned)


def print_letters(database: Database) -> None:
    """Make the letters: the run is kept, the file is not."""
    with TemporaryDirectory() as folder:
        request = runs.Request("letters", "pdf", Path(folder) / "letters.pdf")
        runs.make(database, 1, Choices(as_of=DAY), request)


if __name__ == "__main__":
    main()

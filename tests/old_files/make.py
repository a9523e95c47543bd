"""Makes a workspace of the present schema: run it once for each released schema, never again for an old one."""

import datetime as dt
import sys
from pathlib import Path

from signatories import consents, migrations
from signatories.consents import ConsentDraft
from signatories.database import SUFFIX, Database
from signatories.models import ActKind, Use
from signatories.printed_lines import Printed
from signatories.undoing import undo
from tests.factories import Make


def main() -> None:
    """Write the file, with a letter, its answers and consents, a treaty and an action that was undone."""
    path = Path(__file__).with_name(f"schema-{migrations.SCHEMA:04}{SUFFIX}")
    if path.exists():
        sys.exit(f"{path.name} is there already: an old file never changes.")
    beside = path.with_name("new")
    with Database.open(beside, create=True) as database:
        fill(Make(database))
        database.backup(path)
    beside.unlink()


def fill(make: Make) -> None:
    """Do what an office does, with invented names."""
    day = dt.date(2010, 7, 26)
    make.instrument("Night Sky Protocol", {"GH": {ActKind.SIGNATURE: day}})
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
    make.organisation("Friends of nobody")
    undo(make.database)


if __name__ == "__main__":
    main()

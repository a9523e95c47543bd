"""Letters on the command line: list, add, update, show."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from signatories import letters, queries
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_date, iso_time
from signatories.database import Database
from signatories.languages import called
from signatories.letters import TextChange, run_settings, text_file, translations, versions
from signatories.letters.text_file import LetterFile
from signatories.models import Version
from signatories.sign_ons import confirming
from signatories.texts import N_


def listing(arguments: Arguments) -> Answer:
    """List the letters."""
    with workspaces.reading(arguments) as session:
        rows = letters.listing(session)
    data = [asdict(row) | {"stage": row.stage.value} for row in rows]
    lines = [
        f"{row.id}  {row.title}  ({row.stage.value}, version {row.version}, "
        f"{row.confirmed} of {row.sign_ons} confirmed)"
        for row in rows
    ]
    return Answer(data, lines or ["No letters yet."])


def add(arguments: Arguments) -> Answer:
    """Add a letter from its text file."""
    file = text_file.read(arguments.file)
    with (
        workspaces.writing(arguments) as database,
        database.work(N_("Add letter “{letter}”")) as unit,
    ):
        letter = letters.add(unit.session, file, arguments.file.name)
        unit.about(letter=letter.id)
        warnings = letters.check_text(unit.session, file)
        data = {"id": letter.id, "title": letter.title, "version": 1}
    line = f"Added letter {data['id']} “{data['title']}”."
    return Answer(data, [line], [str(warning) for warning in warnings])


def update(arguments: Arguments) -> Answer:
    """Give a letter the text of a file; say what changed and who must confirm again."""
    file = text_file.read(arguments.file)
    with changing_letter(arguments) as (database, letter_id):
        with database.work(N_("Change letter “{letter}”"), letter=letter_id) as unit:
            change = letters.update(unit.session, letter_id, file, spelling=arguments.spelling)
            warnings = letters.check_text(unit.session, file)
        with database.reading() as session:
            again = to_confirm(session, letter_id)
    return changed(letter_id, change, again, [str(warning) for warning in warnings])


def show(arguments: Arguments) -> Answer:
    """Print a letter as the file that makes it."""
    with workspaces.reading(arguments) as session:
        letter = letters.find(session, arguments.letter)
        if arguments.language is None:
            file = letters.file_of(session, letter, arguments.version)
        else:
            file = translations.file_of(session, letter, arguments.language, arguments.version)
        data = {"id": letter.id, "stage": letter.stage.value, **_letter_data(file)}
        data["run"] = run_settings.to_json(letters.run_settings_of(letter))
        data["versions"] = [
            {
                "number": version.number,
                "frozen_at": iso_time(version.frozen_at),
                "correction": version.correction,
                "audience": version.audience,
                "confirmations": versions.confirmations(session, version),
            }
            for version in letter.versions
        ]
        chosen = versions.chosen(letter, arguments.version)
        data["texts"] = _texts(chosen)
        data["changes"] = [
            {"language": each.language, "changed": [asdict(part) for part in each.parts]}
            for each in versions.changes(chosen)
        ]
    return Answer(data, text_file.write(file).splitlines())


@contextmanager
def changing_letter(arguments: Arguments) -> Iterator[tuple[Database, int]]:
    """A workspace that must be there, and the letter that is named, by id. Raises NotFound."""
    with workspaces.changing(arguments) as database:
        with database.reading() as session:
            letter_id = letters.find(session, arguments.letter).id
        yield database, letter_id


def changed(letter_id: int, change: TextChange, again: list[str], warnings: list[str]) -> Answer:
    """What a change of text did; `again`: who would have to confirm a next version."""
    must = again if change.next_version else []
    data = {
        "id": letter_id,
        "language": change.language,
        "version": change.version,
        "next_version": change.next_version,
        "changed": [asdict(difference) for difference in change.differences],
        "must_confirm_again": must,
    }
    lines = [*_difference_lines(change), *_again_lines(change.version, must)]
    return Answer(data, lines, warnings)


def _texts(version: Version) -> list[dict[str, Any]]:
    """In which languages a version stands, the authoritative one first."""
    return [
        asdict(text) | {"declared_at": iso_time(text.declared_at)}
        for text in translations.listed(version)
    ]


def to_confirm(session: Session, letter_id: int) -> list[str]:
    """Those who must still confirm a letter's newest version, as lists call them."""
    letter = letters.get(session, letter_id)
    ids = confirming.unconfirmed(session, versions.newest(letter))
    rows = queries.sign_ons(session, ids)
    return [rows[sign_on_id].caption for sign_on_id in ids]


def _letter_data(file: LetterFile) -> dict[str, Any]:
    data = asdict(file)
    del data["line_of"]
    paper = file.paper.value if file.paper else None
    days = {name: iso_date(getattr(file, name)) for name in ("date", "as_of", "deadline")}
    return data | {"paper": paper} | days


def _difference_lines(change: TextChange) -> list[str]:
    marks = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    lines = [f"In “{called(change.language)}”:"] if change.differences else []
    for difference in change.differences:
        words = "".join(marks[piece.kind].format(piece.text) for piece in difference.pieces)
        lines += [f"{difference.part}:", *words.splitlines()]
    return lines or ["The text is as it was."]


def _again_lines(version: int, must: list[str]) -> list[str]:
    if not must:
        return [f"The text is version {version}."]
    return [f"The text is now version {version}. To confirm again: {len(must)}", *must]

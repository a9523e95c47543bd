"""All that a workspace holds about one person, for whoever asks to see it: as plain data, and in words."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import questions
from signatories.erasing import belongings, plan
from signatories.erasing.belongings import Belongings
from signatories.exports.line_files import write_lines
from signatories.exports.pages.report import write_report
from signatories.exports.swapping import replacing_file
from signatories.exports.text.report import Part, Report, lines_of_report
from signatories.models import (
    Asset,
    Base,
    Confirmation,
    Consent,
    Import,
    ImportedRecord,
    Letter,
    Listed,
    Organisation,
    Person,
    Recipient,
    SignatureList,
    SignOn,
    Tagging,
    Version,
)
from signatories.recording import to_plain
from signatories.texts import N_, Message, message

Record = Mapping[str, Any]
"""What is kept, by kind of thing: values by name, and lists of them, as JSON can hold them."""

_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*$")
_OURS = frozenset({"changed_in", "revision", "sort_key", "search_key", "place"})
"""Columns that only the program reads. Those that point to other rows are told by what they point to."""


def read(session: Session, person_id: int) -> Record:
    """What is kept of a person: themselves, what they answered and how we know, where it came from, what was printed.

    Raises NotFound.
    """
    ours = belongings.find(session, person_id)
    touched = plan.read(session, ours, ())
    person = session.get_one(Person, person_id)
    tags = select(Tagging.tag).where(Tagging.person_id == person_id)
    answers = [session.get_one(SignOn, each) for each in sorted(ours.sign_ons)]
    return {
        "person": _values(person),
        "roles": [
            {"organisation": role.organisation.name, **_values(role)} for role in person.roles
        ],
        "tags": list(session.scalars(tags)),
        "sources": _sources(session, "people", *ours.people),
        "answers": [_answer(session, each, ours) for each in answers],
        "questions": list(_questions(session, ours, answers)),
        "recipients": [_values(session.get_one(Recipient, each)) for each in ours.recipients],
        "runs": [
            {"run": run.id, "product": run.product, "files": list(map(str, run.files))}
            for run in touched.runs
        ],
        "kept_files": [*touched.files, *touched.shared],
        "named_elsewhere": [each._asdict() for each in touched.elsewhere],
    }


def write(record: Record, format_: str, target: Path) -> None:
    """Write a record in the place of what stands there: as "json", or as a "pdf" to hand over.

    Raises UnwritableFile, and Refused for a workspace there and for characters that no font has.
    """
    with replacing_file(target) as beside:
        if format_ == "pdf":
            write_report(_in_words(record), beside.path)
        else:
            write_lines(beside.path, [json.dumps(record, ensure_ascii=False, indent=2)])
        beside.swap_in()


def lines_of(record: Record) -> Iterator[str]:
    """All of a record as lines of text."""
    return lines_of_report(_in_words(record))


def _in_words(record: Record) -> Report:
    """All of a record in words, a line for each thing."""
    parts = []
    for heading, content in record.items():
        rows = content if isinstance(content, list) else [content]
        told = tuple(_as_it_is(_line(row)) for row in rows)
        parts.append(Part(_as_it_is(heading.capitalize().replace("_", " ")), told))
    title = message(N_("What is kept about “{name}”"), name=record["person"]["name"])
    return Report(title, tuple(part for part in parts if part.facts))


def _as_it_is(words: str) -> Message:
    return message("{words}", words=words)


def _line(value: Any) -> str:
    """Values with their names; what is empty is left out."""
    if isinstance(value, Mapping):
        told = ((name, _line(each)) for name, each in value.items())
        return "; ".join(f"{name.replace('_', ' ')}: {words}" for name, words in told if words)
    if isinstance(value, list):
        return ", ".join(
            f"({_line(each)})" if isinstance(each, Mapping) else str(each) for each in value
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _MOMENT.sub(r"\1 \2 UTC", str(value))


def _values(row: Base) -> dict[str, Any]:
    """The columns of a row that are words, figures and days."""
    return {
        column.name: to_plain(getattr(row, column.name))
        for column in row.__table__.columns
        if column.name not in _OURS and not column.name.endswith(("id", "_digest"))
    }


def _questions(session: Session, ours: Belongings, answers: Iterable[SignOn]) -> Iterator[str]:
    """What imports left open about the person, and about what they signed."""
    signed = [each.id for each in answers if each.signer_id == ours.person_id]
    for table, ids in (("people", ours.people), ("sign_ons", signed)):
        yield from (str(asked.text) for asked in questions.about(session, table, ids))


def _answer(session: Session, sign_on: SignOn, ours: Belongings) -> dict[str, Any]:
    """A sign-on as its signer may see it; who has signed it before, or gets its mails, sees only what is theirs."""
    is_theirs = sign_on.signer_id == ours.person_id
    body = sign_on.organisation_id and session.get_one(Organisation, sign_on.organisation_id)
    return {
        "letter": session.get_one(Letter, sign_on.letter_id).title,
        "signs": is_theirs,
        "gets_mails": sign_on.contact_id == ours.person_id,
        "organisation": body.name if body else "",
        **(_values(sign_on) if is_theirs else {}),
        "consents": [_consent(session, each) for each in sign_on.consents if is_theirs],
        "confirmations": [
            _confirmation(session, each)
            for each in sign_on.confirmations
            if each.id in ours.confirmations
        ],
        "sources": _sources(session, "sign_ons", sign_on.id) if is_theirs else [],
    }


def _consent(session: Session, consent: Consent) -> dict[str, Any]:
    towards = consent.recipient_id and session.get_one(Recipient, consent.recipient_id)
    return {**_values(consent), "towards": towards.name if towards else ""}


def _confirmation(session: Session, confirmed: Confirmation) -> dict[str, Any]:
    on = select(SignatureList.number).join(Listed, Listed.list_id == SignatureList.id)
    numbers = session.scalars(on.where(Listed.confirmation_id == confirmed.id))
    known = [confirmed.evidence, *(each.evidence for each in confirmed.renewals)]
    return {
        "version": session.get_one(Version, confirmed.version_id).number,
        **_values(confirmed),
        "on_lists": sorted(numbers),
        "how_we_know": [
            {**_values(each), "file": _file(session, each.asset_digest)} for each in known
        ],
    }


def _file(session: Session, digest: str | None) -> str:
    return session.get_one(Asset, digest).name if digest else ""


def _sources(session: Session, table: str, *ids: int) -> list[dict[str, Any]]:
    """Which lines of which files said so, and when they were read."""
    query = (
        select(Import.source_name, Import.sheet, ImportedRecord.line, Import.at)
        .join(Import, Import.id == ImportedRecord.import_id)
        .where(ImportedRecord.subject == table, ImportedRecord.row_id.in_(ids))
        .order_by(ImportedRecord.id)
    )
    return [
        {"file": file, "sheet": sheet, "line": line, "read": to_plain(at)}
        for file, sheet, line, at in session.execute(query)
    ]

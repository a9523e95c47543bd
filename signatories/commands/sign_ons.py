"""Sign-ons on the command line: list, confirm."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from signatories import letters, queries, questions
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_time
from signatories.commands.letters import changing_letter
from signatories.letters import versions
from signatories.models import Letter, SignOn
from signatories.queries.rows import SignOnRow
from signatories.sign_ons import confirming, lists
from signatories.texts import N_, listed, message

_FIRST = confirming.confirm, N_("Confirm %n sign-on(s) of “{letter}”")
_ANEW = confirming.confirm_anew, N_("Confirm %n sign-on(s) of “{letter}” anew")
CONFIRMED = "Confirmed %n sign-on(s) for version {version}."
QUESTIONED = "A question of an import is still open about %n of them: {ids}. The letter prints them as proposed."


def listing(arguments: Arguments) -> Answer:
    """List the answers to a letter."""
    with workspaces.reading(arguments) as session:
        letter = letters.find(session, arguments.letter)
        scope = [SignOn.letter_id == letter.id, *_chosen(session, letter, arguments)]
        ids = queries.ids(session, queries.SIGN_ONS, *scope)
        rows = queries.sign_ons(session, ids)
    data = [_sign_on_data(rows[sign_on_id]) for sign_on_id in ids]
    lines = [f"{row['id']}  {_called(row)}  ({row['status']})" for row in data]
    nobody = "Nobody was asked yet." if len(scope) == 1 else "Nobody."
    return Answer(data, lines or [nobody])


def _chosen(session: Session, letter: Letter, arguments: Arguments) -> list[ColumnElement[bool]]:
    """Conditions on who is on a list, and not on an earlier one."""
    if arguments.list is None and arguments.since is None:
        return []
    version = versions.printable(session, letter) or versions.newest(letter)
    return lists.scope(session, version, number=arguments.list, since=arguments.since)


def _called(row: dict[str, Any]) -> str:
    if row["erased_at"]:
        return f"erased for good, {row['erased_at']}"
    return ", ".join(part for part in (row["name"], row["organisation"]) if part)


def confirm(arguments: Arguments) -> Answer:
    """Record who agreed to the newest version, and how we know."""
    proof = confirming.Proof(arguments.how, file=arguments.evidence)
    with changing_letter(arguments) as (database, letter_id):
        confirm, text = _ANEW if arguments.anew else _FIRST
        with database.work(text, letter=letter_id) as unit:
            ids = None if arguments.all else arguments.ids
            done = confirm(unit, letter_id, proof, ids)
            unit.about(n=len(done.ids))
            open_ones = questions.asked_about_sign_ons(unit.session, letter_id)
    data = {"version": done.version, "confirmed": done.ids, "already": done.already}
    said = message(CONFIRMED, n=len(done.ids), version=done.version)
    return Answer(data, [str(said)], _still_asked(open_ones.intersection(done.ids)))


def _still_asked(ids: Collection[int]) -> list[str]:
    named = listed([str(sign_on_id) for sign_on_id in sorted(ids)])
    return [str(message(QUESTIONED, n=len(ids), ids=named))] if ids else []


def _sign_on_data(row: SignOnRow) -> dict[str, Any]:
    data = asdict(row)
    del data["consent"]
    return data | {
        "status": row.status.value,
        "capacity": row.capacity.value,
        "name": row.name or None,
        "organisation": row.organisation or None,
        "consents": {use.value: allowed for use, allowed in row.consent.uses.items()},
        "never_to": sorted(row.consent.never_to),
        "asked_at": iso_time(row.consent.asked_at),
        "erased_at": iso_time(row.erased_at),
    }

"""Erasing a person on the command line: looked at first, done when it is asked for."""

from collections.abc import Iterable
from typing import Any

from signatories import erasing
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments
from signatories.directory import people
from signatories.erasing import Plan, telling
from signatories.texts import Message

_NOT_DONE = 1


def erase(arguments: Arguments) -> Answer:
    """Say what erasing a person does; with `--yes`, do it."""
    if not arguments.yes:
        return _look(arguments)
    with workspaces.changing(arguments) as database:
        with database.reading() as session:
            person_id = people.find(session, arguments.person).id
        if arguments.backup:
            database.backup(arguments.backup)
        done = erasing.erase(database, person_id, recipients=arguments.recipient)
    data = _data(done.plan) | {
        "erased": True,
        "elsewhere": [each._asdict() for each in done.elsewhere],
        "history": done.emptied,
        "overwritten": done.is_overwritten,
    }
    return Answer(
        data, ["Erased for good.", *_words(telling.does(done.plan))], _words(telling.left(done))
    )


def _look(arguments: Arguments) -> Answer:
    with workspaces.looking(arguments) as database:
        with database.reading() as session:
            person_id = people.find(session, arguments.person).id
        plan = erasing.look(database, person_id)
    lines = [f"{plan.person.id}  {plan.person.name}", *_words(telling.does(plan))]
    lines += [
        f"recipient {each.id}  {each.name}: maybe the same person, goes with --recipient {each.id}"
        for each in plan.alike
    ]
    lines += _words(telling.does_not_reach(plan, plan.elsewhere))
    return Answer(
        _data(plan) | {"erased": False},
        lines,
        [f"Nothing was erased. {telling.FOR_GOOD} Add --yes to do it."],
        exit_code=_NOT_DONE,
    )


def _data(plan: Plan) -> dict[str, Any]:
    answers = (("own", plan.own), ("organisation", plan.signed))
    return {
        "person": plan.person._asdict(),
        "roles": plan.roles,
        "sign_ons": [
            {**each._asdict(), "status": each.status.value, "for": whose}
            for whose, some in answers
            for each in some
        ],
        "contact_of": plan.contact,
        "files": list(plan.files),
        "shared_files": list(plan.shared),
        "recipients": [each._asdict() for each in plan.recipients],
        "maybe_recipients": [each._asdict() for each in plan.alike],
        "runs": [{"id": run.id, "product": run.product, "places": run.places} for run in plan.runs],
        "actions": plan.actions,
        "made_files": list(map(str, plan.made_files)),
        "backups": list(map(str, plan.backups)),
        "elsewhere": [each._asdict() for each in plan.elsewhere],
    }


def _words(told: Iterable[Message]) -> list[str]:
    return list(map(str, told))

"""Exports on the command line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from signatories import letters, runs
from signatories.arguments.words import EVERYBODY, end_of
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments
from signatories.database import Database
from signatories.exports.making import ANSWERS, REGISTER
from signatories.letters.run_settings import RunSettings
from signatories.merge import sampling
from signatories.merge.sampling import Sampled
from signatories.merge.snapshot import Choices
from signatories.merge.taking import take
from signatories.models import Articles, Letter, Order
from signatories.recipients.picking import pick
from signatories.runs import Outcome, Request, kept
from signatories.texts import N_, Message, message

_INTERNAL = re.compile(r"(?<![^\W_])intern(?:al|[aeo]s?)?(?![^\W_])", re.IGNORECASE)
"""In English, French, Spanish, German and others."""


def export(arguments: Arguments) -> Answer:
    """Make a product, or again what a run made."""
    with workspaces.changing(arguments) as database:
        return (_again if arguments.product == "run" else _make)(database, arguments)


def _make(database: Database, arguments: Arguments) -> Answer:
    request = Request(
        arguments.product, arguments.format, arguments.output, separate=arguments.separate
    )
    with database.reading() as session:
        letter = letters.find(session, arguments.letter)
        letter_id = letter.id
        choices = _choices(arguments, letter)
        choices, sampled = _some(session, letter_id, choices, arguments)
    outcome = runs.make(
        database, letter_id, choices, request, arguments.progress, strict=arguments.strict
    )
    sample = [_sampled_data(each) for each in sampled]
    data = _data(outcome) | ({"sample": sample} if sampled else {})
    lines = [f"{each.recipient.name}: {_listed(each.reasons)}" for each in sampled]
    wrote = f"Wrote {arguments.output}{_counted(outcome.counts)}."
    warnings = [*map(str, outcome.warnings), *map(str, _of_name(request))]
    return Answer(data, [wrote, *lines], warnings)


def _again(database: Database, arguments: Arguments) -> Answer:
    with database.reading() as session:
        letter_id = letters.find(session, arguments.letter).id
        run_id = kept.find(
            session,
            letter_id,
            arguments.run,
            arguments.format,
            of_recipients=arguments.recipients is not None,
        )
        recipients = None
        if arguments.recipients is not None:
            printed = kept.read(session, run_id).snapshot.numbered
            recipients = pick(printed, arguments.recipients)
    again = runs.again(
        database,
        run_id,
        arguments.output,
        arguments.progress,
        recipients=recipients,
        strict=arguments.strict,
    )
    differences = [str(difference) for difference in again.differences or ()]
    identical = None if again.differences is None else not differences
    compared = {"again": run_id, "identical": identical, "differences": differences}
    told = f"The same as run {run_id} made." if identical else f"Made again of run {run_id}."
    wrote = f"Wrote {arguments.output}{_counted(again.outcome.counts)}. {told}"
    warnings = [*map(str, again.outcome.warnings), *differences]
    return Answer(_data(again.outcome) | compared, [wrote], warnings)


def _of_name(request: Request) -> Iterator[Message]:
    """A warning about the name of an internal file that does not say so."""
    internal = request.exporter.content in {ANSWERS, REGISTER}
    if internal and not _INTERNAL.search(request.target.stem):
        text = N_("{file} is internal: name it so, that nobody passes it on.")
        yield message(text, file=request.target.name)


def _choices(arguments: Arguments, letter: Letter) -> Choices:
    return Choices(
        version=arguments.version,
        as_of=arguments.as_of,
        signed_by=end_of(arguments.signed_by) if arguments.signed_by else None,
        list_number=None if arguments.list == EVERYBODY else arguments.list,
        order=Order(arguments.order) if arguments.order else None,
        articles=Articles(arguments.articles) if arguments.articles else None,
        columns=arguments.columns,
        limit=arguments.limit,
        language=arguments.language,
        run=_settings(arguments, letters.run_settings_of(letter)),
    )


def _settings(arguments: Arguments, own: RunSettings) -> RunSettings:
    """The letter's settings, with what was chosen for this run."""
    if arguments.list == EVERYBODY:
        own = replace(own, list_number=None, signed_by=None)
    chosen = {
        "naming": arguments.naming,
        "letterhead": arguments.letterhead,
        "window": arguments.window,
        "duplex": arguments.duplex,
        "archive": arguments.pdfa,
        "not_before": arguments.not_before,
        "first_label": arguments.first_label,
        "sender": None if arguments.sender is None else "\n".join(arguments.sender),
    }
    return replace(own, **{name: value for name, value in chosen.items() if value is not None})


def _some(
    session: Session, letter_id: int, choices: Choices, arguments: Arguments
) -> tuple[Choices, tuple[Sampled, ...]]:
    """The choices for the recipients that were asked for, and why those of a sample are in it."""
    if arguments.recipients is None and arguments.sample is None:
        return choices, ()
    snapshot = take(session, letter_id, choices)
    if arguments.recipients is not None:
        return replace(choices, recipients=pick(snapshot.numbered, arguments.recipients)), ()
    sampled = sampling.sample(snapshot, arguments.sample)
    return replace(choices, recipients=tuple(each.recipient.id for each in sampled)), sampled


def _data(outcome: Outcome) -> dict[str, Any]:
    files = [
        {"path": str(made.path), "size": made.size, "sha256": made.digest} for made in outcome.files
    ]
    warnings = [str(warning) for warning in outcome.warnings]
    return {"run": outcome.run_id, "files": files, "counts": outcome.counts, "warnings": warnings}


def _sampled_data(sampled: Sampled) -> dict[str, Any]:
    recipient = sampled.recipient
    reasons = [str(reason) for reason in sampled.reasons]
    return {"id": recipient.id, "name": recipient.name, "reasons": reasons}


def _counted(counts: dict[str, int]) -> str:
    """What was made, told in documents where there are several, and in pages where it has pages."""
    documents = [message("%n document(s)", n=counts["documents"])]
    pages = [message("%n page(s)", n=counts["pages"])] if counts["pages"] else []
    told = [*(documents if pages or counts["documents"] > 1 else ()), *pages]
    return f": {_listed(told)}" if told else ""


def _listed(told: Iterable[Message]) -> str:
    return ", ".join(map(str, told))

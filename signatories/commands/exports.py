"""Exports on the command line."""

import datetime as dt

from signatories import letters, runs
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments
from signatories.merge.snapshot import Choices
from signatories.models import Articles, Order
from signatories.texts import message


def export(arguments: Arguments) -> Answer:
    """Make a product."""
    choices = Choices(
        version=arguments.version,
        as_of=arguments.as_of,
        signed_by=_end_of(arguments.signed_by) if arguments.signed_by else None,
        order=Order(arguments.order) if arguments.order else None,
        articles=Articles(arguments.articles) if arguments.articles else None,
        columns=arguments.columns,
        limit=arguments.limit,
    )
    request = runs.Request(
        arguments.product,
        arguments.format,
        arguments.output,
        separate=arguments.separate,
    )
    with workspaces.changing(arguments) as database:
        with database.reading() as session:
            letter_id = letters.find(session, arguments.letter).id
        outcome = runs.make(database, letter_id, choices, request, strict=arguments.strict)
    files = [
        {"path": str(made.path), "size": made.size, "sha256": made.digest} for made in outcome.files
    ]
    data = {"run": outcome.run_id, "files": files, "counts": outcome.counts}
    line = f"Wrote {arguments.output}{_counted(outcome.counts)}."
    return Answer(data, [line], [str(warning) for warning in outcome.warnings])


def _counted(counts: dict[str, int]) -> str:
    """What was made, told in documents where there are several, and in pages where it has pages."""
    documents = [message("%n document(s)", n=counts["documents"])]
    pages = [message("%n page(s)", n=counts["pages"])] if counts["pages"] else []
    if "blank" in counts:
        pages.append(message("%n of them blank", n=counts["blank"]))
    told = [*(documents if pages or counts["documents"] > 1 else ()), *pages]
    return f": {', '.join(map(str, told))}" if told else ""


def _end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day where this computer stands."""
    return dt.datetime.combine(day, dt.time.max).astimezone()

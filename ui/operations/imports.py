"""What the window does with imports: writes one, saves the rows that could not come in, answers what it left open."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from signatories import questions
from signatories.database import Database
from signatories.imports import apply, errors_file
from signatories.imports.apply import ImportResult
from signatories.imports.planned import ImportPlan
from signatories.progress import Progress
from signatories.sources.documents import Source
from signatories.texts import N_, message
from ui.application import Application, Outcome
from ui.jobs import Job
from ui.translation import translate


def import_rows(app: Application, plan: ImportPlan) -> Job:
    """Write what an import's plan says; undone row by row. The outcome's value is an ImportResult."""
    job = app.act(
        apply.MESSAGE,
        lambda unit, progress: apply.apply(unit, plan, progress),
        bulk=True,
        label=translate(N_("Importing…")),
    )
    job.succeeded.connect(partial(_tell_imported, app, str(plan.source.name)))
    return job


def save_errors(app: Application, path: Path, source: Source, plan: ImportPlan) -> Job:
    """Write the rows that could not come in, as they stood, each with the reason."""

    def save(_database: Database, _progress: Progress) -> int:
        return errors_file.write(path, source, plan)

    job = app.produce(translate(N_("Saving…")), save)
    job.succeeded.connect(partial(_tell_saved, app, path))
    return job


def answer_questions(app: Application, ids: Sequence[int]) -> Job:
    """Note that somebody has looked at these questions."""
    return app.change(
        N_("Answer %n question(s)"),
        lambda session, _: questions.answer(session, ids),
        said=message(N_("%n question(s) answered."), n=len(ids)),
        n=len(ids),
    )


def _tell_imported(app: Application, source: str, outcome: Outcome) -> None:
    result: ImportResult = outcome.value
    told = N_("Imported %n row(s) from {source}.")
    if result.left_out:
        told = N_("Imported %n row(s) from {source}, {left_out} left out.")
    said = message(
        told,
        n=result.added + result.updated,
        source=source,
        left_out=result.left_out,
    )
    app.announce(said, outcome)


def _tell_saved(app: Application, path: Path, count: int) -> None:
    said = N_("%n row(s) saved in {file}. Correct them there, and import that file.")
    app.say(translate(message(said, n=count, file=path.name)))

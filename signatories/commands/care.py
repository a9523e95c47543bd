"""The sample, the history, and the care of the file on the command line."""

from signatories import database as databases
from signatories import history, undoing
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_time
from signatories.database.elsewhere import held
from signatories.models import ChangeSet


def sample(arguments: Arguments) -> Answer:
    """Write the sample workspace."""
    from signatories import sample as samples  # noqa: PLC0415 - brings the whole import side

    samples.write(arguments.file)
    return Answer({"file": str(arguments.file)}, [f"The sample is in {arguments.file}."])


def list_history(arguments: Arguments) -> Answer:
    """List what was done, latest first."""
    with workspaces.reading(arguments) as session:
        entries = history.entries(session)
    data = [
        {
            "id": entry.id,
            "at": iso_time(entry.at),
            "actor": entry.actor,
            "message": str(entry.message),
            "undoes": entry.undoes,
            "undone_by": entry.undone_by,
        }
        for entry in entries
    ]
    lines = [
        f"{row['id']}  {row['at']}  {row['message']}" + ("  (undone)" if row["undone_by"] else "")
        for row in data
    ]
    return Answer(data, lines or ["Nothing was done yet."])


def undo(arguments: Arguments) -> Answer:
    """Take back an action; say which rows stayed, and why."""
    with workspaces.changing(arguments) as database:
        done = undoing.undo(database, arguments.id, arguments.progress)
        with database.reading() as session:
            this = history.entry_of(session, session.get_one(ChangeSet, done.change_set_id))
    kept = [
        {
            "table": row.table,
            "id": row.row_id,
            "name": row.label,
            "reason": str(row.reason),
            "used_by": [{"table": table, "id": row_id} for table, row_id in row.users],
        }
        for row in done.kept
    ]
    data = {
        "id": done.change_set_id,
        "undoes": done.undoes,
        "reversed": done.reversed,
        "kept": kept,
    }
    line = f"{done.change_set_id}  {this.message}: {done.reversed} rows"
    return Answer(data, [line, *(f"kept: {row['name']} {row['reason']}" for row in kept)])


def check(arguments: Arguments) -> Answer:
    """Check the workspace and print its content hash."""
    from signatories import checking  # noqa: PLC0415 - only here

    with workspaces.changing(arguments) as database:
        report = checking.check(database)
    problems = [str(problem) for problem in report.problems]
    data = {
        "ok": not problems,
        "problems": problems,
        "content_hash": report.content_hash,
        "counts": report.counts,
    }
    lines = problems or ["No problems found."]
    return Answer(
        data, [*lines, f"content hash {report.content_hash}"], exit_code=1 if problems else 0
    )


def backup(arguments: Arguments) -> Answer:
    """Write a checked copy of the workspace, beside it unless a file is named."""
    with workspaces.changing(arguments) as database:
        target = arguments.file or databases.place_of_copy(database.path)
        database.backup(target)
    return Answer({"file": str(target)}, [f"The backup is in {target}."])


def restore(arguments: Arguments) -> Answer:
    """Put a backup in the place of the workspace; keep the one that was there."""
    with held(arguments.workspace, lambda _host: None):  # which refuses it
        kept = databases.restore(arguments.file, arguments.workspace)
    data = {"file": str(arguments.workspace), "kept": str(kept) if kept else None}
    lines = [f"{arguments.workspace} is as in {arguments.file}."]
    return Answer(data, [*lines, *([f"What was there is kept in {kept}."] if kept else [])])

"""Earlier runs on the command line: what was made, and what would be made otherwise now."""

from collections.abc import Iterator
from typing import Any

from signatories import letters
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_time
from signatories.runs import changes_since, earlier, kept
from signatories.runs.changes_since import Changes, Named, Otherwise
from signatories.runs.earlier import EarlierRun
from signatories.texts import message


def listing(arguments: Arguments) -> Answer:
    """List what was made of a letter, latest first."""
    with workspaces.reading(arguments) as session:
        found = earlier.of_letter(session, letters.find(session, arguments.letter).id)
    lines = list(map(_run_line, found))
    return Answer([_run_data(run) for run in found], lines or ["Nothing was made yet."])


def changes(arguments: Arguments) -> Answer:
    """Tell what a run would print otherwise than an earlier one."""
    with workspaces.reading(arguments) as session:
        letter_id = letters.find(session, arguments.letter).id
        run_id = kept.find(session, letter_id, arguments.run)
        found = changes_since.since(session, run_id)
    parts = {"recipients": found.recipients, "sign_ons": found.sign_ons}
    data = {name: _changes_data(part) for name, part in parts.items()}
    lines = [line for part in parts.values() for line in _lines(part)]
    told = lines or [f"No recipient and no signatory has changed since run {found.run_id}."]
    if found.version != found.version_now:
        told += [f"That was version {found.version}; version {found.version_now} is next."]
    versions = {"version": found.version, "version_now": found.version_now}
    return Answer({"run": found.run_id, "at": iso_time(found.at), **versions, **data}, told)


def _run_line(run: EarlierRun) -> str:
    again = run.settings.get("again")
    told = [
        f"{run.id}  {iso_time(run.at)}  {run.product} ({run.settings.get('format')})",
        f"version {run.version}",
        *([f"list {run.settings['list']}"] if "list" in run.settings else []),
        str(message("%n document(s)", n=run.counts.get("documents", 0))),
        *([run.settings["target"]] if "target" in run.settings else []),
        *([f"run {again} again"] if again else []),
    ]
    return ", ".join(told)


def _run_data(run: EarlierRun) -> dict[str, Any]:
    return {
        "id": run.id,
        "at": iso_time(run.at),
        "by": run.actor,
        "product": run.product,
        "format": run.settings.get("format"),
        "separate": run.settings.get("separate", False),
        "version": run.version,
        "list": run.settings.get("list"),
        "again": run.settings.get("again"),
        "path": run.settings.get("target"),
        "settings": run.settings.get("run", {}),
        "languages": run.settings.get("languages", {}),
        "counts": run.counts,
        "files": run.files,
    }


def _changes_data(changed: Changes) -> dict[str, Any]:
    return {
        "added": [_named_data(each) for each in changed.added],
        "removed": [_named_data(each) for each in changed.removed],
        "otherwise": [_named_data(each) | _values_data(each) for each in changed.otherwise],
    }


def _named_data(named: Named | Otherwise) -> dict[str, Any]:
    return {"id": named.id, "name": named.caption}


def _values_data(otherwise: Otherwise) -> dict[str, Any]:
    return {"before": dict(otherwise.before), "now": dict(otherwise.now)}


def _lines(changed: Changes) -> Iterator[str]:
    yield from (f"+ {each.caption}" for each in changed.added)
    yield from (f"- {each.caption}" for each in changed.removed)
    for each in changed.otherwise:
        for name, before in each.before.items():
            yield f"~ {each.caption}: {name}: “{before}” is now “{each.now[name]}”"

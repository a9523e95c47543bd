"""Imports on the command line: each file, or several mails as one, is looked at, shown, and applied as one action."""

import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from signatories import letters
from signatories.commands import passwords, workspaces
from signatories.commands.answers import Answer, Arguments
from signatories.database import Database
from signatories.errors import Refused, UserFacingError
from signatories.imports import apply, errors_file, plan
from signatories.imports.apply import ImportResult
from signatories.imports.columns import mapping
from signatories.imports.planned import ImportPlan, ImportRequest, OnDuplicate
from signatories.imports.planning.sign_ons import LetterNotSaid
from signatories.imports.verdicts import State
from signatories.models import Capacity
from signatories.progress import Progress
from signatories.sources import opening
from signatories.sources.documents import How, Source
from signatories.texts import N_, Message

PASTED = "-"
KINDS = {"treaty": "States of a treaty"}
"""What rows are called that are called otherwise than by `--as`."""


def run(arguments: Arguments) -> Answer:
    """Bring in tables or lines of text; with `--dry-run`, only look. Exit 1 when no row of any file could be used."""
    opened = workspaces.looking(arguments) if arguments.dry_run else workspaces.writing(arguments)
    with opened as database:
        _check_rejects(database.path, arguments)
        letter_id = _letter_id(database, arguments)
        if len(arguments.files) == 1 or _are_mails(arguments):
            return _one(database, _source(arguments), arguments.rejects, letter_id, arguments)
        answers = [
            _one_of_several(database, name, letter_id, arguments) for name in arguments.files
        ]
    lines = [line for answer in answers for line in answer.lines]
    warnings = [warning for answer in answers for warning in answer.warnings]
    exit_code = min(answer.exit_code for answer in answers)
    return Answer([answer.data for answer in answers], lines, warnings, exit_code)


def _letter_id(database: Database, arguments: Arguments) -> int | None:
    if arguments.letter is None:
        return None
    with database.reading() as session:
        return letters.find(session, arguments.letter).id


def _one_of_several(
    database: Database, name: str, letter_id: int | None, arguments: Arguments
) -> Answer:
    """A file that cannot be used hides nothing of what the others brought: it is an answer of its own."""
    try:
        source = _opened(name, arguments)
        return _one(database, source, _rejects_of(name, arguments), letter_id, arguments)
    except UserFacingError as error:
        return Answer({"source": {"name": name}, "error": str(error)}, [], [f"{name}: {error}"], 1)


def _are_mails(arguments: Arguments) -> bool:
    """Whether several files are answers by mail: one collection, and one import."""
    return PASTED not in arguments.files and opening.are_mails(_paths(arguments))


def _source(arguments: Arguments) -> Source:
    """What is read as one: a single file, or several mails."""
    if len(arguments.files) == 1:
        return _opened(arguments.files[0], arguments)
    return opening.open_mails(_paths(arguments), arguments.progress)


def _opened(name: str, arguments: Arguments) -> Source:
    how = How(sheet=arguments.sheet, encoding=arguments.encoding)
    if name == PASTED:
        return opening.open_stream(sys.stdin.buffer, how)
    return passwords.open_file(Path(name), how, arguments.password_file, arguments.progress)


def _paths(arguments: Arguments) -> list[Path]:
    return [Path(name) for name in arguments.files]


def _one(
    database: Database,
    source: Source,
    rejects: Path | None,
    letter_id: int | None,
    arguments: Arguments,
) -> Answer:
    planned = _planned(database, source, _request(arguments, letter_id), arguments.progress)
    if arguments.dry_run:
        warnings = [*_texts(planned.warnings), *_choices_to_ask_for(source, planned)]
        if arguments.json:
            return Answer(planned.as_json(), [], warnings)
        return Answer(None, _plan_lines(planned), warnings)
    with database.work(apply.MESSAGE, bulk=True) as unit:
        result = apply.apply(unit, planned, arguments.progress)
        if rejects and (planned.rows.count_of(State.ERROR) or rejects.exists()):
            errors_file.write(rejects, source, planned)  # an earlier attempt's do not stay
    return Answer(
        _data(planned, result) if arguments.json else None,
        _result_lines(str(source.name), planned, result),
        [*_texts(result.warnings), *_choices_to_ask_for(source, planned)],
        0 if result.is_done else 1,
    )


def _request(arguments: Arguments, letter_id: int | None) -> ImportRequest:
    return ImportRequest(
        as_=arguments.subject,
        letter_id=letter_id,
        overrides=mapping.parse_overrides(arguments.map),
        on_duplicate=OnDuplicate(arguments.on_duplicate),
        capacity=Capacity(arguments.capacity) if arguments.capacity else None,
        instrument=arguments.instrument,
        confirm=arguments.confirm,
        header_line=arguments.header_line,
        fill_down=None if arguments.fill_down is None else frozenset(arguments.fill_down),
        repairs=frozenset(arguments.repair),
    )


def _data(planned: ImportPlan, result: ImportResult) -> dict[str, Any]:
    """All that was planned, with what came of it. Every row is read again for it: nothing for who did not ask."""
    return {**planned.as_json(), "import": result.import_id, "applied": result.counts}


def _check_rejects(workspace: Path, arguments: Arguments) -> None:
    """Raise Refused where the rows with errors would replace a file that is read here."""
    read = [workspace, *(Path(name) for name in arguments.files if name != PASTED)]
    wanted = {arguments.rejects, *(_rejects_of(name, arguments) for name in arguments.files)}
    for path in wanted:
        if path and any(path.exists() and each.exists() and path.samefile(each) for each in read):
            text = N_("{file} is read here: save the rows with errors as another file.")
            raise Refused(text, file=path)


def _rejects_of(name: str, arguments: Arguments) -> Path | None:
    """Where the rows with errors of a file among several go: to a file of their own, named after it."""
    path: Path | None = arguments.rejects
    return path and path.with_name(f"{path.stem} {PurePath(name).name}{path.suffix}")


def _planned(
    database: Database, source: Source, request: ImportRequest, progress: Progress
) -> ImportPlan:
    try:
        with database.reading() as session:
            return plan.build(session, source, request, progress)
    except LetterNotSaid as error:
        text = N_("Say which letter these sign-ons are for: --letter L.")
        raise LetterNotSaid(text) from error


def _choices_to_ask_for(source: Source, planned: ImportPlan) -> list[str]:
    """What was guessed or proposed and not agreed to, each with the word that says it otherwise or agrees."""
    guess = "Where letters are wrong, name how the file is written: --encoding cp1251, for one."
    return ([guess] if source.guessed else []) + [
        f"{proposal.question} --repair {proposal.kind}"
        for proposal in planned.proposals
        if proposal.kind not in planned.request.repairs
    ]


def _plan_lines(planned: ImportPlan) -> list[str]:
    rows = [f"line {row.line}: {row.state.value}  {_words(row.fields)}" for row in planned.rows]
    return [*rows, _counted(planned.counts, planned.kind)]


def _result_lines(name: str, planned: ImportPlan, result: ImportResult) -> list[str]:
    return [f"{name}: {_counted(result.counts, planned.kind)}"]


def _counted(counts: dict[str, int], kind: str) -> str:
    words = (f"{number} {state.replace('_', ' ')}" for state, number in counts.items())
    return ", ".join((*words, f"as {KINDS.get(kind, kind)}"))


def _words(fields: Mapping[str, str]) -> str:
    return " | ".join(str(value) for value in fields.values() if value)


def _texts(messages: tuple[Message, ...]) -> list[str]:
    return [str(message) for message in messages]

"""The command line: what is printed, and what the exit code says. `arguments` has what may be written.

Exit codes: 0 done, 1 a user's error in one clear line, 2 wrong usage, 3 a fault of the program; told to end by the
system, 128 and the number of its signal.
"""

import argparse
import atexit
import gc
import importlib
import json
import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from signatories import stopping
from signatories.arguments import read
from signatories.commands import terminal
from signatories.errors import UserFacingError
from signatories.progress import Cancelled

if TYPE_CHECKING:
    from signatories.commands.answers import Answer

log = logging.getLogger(__name__)

DONE, USER_ERROR, FAULT = 0, 1, 3
_RARELY = (300_000, 50, 100)  # looking for cycles as often as usual took a sixth of every export


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return the exit code. Wrong usage ends the process with 2."""
    gc.set_threshold(*_RARELY)
    atexit.register(gc.freeze)  # at its end a process need not look once more at all that it made
    arguments = read(argv)
    try:
        with stopping.heard():
            answer = _run(arguments)
            _print(answer, as_json=arguments.json)
    except UserFacingError as error:
        print(f"signatories: {_one_line(error)}", file=sys.stderr)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        _say_stopped()
        return USER_ERROR
    except stopping.Stopped as stopped:
        with suppress(OSError):  # the terminal may be gone
            _say_stopped()
        return stopped.code
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left: nothing to complain about
        return DONE
    except Exception as error:  # the edge of the program: whatever is left is a bug of ours
        log.exception("a fault of the program")
        print(
            f"signatories: fault of the program: {type(error).__name__}: {error}", file=sys.stderr
        )
        return FAULT
    return answer.exit_code


def _run(arguments: argparse.Namespace) -> "Answer":
    module, function = arguments.call.split(".")
    command = importlib.import_module(f"signatories.commands.{module}")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with terminal.progress() as arguments.progress:
        answer: Answer = getattr(command, function)(arguments)
    return answer


def _print(answer: "Answer", *, as_json: bool) -> None:
    for warning in answer.warnings:
        print(f"warning: {_one_line(warning)}", file=sys.stderr)
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))
    else:
        for line in answer.lines:
            print(line)
    sys.stdout.flush()


def _say_stopped() -> None:
    """Of several files, those before the one under way may be in."""
    print("signatories: stopped; what had not ended changed nothing", file=sys.stderr)


def _one_line(words: object) -> str:
    """Words without the line ends that a name in them may have: a script reads line by line."""
    return " ".join(str(words).split())

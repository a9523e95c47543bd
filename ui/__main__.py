"""Where the program starts: a word goes to the command line, alone it opens the window."""

import builtins
import logging
import logging.handlers
import multiprocessing
import sys

from signatories.locations import log_folder
from signatories.sources import CHILD

log = logging.getLogger(__name__)


def main(argv: list[str] | None = None) -> int:
    """Run the program and return its exit code: the entry point of every way to start it."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == [CHILD]:
        return read_a_file(arguments[1:])
    if arguments:
        return run_command_line(arguments)
    start_log()
    return open_window()


def read_a_file(arguments: list[str]) -> int:
    """Be the child process that opens a stranger's file: a bundle has no other program to start."""
    from signatories.sources import worker  # noqa: PLC0415 - only one of the programs is loaded

    return worker.main(arguments)


def run_command_line(arguments: list[str]) -> int:
    """Do what the words say. Qt is never imported: it would double the time to start."""
    from signatories import cli  # noqa: PLC0415 - only one of the two programs is loaded

    return cli.main(arguments)


def open_window() -> int:
    """Show the window until it is closed."""
    load_qt()
    from ui import start  # noqa: PLC0415 - only one of the two programs is loaded

    return start.run(sys.argv)


def load_qt() -> None:
    """Load Qt without what it does to imports, for a switch of its names that nothing here asks for.

    It reads the source of every module that is imported later, and Python keeps that: 30 MB.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - only one of the two programs is loaded

    builtins.__import__ = plain


def start_log() -> None:
    """Keep the last few sessions in a file for support. It holds ids, never names."""
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "signatories.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        log.warning("No log file this time: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    for ours in ("signatories", "ui"):
        logging.getLogger(ours).setLevel(logging.INFO)


if __name__ == "__main__":
    sys.exit(main())

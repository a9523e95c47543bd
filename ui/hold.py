"""Tells other computers that a workspace is open in a window here."""

from PySide6.QtCore import QLockFile

from signatories.database import Database, open_on, side_file


class Hold:
    """Keeps the file beside a workspace that names this computer, until it is let go.

    Windows on one computer share it: whichever is first has it, and another one takes it over within a second.
    """

    def __init__(self, database: Database) -> None:
        self._path = database.path
        self._is_wanted = not database.read_only
        self._lock = QLockFile(str(side_file(database.path)))
        self._lock.setStaleLockTime(0)  # a window may stay open for days
        if self._is_wanted:
            self._lock.tryLock(0)

    def keep(self) -> str | None:
        """Take it if nobody has it; return the name of another computer that came first.

        Where the folder takes no file, nobody can be told.
        """
        if not self._is_wanted or self._lock.isLocked() or self._lock.tryLock(0):
            return None
        host = open_on(self._path)
        self._is_wanted = host is None
        return host

    def let_go(self) -> None:
        """Let other computers write."""
        self._is_wanted = False
        self._lock.unlock()

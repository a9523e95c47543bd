"""What can go wrong for a user: each error says what happened, where, and what to do next."""

from collections.abc import Iterable
from typing import Any, ClassVar

from signatories.texts import N_, Message, sentences


class UserFacingError(Exception):
    """Trouble that the user can understand and mend. Everything else is a bug of ours.

    `text` is a message key with `{value}` places; it is one or two plain sentences. `details` are further sentences,
    such as several reasons.
    """

    title: ClassVar[str] = N_("That did not work")

    def __init__(self, text: str, /, *, details: Iterable[Message] = (), **values: Any) -> None:
        self.message = sentences(Message(text, values), *details)
        super().__init__(text)

    def __str__(self) -> str:
        return str(self.message)


class NotFound(UserFacingError):
    """Nothing here answers to that name or number."""

    title = N_("Not found")


class Refused(UserFacingError):
    """The action would break a rule; nothing was changed."""

    title = N_("Not possible")


class BadText(UserFacingError):
    """A letter's text, a field or a condition that cannot be understood."""

    title = N_("The text cannot be used")


class UnreadableFile(UserFacingError):
    """A file from outside that is missing, damaged or of another kind."""

    title = N_("The file could not be read")


class LockedFile(UnreadableFile):
    """A file that a password opens: none was given for it, or another one."""


class UnwritableFile(UserFacingError):
    """A file or folder that cannot be written."""

    title = N_("The file could not be written")


class WorkspaceError(UserFacingError):
    """The workspace itself cannot be opened or written."""

    title = N_("The workspace cannot be used")

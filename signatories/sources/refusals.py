"""What is said of a file that no reader of ours can open."""

from signatories.errors import UnreadableFile
from signatories.texts import N_

_LOCKED = N_(
    "“{file}” is protected by a password. Open it in the program that made it, and save it without one."
)


def damaged(name: str) -> UnreadableFile:
    """What is said of a file that is not whole, or not what its name says."""
    return UnreadableFile(
        N_(
            "“{file}” is damaged, or is not what its name says. Open it in the program that made it, and save it again."
        ),
        file=name,
    )


def locked(name: str) -> UnreadableFile:
    """What is said of a file that a password protects."""
    return UnreadableFile(_LOCKED, file=name)

"""What is said of a file that no reader of ours can open."""

from signatories.errors import LockedFile, UnreadableFile
from signatories.texts import N_

_LOCKED = N_(
    "“{file}” is protected by a password. Open it in the program that made it, and save it without one."
)
_WRONG_PASSWORD = N_(
    "The password does not open “{file}”. Capitals and small letters differ in it."
)
_LOCKED_OTHERWISE = N_(
    "“{file}” is protected by a password in a way that cannot be opened here."
    " Open it in the program that made it, and save it without one."
)


def damaged(name: str) -> UnreadableFile:
    """What is said of a file that is not whole, or not what its name says."""
    return UnreadableFile(
        N_(
            "“{file}” is damaged, or is not what its name says. Open it in the program that made it, and save it again."
        ),
        file=name,
    )


def locked(name: str) -> LockedFile:
    """What is said of a file that a password would open."""
    return LockedFile(_LOCKED, file=name)


def wrong_password(name: str) -> LockedFile:
    """What is said of a file that another password opens."""
    return LockedFile(_WRONG_PASSWORD, file=name)


def locked_otherwise(name: str) -> UnreadableFile:
    """What is said of a file that no password opens here."""
    return UnreadableFile(_LOCKED_OTHERWISE, file=name)

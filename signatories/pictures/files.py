"""A picture's file as a form hands it on. Reading it takes Pillow, which is loaded for those who bring a picture."""

from dataclasses import dataclass, field

from signatories.errors import UnreadableFile
from signatories.texts import Message


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file as somebody chose it; empty where there is to be none."""

    name: str = ""
    content: bytes = field(default=b"", repr=False)

    def problem(self) -> Message | None:
        """Why it cannot be printed, if so."""
        from signatories.pictures import fitting  # noqa: PLC0415 - Pillow: a sixteenth of every command

        try:
            if self.content:
                fitting.check(self.content, self.name)
        except UnreadableFile as error:
            return error.message
        return None


NO_PICTURE = PictureFile()

"""Images that pages show: logos and scanned signatures."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as it was stored. Two are equal if their digests are; sizes are in its own pixels."""

    digest: str
    media_type: str = field(compare=False)
    content: bytes = field(compare=False, repr=False)
    width: int = field(compare=False)
    height: int = field(compare=False)

"""Where a link in a letter's text may lead."""

_SAFE = ("https://", "http://", "mailto:", "tel:")


def is_safe(address: str) -> bool:
    """Whether a reader may follow it from a file: nothing that runs, and no file of this computer."""
    return address.lower().startswith(_SAFE)

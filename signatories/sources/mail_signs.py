"""What files of mails, and mails that are pasted, are known by."""

import re

FORMATS = ("eml", "mbox", "msg")
"""Kinds of files with mails."""

BOM = b"\xef\xbb\xbf"
FROM_LINE = re.compile(rb"From \S+.*\d\d:\d\d.*\d{4}")
"""What stands before each mail of a mailbox."""

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:|[ \t]")
_TELLING = frozenset({b"from", b"date", b"subject", b"received", b"message-id", b"return-path"})


def kind_of(start: bytes, suffix: str) -> str | None:
    """What a file that begins so is, of FORMATS; `suffix` decides only where two kinds begin alike."""
    if FROM_LINE.match(start):
        return "mbox"
    if start.startswith(b"\xd0\xcf\x11\xe0") and suffix.lower() == ".msg":
        return "msg"
    return "eml" if looks_like_mail(start) else None


def looks_like_mail(start: bytes) -> bool:
    """Whether a file or a pasted text that begins so is a mail: lines of headers, two of them well known."""
    names = set()
    for line in start.removeprefix(BOM).lstrip().splitlines():
        found = _HEADER.match(line)
        if found is None:
            break
        names.add((found[1] or b"").lower())
    return len(names & _TELLING) >= 2

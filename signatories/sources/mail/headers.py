"""The headers of a mail: decoded whatever they are worth, without line ends, and never believed too long."""

import datetime as dt
import email.header
import email.utils
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.message import Message as ParsedMail

LONGEST = 4000
"""Letters of one header that are looked at."""

_MOST = 100  # headers of one name that are looked at
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+[ \t]*")
_ID = re.compile(r"<([^<>\s]{1,900})>")
_IN_BRACKETS = re.compile(r"([^<>]*)<([^<>\s]+@[^<>\s]+)>\s*")
_WHOLE_WORDS = re.compile(r'"[^"]*"|=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=')
_AUTOMATIC_HEADERS = ("X-Autoreply", "X-Autorespond", "X-Autoresponder")


def texts(mail: ParsedMail, name: str) -> Iterator[str]:
    """The headers of a name in the mail's order, as one line each, encoded words still encoded."""
    wanted = name.lower()
    found = (value for key, value in mail.raw_items() if key.lower() == wanted)
    for _, value in zip(range(_MOST), found, strict=False):
        raw = str(value)[:LONGEST].encode("utf-8", "surrogateescape")
        yield _one_line(_decoded(raw, "utf-8"))


def first(mail: ParsedMail, name: str) -> str:
    """The first header of that name, decoded; empty where there is none."""
    return words(next(texts(mail, name), ""))


def words(text: str) -> str:
    """A header's text with its encoded words decoded, in one line."""
    try:
        pieces = email.header.decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    found = (
        piece if isinstance(piece, str) else _decoded(piece, charset or "utf-8")
        for piece, charset in pieces
    )
    return _one_line("".join(found))


def addresses(mail: ParsedMail, name: str) -> list[tuple[str, str]]:
    """The names and addresses that headers of that name hold."""
    found = [pair for text in texts(mail, name) for pair in _pairs(text)]
    pairs = ((words(shown), _one_line(address)) for shown, address in found)
    return [(shown, address) for shown, address in pairs if shown or address]


def _pairs(text: str) -> list[tuple[str, str]]:
    """The names and addresses in a header; before a single address in brackets any name may stand, commas included."""
    single = _IN_BRACKETS.fullmatch(text)
    if single is None or "@" in _WHOLE_WORDS.sub("", single[1]):
        try:
            return email.utils.getaddresses([text])
        except RecursionError:  # comments within comments
            return []
    return [(single[1].strip(' "'), single[2])]


def ids(mail: ParsedMail, name: str) -> tuple[str, ...]:
    """The message ids in headers of that name, without their brackets."""
    return tuple(found for text in texts(mail, name) for found in _ID.findall(text))


def sent_at(mail: ParsedMail) -> dt.datetime | None:
    """When it was sent, or else received, in UTC; None where no header tells a time that exists."""
    received = [text.rpartition(";")[2] for text in texts(mail, "Received")]
    times = (_time(text) for text in (*texts(mail, "Date"), *received))
    return next((time for time in times if time is not None), None)


def is_automatic(mail: ParsedMail) -> bool:
    """Whether a program answered: an absence, a report that a mail did not arrive."""
    submitted = first(mail, "Auto-Submitted").lower()
    return (
        (bool(submitted) and not submitted.startswith("no"))
        or any(first(mail, name) for name in _AUTOMATIC_HEADERS)
        or first(mail, "Precedence").lower() == "auto_reply"
        or mail.get_content_type() == "multipart/report"
    )  # fmt: skip


def _time(text: str) -> dt.datetime | None:
    try:
        found = email.utils.parsedate_to_datetime(text)
        aware = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _decoded(raw: bytes, charset: str) -> str:
    """Bytes as the charset says; as Western text where it is unknown or wrong."""
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        return raw.decode("cp1252", "replace")


def _one_line(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()

"""Bytes of a mail made into a Mail, whatever is wrong with them."""

import email.parser
import email.policy
from dataclasses import dataclass
from email.message import Message as ParsedMail

from signatories.sources.documents import Mail
from signatories.sources.mail import bodies, headers
from signatories.sources.mail.mails import LARGEST
from signatories.texts import N_, Message, message

_HEADERS_END = (
    1_000_000  # bytes in which a mail's headers are looked for when its parts cannot be read
)
_MOST_ADDRESSES = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail is: its number, its bytes in the file, their digest, and the file's path."""

    line: int
    start: int
    end: int
    digest: str
    file: str


def mail_from(content: bytes, place: Place) -> Mail:
    """The mail that stands in these bytes."""
    read, problems = _parsed(content)
    text, left_out = bodies.text_of(read)
    names = tuple(bodies.attachments(read))
    return mail_of(read, text, names, place, (*problems, *left_out))


def mail_of(
    read: ParsedMail,
    text: str,
    attachments: tuple[str, ...],
    place: Place,
    problems: tuple[Message, ...] = (),
) -> Mail:
    """The mail with these headers and this text."""
    senders = headers.addresses(read, "From") or headers.addresses(read, "Sender")
    shown, address = senders[0] if senders else ("", "")
    to = [address for name in ("To", "Cc") for _, address in headers.addresses(read, name)]
    return Mail(
        line=place.line,
        start=place.start,
        end=place.end,
        sender=shown,
        address=address,
        to=tuple(to[:_MOST_ADDRESSES]),
        subject=headers.first(read, "Subject"),
        sent_at=headers.sent_at(read),
        message_id=next(iter(headers.ids(read, "Message-ID")), ""),
        answers_to=headers.ids(read, "In-Reply-To") + headers.ids(read, "References"),
        text=text,
        attachments=tuple(headers.words(name) for name in attachments),
        digest=place.digest,
        file=place.file,
        is_automatic=headers.is_automatic(read),
        problems=(*problems, *_about_senders(senders), *_about_size(place)),
    )


def _parsed(content: bytes) -> tuple[ParsedMail, tuple[Message, ...]]:
    """A mail's headers and parts, and what could not be read of it."""
    try:
        return email.parser.BytesParser(policy=email.policy.compat32).parsebytes(content), ()
    except RecursionError:
        parser = email.parser.BytesHeaderParser(policy=email.policy.compat32)
        read = parser.parsebytes(content[:_HEADERS_END])
        del read["Content-Type"]
        read.set_payload("")
        return read, (message(N_("Its parts are nested too deeply: its text was not read.")),)


def _about_senders(senders: list[tuple[str, str]]) -> tuple[Message, ...]:
    others = {address.casefold() for _, address in senders}
    if len(others) < 2:
        return () if others else (message(N_("It does not say who sent it.")),)
    return (message(N_("It names %n senders: the first is taken."), n=len(others)),)


def _about_size(place: Place) -> tuple[Message, ...]:
    if place.end - place.start <= LARGEST:
        return ()
    return (message(N_("It is larger than 25 MB: it cannot be kept as a proof.")),)

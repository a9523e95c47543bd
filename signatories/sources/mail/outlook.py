"""A mail that Outlook saved as a file of its own (.msg)."""

import email.parser
import email.policy
import email.utils
import struct
from email.message import Message as ParsedMail
from pathlib import Path

from oxmsg import Message as OutlookMail

from signatories.errors import UnreadableFile
from signatories.sources.documents import Mail
from signatories.sources.mail import bodies
from signatories.sources.mail.parsing import Place, mail_of
from signatories.texts import N_, Message, message

_LARGEST = 100_000_000  # bytes: the reader holds all of a file in memory, and the child has 1 GB
_SMTP_ADDRESS = 0x5D01  # property ids of [MS-OXPROPS]: PidTagSenderSmtpAddress
_MESSAGE_ID = 0x1035  # PidTagInternetMessageId
_IN_REPLY_TO = 0x1042  # PidTagInReplyToId
_DAMAGED = (
    ValueError,
    LookupError,
    OSError,
    struct.error,
    TypeError,
    AttributeError,
    RecursionError,
)


def read(path: Path, place: Place) -> Mail:
    """The mail in the file. Raises UnreadableFile where it cannot be read."""
    if path.stat().st_size > _LARGEST:
        raise UnreadableFile(N_("“{file}” is larger than 100 MB."), file=path.name)
    try:
        saved = OutlookMail.load(str(path))
        page = "" if saved.body else saved.html_body or ""
        text = (saved.body or bodies.from_html(page)).replace("\x00", "")
        names = tuple(each.file_name or "" for each in saved.attachments)
        about = (*_about_text(text), *bodies.about_length(text, page))
        return mail_of(_headers(saved), bodies.shortened(text), names, place, about)
    except _DAMAGED as error:
        words = N_("“{file}” is damaged, or no mail of Outlook. Save it again, or as .eml.")
        raise UnreadableFile(words, file=path.name) from error


def _headers(saved: OutlookMail) -> ParsedMail:
    """The headers that came with the mail; those that are missing are made from what Outlook knows."""
    parser = email.parser.HeaderParser(policy=email.policy.compat32)
    read = parser.parsestr("".join(f"{n}: {v}\n" for n, v in saved.message_headers.items()))
    sent = saved.sent_date
    known = {
        "From": _sender(saved),
        "Subject": saved.subject,
        "Date": email.utils.format_datetime(sent) if sent else "",
        "To": ", ".join(each.email_address or "" for each in saved.recipients),
        "Message-ID": saved.properties.str_prop_value(_MESSAGE_ID) or "",
        "In-Reply-To": saved.properties.str_prop_value(_IN_REPLY_TO) or "",
    }
    for name, value in known.items():
        if value and name not in read:
            read[name] = " ".join(value.split())
    return read


def _sender(saved: OutlookMail) -> str:
    """Name and address; inside one company Outlook keeps an address of its own beside the one of the internet."""
    shown = email.utils.parseaddr(saved.sender or "")
    address = saved.properties.str_prop_value(_SMTP_ADDRESS) or shown[1]
    return email.utils.formataddr((shown[0], address)) if "@" in address else saved.sender or ""


def _about_text(text: str) -> tuple[Message, ...]:
    if text.strip():
        return ()
    return (message(N_("No text could be read in it: open it in Outlook and save it as .eml.")),)

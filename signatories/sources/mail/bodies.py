"""The text of a mail: the plain one, or what a reader of its HTML sees, with quotations marked."""

import re
from collections.abc import Iterator
from email.message import Message as ParsedMail
from itertools import islice

from lxml import etree, html

from signatories.texts import N_, Message, message

LONGEST = 500_000
"""Letters of a text that are looked at: a book."""

_MOST_PARTS = 500
_UNSEEN = frozenset({"head", "script", "style", "title", "template", "meta", "link"})
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "form",
        "h1",
        "h2",
    }
    | {
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"})
_QUOTING = re.compile(r"\b(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote)\b")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad]+(?=\s|$)")
_CHARSET = re.compile(r"<(?:meta|\?xml)[^>]*>", re.IGNORECASE)


def text_of(mail: ParsedMail) -> tuple[str, tuple[Message, ...]]:
    """All text parts that are no attachments; of one text in two forms the plain one, unless it is blank.

    With it, what was left out.
    """
    plain: list[str] = []
    rich: list[str] = []
    for part in islice(mail.walk(), _MOST_PARTS):
        kind = _kind(part)
        if kind in ("text/plain", "text/html") and not _is_attachment(part):
            (plain if kind == "text/plain" else rich).append(_decoded(part))
    text = "\n".join(plain)
    if not text.strip() and rich:
        text = "\n".join(from_html(each) for each in rich)
        plain = rich
    return shortened(text), (*about_length(*plain, text), *_about_parts(mail))


def shortened(text: str) -> str:
    """As much of a text as is looked at, its line ends all alike."""
    return "\n".join(text[:LONGEST].splitlines())


def about_length(*texts: str) -> tuple[Message, ...]:
    """What is said where one of these was too long to be looked at to its end."""
    if all(len(text) <= LONGEST for text in texts):
        return ()
    return (message(N_("Its text is longer than 500,000 letters: the rest was not read.")),)


def _about_parts(mail: ParsedMail) -> tuple[Message, ...]:
    if next(islice(mail.walk(), _MOST_PARTS, None), None) is None:
        return ()
    return (message(N_("It has more than 500 parts: the others were not read.")),)


def attachments(mail: ParsedMail) -> Iterator[str]:
    """The file names of the parts, still encoded."""
    for part in islice(mail.walk(), _MOST_PARTS):
        if name := part.get_filename():
            yield name


def from_html(text: str) -> str:
    """What a reader sees, a line per block; quoted lines begin with "> "."""
    document = _parsed(_CHARSET.sub("", text[:LONGEST]))
    return "" if document is None else _Reader().read(document)


class _Reader:
    """Walks through a document once, without recursion: mails can be nested without end."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.depth = 0
        self.unseen = 0

    def read(self, document: etree._Element) -> str:
        for event, element in etree.iterwalk(document, events=("start", "end")):
            if isinstance(element.tag, str):
                (self._start if event == "start" else self._end)(element)
            if event == "end" and element.tail and element is not document:
                self._say(element.tail)
        self._break()
        return "\n".join(self.lines).strip("\n")

    def _start(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS or element.tag == "br":
            self._break(is_forced=element.tag == "br")
        if element.tag == "hr":
            self.lines.append("_" * 32)
        self.depth += _is_quotation(element)
        self.unseen += element.tag in _UNSEEN
        self._say(element.text or "")

    def _end(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS:
            self._break()
        if element.tag in _PARAGRAPHS and self.lines and self.lines[-1].strip("> "):
            self.lines.append(("> " * self.depth).rstrip())
        self.depth -= _is_quotation(element)
        self.unseen -= element.tag in _UNSEEN

    def _say(self, text: str) -> None:
        if not self.unseen:
            self.words.append(_SPACES.sub(" ", text))

    def _break(self, *, is_forced: bool = False) -> None:
        line = _INVISIBLE.sub("", "".join(self.words)).replace("\u00a0", " ").strip()
        self.words.clear()
        if line or is_forced:
            self.lines.append(("> " * self.depth + line).rstrip())


def _parsed(text: str) -> etree._Element | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _kind(part: ParsedMail) -> str:
    """What a part is; one that says it has parts, and has none, is plain text."""
    is_leaf = part.get_content_maintype() == "multipart" and not part.is_multipart()
    return "text/plain" if is_leaf else part.get_content_type()


def _is_quotation(element: etree._Element) -> bool:
    return element.tag == "blockquote" or bool(_QUOTING.search(element.get("class", "")))


def _is_attachment(part: ParsedMail) -> bool:
    return part.get_content_disposition() == "attachment"


def _decoded(part: ParsedMail) -> str:
    """The part's text; as Western text where its charset is unknown or wrong."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    for charset in (_charset(part), "utf-8"):
        try:
            return raw.decode(charset).replace("\x00", "")
        except (LookupError, ValueError):
            continue
    return raw.decode("cp1252", "replace").replace("\x00", "")


def _charset(part: ParsedMail) -> str:
    try:
        found = part.get_content_charset()
    except (LookupError, ValueError):
        return "utf-8"
    return found if found and found != "us-ascii" else "utf-8"

"""What a file says about itself, in PDF's own words and in those of XMP."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape

from signatories.exports.characters import printable
from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import Entry, date, dictionary, text

_PRODUCER = "Signatories"


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself. `made`: its date; the same date gives the same bytes.

    `archive`: that it is PDF/A-2b, a file that looks the same in many years.
    """

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    made: datetime | None = None
    archive: bool = False


def add_info(file: ObjectFile, about: About) -> int:
    """Write the document information; return its number."""
    named = {"Title": about.title, "Author": about.author, "Subject": about.subject}
    named |= {"Creator": _PRODUCER, "Producer": _PRODUCER}
    entries: dict[str, Entry] = {key: text(value) for key, value in named.items() if value}
    if about.made:
        entries |= {"CreationDate": date(about.made), "ModDate": date(about.made)}
    return file.add(dictionary(entries))


def add_metadata(file: ObjectFile, about: About) -> int:
    """Write the same as XMP, unpacked, so that any program finds it; return its number."""
    packet = _PACKET.format(properties="".join(_properties(about))).encode()
    return file.add_raw_stream(packet, {"Type": "/Metadata", "Subtype": "/XML"})


def _properties(about: About) -> Iterator[str]:
    if about.archive:
        yield "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    yield f"<dc:title>{_worded(about.title)}</dc:title>"
    if about.subject:
        yield f"<dc:description>{_worded(about.subject)}</dc:description>"
    if about.author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{_xml(about.author)}</rdf:li></rdf:Seq></dc:creator>"
    yield f"<dc:language><rdf:Bag><rdf:li>{_xml(about.language)}</rdf:li></rdf:Bag></dc:language>"
    yield f"<pdf:Producer>{_PRODUCER}</pdf:Producer><xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>"
    if about.made:
        moment = about.made.isoformat(timespec="seconds")
        yield f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>"


def _worded(value: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(value)}</rdf:li></rdf:Alt>'


def _xml(value: str) -> str:
    return escape(printable(value), quote=False)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">{properties}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

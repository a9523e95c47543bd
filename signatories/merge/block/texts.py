"""What a block prints of each signatory as text, to be held against its pages."""

from collections.abc import Iterator

from signatories.block.arrangement import Arrangement
from signatories.block.entries import Entry
from signatories.block.settings import Layout
from signatories.models.block import Form


def shown_texts(arrangement: Arrangement) -> Iterator[tuple[int, str]]:
    """The text of each entry, by the id of the sign-on; empty where its logo says it."""
    for section in arrangement.sections:
        for entry in section.entries:
            yield entry.signatory.sign_on_id, _text(entry, section.layout)


def _text(entry: Entry, layout: Layout) -> str:
    if layout.form is Form.TABLE:
        return " ".join(entry.cells)
    return "" if layout.form is Form.LOGOS and entry.signatory.logo else entry.text

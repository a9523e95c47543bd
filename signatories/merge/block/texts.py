"""What a block prints of each signatory as text, to be held against its pages."""

from collections.abc import Iterator

from signatories.block.arrangement import Arrangement


def shown_texts(arrangement: Arrangement) -> Iterator[tuple[int, str]]:
    """The text of each entry, by the id of the sign-on; empty where its logo says it."""
    for section in arrangement.sections:
        for entry in section.entries:
            yield entry.signatory.sign_on_id, entry.shown

"""Characters that no font has, with the record or the part of the letter whose text holds them."""

from collections.abc import Iterator

from signatories import letter_parts
from signatories.block.arrangement import Arrangement, arrange
from signatories.merge.block.texts import shown_texts
from signatories.merge.listing import whole
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.texts import N_, Message, message
from signatories.typesetting.layout import Typesetter

Owner = str | Message

_PARTS = {
    "letterhead": N_("letterhead"),
    "place": N_("place"),
    "reference": N_("reference"),
    "addressee": N_("addressee"),
    "subject": N_("subject"),
    "salutation": N_("salutation"),
    "body": N_("body"),
    "closing": N_("closing"),
    "enclosures": N_("enclosures"),
    "cc": N_("copies"),
}


def unprintable(snapshot: Snapshot, *, letters: bool, alone: bool) -> Iterator[tuple[str, Message]]:
    """Whose text has such characters, each once, and a sentence that names both.

    `letters` are made, or the list `alone`, or both. Raises Refused where the block cannot be laid out.
    """
    setter = Typesetter()
    owners: dict[str, Owner] = {}
    lacking: dict[str, dict[str, None]] = {}
    printable: set[str] = set()
    for owner, text in _texts(snapshot, letters=letters, alone=alone):
        if printable.issuperset(text):
            continue
        missing = setter.missing(text)
        if not missing:
            printable.update(text)
        for character in missing:
            owners.setdefault(str(owner), owner)
            lacking.setdefault(str(owner), {})[character] = None
    for name, characters in lacking.items():
        shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)
        words = N_("No font has the character(s) {characters} in “{owner}”.")
        values = {"n": len(characters), "characters": shown, "owner": owners[name]}
        yield name, message(words, **values)


def _texts(snapshot: Snapshot, *, letters: bool, alone: bool) -> Iterator[tuple[Owner, str]]:
    """Every text that is printed, with the name of whom or what it belongs to."""
    yield from _of_list(snapshot, _listed(snapshot, alone=alone))
    if letters:
        yield from _of_parts(snapshot)
        pages = LetterPages(snapshot)
        for recipient in snapshot.recipients:
            yield from ((recipient.name, value) for value in pages.printed_values(recipient))


def _listed(snapshot: Snapshot, *, alone: bool) -> Arrangement:
    """All that is printed of the list: in letters that only count it, no names."""
    if alone or snapshot.block.place is not Place.COUNT_ONLY:
        return whole(snapshot)
    language, as_of = snapshot.text.language, snapshot.listed_on
    return arrange(snapshot.signatories, snapshot.block, language, as_of=as_of)


def _of_list(snapshot: Snapshot, listed: Arrangement) -> Iterator[tuple[Owner, str]]:
    """The lines as the block shows them, their footnotes, and the words around them."""
    lines = {line.sign_on_id: line for line in snapshot.printed}
    for sign_on_id, text in shown_texts(listed):
        yield lines[sign_on_id].line, text
        yield lines[sign_on_id].line, lines[sign_on_id].footnote
    around = [listed.heading, *listed.above, *listed.below]
    for section in listed.sections:
        around += [section.heading, *section.head]
    yield from ((message(N_("signature block")), text) for text in around)


def _of_parts(snapshot: Snapshot) -> Iterator[tuple[Owner, str]]:
    text = snapshot.text
    for part in (*letter_parts.AS_WRITTEN, *letter_parts.PLAIN, letter_parts.BODY):
        name = message(N_("{title}: {part}"), title=text.title, part=message(_PARTS[part]))
        yield name, letter_parts.text_of(text, part)

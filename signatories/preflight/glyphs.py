"""Characters that no font has, with the record or the part of the letter whose text holds them."""

from collections.abc import Iterator
from typing import NamedTuple

from signatories import letter_parts
from signatories.block.arrangement import Arrangement, arrange
from signatories.findings import Finding, Level, Spot, Tab
from signatories.merge.block.texts import shown_texts
from signatories.merge.listing import whole
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.texts import N_, Message, message
from signatories.typesetting.layout import Typesetter


class _Owner(NamedTuple):
    """Whose text it is: a name, or a part of the letter in words, and where it is changed."""

    name: str | Message
    place: Spot


def missing(snapshot: Snapshot, *, letters: bool, alone: bool) -> Iterator[Finding]:
    """A finding for each whose text has such characters; `letters` are made, or the list `alone`, or both.

    Raises Refused where the block cannot be laid out.
    """
    setter = Typesetter()
    owners: dict[str, _Owner] = {}
    lacking: dict[str, dict[str, None]] = {}
    printable: set[str] = set()
    for owner, text in _texts(snapshot, letters=letters, alone=alone):
        if printable.issuperset(text):
            continue
        without = setter.missing(text)
        if not without:
            printable.update(text)
        for character in without:
            owners.setdefault(str(owner.name), owner)
            lacking.setdefault(str(owner.name), {})[character] = None
    for name, characters in lacking.items():
        shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)
        words = N_("No font has the character(s) {characters} in “{owner}”.")
        values = {"n": len(characters), "characters": shown, "owner": owners[name].name}
        yield Finding(Level.ERROR, message(words, **values), (name,), owners[name].place)


def _texts(snapshot: Snapshot, *, letters: bool, alone: bool) -> Iterator[tuple[_Owner, str]]:
    """Every text that is printed, with whom or what it belongs to."""
    yield from _of_list(snapshot, _listed(snapshot, alone=alone))
    if letters:
        yield from _of_parts(snapshot)
        pages = LetterPages(snapshot)
        for recipient in snapshot.recipients:
            owner = _Owner(recipient.name, Spot(Tab.RECIPIENTS, "", (recipient.id,)))
            yield from ((owner, value) for value in pages.printed_values(recipient))


def _listed(snapshot: Snapshot, *, alone: bool) -> Arrangement:
    """All that is printed of the list: in letters that only count it, no names."""
    if alone or snapshot.block.place is not Place.COUNT_ONLY:
        return whole(snapshot)
    language, as_of = snapshot.text.language, snapshot.listed_on
    return arrange(snapshot.signatories, snapshot.block, language, as_of=as_of)


def _of_list(snapshot: Snapshot, listed: Arrangement) -> Iterator[tuple[_Owner, str]]:
    """The lines as the block shows them, their footnotes, and the words around them."""
    lines = {line.sign_on_id: line for line in snapshot.printed}
    for sign_on_id, text in shown_texts(listed):
        owner = _Owner(lines[sign_on_id].line, Spot(Tab.SIGNATORIES, "", (sign_on_id,)))
        yield owner, text
        yield owner, lines[sign_on_id].footnote
    around = [listed.heading, *listed.above, *listed.below]
    for section in listed.sections:
        around += [section.heading, *section.head]
    block = _Owner(message(N_("signature block")), Spot(Tab.BLOCK))
    yield from ((block, text) for text in around)


def _of_parts(snapshot: Snapshot) -> Iterator[tuple[_Owner, str]]:
    text = snapshot.text
    for part in (*letter_parts.AS_WRITTEN, *letter_parts.PLAIN, letter_parts.BODY):
        name = message(
            N_("{title}: {part}"), title=text.title, part=message(letter_parts.NAMES[part])
        )
        yield _Owner(name, Spot(Tab.TEXT, part)), letter_parts.text_of(text, part)

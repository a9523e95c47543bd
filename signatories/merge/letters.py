"""The letters of a snapshot, each on pages in its recipient's language."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from signatories.merge.languages import PerLanguage
from signatories.merge.pages import LOT, LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import Addressed
from signatories.texts import Message
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document


class Letters:
    """Makes the letters of one snapshot. Keeps what it has set, once for each language; use it in one thread."""

    def __init__(
        self, snapshot: Snapshot, *, gaps_shown: bool = False, setter: Typesetter | None = None
    ) -> None:
        setter = setter or Typesetter()
        self._pages = PerLanguage(
            snapshot, lambda each: LetterPages(each, gaps_shown=gaps_shown, setter=setter)
        )
        self._first = self._pages.in_language(snapshot.text.language)

    def documents(self, recipients: Iterable[Addressed]) -> Iterator[Document]:
        """Their letters, made in lots. Raises MissingValues when a field has neither value nor fallback."""
        rest = iter(recipients)
        while lot := list(islice(rest, LOT)):
            theirs = [self._pages.of(each) for each in lot]
            parts: dict[LetterPages, list[Addressed]] = {pages: [] for pages in theirs}
            for each, pages in zip(lot, theirs, strict=True):
                parts[pages].append(each)
            made = {pages: pages.documents(those) for pages, those in parts.items()}
            for pages in theirs:
                yield next(made[pages])

    def document(self, recipient: Addressed) -> Document:
        """One recipient's letter. Raises as `documents`."""
        return self._pages.of(recipient).document(recipient)

    def ending(self) -> Document:
        """The block as letters print it, in the language of the first text, and no letter around it."""
        return self._first.ending()

    def shown(self, recipient: Addressed) -> Mapping[int, str]:
        """What a recipient's letter shows of each signatory, by the id of the sign-on."""
        return self._pages.of(recipient).shown(recipient)

    def printed_values(self, recipient: Addressed) -> Iterator[str]:
        """The words that only this recipient's letter prints."""
        return self._pages.of(recipient).printed_values(recipient)

    def misfits(self) -> tuple[Message, ...]:
        """What did not fit on the pages that were made since this was last asked, in any language."""
        return self._first.misfits()

"""Everything that a run prints, read in one transaction, so that all its products agree."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from signatories.block.reducing import reduced
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.errors import NotFound
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.merge import concerns
from signatories.merge.concerns import Concerns
from signatories.models import Articles, Order
from signatories.models.block import Place
from signatories.queries.rows import SignOnRow
from signatories.recipients.choosing import Addressed, Selection
from signatories.texts import N_
from signatories.typesetting.images import Image


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose for one run; what is None stands in the letter.

    `draft` takes the newest text, frozen or not, for a preview; `language` that one for everybody. `signed_by` is the
    last moment of a yes on the list, `list_number` that of a list that was closed: one of them at most. `limit` makes
    the letters of the first recipients only, `recipients` those of these ids; all are counted. `order`, `articles` and
    `columns` hold for all groups.
    """

    version: int | None = None
    draft: bool = False
    where: str | None = None
    as_of: dt.date | None = None
    signed_by: dt.datetime | None = None
    list_number: int | None = None
    order: Order | None = None
    articles: Articles | None = None
    columns: int | None = None
    block: BlockSettings | None = None
    limit: int | None = None
    recipients: tuple[int, ...] | None = None
    run: RunSettings | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A letter, its recipients and its list at one moment.

    `text` is the letter's file of the printed version, `translations` the same for who reads further languages;
    `undeclared` are languages in which it is a draft. `signatories` stand in block order, the withheld among them;
    `sign_ons` are all answers, if asked for; `images` has the pictures that the block shows, by digest.
    `newest_version` tells whether a newer one exists, and `newest_confirmed` how many agree to it; `confirmed` is how
    many agree to this one, `unconfirmed` names those who said yes, but not to it. `only`: the recipients whose letters
    are made, by id; None: all. `deadline`: the last day to sign; `later`: how many agree and are not on the list since
    it was closed at `signed_by`; `list_number`: the numbered list that is printed.
    `listed_on`: the day of the list's cut-off where it was said, else where this computer stands; else today.
    """

    letter_id: int
    version: int
    newest_version: int
    newest_confirmed: int
    confirmed: int
    unconfirmed: tuple[str, ...]
    text: LetterFile
    selection: Selection
    instrument: str
    checked_on: dt.date | None
    signatories: tuple[Signatory, ...]
    sign_ons: tuple[SignOnRow, ...]
    block: BlockSettings
    images: Mapping[str, Image]
    known_fields: frozenset[str]
    run: RunSettings
    listed_on: dt.date
    taken_at: dt.datetime
    concerns: Concerns = concerns.NONE
    deadline: dt.date | None = None
    limit: int | None = None
    only: frozenset[int] | None = None
    signed_by: dt.datetime | None = None
    later: int = 0
    list_number: int | None = None
    translations: tuple[LetterFile, ...] = ()
    undeclared: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[LetterFile, ...]:
        """The letter's file in each language."""
        return (self.text, *self.translations)

    @property
    def recipients(self) -> list[Addressed]:
        """Those whose letters are made, in printing order: all of the letter, some of them, or the first few."""
        every = self.selection.recipients
        if self.only is not None:
            every = [recipient for recipient in every if recipient.id in self.only]
        return every[: self.limit]

    @property
    def numbered(self) -> Iterator[tuple[int, Addressed]]:
        """The same, each with its number among all of the letter: in a reprint it is what it was."""
        made = {recipient.id for recipient in self.recipients}
        every = enumerate(self.selection.recipients, start=1)
        return (each for each in every if each[1].id in made)

    @property
    def printed(self) -> tuple[Signatory, ...]:
        """The lines that the letter prints, in order."""
        return tuple([line for line in self.signatories if not line.withheld])

    @property
    def public(self) -> "Snapshot":
        """The snapshot for a public list: who is to be in the letter only is withheld, and so is every scanned hand."""
        lines = (
            line._replace(withheld=line.withheld or line.unlisted, signature=None)
            if line.unlisted or line.signature
            else line
            for line in self.signatories
        )
        block = replace(self.block, place=Place.CLOSING)
        return replace(self, signatories=tuple(lines), block=block)

    @property
    def annexed(self) -> "Snapshot":
        """The snapshot for one annex to all letters: who refused to be shown to any recipient is withheld from it.

        Any of the letter, however few letters are made now.
        """
        lines = self._withheld_from({recipient.id for recipient in self.selection.recipients})
        return replace(self, signatories=lines, block=replace(self.block, place=Place.ANNEX))

    def signatories_for(self, recipient: Addressed) -> tuple[Signatory, ...]:
        """The list that a recipient is to see; who refused to be shown to it is withheld."""
        may = self._withheld_from({recipient.id})
        rule = self.block.reduced
        return reduced(may, rule, recipient.record()) if rule else may

    def _withheld_from(self, ids: Set[int]) -> tuple[Signatory, ...]:
        if all(ids.isdisjoint(line.never_to) for line in self.signatories):
            return self.signatories
        return tuple(
            line if ids.isdisjoint(line.never_to) else line._replace(withheld=True)
            for line in self.signatories
        )


def only(snapshot: Snapshot, recipients: Collection[int]) -> Snapshot:
    """The snapshot for the letters to some of its recipients, by id. Raises NotFound for one who is none of them."""
    strangers = set(recipients).difference(each.id for each in snapshot.recipients)
    if strangers:
        raise NotFound(N_("Recipient {id} is none of those of this letter."), id=min(strangers))
    return replace(snapshot, only=frozenset(recipients), limit=None)

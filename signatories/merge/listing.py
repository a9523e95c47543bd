"""A snapshot's list as its block says, whole: what every product that shows all of it is made of."""

from dataclasses import replace

from signatories.block import wording
from signatories.block.arrangement import Arrangement, arrange
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place


def whole(snapshot: Snapshot) -> Arrangement:
    """The list with all its entries, also where a letter shows only the count of them; an annex says what it is."""
    settings, language = snapshot.block, snapshot.text.language
    if settings.place is Place.COUNT_ONLY:
        settings = replace(settings, place=Place.CLOSING)
    if settings.place is Place.ANNEX and not settings.heading:
        settings = replace(settings, heading=wording.annex(language))
    return arrange(snapshot.signatories, settings, language, as_of=snapshot.listed_on)

"""A snapshot's list as its block says, whole: what every product that shows all of it is made of."""

from dataclasses import replace

from signatories.block.arrangement import Arrangement, arrange
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place


def whole(snapshot: Snapshot) -> Arrangement:
    """The list with all its entries, also where a letter shows only the count of them."""
    settings = snapshot.block
    if settings.place is Place.COUNT_ONLY:
        settings = replace(settings, place=Place.ANNEX)
    return arrange(snapshot.signatories, settings, snapshot.text.language, as_of=snapshot.listed_on)

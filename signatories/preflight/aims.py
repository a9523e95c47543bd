"""What a run is to make: that decides what is looked over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aims:
    """What is to be made: letters, the list of the confirmed (in letters or `alone`), pages with fonts.

    `addresses` are printed on labels and envelopes, and the names of the recipients in a `cover` note.
    """

    letters: bool = True
    block: bool = True
    pages: bool = True
    alone: bool = False
    addresses: bool = False
    cover: bool = False

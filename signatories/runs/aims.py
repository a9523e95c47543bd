"""What products a run makes, told as what is to be looked over before."""

from collections.abc import Collection

from signatories.exports import Exporter
from signatories.exports.making import ADDRESSES, ANNEX, COVER, PUBLIC_LIST
from signatories.preflight.aims import Aims

_LISTS = (PUBLIC_LIST, ANNEX)


def aims_of(makers: Collection[Exporter]) -> Aims:
    """What these make together."""
    return Aims(
        letters=any(maker.product == "letters" for maker in makers),
        block=any(maker.content.needs_confirmed for maker in makers),
        pages=any(maker.format == "pdf" and maker.content.needs_confirmed for maker in makers),
        alone=any(maker.format == "pdf" and maker.content in _LISTS for maker in makers),
        addresses=any(maker.content is ADDRESSES for maker in makers),
        cover=any(maker.format == "pdf" and maker.content is COVER for maker in makers),
    )

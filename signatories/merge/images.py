"""The images of a list, read once per digest, and kept for the next snapshot: a preview is drawn at every keystroke."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.models import Asset
from signatories.models.block import Form
from signatories.recording import chunks
from signatories.typesetting.images import Image

MOST_KEPT = 500  # images, each bounded for print


def of_list(
    session: Session, block: BlockSettings, lines: Iterable[Signatory]
) -> Mapping[str, Image]:
    """The logos and scanned signatures of printed lines, by digest, as far as the block shows them.

    Raises UnreadableFile for one that is damaged.
    """
    layouts = [block.layout, *(group.layout for group in block.groups if group.layout)]
    logos = any(layout.logos or layout.form is Form.LOGOS for layout in layouts)
    signatures = any(layout.signatures for layout in layouts)
    if not logos and not signatures:
        return {}
    digests: dict[str | None, None] = {}
    for line in lines:
        if not line.withheld:
            digests[line.logo if logos else None] = None
            digests[line.signature if signatures else None] = None
    return _read(session, [digest for digest in digests if digest is not None])


def _read(session: Session, digests: Sequence[str]) -> dict[str, Image]:
    images = _KEPT.take(digests)
    for chunk in chunks([digest for digest in digests if digest not in images]):
        for asset in session.scalars(select(Asset).where(Asset.digest.in_(chunk))):
            images[asset.digest] = _image(asset)
            session.expunge(asset)  # its bytes are many
    _KEPT.keep(images)
    return images


def _image(asset: Asset) -> Image:
    from signatories.pictures import fitting  # noqa: PLC0415 - Pillow, where there is a picture

    picture = fitting.for_print(asset.content, asset.name)
    return Image(asset.digest, *picture)


class _Kept:
    """The images used last. A digest names the same bytes in every workspace."""

    def __init__(self) -> None:
        self._images: OrderedDict[str, Image] = OrderedDict()
        self._lock = Lock()

    def take(self, digests: Iterable[str]) -> dict[str, Image]:
        """Those that are kept of these."""
        with self._lock:
            return {digest: self._images[digest] for digest in digests if digest in self._images}

    def keep(self, images: Mapping[str, Image]) -> None:
        """Keep these, and as many of the others as there is room for."""
        with self._lock:
            for digest, image in images.items():
                self._images[digest] = image
                self._images.move_to_end(digest)
            while len(self._images) > MOST_KEPT:
                self._images.popitem(last=False)


_KEPT = _Kept()

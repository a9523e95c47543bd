"""Products made as a run makes them, without its record."""

from pathlib import Path

from signatories.exports import Exporter, Written
from signatories.merge.snapshot import Snapshot
from signatories.progress import SILENT, Progress


def write(
    exporter: Exporter, snapshot: Snapshot, path: Path, progress: Progress = SILENT
) -> Written:
    """Make a product and put it in its place."""
    with exporter.making(snapshot, path, progress) as product:
        product.swap_in()
        return product.written

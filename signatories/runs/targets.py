"""Where the products of a run may not go."""

from collections.abc import Iterable
from pathlib import Path

from signatories.errors import Refused
from signatories.exports.swapping import refuse_workspace
from signatories.texts import N_


def refuse_targets(targets: Iterable[Path]) -> None:
    """Raise Refused before anything is made where a workspace stands, and where two products would."""
    taken: set[Path] = set()
    for path in targets:
        refuse_workspace(path)
        target = path.resolve()
        if target in taken:
            text = N_("Two products are to be {file}. Name another file for one of them.")
            raise Refused(text, file=path)
        taken.add(target)

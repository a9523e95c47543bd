"""An earlier run made again: where it is put, and how it differs."""

from pathlib import Path

from signatories.runs import Again
from signatories.runs.earlier import EarlierRun
from signatories.texts import N_, message
from ui.translation import translate

REPRINT = N_("{name} – reprint")


def free_target(run: EarlierRun, folder: Path, *, is_part: bool) -> Path:
    """Return a path in the folder where nothing stands, named as what the run made; a part of it says so."""
    kept = Path(run.settings.get("target", run.product))
    suffix = "" if run.settings.get("separate") else kept.suffix
    stem = kept.name.removesuffix(suffix) if suffix else kept.name
    if is_part:
        stem = translate(message(REPRINT, name=stem))
    target, number = folder / f"{stem}{suffix}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem} ({number}){suffix}"
    return target


def again_words(made: Again) -> str:
    """Return how what was made again differs from what was made then."""
    if made.differences is None:
        return translate(N_("Made of what was printed then."))
    if not made.differences:
        return translate(N_("The same as then, byte for byte."))
    return "\n".join(map(translate, made.differences))

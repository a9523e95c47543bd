"""What an undo came to, in words."""

from signatories.history import TakenBack
from signatories.texts import N_, message
from signatories.undoing import Undone
from ui.translation import translate


def words_on_undone(undone: Undone, taken_back: TakenBack) -> str:
    """Which action was undone or done again, and what stayed as it was."""
    text = N_("Done again: {action}") if taken_back.again else N_("Undone: {action}")
    words = [translate(message(text, action=taken_back.action))]
    if undone.kept:
        words.append(_words_on_kept(undone))
    return ". ".join(words)


def _words_on_kept(undone: Undone) -> str:
    first = undone.kept[0]
    text = N_("%n row(s) left as found: {first} {reason}.")
    said = message(text, n=len(undone.kept), first=first.label, reason=first.reason)
    return translate(said)

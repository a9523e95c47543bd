"""What stands beside the names of a line and is none: an answer, a date, a wish to be added, a tick."""

import re
from functools import lru_cache

from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import words_of
from signatories.imports.lines.role_phrases import CAPACITIES

_ANSWERS_AS_WRITTEN = words_of(
    """
    yes no ok okay tbc tba confirmed unconfirmed pending declined declines declining withdrawn withdrew withdraws
    refused signed signs signing unsigned agreed agrees approved accepted
    oui non confirmé confirmée signé signée signataire refusé décliné retiré retirée accepté
    sí si confirmado confirmada firmado firmada rechazado rechazada retirado retirada pendiente declinado
    ja nein bestätigt unbestätigt unterzeichnet unterschrieben zugesagt abgesagt abgelehnt zurückgezogen offen
    sim não assinado assinada recusado confermato confermata firmato firmata ritirato rifiutato
    да нет подписано подписал подписала отказ отказался отказалась подтверждено نعم لا موقع
    confirmer confirmar confermare klären bevestigd getekend ingetrokken afgewezen
    """
)
_ANSWERS = frozenset(map(fold, _ANSWERS_AS_WRITTEN))
_BESIDE_ANSWERS = words_of(
    fold("""
    not to be a by via e mail email phone per on the at of yet still verbally already has have will is
    à par en attente por noch am per mail del il den den le da
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août
    septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre
    """)
)
_WISHES = re.compile(
    r"\b(?:(?:please|pls|kindly) (?:add|include|list|sign|put|remove)|(?:signs?|signed|signing) on\b|not signing"
    r"|(?:we|i) (?:sign|endorse|join|support|agree)\b|veuillez|merci d|por favor|bitte |per favore|s'il vous)"
)
_DATE_OR_TICK = re.compile(
    r"[✓✔☑✅✗✘❌☐]|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d"
    r"|\b\d{1,2}\.? [^\W\d_]{3,12} (?:19|20)\d\d\b"
)
_BEGINNINGS = frozenset(
    ("pl", "ki", "si", "no", "we", "i ", "ve", "me", "po", "bi", "pe", "s'")
)  # of wishes: to look at the words takes longer
_OF_CAPACITY = words_of(
    "capacity individual identification personnel personal titolo personale privatperson einzelperson persoonlijke"
    " privat personlich pessoal proprio propre личном своего شخصية الشخصية 个人 個人"
)
_LAST = (
    _ANSWERS_AS_WRITTEN
    | _ANSWERS
    | _OF_CAPACITY
    | _BESIDE_ANSWERS
    | {"persönlich", "on", "only", "name"}
)
_TICKS_AND_DIGITS = "✓✔☑✅✗✘❌☐0123456789"
_SEPARATORS = ",;:(-–—،"


def is_beside(core: str) -> bool:
    """Whether something of the kind stands in a line: which words are the name then, a person must say."""
    last = core[core.rfind(" ") + 1 :].strip("()[].!").lower()
    begins = core[:2].lower() in _BEGINNINGS or core[0] in _TICKS_AND_DIGITS
    if not begins and last not in _LAST and core[-1] not in _TICKS_AND_DIGITS:
        return False  # to look at all words takes three times as long
    if _DATE_OR_TICK.search(core) or (begins and _WISHES.match(fold(core))):
        return True
    start = max(map(core.rfind, _SEPARATORS))
    end = core[start + 1 :]
    if end.strip(" )") == "NO" and core[start] != ",":
        return True  # Norway between commas, but perhaps an answer behind a dash
    return _is_answer(end) or is_capacity(end.strip(" )].")) or bool(_WISHES.search(fold(end)))


@lru_cache(1024)
def is_capacity(text: str) -> bool:
    """Whether it says in what capacity somebody signs, and nothing else."""
    return not _OF_CAPACITY.isdisjoint(shapes.words(text)) and bool(CAPACITIES.fullmatch(text))


def _is_answer(piece: str) -> bool:
    """Whether it is an answer and nothing else. NO and SI may be countries."""
    said = shapes.words(piece)
    return (
        not _ANSWERS.isdisjoint(said)
        and all(word in _ANSWERS or word in _BESIDE_ANSWERS or word.isdecimal() for word in said)
        and not (len(piece.strip()) == 2 and piece.strip().isupper())
    )

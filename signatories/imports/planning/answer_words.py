"""What forms are answered with, in the languages of their makers: whether somebody signs, as what, and agrees."""

import re
from collections.abc import Mapping

from signatories.collation import fold
from signatories.models import Capacity, SignOnStatus

_YES = "yes y true ok oui si ja sim да نعم はい 是 예 네 tak evet ναι agree agreed einverstanden"
_NO = "no n false non nein não нет لا いいえ 否 아니요 아니오 nie nee hayır όχι"

STATUS_WORDS: Mapping[str, SignOnStatus] = {
    **{status.value: status for status in SignOnStatus},
    **dict.fromkeys((*map(fold, _YES.split()), "signed", "1"), SignOnStatus.PROMISED),
    **dict.fromkeys((*map(fold, _NO.split()), "refused", "disagree", "0"), SignOnStatus.DECLINED),
    **dict.fromkeys(
        ("maybe", "thinking", "pending", "not yet", "later", "not sure", "undecided"),
        SignOnStatus.CONSIDERING,
    ),
}
CAPACITY_WORDS: Mapping[str, Capacity] = {
    **{fold(capacity.value): capacity for capacity in Capacity},
    **dict.fromkeys(("organisation", "organization", "institutional"), Capacity.ORGANISATION),
    **dict.fromkeys(
        ("for the organization", "on behalf of the organisation"), Capacity.ORGANISATION
    ),
    **dict.fromkeys(("individual", "personally", "in a personal capacity"), Capacity.PERSONAL),
    **dict.fromkeys(("identification", "for identification only"), Capacity.IDENTIFICATION),
}

CAPACITY_FORMS: Mapping[Capacity, re.Pattern[str]] = {
    Capacity.ORGANISATION: re.compile(
        r"\b(?:on behalf|(?:for|as) (?:an? |the |my |our )?(?:organi[sz]ation|institution)|au nom d"
        r"|pour (?:mon|notre|l')|en nombre de|em nome d|im namen|fur (?:die|meine|unsere) organisation|a nome d)"
    ),
    Capacity.PERSONAL: re.compile(
        r"\b(?:personal\w*|individual\w*|private?|titre (?:personnel|individuel)|titulo (?:personal|individual|pessoal)"
        r"|privatperson|einzelperson|titolo personale|личн\w+)\b"
    ),
    Capacity.IDENTIFICATION: re.compile(r"\bidentification\b"),
}
"""How words of a form speak of each, folded; of two, none."""

_BUT = "not don t only but except pas sauf mais nicht nur aber kein keine solo pero salvo só mas не нет только но"


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


YES, NO, BUT = map(_folded, (_YES, _NO, _BUT))
"""Words of whoever is asked for consent: the first of an answer, and those that take a yes back."""

"""Forms whose questions have a column more for an answer in one's own words: Other (please specify)."""

import re
from collections.abc import Mapping, Sequence

from signatories import column_names
from signatories.collation import fold
from signatories.sources.documents import Row

_OTHER = (
    r"(?:other|autre|andere[srn]?|sonstige[srn]?|otr[oa]|outr[oa]|altr[oa]|anders|inn[yae]|другое|annat|annet|andet"
    r"|muu|diger)"
)
_IN_OWN_WORDS = re.compile(rf"{_OTHER}\s*[(\[:].{{2,60}}")
_OF_QUESTION = re.compile(
    rf"(?P<question>.+?)\s*(?:\[\s*{_OTHER}\s*\]|\s[-–/]\s*{_OTHER}(?:\s*\(.*\))?)"
)
_CHOICE = re.compile(rf"{_OTHER}(?:\s*[(\[:].{{0,60}})?|-oth-")
_KINDS = frozenset(
    map(
        fold,
        (
            *(
                "Response",
                "Open-Ended Response",
                "Réponse",
                "Réponse ouverte",
                "Antwort",
                "Offene Antwort",
            ),
            *(
                "Beantwortungen mit offenem Ende",
                "Respuesta",
                "Respuesta abierta",
                "Resposta",
                "Resposta aberta",
            ),
            *("Risposta", "Risposta aperta", "Antwoord", "Open antwoord", "Open vraag"),
        ),
    )
)  # of answers, as SurveyMonkey writes them beneath each question


def are_kinds(questions: Row, below: Row) -> bool:
    """Whether the row below says of the questions only how they were answered: Open-Ended Response."""
    texts = [fold(text) for cell in below.cells if (text := " ".join(cell.split()))]
    kinds = sum(text in _KINDS for text in texts)
    others = sum(bool(_IN_OWN_WORDS.fullmatch(text)) for text in texts)
    return below.line == questions.line + 1 and kinds > 0 and 2 * (kinds + others) >= len(texts)


def without_kinds(names: Sequence[str]) -> list[str]:
    """The names in such a row that are none of these: what is typed beside the choices, and parts of a question."""
    return ["" if fold(name) in _KINDS else name for name in names]


def others_in(names: Sequence[str]) -> Mapping[int, int]:
    """By the column of a question that of the answers in one's own words, where the question says something to us."""
    numbers = {name: number for number, name in reversed(list(enumerate(names))) if name}
    found = {}
    for number, name in enumerate(names):
        plain = fold(name)
        if number and _IN_OWN_WORDS.fullmatch(plain):
            question = number - 1
        elif told := _OF_QUESTION.fullmatch(plain):
            start = name[: len(told["question"])]
            question = numbers.get(start, number)
        else:
            continue
        about = names[question]
        is_own = question == number or _IN_OWN_WORDS.fullmatch(fold(about))
        if not is_own and (column_names.meant_by(about) or column_names.suggested_by(about)):
            found[question] = number
    return found


def says_nothing(text: str) -> bool:
    """Whether a question is left open, or its answer is only the choice Other."""
    plain = fold(text).strip()
    return not plain or bool(_CHOICE.fullmatch(plain))

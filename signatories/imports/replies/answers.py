"""What a mail answers, proposed with the sentence that says so: what no sentence says stays unclear."""

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signatories.collation import fold
from signatories.imports.replies import doubts, words


class Answer(enum.Enum):
    """What somebody answers to the wish to sign."""

    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    ABSENT = "out of office"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer and the sentence that gives it, 1.0: without doubt. `asks` is a question that came along."""

    answer: Answer
    sentence: str = ""
    confidence: float = 0.0
    asks: str = ""


_LONGEST = 200  # sentences that are looked at
_LONGEST_SENTENCE = 1000  # letters of one
_ACCENTED_YES = re.compile(r"\bs[íì]\b", re.IGNORECASE)  # without its accent it says "if"
_UNACCENTED_YES = re.compile(r"si\b *[,;:.!–—-]")
_SEPARATOR = re.compile(r"[,;:،–—-]")
_MARKS = " .!…-*\"'。！"
_SIGN = re.compile(rf"\b(?:{words.SIGN})")
_ABBREVIATED = "".join(
    rf"(?<!{each}\.)"
    for each in ["Dr", "Mr", "Ms", "Sr", "Nr", "No", "St", "Mrs", "Sra", "Prof", "bzw"]
)
_BREAK = re.compile(
    rf"(?<=[^\W\d_]{{2}}[.!?…]){_ABBREVIATED}\s+(?=\S)|(?<=[)\d\"”»][.!?…])\s+|(?<=[!?…])\s+"
)
_SHORT_LINE = 45  # letters: the writer, and not the window's width, ended such a line
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|cher|chere|chers|madame"
    r"|estimad[oa]s?|hola|buen[oa]s|querid[oa]s?|liebe[rs]?|hallo|guten|sehr geehrte[r]?|moin|servus|caro|cara|cari"
    r"|gentile|gentili|buongiorno|ciao|ola|prezad[oa]s?|bom dia|boa tarde|boa noite)\b[^.!?]{0,60}?[,:!]"
)


def read(lines: Sequence[str], *, is_absent: bool = False) -> Said:
    """Read an answer from a mail's own lines without its signature.

    `is_absent`: a program wrote it, or its subject says so.
    """
    found = [_of_sentence(sentence) for sentence in sentences(lines)]
    absent = [said for said in found if said.answer is Answer.ABSENT]
    if is_absent or absent:
        return absent[0] if absent else Said(Answer.ABSENT, confidence=0.9)
    by_answer = {said.answer: said for said in reversed(found)}
    said = _weighed(by_answer)
    asked = by_answer.get(Answer.QUESTION)
    if asked and said.answer is not Answer.QUESTION:
        return Said(said.answer, said.sentence, said.confidence, asked.sentence)
    return said


def sentences(lines: Sequence[str]) -> list[str]:
    """The sentences of a text, joined over its lines; greetings are no sentences."""
    found: list[str] = []
    for paragraph in _paragraphs(lines):
        text = paragraph
        if greeting := _GREETING.match(fold(text)):
            text = text[greeting.end() :]
        found += [piece.strip() for piece in _BREAK.split(text) if piece.strip()]
    return found[:_LONGEST]


def _weighed(found: dict[Answer, Said]) -> Said:
    """One answer out of what the sentences say: a condition goes before a yes, and contradictions decide nothing."""
    yes, no, unclear = (found.get(each) for each in (Answer.YES, Answer.NO, Answer.UNCLEAR))
    if condition := found.get(Answer.CONDITIONAL):
        return condition
    if yes and no:
        return Said(Answer.UNCLEAR, f"{yes.sentence} … {no.sentence}", 0.3)
    if yes and unclear and unclear.sentence:
        return Said(Answer.UNCLEAR, unclear.sentence, 0.4)
    return no or yes or found.get(Answer.QUESTION) or unclear or Said(Answer.UNCLEAR)


def _of_sentence(sentence: str) -> Said:
    plain = fold(_ACCENTED_YES.sub("sim", sentence[:_LONGEST_SENTENCE])).strip(_MARKS)
    text = words.EAGER.sub("happy", plain)
    text = words.IDIOMS.sub(" ", text)
    if words.ABSENT.search(text):
        return Said(Answer.ABSENT, sentence, 0.9)
    if sentence.rstrip(" )\"'").endswith(("?", "？", "؟")):
        wish = words.ASKING.search(text) and not doubts.CONDITION.search(text)
        return Said(Answer.YES, sentence, 0.7) if wish else Said(Answer.QUESTION, sentence, 0.8)
    if _is_condition(text):
        return Said(Answer.CONDITIONAL, sentence, 0.8)
    return _plain_answer(sentence, text)


def _plain_answer(sentence: str, text: str) -> Said:
    """The first of the readings that fits: refusals and doubts are looked for before a yes, which their words hold."""
    unopposed = words.NO_OBJECTION.search(text)
    text = words.NO_OBJECTION.sub(" ", text).strip()
    start = _SEPARATOR.split(text)[0].strip()
    yes = words.YES.search(text) or words.ENDORSING.search(text)
    refused = words.NO.search(text)
    readings = (
        (refused and doubts.CONDITION.search(text), Answer.UNCLEAR, 0.3),
        (refused and doubts.TAKEN_BACK.search(text), Answer.UNCLEAR, 0.3),
        (refused or (not yes and {text, start} & words.BARE_NO), Answer.NO, 0.9),
        (doubts.HEDGE.search(text), Answer.UNCLEAR, 0.4),
        (yes and (start in words.BARE_NO or _is_doubtful(text, yes)), Answer.UNCLEAR, 0.3),
        (_is_mere_condition(text), Answer.UNCLEAR, 0.3),
        (words.YES.search(text), Answer.YES, 0.9),
        (unopposed and not doubts.RESERVATION.search(text), Answer.YES, 0.75),
        (yes, Answer.YES, 0.7),
        (_is_bare_yes(text, start), Answer.YES, 0.8),
    )
    fitting = ((answer, sureness) for fits, answer, sureness in readings if fits)
    answer, sureness = next(fitting, (Answer.UNCLEAR, 0.0))
    return Said(answer, sentence if sureness else "", sureness)


def _is_doubtful(text: str, yes: re.Match[str]) -> bool:
    """Whether a sentence that reads like a yes denies it, puts it off, takes it back, or is about somebody else."""
    return bool(
        doubts.NEGATION.search(text)
        or doubts.PERHAPS.search(text)
        or doubts.WHEN.search(text)
        or doubts.RESERVATION.search(text, yes.end())
        or doubts.OTHERS.search(text, 0, yes.end())
    )


def _is_bare_yes(text: str, start: str) -> bool:
    """Whether a sentence is a yes and nothing else: "Yes, I received it" is another sentence."""
    if words.BARE_YES.fullmatch(text):
        return True
    rest = text[len(start) :].strip(" ,;:،–—-")
    return bool(words.BARE_YES.fullmatch(start) and words.COURTESY.fullmatch(rest))


def _is_mere_condition(text: str) -> bool:
    """Whether a sentence belongs to the one before it, as in "Yes. If our board agrees"."""
    return bool(doubts.CONDITION.match(text) and not {",", "،"} & set(text))


def _is_condition(text: str) -> bool:
    """Whether signing depends on something, or on a change that is asked for."""
    if doubts.DEMAND.search(text):
        return True
    after_yes = _UNACCENTED_YES.sub("", text)
    yes = words.YES.search(text) or words.BEGINS_WITH_YES.match(text)
    signs = _SIGN.search(text) or yes
    if signs and doubts.PLAIN_CONDITION.search(after_yes):
        return True
    condition = doubts.CONDITION.search(after_yes)
    if condition and yes and not words.NO.search(text):
        return True
    return bool(signs and doubts.WOULD.search(text) and (condition or doubts.WHEN.search(text)))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines that run on, joined. A line that ends a sentence, or is short before a capital, ends there."""
    held = ""
    for line in lines:
        text = " ".join(line.split())
        if held and (not text or _ends_there(held, text)):
            yield held
            held = ""
        held = f"{held} {text}".strip()
    if held:
        yield held


def _ends_there(held: str, following: str) -> bool:
    if held.endswith((".", "!", "?", "…", ":")) or _GREETING.fullmatch(fold(held)):
        return True
    return len(held) < _SHORT_LINE and following[0].isupper()

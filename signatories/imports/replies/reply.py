"""A mail read as an answer to a letter: who writes, what they say, and the sentence that says so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.replies import answers, quoting, signatures, words
from signatories.imports.replies.answers import Answer, Said
from signatories.texts import N_, Message, listed, message

_FORWARDED = re.compile(r"(?:fwd?|wg|tr|rv|i|enc|doorst|vs)\s*:")
_FOR_ONESELF = re.compile(
    r"(?i:\b(?:in|on) (?:(?:a|an|my|her|his|their) )?(?:own |purely )?(?:personal|private|individual) capacity"
    r"|\bà titre (?:personnel|individuel|privé)|\ba título (?:personal|individual|pessoal)|\ba titolo personale"
    r"|\bals privatperson|\bop persoonlijke titel|\bв личном качестве|بصفة شخصية)"
)
_MACHINES = re.compile(r"(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@")
_ASKS = message(N_("What this mail answers is not clear. Read it, and choose the answer."))


@dataclass(frozen=True, slots=True)
class Reply:
    """Who answers what. `fields` are name, role, organisation and country as far as they are told.

    `is_told`: they stand where the mail says how to be listed, and not only in its signature.
    """

    said: Said
    fields: Mapping[str, str]
    is_told: bool
    confidence: float
    problems: tuple[Message, ...] = ()


def read(cells: Mapping[str, str], chosen: Answer | None = None) -> Reply:
    """Read the cells of a mail; `chosen` is the answer that somebody who read it chose."""
    own = quoting.own_lines(cells["text"])
    signed = signatures.read(own)
    said = answers.read(own[: signed.text_ends], is_absent=_is_absent(cells))
    if chosen is not None:
        said = replace(
            said,
            answer=chosen,
            confidence=1.0,
            sentence=said.sentence or _whole(own or cells["text"].splitlines()),
        )
    fields = dict(signed.fields)
    if "name" not in fields and (name := _sender_name(cells["sender"])):
        fields["name"] = name
    confidence = min(said.confidence, signed.confidence)
    return Reply(
        said, fields, signed.is_told, confidence, tuple(_problems(cells, said, own, signed.others))
    )


def _problems(
    cells: Mapping[str, str], said: Said, own: Sequence[str], others: Sequence[str]
) -> list[Message]:
    found = []
    if others:
        text = N_("It names %n more who sign, and only the first is read. Add the others: {lines}.")
        found.append(message(text, n=len(others), lines=listed(others, 5)))
    if said.answer is Answer.UNCLEAR:
        found.append(_ASKS)
    if said.answer is Answer.QUESTION or said.asks:
        text = N_("It asks: “{sentence}”")
        found.append(message(text, sentence=said.asks or said.sentence))
    if said.answer is Answer.ABSENT:
        found.append(message(N_("An automatic reply: it answers nothing.")))
    if capacity := _FOR_ONESELF.search(" ".join(own)):
        text = N_("It says “{text}”: see whether the organisation signs, or only the person.")
        found.append(message(text, text=capacity[0]))
    if own and _FORWARDED.match(fold(cells["subject"])):
        text = N_("It forwards another mail: see whose answer it is, and who signs.")
        found.append(message(text))
    if not own and _FORWARDED.match(fold(cells["subject"])):
        text = N_("Forwarded without a word: whose answer it is cannot be told.")
        found.append(message(text))
    elif not own and (quoted := _whole(cells["text"].splitlines())):
        text = N_("All of it was taken for a quotation. See whether it holds an answer: “{text}”")
        found.insert(0, message(text, text=quoted))
    return found


def _is_absent(cells: Mapping[str, str]) -> bool:
    return (
        bool(cells["automatic"])
        or bool(words.ABSENT.search(fold(cells["subject"])))
        or bool(_MACHINES.match(cells["address"].casefold()))
    )


def _sender_name(sender: str) -> str:
    """The name that the mail program gave, family name first or not; an address is no name."""
    last, comma, first = sender.partition(", ")
    name = f"{first} {last}" if comma and "," not in first else sender
    return name if shapes.looks_like_full_name(name) else ""


def _whole(lines: Sequence[str]) -> str:
    """The beginning of what was written, where no sentence gives the answer that was chosen."""
    return " ".join(" ".join(lines).split())[:300]

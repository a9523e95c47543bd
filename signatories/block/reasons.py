"""Why a line of a block stands where it does, in words."""

from collections.abc import Mapping

from signatories.block.ordering import WORDS, Words, in_column
from signatories.block.pinning import in_force
from signatories.block.settings import OrderRule, Pin
from signatories.block.signatory import Signatory
from signatories.collation import fold, sorted_words, without_spaces
from signatories.models.block import Accents, Order, PinPlace, Spaces
from signatories.texts import N_, Message, message, sentences


def sorted_under(line: Signatory, rule: OrderRule, language: str) -> str:
    """The words under which a line is sorted, as the rule sees them; none in an order without words."""
    if rule.order not in WORDS:
        return ""
    seen = [_seen(words(line), rule, language) for words in _deciding(rule)]
    return " / ".join([in_column(line, rule), *seen] if rule.order is Order.COLUMN else seen)


def why(
    line: Signatory,
    rule: OrderRule,
    language: str,
    pins: tuple[Pin, ...],
    others: Mapping[int, Signatory],
) -> Message:
    """Why a line stands where it does among others, by their sign-on."""
    given = next((pin for pin in pins if pin.sign_on_id == line.sign_on_id), None)
    pin = in_force(pins, set(others)).get(line.sign_on_id)
    if pin is not None:
        return _kept(pin, others)
    reason = _sorted(line, rule, language)
    if given is None:
        return reason
    text = N_("It cannot be kept after a line that is not here, or that follows it.")
    return sentences(message(text), reason)


def _kept(pin: Pin, others: Mapping[int, Signatory]) -> Message:
    if pin.after is not None:
        return message(N_("Kept after “{line}”."), line=others[pin.after].line)
    if pin.place is PinPlace.FIRST:
        return message(N_("Kept at the beginning."))
    return message(N_("Kept at the end."))


def _sorted(line: Signatory, rule: OrderRule, language: str) -> Message:
    match rule.order:
        case Order.SIGNED:
            text = N_("In order of signing: confirmed on {moment} UTC.")
            return message(text, moment=f"{line.confirmed_at:%Y-%m-%d %H:%M}")
        case Order.AS_GIVEN:
            return message(N_("As it was given: number {place}."), place=line.place)
        case Order.RANDOM:
            return message(N_("By the draw with the number {seed}."), seed=rule.seed)
        case Order.COLUMN if not in_column(line, rule):
            return message(N_("After the others: it has no “{column}”."), column=rule.column)
    words = sorted_under(line, rule, language)
    article = _article(line, rule, language)
    if article:
        text = N_("Sorted under “{words}”, because “{article}” is passed over.")
        return message(text, words=words, article=article)
    return message(N_("Sorted under “{words}”."), words=words)


def _deciding(rule: OrderRule) -> tuple[Words, ...]:
    """What is worth telling: the country and the organisation, else the first of what decides."""
    return WORDS[rule.order][: 2 if rule.order is Order.COUNTRY else 1]


def _seen(text: str, rule: OrderRule, language: str) -> str:
    words = sorted_words(text, language, articles=rule.articles.value)
    if rule.spaces is Spaces.IGNORE:
        words = without_spaces(words)
    return fold(words) if rule.accents is Accents.FOLD else words.casefold()


def _article(line: Signatory, rule: OrderRule, language: str) -> str:
    """The article that is passed over, where the words that decide begin with one."""
    words = _deciding(rule)[-1]
    whole = sorted_words(words(line), language)
    bare = sorted_words(words(line), language, articles=rule.articles.value)
    return whole.removesuffix(bare).strip()

"""Why a condition leaves nobody on the list, with the value that was probably meant."""

from collections.abc import Iterator, Sequence

from signatories.block.filtering import meeting, record
from signatories.block.signatory import Signatory
from signatories.countries.table import by_code
from signatories.expressions.criteria import AllOf, Comparison, Condition, Membership
from signatories.expressions.hints import nearest
from signatories.texts import N_, Message, message


def why_nobody(lines: Sequence[Signatory], condition: Condition, written: str) -> Message:
    """Say that none of these meets a condition, as it was `written`; and the nearest value that one of them has."""
    for field, wanted in _asked(lines, condition):
        values = {value for line in lines if (value := record(line, [field])[field])}
        if not values:
            text = N_("Nobody who confirmed meets “{condition}”: none of them has a “{field}”.")
            return message(text, condition=written, field=field)
        if field == "country":  # a slip was read as the country that it must be
            text = N_("Nobody who confirmed meets “{condition}”: none of them is from “{country}”.")
            country = by_code()[wanted].english.alone
            return message(text, condition=written, country=country)
        text = N_(
            "Nobody who confirmed meets “{condition}”. The nearest “{field}” that one of them has is “{nearest}”."
        )
        return message(text, condition=written, field=field, nearest=nearest(wanted, values))
    return message(N_("Nobody who confirmed meets “{condition}”."), condition=written)


def _asked(lines: Sequence[Signatory], condition: Condition) -> Iterator[tuple[str, str]]:
    """The field, and the value of it, that nobody has; nothing where no single one is to blame."""
    match condition:
        case Comparison(field, "=", value) | Membership(field, (value, *_)) if value:
            yield field, value
        case AllOf(parts):
            for part in parts:
                if not meeting(lines, part):
                    yield from _asked(lines, part)

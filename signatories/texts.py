"""Texts that the domain hands out: marked for translation here, put into words where they are shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

_PLACE = re.compile(r"\{(\w+)\}")


def N_(text: str) -> str:  # noqa: N802 - the name that translators' tools look for
    """Mark a text for translation; return it unchanged."""
    return text


@dataclass(frozen=True)
class Message:
    """A text key and its values. `%n` is the count `n`, and `(s)` the English plural, as Qt writes them."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill(self.key, self.values)

    def as_data(self) -> dict[str, Any]:
        """The key and the values as JSON can hold them, to be put into words when it is shown."""
        return {
            "key": self.key,
            "values": {name: _as_data(value) for name, value in self.values.items()},
        }


def _as_data(value: object) -> object:
    if isinstance(value, Message):
        return value.as_data()
    return value if value is None or isinstance(value, int | float) else str(value)


def message(key: str, **values: Any) -> Message:
    """Build a Message: `message(N_("Imported %n row(s) from {file}"), n=14, file="members.csv")`."""
    return Message(key, values)


def sentences(first: Message, *others: Message) -> Message:
    """Several sentences as one message, each to be translated by itself."""
    for other in others:
        first = Message(N_("{sentence} {following}"), {"sentence": first, "following": other})
    return first


def listed(names: Sequence[str], most: int = 5) -> str:
    """The first few names in one line; the others are counted."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" … (+{more})" if more > 0 else "")


def fill(text: str, values: dict[str, Any]) -> str:
    """Put values into a text, English or translated. A value is inserted as it is, braces included."""
    if "n" in values:
        text = text.replace("%n", str(values["n"])).replace("(s)", "" if values["n"] == 1 else "s")
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)

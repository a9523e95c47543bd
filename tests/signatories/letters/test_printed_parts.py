"""The lines of a letter beside its body, with values in the place of their fields."""

from dataclasses import replace

import pytest

from signatories.expressions.fields import KNOWN_FIELDS, MissingValues
from signatories.letters import printed_parts
from signatories.letters.text_file import LetterFile

VALUES = {"recipient.name": "Ghana", "recipient.person": None, "recipient.address": " "}


def filled(*lines: str) -> str:
    file = replace(LetterFile(title="A letter"), addressee=lines)
    parsed = printed_parts.parsed(file, "addressee", KNOWN_FIELDS)
    return printed_parts.filled(printed_parts.in_lines(parsed), VALUES)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ('{{ recipient.person | "" }}', False),
        (' {{ recipient.person | "" }} {{ recipient.address }}', False),
        ('{{ recipient.person | "Somebody" }}', True),
        ('To {{ recipient.person | "" }}', True),
        ('{{ recipient.person | "" }},', True),
        ('{{ recipient.person | "" }}{{ recipient.name }}', True),
        ("", True),
    ],
)
def test_a_line_of_fields_that_come_out_blank_goes(line: str, kept: bool) -> None:
    assert filled("The Mission", line, "Geneva").count("\n") == (2 if kept else 1)
    assert filled(line, "Geneva").count("\n") == (1 if kept else 0)
    assert filled("Geneva", line).count("\n") == (1 if kept else 0)


def test_what_stays_is_as_it_is_written() -> None:
    assert filled(" To {{ recipient.name }}", "", r"\{{ recipient.person }}", "in Geneva ") == (
        " To Ghana\n\n{{ recipient.person }}\nin Geneva "
    )


def test_every_field_without_a_value_is_told() -> None:
    with pytest.raises(MissingValues) as missing:
        filled("{{ recipient.person }}", "{{ recipient.status }}")
    assert missing.value.names == ("recipient.person", "recipient.status")

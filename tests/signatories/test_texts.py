"""Messages stay keys and values until they are shown."""

from pathlib import Path

from signatories.errors import Refused
from signatories.texts import listed, message


def test_a_message_is_kept_as_its_key_and_values() -> None:
    kept = message("{reason}, in {file}", reason=message("%n row(s)", n=2), file=Path("a.txt"))
    assert kept.as_data() == {
        "key": "{reason}, in {file}",
        "values": {"reason": {"key": "%n row(s)", "values": {"n": 2}}, "file": "a.txt"},
    }


def test_an_error_keeps_each_of_its_reasons_apart() -> None:
    reasons = [message("%n field(s) empty.", n=1), message("No recipients.")]
    error = Refused("Nothing was made of {letter}.", letter="Thanks", details=reasons)
    assert str(error) == "Nothing was made of Thanks. 1 field empty. No recipients."
    assert error.message.values["following"] is reasons[1]


def test_the_first_few_names_are_listed_and_the_others_counted() -> None:
    assert listed(["Ghana", "Kenya"]) == "Ghana, Kenya"
    assert listed(["Ghana", "Kenya", "Mali"], 2) == "Ghana, Kenya … (+1)"

"""Blocks with values in the place of their fields."""

import pytest

from signatories.expressions.blocks import PLAIN, Listing, Paragraph, Quote, Style, Text
from signatories.expressions.fields import MissingValues
from signatories.expressions.filling import filled, words_of
from signatories.expressions.letter_text import parse_body

VALUES = {"recipient.name": "A *b* {{ x }}", "recipient.country": "the Bahamas"}


def test_values_are_text_in_the_style_of_their_field() -> None:
    (block,) = parse_body("To **{{ recipient.name }}**, hello").blocks
    bold = Style(bold=True)
    expected = (Text("To ", PLAIN), Text("A *b* {{ x }}", bold), Text(", hello", PLAIN))
    assert filled(block, VALUES) == Paragraph(expected)


def test_texts_of_one_style_are_joined() -> None:
    (block,) = parse_body("To {{ recipient.name }}!").blocks
    assert filled(block, VALUES) == Paragraph((Text("To A *b* {{ x }}!", PLAIN),))


def test_a_country_begins_a_sentence_with_a_capital() -> None:
    (block,) = parse_body("Yes. {{ recipient.country }} and {{ recipient.country }}").blocks
    made = filled(block, VALUES)
    assert isinstance(made, Paragraph)
    assert words_of(made.content) == "Yes. The Bahamas and the Bahamas"


def test_lists_and_quotes_are_filled_inside() -> None:
    listing, quote = parse_body("- {{ recipient.name }}\n\n> {{ recipient.name }}").blocks
    inside = Paragraph((Text("A *b* {{ x }}", PLAIN),))
    assert filled(listing, VALUES) == Listing(((inside,),))
    assert filled(quote, VALUES) == Quote((inside,))


def test_what_nothing_stands_in_for_is_named() -> None:
    (block,) = parse_body("{{ letter.place }} {{ recipient.name }} {{ letter.date }}").blocks
    with pytest.raises(MissingValues) as missing:
        filled(block, VALUES)
    assert missing.value.names == ("letter.place", "letter.date")

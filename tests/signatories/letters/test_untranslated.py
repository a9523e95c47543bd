"""What of a translation still says the same as the first text."""

import pytest

from signatories.letters.text_file import LetterFile
from signatories.letters.untranslated import same

FIRST = LetterFile(
    title="Water",
    salutation="Excellency,",
    body="We ask for clean water.\n\nPlease answer {{ recipient.name }}.\n\n{{ count.signatories }}",
    closing="Yours sincerely,",
    cc=("the Office of Water",),
)


def parts(file: LetterFile) -> list[str]:
    return [each.part for each in same(FIRST, file)]


def test_paragraphs_of_the_first_text_are_told_by_their_part() -> None:
    assert parts(FIRST) == ["body", "body", "closing"]
    said = [str(each.message) for each in same(FIRST, FIRST)]
    assert said[0] == "Still as in the first text, under “text”: “We ask for clean water.”."


@pytest.mark.parametrize(
    "body",
    [
        "Nous demandons de l’eau.\n\n{{ count.signatories }}",
        "Nous demandons de l’eau à Haven Trust.",
        "",
    ],
)
def test_fields_and_names_are_the_same_in_all_languages(body: str) -> None:
    french = LetterFile(title="Eau", salutation="Excellency,", body=body, cc=FIRST.cc)
    assert parts(french) == []


def test_one_paragraph_among_others_is_found_however_it_is_wrapped() -> None:
    french = LetterFile(title="Eau", body="Bonjour à tous.\n\nWe ask\nfor clean water.")
    assert parts(french) == ["body"]

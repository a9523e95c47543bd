"""What a form is answered with in somebody's own words: proposed, told, and kept as it stands."""

import pytest

from signatories.imports.planning import sign_on_cells
from signatories.models import SignOnStatus


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("No, sorry", SignOnStatus.DECLINED),
        ("Non, merci", SignOnStatus.DECLINED),
        ("Nein, leider nicht", SignOnStatus.DECLINED),
        ("Not this time", SignOnStatus.DECLINED),
        ("Yes, happy to sign", SignOnStatus.PROMISED),
        ("Oui, nous signons", SignOnStatus.PROMISED),
        ("Yes, if paragraph 3 goes", SignOnStatus.CONDITIONAL),
        ("Can I sign later?", SignOnStatus.CONSIDERING),
        ("Yes, but not publicly", SignOnStatus.CONSIDERING),
    ],
)
def test_an_answer_in_words_is_proposed_and_told(cell: str, status: SignOnStatus) -> None:
    found = sign_on_cells.status(cell)
    assert found.value is status
    assert found.problem is not None
    assert found.kept == f"answer (table): {cell}"


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        *(("はい", SignOnStatus.PROMISED), ("Evet", SignOnStatus.PROMISED)),
        *(("Nie", SignOnStatus.DECLINED), ("لا", SignOnStatus.DECLINED)),
    ],
)
def test_yes_and_no_are_known_in_many_languages(cell: str, status: SignOnStatus) -> None:
    assert sign_on_cells.status(cell) == (status, None, "")

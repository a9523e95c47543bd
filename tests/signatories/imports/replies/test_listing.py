"""How mails ask to be listed, in the words of several languages."""

import pytest

from signatories.imports.replies import listing


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("No problem, please add us: SOL Foundation.", "SOL Foundation"),
        ("Please add us as Well Fund. Thank you!", "Well Fund"),
        ("Please list: Well Fund", "Well Fund"),
        ("Please sign us up as SOL Foundation", "SOL Foundation"),
        ("Merci de nous ajouter : Réseau Eau", "Réseau Eau"),
        ("Ajoutez-nous comme Réseau Eau", "Réseau Eau"),
        ("Por favor, agréguennos: Fundación Sol", "Fundación Sol"),
        ("Inclúyannos como Fundación Sol", "Fundación Sol"),
        ("Bitte nehmen Sie uns auf: Die Brücke e.V.", "Die Brücke e.V."),
        ("Please list us as “SOL Foundation”, signed by our president Jo Sol.", "SOL Foundation"),
        ("Tragen Sie uns als Die Brücke e.V. ein", "Die Brücke e.V."),
    ],
)
def test_what_stands_after_the_wish_is_who_is_listed(line, organisation) -> None:
    listed, others = listing.read(["Dear all,", "", line, "", "Nina Sol"])
    assert (listed, others) == ({"organisation": organisation}, ())


@pytest.mark.parametrize(
    "line",
    [
        "Please add us as a signatory",
        "Please sign us up as Signatories",
        "Please add us: we are happy",
        "Nehmt uns als Unterzeichner auf",
        "Please add us to the letter.",
    ],
)
def test_a_wish_that_names_nobody_lists_nobody(line) -> None:
    assert listing.read([line, "", "Nina Sol"]) == ({}, ())

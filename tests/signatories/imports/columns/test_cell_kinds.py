"""One cell by itself: what it can be."""

import pytest

from signatories.imports.columns.cell_kinds import kinds_of


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("anna@well.example", "email"),
        ("a@b.example; c@d.example (office)\n", "email"),
        ("https://well.example/en", "website"),
        ("www.well.example", "website"),
        ("well-fund.org", "website"),
        ("2024-06-14", "date"),
        ("11/21/2026 23:48:07", "date"),
        ("2026/11/21 11:48:07 PM GMT+1", "date"),
        ("27 Sep 1990", "date"),
        ("+41 22 555 01 01", "telephone"),
        ("212-555-1212\n212-555-1213", "telephone"),
        ("229,932.50", "number"),
        ("1985", "number"),
        ("E14001507", "code"),
        ("Norway", "country"),
        ("Côte d’Ivoire", "country"),
        ("Швейцария", "country"),
        ("日本", "country"),
        ("NOR", "country"),
        ("French; English", "language"),
        ("français", "language"),
        ("Sí", "answer"),
        ("Mr./Ms.", "form_of_address"),
    ],
)
def test_what_leaves_no_doubt(cell: str, kind: str) -> None:
    assert kinds_of(cell) == {kind}


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Anna Berg", "person"),
        ("Well Fund", "organisation"),
        ("Executive Director", "role"),
        ("Anna Berg, Well Fund", "entry"),
        ("Anna Berg\nDirector\nWell Fund", "entry"),
    ],
)
def test_what_it_looks_like(cell: str, kind: str) -> None:
    assert kind in kinds_of(cell)


@pytest.mark.parametrize("cell", ["", "  ", "12, Fountain Street", "a remark of some length"])
def test_what_is_only_text(cell: str) -> None:
    assert kinds_of(cell) == frozenset()

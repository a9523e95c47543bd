"""A draft with problems is refused for the first of them."""

import pytest

from signatories import drafts
from signatories.directory.organisations import OrganisationDraft
from signatories.errors import Refused


def test_a_country_is_given_by_its_code_or_not_at_all() -> None:
    assert drafts.country_problems("") == drafts.country_problems("GH") == {}
    assert str(drafts.country_problems("Ghana")["country"]) == "“Ghana” is no country’s code."


def test_the_first_problem_is_what_is_refused() -> None:
    drafts.refuse_problems(OrganisationDraft(name="Well Trust"))
    with pytest.raises(Refused, match="needs a name"):
        drafts.refuse_problems(OrganisationDraft(country="Ghana"))

"""Recipients are kept for a letter or for the workspace."""

from dataclasses import asdict

import pytest

from signatories import recipients
from signatories.errors import NotFound, Refused
from signatories.models import Consent, Use
from signatories.recipients import RecipientDraft
from tests.factories import Make, content


def test_a_draft_comes_back_as_it_was_given(make: Make) -> None:
    given = RecipientDraft(
        name="Permanent Mission of Ghana",
        person="Ama Person",
        form_of_address="H.E.",
        salutation="Excellency,",
        address="Rue 1\n1200 Genève",
        language="en",
        country="GH",
        email="mission@example.org",
    )
    made = make.recipient(**asdict(given))
    with make.database.reading() as session:
        assert recipients.draft_of(recipients.get(session, made)) == given


@pytest.mark.parametrize(
    ("draft", "field"),
    [(RecipientDraft(), "name"), (RecipientDraft("G", country="G"), "country")],
)
def test_problems_are_named_by_field(draft: RecipientDraft, field: str) -> None:
    assert set(draft.problems()) == {field}


def test_changing_keeps_its_place_and_letter(make: Make) -> None:
    letter = make.letter(recipients=2)
    with make.database.work("Change") as unit:
        recipients.change(unit.session, 1, RecipientDraft("Ghana", country="GH"))
    first = content(make.database)["recipients"][0]
    assert (first["name"], first["place"], first["letter_id"]) == ("Ghana", 1, letter)
    assert first["search_key"] == "ghana ghana"


def test_whom_a_signatory_refused_stays(make: Make) -> None:
    """Removed and imported again, it would be shown what it must not see."""
    make.letter(recipients=1, sign_ons=1)
    with make.database.work("Refuse") as unit:
        refusal = Consent(sign_on_id=1, use=Use.LETTER, recipient_id=1, allowed=False)
        unit.session.add(refusal)

    def remove() -> None:
        with make.database.work("Remove") as unit:
            recipients.remove(unit.session, [1])

    with pytest.raises(Refused, match="refused to be shown to Mission 1"):
        remove()


def test_an_unknown_id_is_named(make: Make) -> None:
    with make.database.reading() as session, pytest.raises(NotFound, match="no recipient 7"):
        recipients.get(session, 7)

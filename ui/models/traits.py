"""What the filters of a table say: what rows lack, and the values that they share."""

from signatories.queries import Trait
from signatories.texts import N_
from ui.models.choices import country_name, language_choices
from ui.translation import translate

LACKING = {
    "address": N_("No address"),
    "country": N_("No country"),
    "email": N_("No e-mail"),
    "people": N_("Nobody known"),
    "person": N_("No person named"),
    "role": N_("No role"),
    "salutation": N_("No salutation"),
    "sign-on": N_("Never asked to sign"),
}


def trait_words(trait: Trait) -> str:
    """Return what a filter says."""
    if trait.value is None:
        return translate(LACKING.get(trait.name, trait.name))
    if trait.name == "country":
        return country_name(trait.value)
    if trait.name == "language":
        return dict(language_choices()).get(trait.value, trait.value)
    return trait.value

"""The reading side of the tables: words, scope and order give ids; ids give the rows to show."""

from signatories.queries.listings import (
    ORGANISATIONS,
    PEOPLE,
    RECIPIENTS,
    SIGN_ONS,
    Listing,
    counts,
    ids,
)
from signatories.queries.shown import organisations, people, recipients
from signatories.queries.shown_sign_ons import sign_ons
from signatories.queries.traits import Trait, traits

__all__ = [
    "ORGANISATIONS",
    "PEOPLE",
    "RECIPIENTS",
    "SIGN_ONS",
    "Listing",
    "Trait",
    "counts",
    "ids",
    "organisations",
    "people",
    "recipients",
    "sign_ons",
    "traits",
]

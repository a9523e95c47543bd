"""The figures of a block in one line."""

from signatories.block.signatory import Counts
from signatories.texts import N_, message
from ui.translation import translate


def figures(version: int, counts: Counts) -> str:
    """Say of which version the block is, who is in it, and how many are withheld."""
    countries = N_("%n country") if counts.countries == 1 else N_("%n countries")
    said = [
        message(N_("Version {number}"), number=version),
        message(N_("%n organisation(s)"), n=counts.organisations),
        message(N_("%n person(s) for themselves"), n=counts.people),
        message(countries, n=counts.countries),
        message(N_("%n withheld, counted here and nowhere printed"), n=counts.withheld),
    ]
    shown = [words for words in said if words.values.get("n") != 0]
    return " · ".join(translate(words) for words in shown)

"""What a row says of an organisation that cannot all be true: asked while it is read, never changed."""

from collections.abc import Iterator
from functools import lru_cache

from signatories import contradictions
from signatories.imports.lines import shapes
from signatories.texts import N_, Message, message

_FEWEST, _MOST = 2, 5  # words of a personal name, without its title


def about_organisation(name: str, country: str | None, *addresses: str) -> Iterator[Message]:
    """Questions about a name, the ISO code of its country, and its e-mail and web addresses.

    One about the country is enough: where the name contradicts it, the addresses are not asked about too.
    """
    if name and (question := about_person(name)):
        yield question
    if not country:
        return
    if name and (question := contradictions.about_country(name, country)):
        yield question
        return
    for address in addresses:
        if address and (question := contradictions.about_domain(address, country)):
            yield question
            return


@lru_cache(maxsize=4096)
def about_person(organisation: str) -> Message | None:
    """A question when what stands in the place of an organisation is a person with a title: "Dr. Anna Berg"."""
    if not shapes.begins_with_title(organisation) or not shapes.looks_like_person(organisation):
        return None
    if not _FEWEST < len(organisation.split()) <= _MOST + 1:
        return None
    text = N_("“{name}” looks like a person, and stands as an organisation.")
    return message(text, name=organisation)

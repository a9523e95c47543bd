"""Names of people with the family name first and a comma behind it: Berg, Anna."""

from signatories.imports.lines import shapes


def turned(text: str) -> str:
    """The name as it is printed, Anna Berg; any other text as it stands, also one of two people.

    Behind a whole name stands where somebody is from, unless capitals show a family name: Anna Berg, Oxford.
    """
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma or "," in given or not (_may_name(family) and _may_name(given)):
        return text
    if shapes.is_post_nominal(given) or shapes.looks_like_role(given):
        return text
    may_be_whole = not family.isupper() and sum(word[0].isupper() for word in family.split()) > 1
    return text if may_be_whole or shapes.ends_in_country(given) else f"{given} {family}"


def _may_name(text: str) -> bool:
    return bool(text) and shapes.looks_like_person(text) and not shapes.names_two(text)

"""The roles that signatories have in organisations: made where somebody has none there."""

from collections.abc import Iterable

from signatories.database import Unit
from signatories.matching.directory import Directory
from signatories.models import Role


class Roles:
    """Who has a role where: those stored, and those made."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._made: set[tuple[int, int]] = set()

    def make(
        self, places: Iterable[tuple[int | None, int | None, str]], directory: Directory
    ) -> None:
        """Make those that a directory has not, of person, organisation and title; of several titles the first."""
        titles: dict[tuple[int, int], str] = {}
        for person, body, title in places:
            if person and body and not self._has(person, body, directory):
                titles.setdefault((person, body), title)
        values = [
            {"person_id": person, "organisation_id": body, "title": title}
            for (person, body), title in titles.items()
        ]
        self._unit.insert(Role, values)
        self._made.update(titles)

    def _has(self, person: int, body: int, directory: Directory) -> bool:
        known = directory.people.get(person)
        return (person, body) in self._made or (known is not None and body in known.roles)

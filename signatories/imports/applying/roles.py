"""The roles that signatories have in organisations: made where somebody has none there."""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from signatories.database import Unit
from signatories.matching.directory import Directory
from signatories.matching.key_index import KeyIndex
from signatories.models import Role
from signatories.recording import Columns


class Place(NamedTuple):
    """Who signs where, and as what."""

    person: int | None
    organisation: int | None
    title: str


class Roles:
    """Who has a role where: those stored, and those made."""

    def __init__(self, unit: Unit, directory: Directory) -> None:
        self._unit = unit
        self._directory = directory
        self._made = KeyIndex()  # organisations by person

    def make(self, places: Iterable[Place], new: range) -> None:
        """Make those that are missing; of several titles the first. The people with `new` ids have no roles yet."""
        titles: dict[tuple[int, int], str] = {}
        for person, body, title in places:
            if person and body and not (person not in new and self._has(person, body)):
                titles.setdefault((person, body), title)
        columns: Columns = {
            "person_id": [person for person, _ in titles],
            "organisation_id": [body for _, body in titles],
            "title": list(titles.values()),
        }
        self._unit.insert_columns(Role, columns, len(titles))
        for person, body in titles:
            self._made.add(person, body)

    def _has(self, person: int, body: int) -> bool:
        known = self._directory.people.get(person)
        made = self._made.find(person, sys.maxsize)
        return body in made or (known is not None and body in known.roles)

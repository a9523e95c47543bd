"""What the history keeps of a person, and the files that only it still names."""

import re
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from signatories.erasing.belongings import Belongings
from signatories.models import Asset, Confirmation, Evidence, Organisation, Person
from signatories.recording import chunks, empty_images

_FILES = re.compile(r'"(?:signature_digest|asset_digest)": "([0-9a-f]{64})"')


class Emptying:
    """Empties the images of what is a person's, and of all that names them; then drops the files nobody needs."""

    def __init__(self, ours: Belongings, recipients: Collection[int]) -> None:
        self.emptied = 0  # changes without images now
        self._traces = ours.traces
        self._files = set(ours.assets)
        self._rows: Mapping[str, frozenset[int]] = {
            "people": frozenset(ours.people),
            "sign_ons": frozenset((*ours.own, *ours.unanswered, *ours.signed)),
            "confirmations": frozenset(ours.confirmations),
            "evidence": frozenset(ours.evidence),
            "recipients": frozenset(recipients),
        }
        ids = "|".join(map(str, ours.people))
        self._naming = re.compile(rf'"(?:person|signer|contact)_id": (?:{ids})[,}}]')

    def run(self, session: Session, change_set_id: int) -> None:
        """Empty them, and all of the change set that erases."""
        self.emptied = empty_images(session, self._is_about, change_set_id)
        for some in chunks(sorted(self._files.difference(_needed(session)))):
            session.execute(delete(Asset).where(Asset.digest.in_(some)))

    def _is_about(self, table: str, row_id: int, text: str) -> bool:
        is_theirs = row_id in self._rows.get(table, ()) or bool(self._naming.search(text))
        if is_theirs:
            self._files.update(_FILES.findall(text))
        return is_theirs or self._traces.stand_in_json(text)


def _needed(session: Session) -> Iterator[str | None]:
    """The digests of all files that a row names."""
    for column in (
        Evidence.asset_digest,
        Person.signature_digest,
        Confirmation.signature_digest,
        Confirmation.logo_digest,
        Organisation.logo_digest,
    ):
        yield from session.scalars(select(column).distinct())

"""What somebody should look at before a list is printed. A run tells it among its warnings, and keeps no more of it."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import questions
from signatories.letters import translations
from signatories.merge import kin
from signatories.merge.cut_off import CutOff
from signatories.merge.kin import NO_KIN, Kin
from signatories.merge.refusals import Doubt
from signatories.models import Version
from signatories.sign_ons import lists
from signatories.sign_ons.outdated import Outdated, outdated_lines


class Concerns(NamedTuple):
    """Of a list, or of those who could be on it.

    `doubts` are refusals that may hold for recipients of this letter; `kin`: which sign-ons are one body's;
    `outdated`: whom the directory calls otherwise by now; `questioned`: the sign-ons about which an import's question
    is open, by id; `newest_list`: the number of the list that was closed last; `withdrawn` names who was on the
    numbered list that is printed and is not printed any more; `behind`: the languages whose declared text was written
    before the first one was changed.
    """

    doubts: Sequence[Doubt] = ()
    kin: Kin = NO_KIN
    outdated: Sequence[Outdated] = ()
    questioned: frozenset[int] = frozenset()
    newest_list: int | None = None
    withdrawn: Sequence[str] = ()
    behind: Sequence[str] = ()


NONE = Concerns()


def read(session: Session, version: Version, cut: CutOff, doubts: Sequence[Doubt]) -> Concerns:
    """What there is to look at in the list of a version."""
    return Concerns(
        doubts=doubts,
        kin=kin.read(session, version.letter_id),
        outdated=outdated_lines(session, version),
        questioned=questions.asked_about_sign_ons(session, version.letter_id),
        newest_list=cut.newest,
        withdrawn=lists.withdrawn(session, cut.listed) if cut.listed else (),
        behind=[each.language for each in translations.listed(version) if each.behind],
    )

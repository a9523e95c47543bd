"""Records that several rows of a file would write over: each row after the first is one to look at."""

from signatories.imports import decisions
from signatories.imports.planned import ImportRequest
from signatories.imports.verdicts import State, Verdict
from signatories.matching.records import Ref
from signatories.texts import N_, message

_TWICE = message(N_("An earlier row changes the same record: what this one says would count."))


class Rewriting:
    """Remembers what the rows of one plan write over. `subject` is what they make, in the words of a match."""

    def __init__(self, request: ImportRequest, subject: str) -> None:
        self._request = request
        self._subject = subject
        self._updated: set[Ref] = set()

    def checked(self, line: int, verdict: Verdict) -> Verdict:
        """The verdict, with a question where an earlier row changes the same record. Called once a row, in order."""
        ref = self._written_over(line, verdict)
        if ref is None:
            return verdict
        twice = ref in self._updated
        self._updated.add(ref)
        return verdict._replace(problems=(*verdict.problems, _TWICE)) if twice else verdict

    def _written_over(self, line: int, verdict: Verdict) -> Ref | None:
        """The record of an update, or of what may be a record where those are to be written over."""
        if verdict.state is State.UPDATE:
            return verdict.refs[0] if verdict.refs else None
        if verdict.state is not State.DUPLICATE or not verdict.matches:
            return None
        best = verdict.matches[0]
        is_over = decisions.writes_over(best, line, self._request)
        return best.ref if is_over and best.subject == self._subject else None

"""A row of a file of mails read as an answer: the sign-on that it speaks of, and what it says."""

from collections.abc import Mapping

from signatories.imports.cell_lots import Cells
from signatories.imports.digests import digest_of
from signatories.imports.planned import ImportRequest
from signatories.imports.planning import sign_on_rows
from signatories.imports.planning.sign_on_columns import Reading
from signatories.imports.planning.sign_on_entries import MailAnswer
from signatories.imports.replies import reply
from signatories.imports.replies.answers import Answer
from signatories.imports.verdicts import ReadRow
from signatories.models import SignOnStatus
from signatories.sources.documents import Row
from signatories.sources.mail import mails

STATUSES: Mapping[Answer, SignOnStatus] = {
    Answer.YES: SignOnStatus.PROMISED,
    Answer.NO: SignOnStatus.DECLINED,
    Answer.CONDITIONAL: SignOnStatus.CONDITIONAL,
}
"""What an answer makes of a sign-on; the others answer nothing."""


def read(cells: Cells, request: ImportRequest) -> ReadRow:
    """Read a mail. That it names nobody is no error yet: its sender may be known."""
    line = int(cells["line"])
    chosen = request.answers.get(line)
    answer = reply.read(cells, Answer(chosen) if chosen else None)
    given = {**answer.fields, "email": cells["address"]}
    read_row = sign_on_rows.read(given, Reading(request.capacity))
    said = answer.said
    mail = MailAnswer(
        answer=said.answer,
        said=said.sentence,
        sureness=said.confidence,
        sent=cells["date"],
        sender=cells["sender"],
        is_told=answer.is_told,
        digest=digest_of(Row(line, tuple(cells[name] for name in mails.COLUMNS))),
    )
    shown = {"answer": said.answer.value, "date": cells["date"], "said": said.sentence}
    return ReadRow(
        {**read_row.fields, **shown},
        read_row.entry._replace(status=STATUSES.get(said.answer), mail=mail),
        problems=(*answer.problems, *read_row.problems),
        confidence=answer.confidence,
    )

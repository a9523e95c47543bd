"""What a row says of a sign-on, whether it stands in a table, in a list of lines, or comes as a mail."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from signatories.imports.replies.answers import Answer
from signatories.matching.records import Ref
from signatories.models import Capacity, SignOnStatus

OF_LINE = ("name", "role", "organisation", "acronym")
OF_SIGN_ON = ("group", "notes", "condition")
OF_PERSON = ("email", "telephone", "form_of_address", "language")
OF_BODY = ("website", "city")
TEXTS = (*OF_LINE, *OF_SIGN_ON, *OF_PERSON, *OF_BODY, "country")
"""The fields of a row that are kept as one text each."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


class MailAnswer(NamedTuple):
    """What a mail says. `said` is the sentence that answers, `sureness` how sure that is, whoever wrote it.

    `sent` is the mail's time in ISO form, empty where it tells none; `is_told`: it says how its writer is to be named.
    """

    answer: Answer = Answer.UNCLEAR
    said: str = ""
    sureness: float = 0.0
    sent: str = ""
    sender: str = ""
    is_told: bool = False
    digest: str = ""


NO_MAIL = MailAnswer()


class SignOnEntry(NamedTuple):
    """A sign-on as given: blank cells are left out. References are filled in when it has been matched.

    `extra` are further columns, `kept` lines for the notes, of cells that could not be read as what they should be.
    `mail` is what the mail says that it came in, nothing for the row of a table.
    """

    texts: Mapping[str, str]
    country_code: str | None = None
    status: SignOnStatus | None = None
    capacity: Capacity | None = None
    capacity_assumed: bool = False
    answered_on: dt.date | None = None
    consent: bool | None = None
    tags: tuple[str, ...] = ()
    extra: Mapping[str, str] = _NOTHING
    kept: tuple[str, ...] = ()
    organisation_ref: Ref | None = None
    person_ref: Ref | None = None
    sign_on_ref: Ref | None = None
    mail: MailAnswer = NO_MAIL

    @property
    def name(self) -> str:
        """Who signs; "" where only an organisation is named."""
        return self.texts.get("name", "")

    @property
    def organisation(self) -> str:
        """For whom, or where; "" where only a person is named."""
        return self.texts.get("organisation", "")

    def text(self, field: str) -> str:
        """What one of the TEXTS says, "" where the row says nothing."""
        return self.texts.get(field, "")

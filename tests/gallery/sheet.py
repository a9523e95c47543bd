"""What a sheet of the gallery says: a block, who stands in it, and the lines that must be printed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from signatories.block.ordering import ordered
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.merge.snapshot import Snapshot
from signatories.models import Capacity
from signatories.recipients.choosing import Addressed, Selection
from signatories.typesetting.images import Image

FIRST_DAY = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
RECIPIENT = Addressed(
    id=1,
    name="Mission of Ruritania",
    person="",
    form_of_address="",
    salutation="",
    address="",
    language="en",
    country=None,
    email="",
    extra={},
    standing=None,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layout. `expected`: texts that the page prints, in this order; `absent`: what it must not print.

    `right_to_left`: a viewer gives back such lines in an order of its own, so that only words are compared.
    """

    key: str
    shows: str
    settings: BlockSettings
    signatories: tuple[Signatory, ...]
    expected: tuple[str, ...]
    absent: tuple[str, ...] = ()
    language: str = "en"
    body: str = "We, the undersigned, write to you about the protocol."
    salutation: str = "Your Excellency,"
    closing: str = "Sincerely yours,"
    cc: tuple[str, ...] = ()
    right_to_left: bool = False


def signer(name: str = "", role: str = "", organisation: str = "", **more: Any) -> dict[str, Any]:
    """One who signs; what is not said is empty."""
    return {"name": name, "role": role, "organisation": organisation, **more}


def body(organisation: str, country: str = "", **more: Any) -> dict[str, Any]:
    """An organisation that signs without naming a person."""
    return {"organisation": organisation, "country": country, **more}


def given(rows: Iterable[dict[str, Any]]) -> tuple[Signatory, ...]:
    """Signatories in the order of signing, a day apart. Who names no organisation signs for themselves."""
    return tuple(_signatory(number, row) for number, row in enumerate(rows, start=1))


def _signatory(number: int, row: dict[str, Any]) -> Signatory:
    own = Capacity.ORGANISATION if row.get("organisation") else Capacity.PERSONAL
    blank = dict.fromkeys(("name", "role", "organisation", "acronym", "country", "group"), "")
    values = {
        **blank,
        "country_code": None,
        "capacity": own,
        "confirmed_at": FIRST_DAY + dt.timedelta(days=number - 1),
        "place": number,
        "sign_on_id": number,
    }
    return Signatory(**(values | row))


def snapshot_of(sheet: Sheet, images: Mapping[str, Image]) -> Snapshot:
    """The sheet as a letter to one recipient. `images`: the pictures, by the names that signatories have for them."""
    text = LetterFile(
        title=sheet.key,
        language=sheet.language,
        salutation=sheet.salutation,
        closing=sheet.closing,
        cc=sheet.cc,
        body=sheet.body,
    )
    lines = [_with_digests(line, images) for line in sheet.signatories]
    return Snapshot(
        letter_id=1,
        version=1,
        newest_version=1,
        newest_confirmed=len(lines),
        confirmed=len(lines),
        unconfirmed=(),
        text=text,
        selection=Selection([RECIPIENT], 1, FIRST_DAY.date()),
        instrument="",
        checked_on=None,
        signatories=ordered(lines, sheet.settings.order, sheet.language, sheet.settings.pins),
        sign_ons=(),
        block=sheet.settings,
        images={image.digest: image for image in images.values()},
        known_fields=frozenset(),
        run=RunSettings(),
        listed_on=(FIRST_DAY + dt.timedelta(days=30)).astimezone().date(),
        taken_at=FIRST_DAY + dt.timedelta(days=30),
    )


def _with_digests(line: Signatory, images: Mapping[str, Image]) -> Signatory:
    return line._replace(
        logo=images[line.logo].digest if line.logo else None,
        signature=images[line.signature].digest if line.signature else None,
    )

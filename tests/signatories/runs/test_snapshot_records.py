"""What a snapshot prints is kept as JSON and packed parts, and read from them as it was."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator

import pytest

from signatories import letters
from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.errors import Refused
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import ActKind, Consent, Recipient, Use
from signatories.models.block import Grouping
from signatories.printed_lines import Printed
from signatories.runs.packed_rows import Part
from signatories.runs.snapshot_records import from_record, to_record
from tests.factories import Make

DAY = dt.date(2010, 7, 26)


@pytest.fixture
def full(make: Make) -> Snapshot:
    """A snapshot of which hardly a field has its default."""
    make.instrument("Night Sky Protocol", {"GH": {ActKind.SIGNATURE: DAY}})
    make.letter(
        instrument="Night Sky Protocol", where="country = Ghana", cc=("Archive",), as_of=DAY
    )
    first = make.recipient("Ghana", country="GH", address="Street 1\nGeneva")
    make.sign_on(1, "Ада", "Центр", printed=Printed(extra={"comment": "Yes"}))
    make.sign_on(1, "Eve", "Moth")
    make.confirm(1)
    make.sign_on(1, "Late")
    with make.database.work("Change") as unit:
        given = Consent(sign_on_id=1, use=Use.LETTER, recipient_id=first, allowed=False)
        unit.session.add(given)
        unit.session.get_one(Recipient, first).extra = {"Ref": "7"}
        layout = Layout(pattern="{organisation}", columns=2)
        groups = (GroupSettings("Moth", layout=layout),)
        block = BlockSettings(grouping=Grouping.GROUP, groups=groups, lines={1: "{name}"}, limit=9)
        letters.set_block(unit.session, 1, block)
    run = RunSettings(duplex=True, not_before=dt.datetime(2010, 7, 26, tzinfo=dt.UTC))
    choices = Choices(
        recipients=(first,), run=run, signed_by=dt.datetime(2090, 1, 1, tzinfo=dt.UTC)
    )
    with make.database.reading() as session:
        return take(session, 1, choices, answers=True)


def again(snapshot: Snapshot) -> Snapshot:
    record = to_record(snapshot)
    content = dict(record.parts)

    def parts(digests: Iterable[str]) -> Iterator[Part]:
        return (Part(digest, content[digest]) for digest in digests)

    return from_record(json.loads(json.dumps(record.data)), parts, lambda _: {})


def test_all_that_is_printed_is_kept(full: Snapshot) -> None:
    kept = again(full)
    for field in dataclasses.fields(Snapshot):
        if field.name != "concerns":  # told as warnings
            assert getattr(kept, field.name) == getattr(full, field.name), field.name
    assert kept.recipients == full.recipients
    assert kept.recipients[0].standing is not None
    assert any(line.never_to for line in kept.signatories)


def test_the_same_is_kept_as_the_same(full: Snapshot) -> None:
    assert to_record(again(full)) == to_record(full)


def test_what_an_earlier_program_kept_is_too_little() -> None:
    with pytest.raises(Refused, match="earlier version"):
        from_record({"recipients": [], "signatories": []}, lambda _: (), lambda _: {})

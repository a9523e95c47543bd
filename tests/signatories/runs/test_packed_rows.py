"""Rows are packed and come out the same; what is packed is named by what is in it."""

import datetime as dt
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.block.signatory import Signatory
from signatories.errors import Refused
from signatories.models import Capacity
from signatories.runs import packed_rows
from signatories.runs.packed_rows import Part, pack, rewritten, unpack

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
MOMENTS = st.datetimes(dt.datetime(1990, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001 - no zone wanted
SIGNATORIES = st.builds(
    Signatory,
    sign_on_id=st.integers(1, 9),
    name=TEXTS,
    country_code=st.sampled_from(["GH", None]),
    confirmed_at=MOMENTS,
    never_to=st.frozensets(st.integers(1, 9), max_size=2),
    extra=st.dictionaries(TEXTS, TEXTS, max_size=2),
    logo_scale=st.sampled_from([1.0, 1.5]),
    logo_shift=st.sampled_from([0.0, 0.25]),
)


def line(number: int) -> Signatory:
    moment = dt.datetime(2010, 7, 26, tzinfo=dt.UTC)
    named = (f"Ada {number}", "Chair", "Aid", "", "Ghana", "GH")
    return Signatory(number, *named, Capacity.ORGANISATION, "", moment, number)


@given(st.lists(SIGNATORIES, max_size=5))
def test_rows_come_out_as_they_went_in(rows: list[Signatory]) -> None:
    assert [row for part in pack(rows) for row in unpack(Signatory, part)] == rows


def test_many_rows_stand_in_parts_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_rows, "LOT", 3)
    before = list(pack([line(number) for number in range(7)]))
    after = list(pack([line(number) for number in range(6)] + [line(6)._replace(name="Eve")]))
    assert len(before) == 3
    assert before[:2] == after[:2]
    assert before[2].digest != after[2].digest


def test_a_part_that_was_altered_is_refused() -> None:
    (part,) = pack([line(1)])
    for content in (b"", part.content[:-3], zlib.compress(b"{}")):
        with pytest.raises(Refused, match="damaged"):
            list(unpack(Signatory, Part(part.digest, content)))


def test_names_take_a_fraction_of_their_room() -> None:
    (part,) = pack([line(number) for number in range(1000)])
    assert len(part.content) < 25 * 1000


@given(st.lists(SIGNATORIES, min_size=1, max_size=5), st.integers(1, 9))
def test_rewritten_rows_are_as_if_they_had_been_packed_so(
    rows: list[Signatory], nobody: int
) -> None:
    def change(row: dict[str, Any]) -> dict[str, Any] | None:
        return None if row["sign_on_id"] == nobody else row | {"name": "", "extra": {}}

    (part,) = pack(rows)
    wanted = [row._replace(name="", extra={}) for row in rows if row.sign_on_id != nobody]
    again, changed = rewritten(part, change)
    gone = len(rows) - len(wanted)
    assert changed == gone + sum(
        bool(row.name or row.extra) for row in rows if row.sign_on_id != nobody
    )
    assert list(unpack(Signatory, again)) == wanted
    assert not wanted or [again] == list(pack(wanted))


def test_a_part_in_which_nothing_changes_stays_the_same() -> None:
    (part,) = pack([line(1), line(2)])
    assert rewritten(part, lambda row: row) == (part, 0)


def test_a_part_that_was_altered_is_not_rewritten() -> None:
    (part,) = pack([line(1)])
    with pytest.raises(Refused, match="damaged"):
        rewritten(Part(part.digest, zlib.compress(b"{}")), lambda row: row)

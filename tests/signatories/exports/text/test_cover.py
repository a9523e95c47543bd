"""The cover note: the same words as a PDF and as text, with every recipient in the order of the letters."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from signatories.errors import Refused
from signatories.exports import exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Snapshot
from tests.printed import pages_of
from tests.products import write


def noted(snapshot: Snapshot, format_: str, folder: Path) -> str:
    path = folder / f"cover.{format_}"
    assert write(exporter("cover", format_), snapshot, path).documents == 1
    text = path.read_text(encoding="utf-8") if format_ == "txt" else " ".join(pages_of(path))
    return " ".join(text.split())


def test_the_note_says_the_same_in_both_formats(snapshot: Snapshot, tmp_path: Path) -> None:
    assert noted(snapshot, "pdf", tmp_path) == noted(snapshot, "txt", tmp_path)


@pytest.mark.parametrize("format_", ["pdf", "txt"])
def test_the_note_lists_the_recipients_in_order_and_counts(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    first, *others = snapshot.recipients
    chosen = replace(snapshot.selection, recipients=[replace(first, name="A <b> {{ x }}"), *others])
    hidden = snapshot.signatories[0]._replace(withheld=True, name="Hiddenname")
    lines = (hidden, *snapshot.signatories[1:])
    text = noted(replace(snapshot, selection=chosen, signatories=lines), format_, tmp_path)
    listed = [
        f"{number}. {name}"
        for number, name in enumerate(("A <b> {{ x }}", *(each.name for each in others)), start=1)
    ]
    assert text.endswith(" ".join(listed))
    moment = f"{snapshot.taken_at:%Y-%m-%d %H:%M} UTC"
    assert (
        f"{len(listed)} letters, version {snapshot.version} of the text, made on {moment}." in text
    )
    assert "1 of the list not named" in text
    assert "Hiddenname" not in text


def test_who_has_no_address_is_named(snapshot: Snapshot, tmp_path: Path) -> None:
    first, *others = snapshot.recipients
    chosen = replace(snapshot.selection, recipients=[replace(first, address=""), *others])
    text = noted(replace(snapshot, selection=chosen), "txt", tmp_path)
    assert re.search(rf"1 of them without an address.*: {first.name}\.", text)
    assert "without an address" not in noted(snapshot, "txt", tmp_path)


def test_many_recipients_stand_in_columns(snapshot: Snapshot, tmp_path: Path) -> None:
    first = snapshot.recipients[0]
    many = [replace(first, id=number, name=f"Body {number}") for number in range(1, 81)]
    given = replace(snapshot, selection=replace(snapshot.selection, recipients=many))
    written = write(exporter("cover", "pdf"), given, tmp_path / "cover.pdf")
    assert written.pages == 1
    (page,) = pages_of(tmp_path / "cover.pdf")
    assert all(f"Body {number}" in page for number in range(1, 81))


def test_a_name_that_no_font_can_print_is_refused(snapshot: Snapshot, tmp_path: Path) -> None:
    first, *others = snapshot.recipients
    odd = replace(snapshot.selection, recipients=[replace(first, name="A \U0001f9ff"), *others])
    with pytest.raises(Refused, match=r"U\+1F9FF"):
        write(exporter("cover", "pdf"), replace(snapshot, selection=odd), tmp_path / "cover.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["pdf", "txt"])
def test_the_moment_before_which_nothing_is_made_is_noted(
    snapshot: Snapshot, tmp_path: Path, format_: str
) -> None:
    moment = dt.datetime(2026, 5, 4, 11, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    text = noted(replace(snapshot, run=RunSettings(not_before=moment)), format_, tmp_path)
    assert "Not to be made before 2026-05-04 09:00 UTC." in text

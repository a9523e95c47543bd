"""Whatever a letter says, whoever signs it and whoever gets it: its products agree, or no file is left."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import event, given, settings

from signatories import runs
from signatories.block.signatory import Signatory, count
from signatories.database import Database
from signatories.errors import UserFacingError
from signatories.exports import EXPORTERS, Exporter, index
from signatories.exports.making import ADDRESSES, ANSWERS, LETTERS, REGISTER
from signatories.findings import Level
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models.block import Grouping, Place
from signatories.recipients.choosing import Addressed
from signatories.runs import Request
from tests.anything import CASES, Case, sign_on_mark, workspace_of
from tests.marks import READERS, marks_in, rows_of


@settings(max_examples=4)
@given(case=CASES)
def test_all_products_agree_or_are_not_there(empty: Path, case: Case) -> None:
    agree(empty, case)


@pytest.mark.long
@settings(max_examples=400)
@given(case=CASES)
def test_all_products_of_many_letters_agree(empty: Path, case: Case) -> None:
    agree(empty, case)


def agree(empty: Path, case: Case) -> None:
    """Make every product of a letter, each beside the others, and read them back."""
    with workspace_of(empty, case) as (database, folder):
        target = folder / "products"
        target.mkdir()
        choices = Choices(version=1, limit=case.limit)
        made = _made(database, choices, target)
        with database.reading() as session:
            snapshot = take(session, 1, choices, answers=True)
        event(f"{len(made)} of {len(EXPORTERS)} products")
        assert set(target.iterdir()) == set(made.values())
        _compare_letters(snapshot, made)
        for product, shown in (("block", snapshot.public), ("annex", snapshot.annexed)):
            _compare_lists(shown, {each: made[each] for each in made if each.product == product})
        _compare_others(snapshot, made)


def _made(database: Database, choices: Choices, folder: Path) -> dict[Exporter, Path]:
    """Where each product stands. All are there that nothing blocks, and no other."""
    paths = {
        each: folder / f"{each.product}-{each.format}{'-each' if each.separate else each.suffix}"
        for each in EXPORTERS
    }
    if not _is_blocked(database, choices, EXPORTERS):
        runs.make_together(database, 1, choices, [*map(_request, EXPORTERS, paths.values())])
        return paths
    for each, path in paths.items():
        if _is_blocked(database, choices, [each]):
            with pytest.raises(UserFacingError):
                runs.make(database, 1, choices, _request(each, path))
        else:
            runs.make(database, 1, choices, _request(each, path))
    return {each: path for each, path in paths.items() if path.exists()}


def _is_blocked(database: Database, choices: Choices, makers: Sequence[Exporter]) -> bool:
    with database.reading() as session:
        found = runs.check(session, 1, choices, makers)
    return any(finding.level is Level.ERROR for finding in found)


def _request(each: Exporter, path: Path) -> Request:
    return Request(each.product, each.format, path, each.separate)


def _compare_letters(snapshot: Snapshot, made: Mapping[Exporter, Path]) -> None:
    """Letter by letter: its recipient, its figures and its names; each format as the others, together as one by one."""
    of = [each for each in made if each.content is LETTERS]
    read = {each.format: _one_by_one(made[each], each, snapshot) for each in of if each.separate}
    for letters in read.values():
        assert letters == next(iter(read.values()))
        for recipient, marks in zip(snapshot.recipients, letters, strict=True):
            _check_letter(snapshot, recipient, marks)
    for each in of:
        if not each.separate:
            together = [*chain.from_iterable(read[each.format])]
            assert marks_in(READERS[each.format](made[each])) == together


def _one_by_one(folder: Path, each: Exporter, snapshot: Snapshot) -> list[list[str]]:
    """The marks of each letter in a folder, in the order of its index."""
    rows = (folder / index.NAME).read_text(encoding="utf-8").splitlines()[3:]
    files = [row.split("\t")[3] for row in rows]
    assert {path.name for path in folder.iterdir()} == {index.NAME, *files}
    assert [marks_in(row.split("\t")[1]) for row in rows] == [
        marks_in(r.name) for r in snapshot.recipients
    ]
    return [marks_in(READERS[each.format](folder / file)) for file in files]


def _check_letter(snapshot: Snapshot, recipient: Addressed, marks: list[str]) -> None:
    shown = snapshot.signatories_for(recipient)
    figures = count(shown)
    assert {mark for mark in marks if mark[0] == "r"} == {*marks_in(recipient.name)}
    assert [mark for mark in marks if mark[0] == "z"] == [
        f"zs{figures.signatories}z",
        f"zo{figures.organisations}z",
        f"zp{figures.people}z",
        f"zc{figures.countries}z",
        f"zw{figures.withheld}z",
        f"zr{len(snapshot.selection.recipients)}z",
    ]
    wanted = [] if snapshot.block.place is Place.COUNT_ONLY else _names(shown)
    _compare_names(snapshot, [mark for mark in marks if mark[0] == "s"], wanted)


def _compare_lists(shown: Snapshot, made: Mapping[Exporter, Path]) -> None:
    """The list in every format: the same names in the same order."""
    read = {each.format: marks_in(READERS[each.format](path)) for each, path in made.items()}
    for names in read.values():
        assert names == next(iter(read.values()))
        _compare_names(shown, names, _names(shown.signatories))
    for each, path in made.items():
        if each.format == "xlsx":
            assert len(rows_of(path)) == len(shown.printed)


def _names(lines: Iterable[Signatory]) -> list[str]:
    return [sign_on_mark(line.sign_on_id).lower() for line in lines if not line.withheld]


def _compare_names(snapshot: Snapshot, names: list[str], wanted: list[str]) -> None:
    """Groups have an order of their own."""
    is_grouped = snapshot.block.grouping is not Grouping.NONE
    assert (sorted(names) if is_grouped else names) == (sorted(wanted) if is_grouped else wanted)


def _compare_others(snapshot: Snapshot, made: Mapping[Exporter, Path]) -> None:
    """What goes with the letters names their recipients, in their order."""
    everybody = [*chain.from_iterable(marks_in(each.name) for each in snapshot.recipients)]
    addressed = [
        mark
        for mark in everybody
        if mark in marks_in("".join(each.address for each in snapshot.recipients))
    ]
    for each, path in made.items():
        marks = marks_in(READERS[each.format](path)) if not each.separate else []
        if each.product == "cover":
            assert marks[-len(everybody) :] == everybody
        elif each.content is ADDRESSES:
            assert [*dict.fromkeys(marks)] == addressed
        elif each.content is REGISTER:
            assert [*dict.fromkeys(marks)] == everybody
        elif each.content is ANSWERS:
            assert {row[0] for row in rows_of(path)} == {row.id for row in snapshot.sign_ons}

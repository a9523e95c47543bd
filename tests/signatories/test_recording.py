"""Every action writes down what it did to each row, in a chain that shows later alterations."""

import datetime as dt
import errno
import io
import json
import random
import tempfile
import zlib
from collections.abc import Callable, Sequence
from typing import IO, Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from signatories import sign_ons
from signatories.checking import check
from signatories.database import defer_foreign_keys
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.errors import WorkspaceError
from signatories.history import words
from signatories.history.chain import chain_problems
from signatories.models import (
    ActKind,
    Base,
    Capacity,
    Change,
    ChangeSet,
    Letter,
    Organisation,
    Person,
    Recorded,
    SignOn,
    SignOnStatus,
)
from signatories.recording import (
    GENESIS,
    TABLES,
    RowWriter,
    empty_images,
    fetch_images,
    from_image,
    logged_of,
    to_plain,
)
from signatories.recording.images import fetch_image_texts, image_texts, to_json
from signatories.recording.logged import last_logged, logged
from signatories.recording.lots import Lot, Record, lots_of, make_lot
from signatories.recording.lots_aside import LotsAside
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from signatories.undoing import undo
from tests.factories import Make, content

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('a{}: \\"é'),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ba:{} "), inner, max_size=3)
    ),
    max_leaves=6,
)


def changes(session: Session) -> list[Change]:
    return list(session.scalars(select(Change).order_by(Change.id)))


def actions(session: Session) -> list[tuple[str, str]]:
    """What the log says was done, row by row: how, and the row's name after or before."""
    kinds = {change.id: change.action for change in changes(session)}
    return [
        (
            kinds[row.change_id],
            words.label(session, row.subject, row.row_id, row.latest),
        )
        for row in logged(session)
    ]


def stamp(session: Session, model: type[Recorded], row_id: int) -> int:
    return session.get_one(model, row_id).changed_in


def test_a_change_set_says_who_what_and_when(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    with make.database.reading() as session:
        change_set = session.scalars(select(ChangeSet)).one()
        assert change_set.message == "Add organisation {organisation}"
        assert change_set.values == {"organisation": oxford}  # an id, never a name
        assert change_set.actor
        assert dt.datetime.now(dt.UTC) - change_set.at < dt.timedelta(minutes=1)


def test_images_are_kept_before_and_after(make: Make) -> None:
    oxford = make.organisation("Oxford Aid", country="GB")
    with make.database.work("Rename") as unit:
        organisations.change(unit.session, oxford, OrganisationDraft("Oxford Help", country="GB"))
    with make.database.work("Remove") as unit:
        organisations.remove(unit.session, [oxford])
    with make.database.reading() as session:
        assert [change.action for change in changes(session)] == ["insert", "update", "delete"]
        added, renamed, removed = logged(session)
    assert (added.before, removed.after) == (None, None)
    assert added.after == renamed.before
    assert renamed.after == removed.before
    assert json.loads(renamed.before)["name"] == "Oxford Aid"
    assert json.loads(renamed.after)["name"] == "Oxford Help"


def test_each_row_carries_its_last_change_set(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    with make.database.work("Rename") as unit:
        organisations.change(unit.session, oxford, OrganisationDraft("Oxford Help"))
    with make.database.reading() as session:
        row = session.get_one(Organisation, oxford)
        assert row.changed_in == unit.change_set_id
        assert row.revision > 1


def test_a_row_is_not_changed_by_what_belongs_to_it(make: Make) -> None:
    """A new version must not look like an edit of the letter's heading, nor a role like one of the person."""
    letter = make.letter(sign_ons=1)
    oxford, ada = make.organisation(), make.person()
    with make.database.reading() as session:
        before = stamp(session, Letter, letter), stamp(session, Person, ada)
    with make.database.work("Give a role") as unit:
        draft = PersonDraft("Ada Person 4", organisation_id=oxford)
        people.change(unit.session, ada, draft)
    with make.database.work("Next version") as unit:
        unit.session.get_one(Letter, letter).versions[0].texts[0].body = "New"
    with make.database.reading() as session:
        assert (stamp(session, Letter, letter), stamp(session, Person, ada)) == before


def test_rows_that_go_with_their_owner_are_recorded(make: Make) -> None:
    oxford = make.organisation("Oxford Aid")
    ada = make.person("Ada", organisation_id=oxford, role="Director")
    with make.database.work("Leave") as unit:
        people.change(unit.session, ada, PersonDraft("Ada"))
    assert unit.changes.touches("roles")
    with make.database.reading() as session:
        *_, last = logged(session)
        assert (last.subject, last.after) == ("roles", None)
        assert last.latest["title"] == "Director"


def test_the_chain_shows_what_was_altered(make: Make) -> None:
    letter = make.letter(recipients=1, sign_ons=2)
    make.confirm(letter)
    with make.database.reading() as session:
        assert chain_problems(session) == []
        recorded = changes(session)
        assert recorded[0].previous_hash == GENESIS
        assert [c.previous_hash for c in recorded[1:]] == [c.hash for c in recorded[:-1]]
    falsify(
        make, "UPDATE changes SET packed = (SELECT packed FROM changes WHERE id = 1) WHERE id = 2"
    )
    falsify(make, "UPDATE changes SET row_id = 99 WHERE id = 3")
    with make.database.reading() as session:
        assert chain_problems(session) == [
            "the images of change 2 were altered",
            "change 3 does not follow from the one before it",
        ]


def test_a_change_that_was_taken_out_is_noticed(make: Make) -> None:
    make.organisation()
    make.organisation()
    make.organisation()
    falsify(make, "DELETE FROM changes WHERE id = 2")
    with make.database.reading() as session:
        assert chain_problems(session) == ["change 3 does not follow from the one before it"]


def bodies(make: Make, names: Sequence[str]) -> list[int]:
    """Organisations added in bulk: one lot of the log for each 500."""
    with make.database.work("Import", bulk=True) as unit:
        rows = [{"name": name, "sort_key": b"", "search_key": ""} for name in names]
        return unit.insert(Organisation, rows)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("packed = zeroblob(9)", "the images of change 1 were altered"),
        ("packed = NULL", "the images of change 1 were altered"),
        ("digests = NULL", "the images of change 1 were altered"),
        ("digests = substr(digests, 41)", "the images of change 1 were altered"),
        ("digests = zeroblob(length(digests))", "the images of change 1 were altered"),
        ("last_id = 9", "the images of change 1 were altered"),
        ("row_id = 2", "change 1 does not follow from the one before it"),
        ("digest = previous_hash", "change 1 does not follow from the one before it"),
    ],
)
def test_an_alteration_inside_a_lot_is_noticed(make: Make, statement: str, problem: str) -> None:
    bodies(make, "ABC")
    falsify(make, f"UPDATE changes SET {statement}")
    with make.database.reading() as session:
        assert chain_problems(session) == [problem]


@pytest.mark.parametrize(
    "statement",
    [
        "packed = substr(packed, 1, length(packed) - 9)",
        "packed = x''",
        "packed = NULL",
        "digests = substr(digests, 41)",
        "digests = substr(digests, 2)",
        "digests = NULL",
    ],
)
def test_a_damaged_lot_is_named_whoever_reads_it(make: Make, statement: str) -> None:
    _, lovell, _ = bodies(make, ["Ada", "Lovell", "Grace"])
    with make.database.work("Remove") as unit:
        organisations.remove(unit.session, [lovell])
    falsify(make, f"UPDATE changes SET {statement}")
    before = content(make.database)
    damaged = pytest.raises(WorkspaceError, match=r"history .* damaged\. Restore a backup")
    for change_set in (None, 1):
        with damaged:
            undo(make.database, change_set)
    with make.database.reading() as session, damaged:
        words.name_of(session, "organisations", lovell)
    assert content(make.database) == before
    assert "the images of change 1 were altered" in check(make.database).problems


def test_a_damaged_lot_is_not_emptied() -> None:
    lot = make_lot([1, 2], [None, None], ["{}", "{}"])
    with pytest.raises(WorkspaceError, match="damaged"):
        lot._replace(packed=lot.packed[:-5]).emptied({1})


def test_another_name_for_one_row_of_a_lot_is_noticed(make: Make) -> None:
    bodies(make, "ABC")
    with make.database.writing() as session:
        (change,) = changes(session)
        lines = zlib.decompress(change.packed)
        change.packed = zlib.compress(lines.replace(b'"name": "B"', b'"name": "X"'))
    with make.database.reading() as session:
        assert [row.latest["name"] for row in logged(session)] == ["A", "X", "C"]
        assert chain_problems(session) == ["the images of change 1 were altered"]


def test_erasing_a_row_keeps_the_chain_and_what_is_said_of_others(make: Make) -> None:
    _, lovell, _ = ids = bodies(make, ["Ada", "Lovell", "Grace"])
    with make.database.work("Rename") as unit:
        unit.session.get_one(Organisation, lovell).name = "Lovell & Sons"
    with make.database.work("Remove") as unit:
        organisations.remove(unit.session, ids)
    with make.database.writing() as session:
        hers = list(logged_of(session, "organisations", lovell))
        assert empty_images(session, hers) == 3
    make.person("After")
    with make.database.reading() as session:
        assert chain_problems(session) == []
        of_bodies = [row for row in logged(session) if row.subject == "organisations"]
        said = [(row.row_id, row.latest) for row in of_bodies if not row.is_erased]
        assert [row.row_id for row in of_bodies if row.is_erased] == [lovell] * 3
        lines = b"".join(zlib.decompress(change.packed) for change in changes(session))
    assert [(row_id, image["name"]) for row_id, image in said] == [(1, "Ada"), (3, "Grace")] * 2
    assert b"Lovell" not in lines
    assert lines.count(b"Ada") == 2


def test_rows_far_apart_stand_in_lots_of_their_own(make: Make) -> None:
    """So the lots that may speak of a row are found by their first ids."""
    bodies(make, [f"Body {number}" for number in range(2200)])
    some = [2200, 1, 999, 1000, 1001, 1100, 2199]
    with make.database.work("Close", bulk=True) as unit:
        unit.change(Organisation, [{"id": row_id, "notes": "x"} for row_id in some])
    with make.database.reading() as session:
        lots = [(c.row_id, c.last_id) for c in changes(session) if c.action == "update"]
        assert lots == [(1, 1000), (1001, 1100), (2199, 2200)]
        for row_id in (*some, 2, 998, 2198):
            found = last_logged(session, "organisations", row_id)
            assert found.latest["notes"] == ("x" if row_id in some else "")
        assert last_logged(session, "organisations", 2201) is None


images = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), json_values)


@given(st.lists(st.tuples(images, images, st.sampled_from(["both", "before", "after"]))))
def test_a_lot_gives_back_every_image(pairs: list[tuple[Any, Any, str]]) -> None:
    """Whatever stands in it: tabs and the ends of lines too, which part a lot's rows."""
    records = [
        Record(
            row_id,
            None if kept == "after" else to_json(before),
            None if kept == "before" else to_json(after),
        )
        for row_id, (before, after, kept) in enumerate(pairs, start=1)
    ]
    found = [
        row for some in lots_of(records) for row in make_lot(*zip(*some, strict=True)).images()
    ]
    assert sorted(found) == records


def test_the_same_images_have_another_digest_each_time(make: Make) -> None:
    """Who knows a name cannot look for its digest in an erased log."""
    with make.database.work("Add two") as unit:
        twice = [{"name": "Ada", "sort_name": "Ada", "sort_key": b"a", "search_key": "ada"}] * 2
        unit.insert(Person, twice)
    with make.database.reading() as session:
        (change,) = changes(session)
    one, other = (line.partition(b"\t")[0] for line in zlib.decompress(change.packed).split(b"\n"))
    assert len(one) == len(other) == 32  # 16 bytes
    assert one != other


def test_images_give_back_every_value(make: Make) -> None:
    """Dates, moments, enums, bytes, JSON, empty values: all tables that a confirmed letter fills."""
    letter = make.letter(recipients=1, sign_ons=1, as_of=dt.date(2010, 7, 26))
    make.confirm(letter)
    make.instrument()
    with make.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
    with make.database.reading() as session:
        filled = 0
        for name, table in TABLES.items():
            for row in session.execute(select(table)).mappings():
                image = fetch_images(session, name, [row["id"]])[row["id"]]
                given_back = from_image(name, image)
                assert given_back == {key: row[key] for key in given_back}
                filled += 1
    assert filled >= 10


def test_images_read_as_text_are_those_read_row_by_row(make: Make) -> None:
    letter = make.letter(recipients=1, sign_ons=1, as_of=dt.date(2010, 7, 26))
    make.confirm(letter)
    make.instrument(
        "“Protocol”\n\0\u2028 ñ 東 100 % {}", {"GH": {ActKind.ACCESSION: dt.date(2010, 1, 2)}}
    )
    with make.database.reading() as session:
        for name, table in TABLES.items():
            for row in session.execute(select(table)).mappings():
                kept = {key: to_plain(value) for key, value in row.items() if key != "revision"}
                text = fetch_image_texts(session, name, [row["id"]])[row["id"]]
                assert text == json.dumps(dict(sorted(kept.items())), ensure_ascii=False)
                run = range(row["id"], row["id"] + 1)
                assert fetch_image_texts(session, name, run) == {row["id"]: text}


def test_images_of_rows_to_be_written_are_those_of_the_rows_written(make: Make) -> None:
    """In every table: what the log says of rows that come in bulk is never read again."""
    letter = make.letter(recipients=1, sign_ons=1, as_of=dt.date(2010, 7, 26))
    make.confirm(letter)
    make.instrument("100 %", {"GH": {ActKind.ACCESSION: dt.date(2010, 1, 2)}})
    with make.database.writing() as session:
        defer_foreign_keys(session)
        for name, table in TABLES.items():
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            stored = fetch_image_texts(session, name, [row["id"] for row in rows])
            if rows:
                session.execute(delete(table))
                columns = {column: [row[column] for row in rows] for column in rows[0]}
                written = RowWriter(session, table, with_ids=True).write(columns, len(rows))
                given = image_texts(session.get_bind().dialect, name, written)
                assert given == [stored[row["id"]] for row in rows]
                assert stored == fetch_image_texts(session, name, list(stored))


@pytest.mark.parametrize("ids", [[2, 3, 4], [2, 5, 4], [4, 3, 2], [3], [9, 2], []])
def test_images_are_those_of_the_ids_whether_these_are_a_run_or_not(
    make: Make, ids: list[int]
) -> None:
    for name in "ABCDE":
        make.organisation(name)
    with make.database.reading() as session:
        images = fetch_images(session, "organisations", ids)
    assert sorted(images) == sorted({*ids} & {1, 2, 3, 4, 5})


@given(st.dictionaries(st.text(), st.text()) | json_values)
def test_json_is_that_of_the_standard_library(value: Any) -> None:
    """Dictionaries of texts are put together by hand, as most are."""
    assert to_json(value) == json.dumps(value, ensure_ascii=False)


def test_bulk_rows_are_stored_as_the_model_would(make: Make) -> None:
    """Every column's default and kind, in every table: the same as a row that the ORM adds."""
    given = {
        "name": "Łódź",
        "extra": {"zeta": "1", "Alpha": {"b": ["x"], "a": None}},
        "archived_at": dt.datetime(2010, 7, 26, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        "sort_key": b"\0\xff",
        "search_key": "lodz",
    }
    with make.database.work("Add") as unit:
        unit.session.add(Organisation(**given))
    with make.database.work("Import", bulk=True) as unit:
        unit.insert(Organisation, [given])
    one, other = plain_images(make, "organisations")
    assert {**one, "id": 2, "changed_in": 2} == other
    assert list(other["extra"]) == ["zeta", "Alpha"]  # columns of their own stay in their order


def test_bulk_rows_may_leave_out_what_has_a_default(make: Make) -> None:
    letter = make.letter()
    row = {
        "letter_id": letter,
        "status": SignOnStatus.PROMISED,
        "capacity": Capacity.PERSONAL,
        "place": 1,
    }
    with make.database.work("Import", bulk=True) as unit:
        assert unit.insert(SignOn, [row, row | {"group": "Europe"}]) == [1, 2]
    assert [image["group"] for image in plain_images(make, "sign_ons")] == ["", "Europe"]
    with make.database.reading() as session:
        assert chain_problems(session) == []


def test_a_bulk_row_with_an_unknown_column_is_refused(make: Make) -> None:
    with (
        pytest.raises(ValueError, match="no such columns: colour"),
        make.database.work("Import") as unit,
    ):
        unit.insert(Organisation, [{"name": "A", "colour": "red"}])


def test_a_bulk_row_that_is_changed_in_the_same_action_is_recorded_once(make: Make) -> None:
    with make.database.work("Import", bulk=True) as unit:
        ids = unit.insert(
            Organisation, [{"name": n, "sort_key": b"", "search_key": ""} for n in "ABCD"]
        )
        unit.session.get_one(Organisation, ids[1]).name = "Changed"
        unit.session.delete(unit.session.get_one(Organisation, ids[2]))
    with make.database.reading() as session:
        assert actions(session) == [("insert", "A"), ("insert", "Changed"), ("insert", "D")]


def test_of_bulk_rows_the_log_says_what_is_stored(make: Make) -> None:
    """Of those that are changed in the same action too, and of those that come one after the other."""
    rows = [{"name": f"Body {n}", "sort_key": b"", "search_key": ""} for n in range(1101)]
    with make.database.work("Import", bulk=True) as unit:
        for start in range(0, len(rows), 200):
            unit.insert(Organisation, rows[start : start + 200])
        unit.change(Organisation, [{"id": 7, "notes": "7"}, {"id": 1101, "notes": "1101"}])
    with make.database.reading() as session:
        stored = fetch_image_texts(session, "organisations", range(1, 1102))
        assert {row.row_id: row.after for row in logged(session)} == stored
        assert {json.loads(stored[n])["notes"] for n in (6, 7, 1101)} == {"", "7", "1101"}
        assert len(changes(session)) == 3


def test_rows_that_are_changed_together_may_each_name_other_columns(make: Make) -> None:
    bodies(make, "ABC")
    with make.database.work("Correct") as unit:
        notes = [{"id": row_id, "notes": f"about {row_id}"} for row_id in (1, 3)]
        unit.change(Organisation, [notes[0], {"id": 2, "acronym": "B."}, notes[1]])
    with make.database.reading() as session:
        told = session.execute(select(Organisation.notes, Organisation.acronym)).all()
    assert told == [("about 1", ""), ("", "B."), ("about 3", "")]
    undo(make.database)
    assert {each["notes"] + each["acronym"] for each in plain_images(make, "organisations")} == {""}


def test_lots_put_aside_come_back_from_the_disk_in_order() -> None:
    aside = LotsAside()
    lots = [(range(n, n + 1), Lot(bytes([n]) * 600_000, bytes([n]))) for n in range(3)]
    for lot in lots:
        aside.put(*lot)
    assert list(aside) == list(aside) == lots


class FullDisk(io.BytesIO):
    """A file that takes what is written only as far as it need not reach the disk."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        """Close it, and fail as one does in which something is left to be written."""
        if not self.closed:
            super().close()
            self.flush()


def no_folder(**_options: object) -> NoReturn:
    raise FileNotFoundError(errno.ENOENT, "No usable temporary directory")


@pytest.mark.parametrize(
    ("file", "reason"), [(FullDisk, "No space left"), (no_folder, "No usable temporary directory")]
)
def test_an_action_for_which_the_disk_has_no_room_changes_nothing(
    make: Make, monkeypatch: pytest.MonkeyPatch, file: Callable[..., IO[bytes]], reason: str
) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_options: file())
    named = (random.randbytes(1000).hex() for _ in range(2000))
    rows = [{"name": name, "sort_key": b"", "search_key": ""} for name in named]
    with (
        pytest.raises(WorkspaceError, match=f"temporary files .* {reason}"),
        make.database.work("Import", bulk=True) as unit,
    ):
        unit.insert(Organisation, rows)
    assert not content(make.database)["organisations"]


def test_the_log_of_more_rows_than_a_chunk_is_one_chain(make: Make) -> None:
    rows = [{"name": f"Body {n}", "sort_key": b"", "search_key": ""} for n in range(1101)]
    with make.database.work("Import", bulk=True) as unit:
        assert unit.insert(Organisation, rows) == list(range(1, 1102))
    assert unit.changes.touches("organisations") == set(range(1, 1102))
    with make.database.reading() as session:
        assert chain_problems(session) == []
        assert [row.latest["name"] for row in logged(session)] == [row["name"] for row in rows]
        assert len(changes(session)) == 3


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_of_content_is_recorded_by_id(table: str) -> None:
    assert [column.name for column in TABLES[table].primary_key] == ["id"]


def test_what_is_not_recorded_is_a_record_itself() -> None:
    unrecorded = Base.metadata.tables.keys() - TABLES.keys()
    assert unrecorded == {
        *("assets", "change_sets", "changes", "imported_records", "imports"),
        *("run_files", "run_parts", "runs", "workspace_settings"),
    }


def test_evidence_files_are_kept_once_and_outside_images(make: Make, tmp_path: object) -> None:
    letter = make.letter(sign_ons=2)
    mail = make.database.path.with_name("mail.eml")
    mail.write_bytes(b"We agree. " * 1000)
    for sign_on in (1, 2):
        with make.database.work("Confirm") as unit:
            confirming.confirm(unit, letter, Proof("mail", file=mail), [sign_on])
    with make.database.reading() as session:
        raw = session.connection().exec_driver_sql
        assert raw("SELECT count(*), max(name) FROM assets").one() == (1, "mail.eml")
        assert raw("SELECT max(length(packed)) FROM changes").scalar() < 2000
        assert session.get_one(SignOn, 1).confirmations[0].evidence.asset_digest


def plain_images(make: Make, table: str) -> list[dict[str, Any]]:
    with make.database.reading() as session:
        return list(fetch_images(session, table, range(1, 100)).values())


def falsify(make: Make, statement: str) -> None:
    with make.database.writing() as session:
        session.execute(text(statement))

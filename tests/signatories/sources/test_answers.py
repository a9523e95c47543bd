"""The child's answer: whatever it is, it becomes a source or a sentence, and opens no other file."""

import hashlib
import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signatories.errors import UnreadableFile
from signatories.sources import answers, child, opening
from signatories.sources.documents import Source
from signatories.sources.mail import mails
from signatories.sources.spool import SpoolWriter

SHEET: dict[str, Any] = {
    "name": "",
    "is_hidden": False,
    "merges": [],
    "notes": [],
    "offsets": [0, 7],
    "count": 1,
}
NO_MAILS = {"offsets": [0], "count": 0}
ANSWER: dict[str, Any] = {
    "format": "csv",
    "encoding": "utf-8",
    "guessed": False,
    "separator": ",",
    "digest": "0" * 64,
    "mails": NO_MAILS,
    "sheets": [SHEET],
}
ROW = b"1\x1e2\x1ea\x1eb"
MAIL: dict[str, Any] = {
    "line": 1,
    "start": 0,
    "end": 7,
    "sender": "Bo Lind",
    "address": "bo@wells.example",
    "to": [],
    "subject": "Re",
    "sent_at": None,
    "message_id": "",
    "answers_to": [],
    "text": "We sign.",
    "attachments": [],
    "digest": hashlib.sha256(b"name\nx\n").hexdigest(),
    "file": 0,
    "is_automatic": False,
    "problems": [],
}
Answered = Callable[..., Source]


@pytest.fixture
def answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answered:
    """Open a table whose child writes this answer, and these bytes as its rows."""
    path = tmp_path / "list.csv"
    path.write_bytes(b"name\nx\n")
    program = tmp_path / "child.py"
    program.write_text(
        "import pathlib, shutil, sys\n"
        "here, folder = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])\n"
        "for name in ('answer.json', 'rows'):\n"
        "    shutil.copy(here / name, folder / name)\n"
    )
    monkeypatch.setattr(
        child, "command", lambda folder: [sys.executable, str(program), str(folder)]
    )

    def source(answer: object, rows: bytes = ROW) -> Source:
        text = answer if isinstance(answer, str) else json.dumps(answer)
        (tmp_path / "answer.json").write_text(text)
        (tmp_path / "rows").write_bytes(rows)
        return opening.open_file(path)

    return source


def sheet(**changes: object) -> dict[str, Any]:
    return {**ANSWER, "sheets": [{**SHEET, **changes}]}


def mail(**changes: object) -> tuple[dict[str, Any], bytes]:
    rows = json.dumps([{**MAIL, **changes}]).encode()
    of_mails = {"offsets": [0, len(rows)], "count": 1}
    return {**ANSWER, "format": "eml", "sheets": [], "mails": of_mails}, rows


def test_an_honest_answer_is_a_source(answered: Answered) -> None:
    assert [(row.line, row.cells) for row in answered(ANSWER).rows] == [(1, ("a", "b"))]


@pytest.mark.parametrize(
    "answer",
    [
        "5",
        "[]",
        "{}",
        "[" * 200_000,
        {**ANSWER, "digest": "../../a"},
        {**ANSWER, "separator": 5},
        {**ANSWER, "sheets": None},
        {**ANSWER, "encoding": "\ud83d"},
        {name: value for name, value in ANSWER.items() if name != "sheets"},
        {"refused": "x"},
        {"refused": {"key": "{n}", "values": {"n": "many"}}},
        {"refused": {"key": 5, "values": {}}},
        sheet(offsets=[0]),
        sheet(offsets=[-5, 7]),
        sheet(offsets=["a", "b"]),
        sheet(offsets=[0, 8]),
        sheet(offsets=[7, 0]),
        sheet(count=10**19),
        sheet(count=300),
        sheet(count=True),
        sheet(merges=[[1]]),
        sheet(merges=[[1, 0, 2, "x"]]),
        sheet(notes=["x"]),
    ],
    ids=lambda answer: str(answer)[-40:],
)
def test_an_answer_that_is_none_is_a_damaged_file(answered: Answered, answer: object) -> None:
    with pytest.raises(UnreadableFile, match="is damaged"):
        answered(answer)


def test_a_refusal_may_hold_any_value(answered: Answered) -> None:
    with pytest.raises(UnreadableFile, match="“x” is odd"):
        answered({"refused": {"key": "“{details}” is odd.", "values": {"details": "x"}}})


@pytest.mark.parametrize(
    "rows",
    [
        b"-7\x1e2\x1ea\x1eb",
        b"-1\x1e2\x1ea\x1eb",
        b"9999999999\x1e1\x1ea",
        b"9" * 6000 + b"\x1e1\x1ea",
        b"x\x1e1\x1ea",
        b"1\x1ex\x1ea",
        b"1\x1e-1\x1ea",
        b"1\x1e2\x1ea",
        b"1\x1e1\x1ea\x1fb",
        b"1",
        b"2\x1f2\x1e1\x1f1\x1ea\x1fb",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[[1,[5]]]",
        b"[[Infinity,[]]]",
        b"[5]",
        b"[]",
        b'[[1,["\\ud83d"]]]',
    ],
    ids=lambda rows: str(rows[:20]),
)
def test_rows_that_are_none_are_said_to_be_lost(answered: Answered, rows: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is lost"):
        list(answered(sheet(offsets=[0, len(rows)]), rows).rows)


def test_lines_ascend_from_chunk_to_chunk(answered: Answered) -> None:
    """A line stands for the record that its row makes: two rows may not share one."""
    lines = "\x1f".join(map(str, [*range(1, 256), 300]))
    first = "\x1e".join((lines, "\x1f".join("1" * 256), "\x1f".join("a" * 256))).encode()
    for line, is_honest in ((301, True), (300, False)):
        rows = first + f"{line}\x1e1\x1eb".encode()
        source = answered(sheet(offsets=[0, len(first), len(rows)], count=257), rows)
        if is_honest:
            assert [row.line for row in source.rows][-2:] == [300, 301]
        else:
            with pytest.raises(UnreadableFile, match="is lost"):
                list(source.rows)


@pytest.mark.parametrize(
    "changes",
    [
        {"file": "/etc/passwd"},
        {"file": 1},
        {"file": -1},
        {"line": "x"},
        {"line": 2},
        {"text": 5},
        {"start": 8},
        {"start": -1},
        {"to": "all"},
        {"sent_at": "2026-03-02T09:30:00"},
        {"digest": "../../a"},
        {"problems": [{"key": "x"}]},
        {"other": 1},
    ],
    ids=str,
)
def test_a_mail_that_is_none_is_said_to_be_lost(
    answered: Answered, changes: dict[str, object]
) -> None:
    source = answered(*mail(**changes))
    with pytest.raises(UnreadableFile, match="is lost"):
        list(source.mails)


def test_a_mail_is_in_a_file_that_was_asked_for(answered: Answered, tmp_path: Path) -> None:
    (found,) = answered(*mail()).mails
    assert found.file == str(tmp_path / "list.csv")
    assert mails.bytes_of(found) == b"name\nx\n"
    (beyond,) = answered(*mail(end=20_000_000)).mails
    with pytest.raises(UnreadableFile, match="has changed"):
        mails.bytes_of(beyond)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has pipes with names")
def test_a_proof_is_not_waited_for(answered: Answered, tmp_path: Path) -> None:
    (found,) = answered(*mail()).mails
    (tmp_path / "list.csv").unlink()
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(UnreadableFile, match="a device or a pipe"):
        mails.bytes_of(found)


def test_a_line_beyond_all_measure_is_refused_where_it_is_read() -> None:
    writer = SpoolWriter(io.BytesIO(), lambda _rows: None, "list.csv")
    assert writer.write([(100_000_000, ["a"])]) == ([0, 13], 1)
    with pytest.raises(UnreadableFile, match="needs more memory"):
        writer.write([(100_000_001, ["a"])])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda each: (
        st.lists(each, max_size=4)
        | st.dictionaries(st.sampled_from([*ANSWER, *SHEET, "key", "values"]), each, max_size=4)
    ),
    max_leaves=12,
)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_any_answer_is_a_source_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    rows = tmp_path / "rows"
    rows.write_bytes(data.draw(st.sampled_from([ROW, b"[[1,[]]]", b"\xff", b""])))
    odd = data.draw(st.dictionaries(st.sampled_from([*SHEET]), _JSON, max_size=2))
    answer = data.draw(
        st.one_of(
            _JSON,
            st.just({**ANSWER, "sheets": [{**SHEET, **odd}]}),
            st.builds(lambda key, value: {**ANSWER, key: value}, st.sampled_from([*ANSWER]), _JSON),
        )
    )
    with suppress(UnreadableFile):
        document = answers.document(answer, "list.csv", tmp_path / "spool", rows, [rows])
        read = list(document.source().rows)
        assert read
        assert all(row.line > 0 for row in read)
    assert str(answers.refusal(answer, "list.csv"))

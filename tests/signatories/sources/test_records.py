"""Lists of records: a row each, a column for every key."""

from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources.documents import SheetInfo, Source
from signatories.sources.opening import open_file


def read(tmp_path: Path, text: str, name: str = "list.json") -> Source:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return open_file(path)


def cells(source: Source) -> list[tuple[str, ...]]:
    return [row.cells for row in source.rows]


def test_the_columns_are_all_keys_in_their_order(tmp_path: Path) -> None:
    source = read(tmp_path, '[{"name": "Anna", "age": 7.0}, {"country": "Mali", "name": "Bo"}, {}]')
    assert cells(source) == [("name", "age", "country"), ("Anna", "7", ""), ("Bo", "", "Mali")]
    assert [row.line for row in source.rows] == [0, 1, 2]  # records count from 1


def test_values_are_text(tmp_path: Path) -> None:
    record = '{"a": null, "b": true, "c": ["x", 1], "d": [{"e": "é"}], "f": 1e3}'
    source = read(tmp_path, f"[{record}]")
    assert cells(source)[1] == ("", "TRUE", "x, 1", '[{"e": "é"}]', "1000")


def test_records_within_records_have_columns_of_their_own(tmp_path: Path) -> None:
    anna = '{"person": {"first": "Anna", "last": "Berg"}, "body": {"name": "Well Fund", "at": {}}}'
    bo = '{"person": {"first": "Bo"}, "body": "River Fund"}'
    assert cells(read(tmp_path, f"[{anna}, {bo}]")) == [
        ("first", "last", "body / name", "at", "body"),
        ("Anna", "Berg", "Well Fund", "{}", ""),
        ("Bo", "", "", "", "River Fund"),
    ]
    same = '{"home": {"email": "a@b.example"}, "work": {"email": "c@d.example"}}'
    assert cells(read(tmp_path, f"[{same}]"))[0] == ("home / email", "work / email")


def test_lists_under_keys_are_sheets(tmp_path: Path) -> None:
    source = read(tmp_path, '{"at": "now", "tags": ["a", "b"], "members": [{"name": "Anna"}]}')
    assert source.sheets == (SheetInfo("members", 2), SheetInfo("tags", 2))
    assert cells(source) == [("name",), ("Anna",)]


@pytest.mark.parametrize("name", ["list.jsonl", "list.ndjson", "list.json"])
def test_records_on_a_line_each_are_a_list(tmp_path: Path, name: str) -> None:
    lines = '{"name": "Anna\\nBerg", "age": 7}\r\n\n{"country": "Mali"}\n'
    source = read(tmp_path, lines, name)
    assert cells(source) == [("name", "age", "country"), ("Anna\nBerg", "7", ""), ("", "", "Mali")]
    assert [row.line for row in source.rows] == [0, 1, 3]
    with pytest.raises(UnreadableFile, match="from line 2 on"):
        read(tmp_path, '{"name": "Anna"}\n{"name": \n', name)


def test_one_record_alone_is_a_list_where_each_line_is_one(tmp_path: Path) -> None:
    for text in ('{"name": "Anna"}', '[{"name": "Anna"}]', '[\n{"name": "Anna"}\n]'):
        assert cells(read(tmp_path, text, "list.jsonl")) == [("name",), ("Anna",)]


def test_several_yaml_documents_are_one_list(tmp_path: Path) -> None:
    text = "---\nname: Anna\n---\n- name: Bo\n- name: Cara\n---\n"
    assert cells(read(tmp_path, text, "list.yaml")) == [("name",), ("Anna",), ("Bo",), ("Cara",)]


def test_yaml_is_text_as_it_stands(tmp_path: Path) -> None:
    source = read(
        tmp_path, "- name: Norway\n  code: NO\n- name: Anna\n  on: 2010-07-26\n", "a.yaml"
    )
    assert cells(source)[1:] == [("Norway", "NO", ""), ("Anna", "", "2010-07-26")]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ('[{"name": "Anna"},\n {"name": }]', "list.json", r"is no JSON from line 2 on"),
        ("- name: [", "list.yaml", r"is no YAML that can be read"),
        ('{"name": "Anna"}', "list.json", r"has no list of records"),
        ("a: &x [1]\nb: [*x, *x]", "list.yaml", r"uses aliases"),
        ("[" * 100_000, "list.json", r"is no JSON that can be read"),
        ("[" * 100_000, "list.yaml", r"“list.yaml” "),
        ("- !!python/object/apply:os.system ['true']", "list.yml", r"“list.yml” "),
    ],
)
def test_what_is_no_list_of_records_is_refused(
    tmp_path: Path, text: str, name: str, words: str
) -> None:
    if "python/object" in text:
        assert cells(read(tmp_path, text, name)) == [("true",)]  # a tag is only a word
    else:
        with pytest.raises(UnreadableFile, match=words):
            read(tmp_path, text, name)


def test_real_records_are_read(shared_data: Path) -> None:
    source = open_file(shared_data / "letters" / "pmpc-organisations.json")
    assert len(source.rows) == 1 + 237  # its readme's count, and the header

"""The public list as text."""

from dataclasses import replace
from pathlib import Path

from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from tests.products import write

TEXT = exporter("block", "txt")


def test_it_has_a_line_for_each_signatory_and_their_number(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "block.txt"
    written = write(TEXT, snapshot, path)
    lines = path.read_text(encoding="utf-8").split("\n")
    expected = [line.line for line in snapshot.printed]
    assert lines == [*expected, "", f"Number of signatories: {len(expected)}", ""]
    assert written.lines == len(expected)


def test_the_withheld_are_counted_apart_and_not_named(snapshot: Snapshot, tmp_path: Path) -> None:
    shy, *others = snapshot.signatories
    path = tmp_path / "block.txt"
    write(TEXT, replace(snapshot, signatories=(shy._replace(withheld=True), *others)), path)
    text = path.read_text(encoding="utf-8")
    assert shy.name not in text
    figures = f"Number of signatories: {len(others)}\nNot named, by their own wish: 1\n"
    assert text.endswith(f"\n\n{figures}")


def test_the_figures_are_told_in_the_language_of_the_letter(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    path = tmp_path / "block.txt"
    shy, *others = snapshot.signatories
    given = replace(snapshot, text=replace(snapshot.text, language="de-AT"))
    write(TEXT, replace(given, signatories=(shy._replace(withheld=True), *others)), path)
    told = f"\n\nZahl der Unterzeichnenden: {len(others)}\nAuf eigenen Wunsch nicht genannt: 1\n"
    assert path.read_text(encoding="utf-8").endswith(told)


def test_one_signatory_is_one_line_whatever_its_name_holds(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    odd = snapshot.signatories[0]._replace(name="A\u2028B\r\nC\ud800", role="", organisation="")
    path = tmp_path / "block.txt"
    written = write(TEXT, replace(snapshot, signatories=(odd,)), path)
    assert path.read_text(encoding="utf-8").splitlines()[0] == "A B C\ufffd"
    assert [str(warning) for warning in written.warnings] == [
        "“A B C\ufffd” has characters that no file can hold (U+D800): “\ufffd” stands for each."
    ]

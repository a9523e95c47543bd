"""Files and pastes become rows that remember their line."""

import os
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from signatories.errors import UnreadableFile
from signatories.sources.documents import How, Row, Source
from signatories.sources.opening import (
    are_mails,
    encodings_of,
    open_bytes,
    open_file,
    open_mails,
    open_stream,
    open_text,
)


def read(tmp_path: Path, text: str, name: str = "table.csv") -> Source:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return open_file(path)


def cells(source: Source) -> list[tuple[str, ...]]:
    return [row.cells for row in source.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_whatever_the_file_is_called(tmp_path: Path, separator: str) -> None:
    text = "name~organisation~country\nAnna Berg~Water, Air~Kenya\nB~C; D~Mali\n"
    rows = text.replace("Water, Air", '"Water, Air"').replace("C; D", '"C; D"')
    source = read(tmp_path, rows.replace("~", separator))
    assert cells(source)[1:] == [("Anna Berg", "Water, Air", "Kenya"), ("B", "C; D", "Mali")]


def test_excels_own_first_line_tells_the_separator_and_is_no_row(tmp_path: Path) -> None:
    source = read(tmp_path, "sep=;\r\nname, given;country\r\n")
    assert tuple(source.rows) == (Row(2, ("name, given", "country")),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_keep_their_line_in_the_file(tmp_path: Path, end: str) -> None:
    lines = ["name,address", "", 'A,"Street 1', 'Town"', " , ", "B,C"]
    source = read(tmp_path, end.join(lines))
    assert [row.line for row in source.rows] == [1, 3, 6]
    assert source.rows[1].cells == ("A", f"Street 1{end}Town")


def test_mixed_line_ends_are_all_line_ends() -> None:
    source = open_text("Anna Berg, Water Network\r\n\rBo Lind\nChi Ma\vDag Ny")
    assert [(row.line, row.cells[0]) for row in source.rows] == [
        (1, "Anna Berg, Water Network"),
        (3, "Bo Lind"),
        (4, "Chi Ma"),
        (5, "Dag Ny"),
    ]


def test_lines_with_commas_stay_lines() -> None:
    source = open_text("Anna Berg, Water Network\nBo Lind, Air Network\n")
    assert (source.format, len(source.rows[0].cells)) == ("txt", 1)


def test_a_pasted_table_is_known_by_its_header_or_its_tabs() -> None:
    assert open_text("Name,Organisation\nAnna Berg,Water Network\n").format == "csv"
    assert open_text("Anna Berg\tWater Network\nBo Lind\t\n").format == "tsv"


def test_a_table_can_be_read_as_lines_again(tmp_path: Path) -> None:
    source = read(tmp_path, "Anna Berg, Water Network\nBo Lind, Air\n").as_lines()
    assert source.rows[1] == Row(2, ("Bo Lind, Air",))


def test_the_digest_is_of_the_file_as_it_is(tmp_path: Path) -> None:
    once, again = (
        read(tmp_path, "name,country\nA,Mali\n"),
        read(tmp_path, "name,country\r\nA,Mali\n"),
    )
    assert tuple(once.rows) == tuple(again.rows)
    assert once.digest != again.digest


def test_a_quotation_mark_that_never_closes_swallows_no_rows(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"after line 2 that does not close"):
        read(tmp_path, 'name,country\nA,Mali\n"B,Mali\nC,Mali\n')


def test_a_quotation_mark_inside_a_cell_is_only_a_character(tmp_path: Path) -> None:
    source = read(tmp_path, 'name,country\nThe "B" Club,Mali\nC,Mali\n')
    assert cells(source)[1:] == [('The "B" Club', "Mali"), ("C", "Mali")]


def test_a_guessed_encoding_says_so_and_one_that_was_told_does_not(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,country\nHélène,Côte d'Ivoire\n".encode("cp1252"))
    assert (open_file(path).guessed, open_file(path).encoding) == (True, "cp1252")
    assert not open_file(path, How(encoding="cp1252")).guessed


def test_missing_folders_and_empty_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"There is no file “.*gone.csv”"):
        open_file(tmp_path / "gone.csv")
    with pytest.raises(UnreadableFile, match=r"is a folder"):
        open_file(tmp_path)
    with pytest.raises(UnreadableFile, match=r"“blank.txt” is empty"):
        read(tmp_path, " \n\n\t\n", "blank.txt")


def test_a_cell_beyond_all_measure_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"cell after line 2 with more text"):
        read(tmp_path, "name,country\nA,Mali\n" + "x" * 1_100_000 + ",Mali\n")


def test_half_a_character_from_the_clipboard_is_replaced() -> None:
    assert open_text("Anna \ud83d Berg").rows[0].cells == ("Anna \ufffd Berg",)


def test_what_another_program_pipes_in_is_read_in_its_encoding() -> None:
    source = open_bytes("Hélène Fabre, International Alliance\n".encode("cp1252"))
    assert (source.rows[0].cells[0][:6], source.guessed) == ("Hélène", True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX has pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Nobody writes into it: whoever opens it waits for ever."""
    pipe, mail = tmp_path / "pipe.csv", tmp_path / "answer.eml"
    os.mkfifo(pipe)
    mail.write_text("From: bo@wells.example\nSubject: Re\n\nWe sign.\n")
    for opened in (open_file, encodings_of):
        with pytest.raises(UnreadableFile, match="a device or a pipe"):
            opened(pipe)
    assert not are_mails([mail, pipe])
    first, second = open_mails([mail, pipe]).mails
    assert first.text == "We sign."
    assert "a device or a pipe" in str(second.problems[0])


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has it")
def test_what_the_system_shows_as_a_file_without_bytes_is_not_read(tmp_path: Path) -> None:
    """Of such there are some that never end, and some that give nothing until something happens."""
    link = tmp_path / "list.txt"
    link.symlink_to("/proc/self/mem")
    with pytest.raises(UnreadableFile, match=r"“list\.txt” is empty"):
        open_file(link)


class Endless:
    """Gives as much as is asked for."""

    def read(self, size: int) -> bytes:
        assert size > 0
        return b"\n" * size


def test_what_is_piped_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="More than 100 MB"):
        open_stream(cast("BinaryIO", Endless()))

"""The letters of the sample, read back from the finished PDFs."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from signatories.block.settings import Reduced
from signatories.errors import UnwritableFile
from signatories.exports import exporter, index
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.progress import Cancelled
from tests.products import write

TOGETHER = exporter("letters", "pdf")
SEPARATE = exporter("letters", "pdf", separate=True)


class StopAfter:
    """Progress that asks to stop after so many steps."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
        if done >= self.steps:
            raise Cancelled


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def outline(path: Path) -> list[tuple[str, int]]:
    with pypdfium2.PdfDocument(path) as document:
        return [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]


def test_every_recipient_gets_its_own_letter(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "letters.pdf"
    written = write(TOGETHER, snapshot, path)
    texts, entries = pages(path), outline(path)
    assert [title for title, _ in entries] == [each.name for each in snapshot.recipients]
    starts = [start for _, start in entries] + [len(texts)]
    for recipient, first, end in zip(snapshot.recipients, starts, starts[1:], strict=False):
        letter = " ".join(texts[first:end])
        assert " ".join(recipient.address.split()) in letter
        assert all(line.name in letter for line in snapshot.printed if line.name.isascii())
    assert (written.documents, written.pages, written.lines) == (
        len(entries),
        len(texts),
        len(snapshot.printed),
    )


def test_separate_letters_have_an_index_that_says_whose_they_are(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    write(SEPARATE, snapshot, folder)
    lines = (folder / index.NAME).read_text(encoding="utf-8").splitlines()[3:]
    entries = [line.split("\t") for line in lines]
    assert [entry[1] for entry in entries] == [each.name for each in snapshot.recipients]
    for (_, name, count, file, _), recipient in zip(entries, snapshot.recipients, strict=True):
        texts = pages(folder / file)
        assert len(texts) == int(count)
        assert outline(folder / file) == [(name, 0)]
        assert " ".join(recipient.address.split()) in texts[0]
    assert {path.name for path in folder.iterdir()} == {
        index.NAME,
        *(entry[3] for entry in entries),
    }


def test_recipients_of_one_name_keep_their_own_files(snapshot: Snapshot, tmp_path: Path) -> None:
    twin = replace(snapshot.recipients[0], name="A/B")
    selection = replace(snapshot.selection, recipients=[twin, replace(twin, id=99, name="A\\B")])
    folder = tmp_path / "letters"
    write(SEPARATE, replace(snapshot, selection=selection), folder)
    assert sorted(path.name for path in folder.iterdir()) == ["1 A-B.pdf", "2 A-B.pdf", index.NAME]


def test_separate_letters_replace_those_of_an_earlier_run(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    write(SEPARATE, snapshot, folder)
    fewer = replace(snapshot.selection, recipients=snapshot.recipients[:2])
    write(SEPARATE, replace(snapshot, selection=fewer), folder)
    assert len([*folder.glob("*.pdf")]) == 2


def test_a_folder_with_anything_else_is_left_alone(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UnwritableFile, match=r"mine\.txt"):
        write(SEPARATE, snapshot, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("steps", [1, 5])
def test_a_cancelled_run_leaves_the_old_file(
    snapshot: Snapshot, tmp_path: Path, steps: int
) -> None:
    path, folder = tmp_path / "letters.pdf", tmp_path / "letters"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write(TOGETHER, snapshot, path, StopAfter(steps))
    with pytest.raises(Cancelled):
        write(SEPARATE, snapshot, folder, StopAfter(steps))
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_sign_on_that_a_recipient_must_not_see_is_not_in_its_letter(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    first = snapshot.recipients[0]
    shy = next(line for line in snapshot.printed if line.organisation == "Dark Harbour Alliance")
    lines = [
        line._replace(never_to=frozenset({first.id})) if line is shy else line
        for line in snapshot.signatories
    ]
    folder = tmp_path / "letters"
    write(SEPARATE, replace(snapshot, signatories=tuple(lines)), folder)
    with_name = [
        path.name for path in sorted(folder.glob("*.pdf")) if shy.name in " ".join(pages(path))
    ]
    assert len(with_name) == len(snapshot.recipients) - 1
    assert not with_name[0].startswith("01")


def test_letters_that_only_count_their_signatories_name_none(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    counted = replace(snapshot, block=replace(snapshot.block, place=Place.COUNT_ONLY))
    written = write(TOGETHER, counted, tmp_path / "letters.pdf")
    assert (written.documents, written.lines) == (len(snapshot.recipients), 0)
    texts = " ".join(pages(tmp_path / "letters.pdf"))
    assert not [line.name for line in snapshot.printed if line.name and line.name in texts]


def test_a_letter_that_shows_only_the_signatories_of_its_recipient_counts_those(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    first, *others = snapshot.printed
    own = replace(
        snapshot,
        signatories=(first._replace(country_code=snapshot.recipients[0].country), *others),
        block=replace(snapshot.block, reduced=Reduced("country")),
        limit=1,
    )
    written = write(TOGETHER, own, tmp_path / "letters.pdf")
    assert (written.documents, written.lines) == (1, 1)
    texts = " ".join(pages(tmp_path / "letters.pdf"))
    assert first.name in texts
    assert not [line.name for line in others if line.name and line.name in texts]

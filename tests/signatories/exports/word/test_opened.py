"""Word documents as another program opens them: LibreOffice, where it is installed."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from signatories.block.settings import Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form
from tests.office import converted, opened_by
from tests.printed import pages_of
from tests.products import write

opened = opened_by("Writer")


@opened
@pytest.mark.parametrize("columns", [1, 2])
def test_letters_have_the_pages_of_the_pdf_and_every_name(
    snapshot: Snapshot, tmp_path: Path, columns: int
) -> None:
    text = replace(snapshot.text, body=snapshot.text.body * 5)
    block = replace(snapshot.block, layout=Layout(columns=columns))
    few = replace(snapshot, limit=4, text=text, block=block)
    write(exporter("letters", "docx"), few, tmp_path / "letters.docx")
    written = write(exporter("letters", "pdf"), few, tmp_path / "ours.pdf")
    pages = pages_of(converted(tmp_path / "letters.docx"))
    assert len(pages) == written.pages
    begins = [number for number, page in enumerate(pages) if few.text.reference in page]
    assert len(begins) == len(few.recipients)
    for recipient, (start, end) in zip(
        few.recipients, pairwise([*begins, len(pages)]), strict=True
    ):
        letter = " ".join(pages[start:end])
        assert " ".join(recipient.address.split()) in letter
        assert not [
            line.name for line in few.printed if line.name.isascii() and line.name not in letter
        ]
        assert end - start > 2
        for number, page in enumerate(pages[start + 1 : end], start=2):
            assert f"Page {number} of {end - start}" in page


@opened
@pytest.mark.parametrize("form", [Form.LINES, Form.TABLE], ids=lambda form: form.value)
def test_a_list_in_columns_or_as_a_table_opens(
    snapshot: Snapshot, tmp_path: Path, form: Form
) -> None:
    block = replace(snapshot.block, layout=Layout(form, columns=1 if form is Form.TABLE else 2))
    write(exporter("block", "docx"), replace(snapshot, block=block), tmp_path / "block.docx")
    text = " ".join(pages_of(converted(tmp_path / "block.docx")))
    bodies = [line.organisation for line in snapshot.printed if line.organisation.isascii()]
    assert len(bodies) > 3
    assert not [body for body in bodies if body not in text]


@pytest.mark.parametrize("product", ["letters", "block"])
def test_nothing_of_the_template_is_told_of_a_document(
    snapshot: Snapshot, tmp_path: Path, product: str
) -> None:
    moment = dt.datetime(2026, 10, 5, 12, 30, tzinfo=dt.UTC)
    path = tmp_path / "made.docx"
    write(exporter(product, "docx"), replace(snapshot, taken_at=moment, limit=1), path)
    properties = docx.Document(str(path)).core_properties
    assert (properties.title, properties.comments) == (snapshot.text.title, "")
    assert properties.created == properties.modified == moment
    with ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]

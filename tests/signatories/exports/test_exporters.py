"""The table of exporters, and what each of them brings along."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from signatories.errors import Refused
from signatories.exports import EXPORTERS, Exporter, Written, exporter
from signatories.exports.text import listing
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from tests.products import write

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("openpyxl", "reportlab", "pypdfium2", "docx")


@pytest.mark.parametrize("each", EXPORTERS, ids=lambda each: f"{each.title}, {each.variant}")
def test_each_is_found_by_its_product_and_format(each: Exporter) -> None:
    assert exporter(each.product, each.format, separate=each.separate) is each


@pytest.mark.parametrize(
    ("product", "format_", "separate", "words"),
    [
        (
            "letters",
            "odt",
            False,
            "There is: letters (pdf), letters (docx), letters (html), letters (txt), block",
        ),
        ("flags", "pdf", True, "There is: letters (pdf)"),
        ("block", "pdf", True, "Only letters can be made one by one"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    product: str, format_: str, separate: bool, words: str
) -> None:
    with pytest.raises(Refused) as refusal:
        exporter(product, format_, separate=separate)
    assert words in str(refusal.value)


def write_nothing(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Forget every line but one."""
    return Written(documents=1, lines=1)


def test_what_does_not_show_all_that_the_letter_says_leaves_no_file(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "write", write_nothing)
    with pytest.raises(Refused, match="not what the letter says"):
        write(exporter("block", "txt"), snapshot, tmp_path / "block.txt")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "txt"])
def test_letters_that_show_one_recipient_a_line_too_many_leave_no_file(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    first, *others = snapshot.printed
    hidden = first._replace(never_to=frozenset({snapshot.recipients[1].id}))
    given = replace(snapshot, signatories=(hidden, *others), limit=3)
    letters = exporter("letters", format_)
    assert write(letters, given, tmp_path / "good").in_letters == 3 * len(others) + 2
    monkeypatch.setattr(Snapshot, "signatories_for", lambda self, _: self.signatories)
    with pytest.raises(Refused, match="not what the letter says"):
        write(letters, given, tmp_path / "letters")
    assert [each.name for each in tmp_path.iterdir()] == ["good"]


@pytest.mark.parametrize(
    ("product", "format_", "brought"),
    [
        ("letters", "pdf", {"reportlab", "pypdfium2"}),
        ("letters", "docx", {"docx"}),
        ("letters", "html", set()),
        ("letters", "txt", set()),
        ("block", "pdf", {"reportlab", "pypdfium2"}),
        ("block", "xlsx", {"openpyxl"}),
        ("block", "txt", set()),
        ("block", "html", set()),
        ("annex", "docx", {"docx"}),
        ("letters", "xlsx", {"openpyxl"}),
        ("sign-ons", "xlsx", {"openpyxl"}),
        ("labels-l7159", "pdf", {"reportlab", "pypdfium2"}),
        ("cover", "txt", set()),
    ],
)
def test_each_brings_only_the_libraries_that_it_needs(
    product: str, format_: str, brought: set[str]
) -> None:
    code = (
        "import sys; from signatories.exports import exporter; "
        f"exporter({product!r}, {format_!r}).load(); "
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == brought

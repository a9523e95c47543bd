"""Times the merge beside what a programmer would write with ReportLab's own paragraphs.

    .venv/bin/python tests/benchmarks/merge.py [RECIPIENTS ...]

Both make one A4 letter for each recipient, with 11 lines below, from the same invented data, each as a process of its
own: ours reads a workspace, checks, records the run and opens the file again. Printed are medians of the runs in turn:
CPU seconds, letters a second, peak memory, and the ratio of the two. Quote the ratio: machines differ.
"""

import sys
import tempfile
from pathlib import Path

from measuring import measure, median
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from signatories import letters, organisations, people, recipients, sign_ons
from signatories.database import Database
from signatories.letter_files import LetterFile
from signatories.typesetting import fonts

RUNS = 5
SIZES = (200, 2_000)
LINES = 11
SALUTATION = "Your Excellency,"
PARAGRAPHS = (
    (
        "In May it was ten years since the protocol was adopted. Since then it has won the support of most States, and "
        "it has led to changes in the lives of children around the world, as governments have taken legal and other "
        "measures to protect them, to punish offenders, and to help those who were harmed."
    ),
    (
        "We regret that {country} has not yet ratified this instrument. We urge your government to do so as soon as "
        "possible, and to make use of the coming session of the General Assembly to deposit its instrument of "
        "ratification or accession, or to commit itself in public to do so within two years."
    ),
    (
        "We hope that with your help the world’s nations will soon have one rule for all children. The organisations "
        "below will be glad to help your ministries with advice and experience from other countries."
    ),
    "Thank you for your consideration.",
)
CLOSING = "Sincerely yours,"


def country(number: int) -> str:
    """An invented country."""
    return f"the Republic of Novaterra {number}"


def line(number: int) -> tuple[str, str]:
    """An invented person and organisation."""
    return f"Hélène Trochut-{number} Grassi", f"World Council of Children’s Houses {number} (WCCH)"


def make_workspace(path: Path, count: int) -> None:
    """A letter with sign-ons confirmed, and so many recipients."""
    body = "\n\n".join(PARAGRAPHS).replace("{country}", "{{ recipient.name }}")
    file = LetterFile(
        title="Benchmark", place="Geneva", salutation=SALUTATION, closing=CLOSING, body=body
    )
    with Database.open(path, create=True) as database:
        with database.work("Add the letter") as unit:
            letter_id = letters.add(unit.session, file).id
            for number in range(LINES):
                _add_sign_on(unit.session, letter_id, number)
            sign_ons.confirm(unit.session, letter_id, sign_ons.Proof("benchmark"))
        with database.work("Add the recipients") as unit:
            for number in range(count):
                recipients.add(
                    unit.session, letter_id, recipients.RecipientDraft(name=country(number))
                )


def _add_sign_on(session, letter_id: int, number: int) -> None:
    name, body = line(number)
    organisation = organisations.add(session, organisations.OrganisationDraft(name=body))
    person = people.add(session, people.PersonDraft(name=name, organisation_id=organisation.id))
    sign_ons.add(session, letter_id, organisation_id=organisation.id, signer_id=person.id)


def write_plainly(path: Path, count: int) -> None:
    """The peer: the same letters as ReportLab's user guide would make them."""
    pdfmetrics.registerFont(TTFont("Serif", str(fonts.SERIF.path)))
    style = ParagraphStyle("body", fontName="Serif", fontSize=11, leading=15, spaceAfter=7.5)
    story = []
    for number in range(count):
        texts = ["Geneva", country(number), SALUTATION, *PARAGRAPHS, CLOSING]
        texts += [", ".join(line(of)) for of in range(LINES)]
        story += [Paragraph(text.replace("{country}", country(number)), style) for text in texts]
        story.append(PageBreak())
    SimpleDocTemplate(str(path)).build(story)


def compare(folder: Path, count: int) -> None:
    """Time both at one size, in turn, and print a row."""
    workspace = folder / f"{count}.signatories"
    make_workspace(workspace, count)
    ours = [sys.executable, "-m", "signatories", "-w", str(workspace), "export", "letters"]
    ours += ["--letter", "1", "--format", "pdf", "-o", str(folder / "ours.pdf")]
    peer = [sys.executable, __file__, "--plainly", str(count), str(folder / "peer.pdf")]
    pairs = [(measure(ours), measure(peer)) for _ in range(RUNS)]
    mine, theirs = (median(list(runs)) for runs in zip(*pairs, strict=True))
    print(
        f"{count:>7} x {LINES} | {mine.cpu:8.2f} s {count / mine.cpu:8.0f} letters/s {mine.peak:6.0f} MB"
        f" | {theirs.cpu:8.2f} s {theirs.peak:6.0f} MB | {theirs.cpu / mine.cpu:5.1f} times"
    )


def main(arguments: list[str]) -> None:
    """Print the table, or be the peer."""
    if arguments[:1] == ["--plainly"]:
        write_plainly(Path(arguments[2]), int(arguments[1]))
        return
    print(
        "recipients   | ours: CPU, rate, peak memory              | ReportLab paragraphs | ours is faster"
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, arguments or SIZES):
            compare(Path(folder), count)


if __name__ == "__main__":
    main(sys.argv[1:])

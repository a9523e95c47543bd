"""The letters of a run: all in one PDF with an outline entry each, or one file each with an index."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from signatories.exports import Written, index, pdf
from signatories.exports.checks.reading_back import check_letters
from signatories.exports.checks.reopening import Stretch, check_pdf, reopened
from signatories.exports.checks.tally import Tally
from signatories.exports.naming import LetterNames
from signatories.exports.pages.duplex import Backs
from signatories.merge.languages import in_their_languages
from signatories.merge.letters import Letters
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.typesetting.pages import Document

_LOT = 64  # letters


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write every recipient's letter into one file."""
    tally, made, backs = Tally(), Letters(snapshot), Backs()
    letters = made.documents(snapshot.recipients)
    if snapshot.run.duplex:
        letters = backs.added(letters)
    documents = _counted(letters, snapshot, made, tally)
    pdf.write(path, _in_lots(documents), about(snapshot), progress, len(snapshot.recipients))
    with reopened(path) as file:
        file.check(tally.starts, tally.pages)
        where = partial(_stretch, path, tally, backs)
        check_letters(snapshot, where, lambda _: nullcontext(file))
    return replace(_written(tally, made, snapshot), blank=len(backs.after))


def write_separately(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write a file for every recipient and an index into a folder.

    Raises Refused for a pattern of names that cannot be read.
    """
    tally, made, names = Tally(), Letters(snapshot), LetterNames(snapshot)
    parts = in_their_languages(snapshot)
    recipients = snapshot.recipients
    entries: list[index.Entry] = []
    stretches: list[Stretch] = []
    documents = _counted(made.documents(recipients), snapshot, made, tally)
    for done, (recipient, document) in enumerate(zip(recipients, documents, strict=True), 1):
        number, file = names.take(recipient, ".pdf")
        pdf.write(path / file, [document], about(parts.of(recipient), document.title))
        pages = tally.pages - tally.starts[-1]
        check_pdf(path / file, [0], pages)
        entries.append(index.Entry(number, document.title, pages, file))
        stretches.append(Stretch(path / file, 0, pages))
        progress.report(done, len(recipients), item=document.title)
    check_letters(snapshot, stretches.__getitem__)
    index.write(path, entries)
    return _written(tally, made, snapshot)


def about(snapshot: Snapshot, recipient: str = "") -> pdf.About:
    """What the PDF of a snapshot says about itself."""
    text = snapshot.text
    return pdf.About(
        title=f"{text.title} – {recipient}" if recipient else text.title,
        author=text.letterhead[0] if text.letterhead else "",
        subject=text.subject,
        language=text.language,
        made=snapshot.taken_at,
        archive=snapshot.run.archive,
    )


def _counted(
    letters: Iterable[Document], snapshot: Snapshot, made: Letters, tally: Tally
) -> Iterator[Document]:
    """The letters in printing order, each counted when it comes."""
    for recipient, letter in zip(snapshot.recipients, letters, strict=True):
        yield tally.add(letter, made.shown(recipient))


def _stretch(path: Path, tally: Tally, backs: Backs, place: int) -> Stretch:
    """The pages of the letter of that place, from 0, but for a blank back."""
    first, end = [*tally.starts, tally.pages][place : place + 2]
    return Stretch(path, first, end - first - (place in backs.after))


def _in_lots(documents: Iterator[Document]) -> Iterator[Document]:
    """The same, many made before the first is written: a tenth faster, as the processor keeps at hand what it needs."""
    while lot := list(islice(documents, _LOT)):
        yield from lot


def _written(tally: Tally, made: Letters, snapshot: Snapshot) -> Written:
    in_letters = sum(len(made.shown(recipient)) for recipient in snapshot.recipients)
    return Written(
        tally.documents, len(tally.shown), tally.pages, made.misfits(), in_letters=in_letters
    )

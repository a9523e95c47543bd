"""The letters of a run: all in one PDF with an outline entry each, or one file each with an index."""

from collections.abc import Iterator
from pathlib import Path

from signatories.exports import Written, index, pdf
from signatories.exports.naming import FileNames
from signatories.exports.reopening import check_pdf
from signatories.exports.swapping import replacing_file, replacing_folder
from signatories.exports.tally import Tally
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.typesetting.pages import Document


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write every recipient's letter into one file."""
    tally = Tally()
    documents = _documents(snapshot, tally)
    with replacing_file(path) as beside:
        pdf.write(beside, documents, about(snapshot), progress, len(snapshot.recipients))
        check_pdf(beside, tally.starts, tally.pages)
    return _written(tally, (path,))


def write_separately(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write a folder with a file for every recipient and an index; only an empty folder or one of ours is replaced."""
    index.refuse_others(path)
    tally, names = Tally(), FileNames()
    total = len(snapshot.recipients)
    entries: list[index.Entry] = []
    with replacing_folder(path) as beside:
        for number, document in enumerate(_documents(snapshot, tally), start=1):
            file = names.take(f"{number:0{len(str(total))}} {document.title}", ".pdf")
            pdf.write(beside / file, [document], about(snapshot, document.title))
            check_pdf(beside / file, [0], len(document.pages))
            entries.append(index.Entry(number, document.title, len(document.pages), file))
            progress.report(number, total, document.title)
        index.write(beside, entries)
    return _written(tally, tuple(path / name for name in (index.NAME, *_files(entries))))


def about(snapshot: Snapshot, recipient: str = "") -> pdf.About:
    """What the PDF of a snapshot says about itself."""
    text = snapshot.text
    return pdf.About(
        title=f"{text.title} – {recipient}" if recipient else text.title,
        author=text.letterhead[0] if text.letterhead else "",
        subject=text.subject,
        language=text.language,
        made=snapshot.taken_at,
    )


def _documents(snapshot: Snapshot, tally: Tally) -> Iterator[Document]:
    """The letters in printing order, each counted when it comes."""
    pages = LetterPages(snapshot)
    for recipient in snapshot.recipients:
        document = pages.document(recipient)
        tally.add(document, snapshot.signatories_for(recipient))
        yield document


def _files(entries: list[index.Entry]) -> list[str]:
    return [entry.file for entry in entries]


def _written(tally: Tally, files: tuple[Path, ...]) -> Written:
    return Written(
        files=files,
        documents=tally.documents,
        pages=tally.pages,
        recipients=tally.documents,
        lines=len(tally.shown),
    )

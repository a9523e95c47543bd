"""The list of signatories as a web page."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as reader

from signatories.block.settings import BlockSettings, Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.progress import Cancelled
from signatories.typesetting.images import Image
from tests.products import write

PAGE = exporter("block", "html")


def test_it_is_one_document_that_needs_no_other_file(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "block.html"
    titled = replace(snapshot, text=replace(snapshot.text, title="Us & <them>"))
    written = write(PAGE, titled, path)
    page = reader.document_fromstring(path.read_text(encoding="utf-8"))
    assert page.findtext("head/title") == "Us & <them>"
    assert page.get("lang") == snapshot.text.language
    assert not page.xpath("//script | //link | //img")
    items = [item.text_content() for item in page.xpath("//li")]
    assert items == [line.line for line in snapshot.printed]
    assert written.lines == len(items)


def test_figures_alone_run_as_their_page_does(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "letters.html"
    body = "12 - 15\n\nTwelve\n\n# 3 - 4\n"
    text = replace(snapshot.text, language="ar", body=body, letterhead=("+41 22",))
    write(exporter("letters", "html"), replace(snapshot, text=text, limit=1), path)
    page = reader.document_fromstring(path.read_text(encoding="utf-8"))
    said = {item.text: item.get("dir") for item in page.xpath("//p | //h2") if item.text}
    wanted = {"12 - 15": None, "Twelve": "auto", "3 - 4": None, "+41 22": None}
    assert {text: said[text] for text in wanted} == wanted
    assert page.xpath("//article/@dir") == ["rtl"]


def test_who_is_in_the_letters_only_is_in_their_annex_and_on_no_public_list(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    shy, unseen, *others = snapshot.signatories
    recipient = snapshot.recipients[0].id
    lines = (shy._replace(unlisted=True), unseen._replace(never_to=frozenset({recipient})), *others)
    given = replace(snapshot, signatories=lines)
    shown = {}
    for product in ("block", "annex"):
        path = tmp_path / f"{product}.html"
        write(exporter(product, "html"), given, path)
        shown[product] = path.read_text(encoding="utf-8")
    assert shy.name not in shown["block"]
    assert unseen.name in shown["block"]
    assert shy.name in shown["annex"]
    assert unseen.name not in shown["annex"]


def test_no_scanned_signature_is_on_the_public_list(snapshot: Snapshot, tmp_path: Path) -> None:
    image = Image("d1", "image/png", b"\x89PNG", 10, 10)
    line = snapshot.signatories[0]._replace(signature="d1")
    block = BlockSettings(layout=Layout(signatures=True))
    given = replace(snapshot, signatories=(line,), block=block, images={"d1": image})
    shown = {}
    for product in ("block", "annex"):
        write(exporter(product, "html"), given, tmp_path / "list.html")
        page = reader.document_fromstring((tmp_path / "list.html").read_text(encoding="utf-8"))
        shown[product] = len(page.xpath("//img"))
    assert shown == {"block": 0, "annex": 1}


def test_a_list_that_letters_only_count_is_shown_whole(snapshot: Snapshot, tmp_path: Path) -> None:
    counted = replace(snapshot, block=BlockSettings(place=Place.COUNT_ONLY, limit=1))
    written = write(PAGE, counted, tmp_path / "block.html")
    assert written.lines == len(snapshot.printed)


def test_a_cancelled_page_leaves_the_old_one(snapshot: Snapshot, tmp_path: Path) -> None:
    class Stop:
        def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
            raise Cancelled

    path = tmp_path / "block.html"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write(PAGE, snapshot, path, Stop())
    assert [*tmp_path.iterdir()] == [path]
    assert path.read_text() == "old"

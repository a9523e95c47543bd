"""Documents held against the list that they must show."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from signatories.block.settings import Layout
from signatories.errors import Refused
from signatories.exports.checks.tally import Tally
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import A4, Document
from signatories.typesetting.styles import Direction, ParagraphStyle, TextStyle

BODY = "Since then it has won the support of most States, and led to changes in many lives. " * 99
NAMES = (
    "Anna Berg, Peace Trust",
    "Carla Dominguez¹, Casa Abierta",
    "Ėglė Ūsaitė, Vaikų fondas",
    "河上さくら、川の会",
    "Union 12, " + "the very long name of an organisation that goes on to a second line " * 2,
    "Harbour",
)
REORDERED = ("ليلى حداد، جمعية النهر", "נועה ברקוביץ, Director, רשת (RST) 12")


@pytest.fixture(scope="module")
def shown(snapshot: Snapshot) -> dict[int, str]:
    return {line.sign_on_id: line.line for line in snapshot.printed}


@pytest.fixture(scope="module")
def document(snapshot: Snapshot) -> Document:
    return LetterPages(snapshot).document(snapshot.recipients[0])


def test_it_counts_documents_pages_and_lines(document: Document, shown: dict[int, str]) -> None:
    tally = Tally()
    for _ in range(3):
        tally.add(document, shown)
    assert (tally.documents, tally.pages) == (3, 3 * len(document.pages))
    assert tally.starts == [0, len(document.pages), 2 * len(document.pages)]
    assert tally.shown == set(shown)


def test_a_letter_without_its_last_page_is_refused(
    document: Document, shown: dict[int, str]
) -> None:
    shortened = replace(document, pages=document.pages[:-1])
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(shortened, shown)


def test_a_line_that_the_pages_lack_is_refused(document: Document, shown: dict[int, str]) -> None:
    with pytest.raises(Refused, match="lack a part of the list"):
        Tally().add(document, shown | {99: "Ŵŵŷẁ"})
    Tally().add(document, shown | {99: ""})


def test_a_line_that_goes_on_to_the_next_numbered_page_is_found(snapshot: Snapshot) -> None:
    lines = tuple(
        snapshot.printed[0]._replace(sign_on_id=number, name="-".join(["Anna"] * 60))
        for number in range(60)
    )
    block = replace(snapshot.block, layout=Layout(form=Form.RUN_IN), groups=())
    made = LetterPages(replace(snapshot, signatories=lines, block=block))
    recipient = snapshot.recipients[0]
    tally = Tally()
    assert len(tally.add(made.document(recipient), made.shown(recipient)).pages) > 2
    assert len(tally.shown) == len(lines)


def test_each_list_is_held_against_its_own_document(
    document: Document, shown: dict[int, str]
) -> None:
    tally = Tally()
    for count in range(len(shown)):
        tally.add(document, dict(list(shown.items())[:count]))
    with pytest.raises(Refused, match="lack a part of the list"):
        tally.add(document, shown | {99: "Ŵŵŷẁ"})


def test_pages_that_are_yet_to_be_made_are_counted_while_they_are_walked(
    document: Document, shown: dict[int, str]
) -> None:
    tally = Tally()
    lazy = replace(document, pages=iter(document.pages))
    counted = tally.stream(lazy, told(shown))
    assert tuple(counted.pages) == document.pages
    assert (tally.documents, tally.pages, tally.starts) == (1, len(document.pages), [0])
    assert tally.streamed == len(shown)


def test_pages_that_end_too_early_are_refused_at_their_end(
    document: Document, shown: dict[int, str]
) -> None:
    lazy = replace(document, pages=iter(document.pages[:-1]))
    counted = Tally().stream(lazy, told(shown))
    with pytest.raises(Refused, match="lack a part of the list"):
        list(counted.pages)


def letter(*lines: str) -> Document:
    flow = [Paragraph((Span(text, TextStyle()),)) for text in (BODY, *lines)]
    return Document("Ghana", "en", Typesetter().pages(flow, A4))


def wanted(*lines: str) -> dict[int, str]:
    """Without the figures of footnotes, which no line has of itself."""
    return {number: line.replace("¹", "") for number, line in enumerate(lines, start=1)}


def told(lines: dict[int, str]) -> Callable[[], list[str]]:
    """All of them when the first page comes."""
    parts = iter([list(lines.values())])
    return lambda: next(parts, [])


def found(document: Document, lines: dict[int, str], lazy: bool) -> int:
    """How many lines a document shows, counted when it is made or while its pages are."""
    tally = Tally()
    if not lazy:
        tally.add(document, lines)
        return len(tally.shown)
    assert isinstance(document.pages, tuple)
    streamed = tally.stream(replace(document, pages=iter(document.pages)), told(lines))
    assert tuple(streamed.pages) == document.pages
    return tally.streamed


@pytest.mark.parametrize("lazy", [False, True])
@pytest.mark.parametrize("lines", [NAMES, REORDERED, (*NAMES, *REORDERED), (REORDERED[0], *NAMES)])
class TestLines:
    def test_are_found_whole(self, lines: tuple[str, ...], lazy: bool) -> None:
        assert found(letter(*lines), wanted(*lines), lazy) == len(lines)

    def test_are_missed_though_the_text_above_has_all_their_letters(
        self, lines: tuple[str, ...], lazy: bool
    ) -> None:
        for lacking in lines:
            document = letter(*(line for line in lines if line != lacking))
            with pytest.raises(Refused, match="for Ghana lack a part of the list"):
                found(document, wanted(*lines), lazy)


def test_lines_in_another_order_or_spelt_backwards_are_refused() -> None:
    for wrong in (NAMES[::-1], [name[::-1] for name in NAMES]):
        with pytest.raises(Refused):
            Tally().add(letter(*wrong), wanted(*NAMES))


def test_a_list_that_comes_again_is_looked_for_in_every_document() -> None:
    tally, lines = Tally(), wanted(*NAMES)
    for lead in ("", "", "one\ntwo", "one\ntwo", ""):
        tally.add(letter(lead, *NAMES), lines)
    with pytest.raises(Refused):
        tally.add(letter(*NAMES[:-1]), lines)


def test_a_list_that_comes_again_is_known_by_the_galley_that_shows_it() -> None:
    setter, tally, lines = Typesetter(), Tally(), wanted(*NAMES)
    block = setter.set([Paragraph((Span("\n".join(NAMES), TextStyle()),))], A4.measure)
    for name in ("Ghana", "Mali", "Peru"):
        greeting = Paragraph((Span(name, TextStyle()),))
        tally.add(Document(name, "en", setter.pages([greeting, block], A4)), lines)
    with pytest.raises(Refused):
        tally.add(Document("Togo", "en", setter.pages([greeting], A4)), lines)


def run_in(count: int, language: str, *others: str) -> tuple[Document, dict[int, str]]:
    """Lines after one another in one paragraph over several pages, every third with a footnote."""
    lines = [f"Organisation of towns {chr(65 + n % 26)}" for n in range(count)] + [*others]
    note = (Paragraph((Span("¹ A note", TextStyle()),)),)
    spans = [
        Span(f"{line}; ", TextStyle(), note if n % 3 == 0 else ()) for n, line in enumerate(lines)
    ]
    way = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    pages = Typesetter().pages([Paragraph(tuple(spans), ParagraphStyle(direction=way))], A4)
    return Document("Ghana", language, pages), dict(enumerate(lines))


@pytest.mark.parametrize("others", [(), REORDERED])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("lazy", [False, True])
def test_lines_of_one_paragraph_are_found_over_pages_amid_footnotes_and_other_directions(
    lazy: bool, language: str, others: tuple[str, ...]
) -> None:
    document, lines = run_in(500, language, *others)
    assert isinstance(document.pages, tuple)
    assert len(document.pages) > 2
    assert found(document, lines, lazy) == len(lines)
    with pytest.raises(Refused):
        found(document, lines | {999: "Ŵŵŷẁ"}, lazy)

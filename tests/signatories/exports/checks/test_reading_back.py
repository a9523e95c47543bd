"""Letters that a faulty writer spoils: none of them takes the place of what was there."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from signatories.block import wording
from signatories.block.settings import GroupSettings, Layout
from signatories.block.signatory import Signatory
from signatories.errors import UnwritableFile
from signatories.exports import exporter, pdf
from signatories.exports.checks import reading_back
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form, Grouping, Marker
from signatories.progress import SILENT, Progress
from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.galleys import Galley, Line
from signatories.typesetting.pages import Document, Page, Placed
from tests.products import write

TOGETHER = exporter("letters", "pdf")
SEPARATE = exporter("letters", "pdf", separate=True)
BODY = "We are {{ count.signatories }} and write to {{ recipient.name }} about 137 States.\n\n"
Spoil = Callable[[list[Document]], list[Document]]


@pytest.fixture
def long(snapshot: Snapshot) -> Snapshot:
    """Letters of several pages, whose text has figures."""
    return replace(snapshot, text=replace(snapshot.text, body=BODY * 30))


def plant(monkeypatch: pytest.MonkeyPatch, spoil: Spoil) -> None:
    """Have all PDFs spoiled after they were counted."""
    real = pdf.write

    def spoilt(
        path: Path,
        documents: list[Document],
        about: pdf.About,
        progress: Progress = SILENT,
        total: int | None = None,
    ) -> None:
        real(path, spoil(list(documents)), about, progress, total)

    monkeypatch.setattr(pdf, "write", spoilt)


def without(document: Document, is_dropped: Callable[[str], bool]) -> Document:
    """The document without such words."""

    def galley(whole: Galley) -> Galley:
        lines = (
            line._replace(words=tuple(word for word in line.words if not is_dropped(word.text)))
            if isinstance(line, Line)
            else line
            for line in whole.lines
        )
        return replace(whole, lines=tuple(lines))

    def page(whole: Page) -> Page:
        placed = (Placed(x, y, galley(shown), *rest) for x, y, shown, *rest in whole.placed)
        return whole._replace(placed=tuple(placed))

    return replace(document, pages=tuple(map(page, document.pages)))


def refused(snapshot: Snapshot, folder: Path) -> str:
    """What is said when letters are made, and that the old ones stay."""
    path = folder / "letters.pdf"
    path.write_text("old")
    with pytest.raises(UnwritableFile) as refusal:
        write(TOGETHER, snapshot, path)
    assert [file.read_text() for file in folder.iterdir()] == ["old"]
    return str(refusal.value)


def test_two_letters_that_change_places_are_found(
    long: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swap(letters: list[Document]) -> list[Document]:
        one, two = letters[1], letters[2]
        letters[1:3] = replace(one, pages=two.pages), replace(two, pages=one.pages)
        return letters

    plant(monkeypatch, swap)
    assert long.recipients[1].name in refused(long, tmp_path)


def test_of_long_letters_only_what_comes_before_the_text_is_read(
    long: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_back, "_MOST_PAGES", 1)
    assert write(TOGETHER, long, tmp_path / "good.pdf").documents == len(long.recipients)
    (tmp_path / "good.pdf").unlink()

    def swap(letters: list[Document]) -> list[Document]:
        one, two = letters[3], letters[5]
        letters[3], letters[5] = replace(one, pages=two.pages), replace(two, pages=one.pages)
        return letters

    plant(monkeypatch, swap)
    assert long.recipients[3].name in refused(long, tmp_path)


def test_an_address_of_several_pages_is_read_to_its_end(
    long: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_back, "_MOST_PAGES", 1)
    many = [
        replace(each, address="\n".join(f"{each.name} {line}" for line in range(90)))
        for each in long.recipients[:3]
    ]
    taken = replace(long, selection=replace(long.selection, recipients=many))
    assert write(TOGETHER, taken, tmp_path / "letters.pdf").documents == 3


def test_each_name_that_one_letter_lacks_is_found(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = replace(snapshot, limit=2)
    names = [line.name or line.organisation for line in some.printed]
    assert len(names) > 5
    left = iter(names)

    def drop(letters: list[Document]) -> list[Document]:
        name = next(left)
        return [letters[0], without(letters[1], lambda word: word.strip() and word in name)]

    plant(monkeypatch, drop)
    for _ in names:
        assert some.recipients[1].name in refused(some, tmp_path)


def listed(snapshot: Snapshot, lines: Iterable[Signatory]) -> Snapshot:
    """The same letters with another list, and without a count that would tell of it."""
    block = replace(snapshot.block, count_line=False, heading="")
    text = replace(snapshot.text, body="We write to {{ recipient.name }}.")
    return replace(snapshot, limit=3, signatories=tuple(lines), block=block, text=text)


def plant_letter(monkeypatch: pytest.MonkeyPatch, other: Snapshot) -> None:
    """Have the second letter made of another snapshot."""

    def exchange(letters: list[Document]) -> list[Document]:
        first, _, *more = letters
        return [first, LetterPages(other).document(other.recipients[1]), *more]

    plant(monkeypatch, exchange)


@pytest.mark.parametrize("place", [0, 3, -1])
@pytest.mark.parametrize("kind", ["withheld", "never to this one", "of nobody"])
def test_a_name_too_many_in_one_letter_is_found(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, place: int
) -> None:
    lines = list(snapshot.printed)
    second = snapshot.recipients[1]
    if kind == "of nobody":
        del lines[place]
    elif kind == "withheld":
        lines[place] = lines[place]._replace(withheld=True)
    else:
        lines[place] = lines[place]._replace(never_to=frozenset({second.id}))
    plant_letter(monkeypatch, listed(snapshot, snapshot.printed))
    assert second.name in refused(listed(snapshot, lines), tmp_path)


def test_a_name_in_the_place_of_another_is_found(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a name from right to left, too."""
    assert not all(runs_left_to_right(line.line) for line in snapshot.printed)
    first, second, *others = [line for line in snapshot.printed if line.organisation]
    exchanged = [
        first._replace(name=second.name, role=second.role),
        second._replace(name=first.name, role=first.role),
    ]
    for wrong in ([second, first], exchanged):
        plant_letter(monkeypatch, listed(snapshot, [*wrong, *others]))
        right = listed(snapshot, [first, second, *others])
        assert right.recipients[1].name in refused(right, tmp_path)


@pytest.mark.parametrize("columns", [1, 3])
@pytest.mark.parametrize("form", Form)
def test_good_lists_of_several_pages_are_found_good_in_any_form(
    snapshot: Snapshot, tmp_path: Path, form: Form, columns: int
) -> None:
    lines = [
        line._replace(sign_on_id=number, footnote=f"Note {number}" if number % 9 == 0 else "")
        for number, line in enumerate(snapshot.printed * 8)
    ]
    taken = listed(snapshot, lines)
    layout = replace(
        taken.block.layout, form=form, columns=columns, marker=Marker.NUMBERS, fill=Fill.ACROSS
    )
    taken = replace(taken, limit=1, block=replace(taken.block, layout=layout, groups=()))
    assert write(TOGETHER, taken, tmp_path / "letters.pdf").lines == len(lines)


def test_a_line_that_goes_on_below_footnotes_and_the_number_of_its_page_is_found_good(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    lines = [
        snapshot.printed[0]._replace(sign_on_id=number, name=name, footnote=f"Note {number}")
        for number in range(60)
        for name in ["-".join([f"Anna{number}"] * 60)]
    ]
    taken = listed(snapshot, lines)
    block = replace(taken.block, layout=Layout(form=Form.RUN_IN), groups=())
    written = write(TOGETHER, replace(taken, block=block), tmp_path / "letters.pdf")
    assert written.pages > 2 * written.documents


def test_the_heads_of_tables_come_again_on_each_page(snapshot: Snapshot, tmp_path: Path) -> None:
    """Each table has its own."""
    columns = [("number", "name"), ("name", "country"), ("number", "name", "country")]
    lines = [
        line._replace(sign_on_id=number, group=str(number % 3))
        for number, line in enumerate(sorted(snapshot.printed * 12))
    ]
    groups = tuple(
        GroupSettings(str(place), layout=Layout(form=Form.TABLE, table_columns=each))
        for place, each in enumerate(columns)
    )
    taken = listed(snapshot, lines)
    block = replace(taken.block, grouping=Grouping.GROUP, groups=groups)
    written = write(TOGETHER, replace(taken, limit=1, block=block), tmp_path / "letters.pdf")
    assert written.pages > 3


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ja"])
def test_headings_of_groups_come_again_on_each_page_and_nowhere_else(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    lines = [
        line._replace(sign_on_id=number, group=f"Group {number % 2}")
        for number, line in enumerate(sorted(snapshot.printed * 12))
    ]
    taken = listed(snapshot, lines)
    text = replace(taken.text, language=language)
    block = replace(taken.block, grouping=Grouping.GROUP, groups=())
    taken = replace(taken, limit=2, text=text, block=block)
    written = write(TOGETHER, taken, tmp_path / "letters.pdf")
    assert written.pages > 3 * written.documents
    (tmp_path / "letters.pdf").unlink()

    def halve(letters: list[Document]) -> list[Document]:
        return [letters[0], without(letters[1], wording.continued(language).strip().endswith)]

    plant(monkeypatch, halve)
    assert taken.recipients[1].name in refused(taken, tmp_path)


def test_numbers_of_points_and_of_quoted_points_are_no_more_than_is_told(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    body = "7. One\n8. Two\n\n   3. Within\n\n> 4. Quoted\n\n# Four\n\n- none"
    taken = replace(snapshot, limit=2, text=replace(snapshot.text, body=body))
    assert write(TOGETHER, taken, tmp_path / "letters.pdf").documents == 2


@pytest.mark.parametrize("dropped", ["137", "of", "Page"])
def test_figures_words_and_numbers_of_pages_that_are_lost_are_found(
    long: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dropped: str
) -> None:
    plant(monkeypatch, lambda letters: [without(one, lambda w: w == dropped) for one in letters])
    assert long.recipients[0].name in refused(long, tmp_path)


@pytest.mark.parametrize("language", ["ar", "de", "en", "fr", "he", "ja", "pl", "ru", "zh"])
def test_good_letters_of_several_pages_are_found_good_in_any_language(
    long: Snapshot, tmp_path: Path, language: str
) -> None:
    text = replace(long.text, language=language)
    written = write(TOGETHER, replace(long, text=text, limit=2), tmp_path / "letters.pdf")
    assert written.pages >= 2 * written.documents


def test_a_page_of_another_letter_is_found(
    long: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mix(letters: list[Document]) -> list[Document]:
        first, *others = letters
        _, *mine = first.pages
        theirs, *_ = others[-1].pages
        return [replace(first, pages=(theirs, *mine)), *others]

    plant(monkeypatch, mix)
    assert long.recipients[0].name in refused(long, tmp_path)


def test_separate_letters_are_read_back_too(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers, kept = count(), []

    def repeat(letters: list[Document]) -> list[Document]:
        kept.extend(letters)
        return kept[-2:-1] if next(numbers) == 3 else letters

    plant(monkeypatch, repeat)
    with pytest.raises(UnwritableFile, match=snapshot.recipients[3].name):
        write(SEPARATE, snapshot, tmp_path / "letters")
    assert not [*tmp_path.iterdir()]


def test_of_many_letters_those_that_differ_most_are_read(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = snapshot.recipients[0]
    many = [replace(first, id=number, name=f"Member {number:03}") for number in range(1, 81)]
    many[40] = replace(many[40], name="Łódź and all who live there")
    selection = replace(snapshot.selection, recipients=many)
    monkeypatch.setattr(reading_back, "_MOST", 4)
    plant(
        monkeypatch,
        lambda letters: [*letters[:40], without(letters[40], str.isalpha), *letters[41:]],
    )
    assert many[40].name in refused(replace(snapshot, selection=selection), tmp_path)

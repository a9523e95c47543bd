"""Letters in their recipients' languages: in every format, looked over before, and the same again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest

from signatories import letters, runs, undoing
from signatories.errors import NotFound
from signatories.exports import exporter
from signatories.exports.letter_texts import LetterTexts
from signatories.findings import Finding, Level, Spot, Tab
from signatories.letters import translations
from signatories.letters.translations import BEHIND
from signatories.merge.languages import as_written, by_language
from signatories.merge.letters import Letters
from signatories.merge.sampling import sample
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import Recipient, Run
from signatories.preflight import check
from signatories.runs import Request
from signatories.typesetting.pages import A4
from tests.factories import LETTER, Make
from tests.printed import pages_of

FRENCH = {
    "language": "fr",
    "body": "Nous écrivons au pays {{ recipient.country }}, le {{ letter.date }}.",
    "salutation": "Excellence,",
    "closing": "Nos salutations,",
}
ARABIC = {
    "language": "ar",
    "body": "نكتب إلى {{ recipient.country }} في {{ letter.date }}.",
    "salutation": "أصحاب السعادة،",
    "closing": "مع الاحترام،",
}
RECIPIENTS = {"Gabon": "French", "Ghana": "en", "Jordan": "ar", "Kenya": "", "Peru": "es"}
CODES = {"Gabon": "GA", "Ghana": "GH", "Jordan": "JO", "Kenya": "KE", "Peru": "PE"}
WORDS = {
    "Gabon": "Excellence",
    "Ghana": "Your",
    "Jordan": "السعادة",
    "Kenya": "Your",
    "Peru": "Your",
}


def translate(make: Make, *, declare: bool = True, **parts: str) -> None:
    with make.database.work("Translate") as unit:
        translations.put(unit.session, 1, replace(LETTER, **parts))
        if declare:
            translations.declare(unit.session, 1, parts["language"])


@pytest.fixture
def ready(make: Make) -> Make:
    """A letter confirmed in English, declared in French and Arabic, to five who read four languages."""
    body = "We write to {{ recipient.country }} on {{ letter.date }}."
    make.letter(body=body, salutation="Your Excellency,", sign_ons=2)
    for name, language in RECIPIENTS.items():
        make.recipient(name, letter=1, language=language, country=CODES[name])
    make.confirm(1)
    translate(make, **FRENCH)
    translate(make, **ARABIC)
    return make


def snapshot(make: Make, **choices: object) -> Snapshot:
    with make.database.reading() as session:
        return take(session, 1, Choices(**choices))


def look(make: Make) -> list[Finding]:
    with make.database.reading() as session:
        return runs.check(session, 1, Choices(), [exporter("letters", "pdf")])


def export(make: Make, path: Path, **request: object) -> runs.Outcome:
    return runs.make(make.database, 1, Choices(), Request("letters", target=path, **request))


def of_word(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def right_end(path: Path, page: int) -> float:
    """How far right the text of a page reaches, in points."""
    with pypdfium2.PdfDocument(path) as document:
        text = document[page].get_textpage()
        return max(text.get_rect(number)[2] for number in range(text.count_rects()))


READERS: dict[str, Callable[[Path], str]] = {"docx": of_word, "pdf": of_pdf}


@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "txt"])
class TestEveryFormat:
    def test_each_gets_its_own_language(self, ready: Make, tmp_path: Path, format_: str) -> None:
        """One file for each: its recipient's salutation and no other."""
        export(ready, tmp_path / "all", format=format_, separate=True)
        read = READERS.get(format_, lambda path: path.read_text(encoding="utf-8"))
        for name, words in WORDS.items():
            (path,) = (tmp_path / "all").glob(f"*{name}*")
            text = read(path)
            others = set(WORDS.values()) - {words}
            if (
                format_ != "pdf" or name != "Jordan"
            ):  # its letters come back in an order of their own
                assert words in text
            assert not any(other in text for other in others)

    def test_together_they_stand_in_their_order(
        self, ready: Make, tmp_path: Path, format_: str
    ) -> None:
        export(ready, tmp_path / f"all.{format_}", format=format_)
        read = READERS.get(format_, lambda path: path.read_text(encoding="utf-8"))
        text = read(tmp_path / f"all.{format_}")
        french, english = text.index("Excellence,"), text.index("Your Excellency,")
        assert french < english
        assert text.count("Your Excellency,") == 3
        assert "26 juillet 2010" in text

    def test_what_stands_above_a_translation_is_for_its_readers(
        self, ready: Make, tmp_path: Path, format_: str
    ) -> None:
        above = {"place": "Genève", "addressee": ("Mission",), "reference": "N/1"}
        translate(ready, declare=False, **FRENCH, **above)
        export(ready, tmp_path / f"all.{format_}", format=format_)
        read = READERS.get(format_, lambda path: path.read_text(encoding="utf-8"))
        text = read(tmp_path / f"all.{format_}")
        assert [text.count(each) for each in ("Genève, le", "Mission", "N/1")] == [1, 1, 1]
        assert text.count("Geneva, 26 July 2010") == 3


class TestPages:
    def test_dates_and_countries_are_in_the_language(self, ready: Make, tmp_path: Path) -> None:
        taken = snapshot(ready)
        told = {each.recipient.name: [*each.texts] for each in LetterTexts(taken).letters()}
        assert "Nous écrivons au pays le Gabon, le 26 juillet 2010." in told["Gabon"]
        assert "نكتب إلى الأردن في 26 يوليو 2010." in told["Jordan"]
        assert "We write to Peru on 26 July 2010." in told["Peru"]

    def test_each_document_says_its_language(self, ready: Make) -> None:
        taken = snapshot(ready)
        made = Letters(taken).documents(taken.recipients)
        assert [each.language for each in made] == ["fr", "en", "ar", "en", "en"]

    def test_many_are_made_in_their_order(self, ready: Make) -> None:
        taken = snapshot(ready)
        many = taken.recipients * 40  # more than are made at a time
        made = [each.title for each in Letters(taken).documents(many)]
        assert made == [each.name for each in many]

    def test_arabic_stands_at_the_right(self, ready: Make, tmp_path: Path) -> None:
        export(ready, tmp_path / "all.pdf", format="pdf")
        ends = [right_end(tmp_path / "all.pdf", page) for page in range(3)]
        margin = A4.width - A4.right
        assert ends[2] == pytest.approx(margin, abs=2)
        assert max(ends[:2]) < margin - 50


class TestChoosing:
    def test_who_is_named_gets_what_and_who_has_no_text(self, ready: Make) -> None:
        found = [each for each in look(ready) if each.place and each.place.field == "language"]
        assert [(each.level, str(each.message)) for each in found] == [
            (
                Level.WARNING,
                "“English (en)” goes to 1 recipient reading “es”, in which there is no text: Peru.",
            ),
            (
                Level.NOTE,
                "5 letters by language: English (en): 3, français (fr): 1, العربية (ar): 1.",
            ),
        ]

    def test_the_place_above_all_of_them_is_told(self, ready: Make) -> None:
        said = "“Geneva” stands above all of them: a translation may have a place of its own."
        (found,) = [each for each in look(ready) if str(each.message) == said]
        assert (found.level, found.place) == (Level.NOTE, Spot(Tab.TEXT, "place"))
        with ready.database.work("Place") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, 1))
            letters.update(unit.session, 1, replace(file, place=""))
        assert said not in [str(each.message) for each in look(ready)]

    def test_a_draft_is_left_out_and_said(self, ready: Make) -> None:
        translate(ready, declare=False, language="es", body="Escribimos.")
        assert [text.language for text in snapshot(ready).texts] == ["en", "fr", "ar"]
        said = "“English (en)” goes to 1 recipient reading “es”, a text that is not declared yet: Peru."
        assert said in [str(each.message) for each in look(ready)]

    def test_a_preview_has_the_drafts(self, ready: Make) -> None:
        translate(ready, declare=False, language="es", body="Escribimos.")
        taken = snapshot(ready, draft=True)
        assert {name: len(those) for name, those in by_language(taken).items()}["es"] == 1

    def test_whoever_writes_one_sees_it_as_its_readers_do(self, ready: Make) -> None:
        taken = snapshot(ready, draft=True)
        written = as_written(taken, replace(LETTER, language="fr", body="Autrement."))
        assert ([each.name for each in written.recipients], written.text.body) == (
            ["Gabon"],
            "Autrement.",
        )
        first = as_written(taken, replace(LETTER, body="Otherwise."))
        assert by_language(first).keys() == {"en", "fr", "ar"}

    def test_one_that_nobody_reads_is_shown_to_all(self, ready: Make) -> None:
        translate(ready, declare=False, language="de", body="Anders.")
        written = as_written(snapshot(ready, draft=True), replace(LETTER, language="de"))
        assert len(written.recipients) == 5

    def test_one_language_for_everybody(self, ready: Make) -> None:
        taken = snapshot(ready, language="FR")
        assert by_language(taken).keys() == {"fr"}
        with pytest.raises(NotFound, match=r"no declared text in “español \(es\)”"):
            snapshot(ready, language="es")

    def test_what_is_not_translated_is_told(self, ready: Make) -> None:
        with ready.database.work("Correct") as unit:
            first = letters.file_of(unit.session, letters.get(unit.session, 1))
            same = FRENCH | {"body": f"{first.body}\n\nEncore."}
            translations.put(unit.session, 1, replace(LETTER, **same), spelling="a word")
        told = [str(each.message) for each in look(ready)]
        assert any(
            each.startswith("In “français (fr)”: Still as in the first text") for each in told
        )

    @pytest.mark.parametrize("language", [None, "fr"])
    def test_what_was_declared_behind_the_first_text_is_told(
        self, ready: Make, language: str | None
    ) -> None:
        with ready.database.work("Change") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, 1))
            letters.update(unit.session, 1, replace(file, body="We write again."))
        ready.confirm(1)
        for each in ("fr", "ar"):
            with ready.database.work("Declare") as unit:
                translations.declare(unit.session, 1, each)
        found = check(snapshot(ready, language=language))
        behind = [each.place.language for each in found if each.message.key == BEHIND]
        assert behind == ([language] if language else ["fr", "ar"])

    def test_what_is_wrong_in_a_translation_says_in_which(self, ready: Make) -> None:
        wrong = FRENCH | {"body": "Nous écrivons à [nom] {{ recipient.Ref }}."}
        with ready.database.work("Give") as unit:
            unit.session.get_one(Recipient, 2).extra = {"Ref": "2"}
        with ready.database.work("Correct") as unit:
            translations.put(unit.session, 1, replace(LETTER, **wrong), spelling="a gap")
        told = {str(each.message) for each in look(ready) if each.level is not Level.NOTE}
        assert any(each.startswith("In “français (fr)”: The text says “[nom]”") for each in told)
        places = {
            each.place
            for each in look(ready)
            if str(each.message).startswith("In “français (fr)”: The t")
        }
        assert places == {Spot(Tab.TEXT, "body", language="fr")}
        gaps = [each for each in look(ready) if each.level is Level.ERROR]
        assert [each.names for each in gaps] == [("Gabon",)]

    def test_a_sample_has_the_first_of_each(self, ready: Make) -> None:
        picked = sample(snapshot(ready), 4)
        reasons = {each.recipient.name: [str(why) for why in each.reasons] for each in picked}
        assert "the first in “العربية (ar)”" in reasons["Jordan"]


class TestTheRecord:
    def test_it_says_how_many_are_in_which_language(self, ready: Make, tmp_path: Path) -> None:
        made = export(ready, tmp_path / "all.pdf", format="pdf")
        with ready.database.reading() as session:
            settings = session.get_one(Run, made.run_id).settings
        assert settings["languages"] == {"en": 3, "fr": 1, "ar": 1}

    @pytest.mark.parametrize("format_", ["pdf", "docx"])
    def test_it_makes_the_same_again(self, ready: Make, tmp_path: Path, format_: str) -> None:
        """Whatever became of the texts since."""
        made = export(ready, tmp_path / f"first.{format_}", format=format_)
        assert made.run_id is not None
        corrected = FRENCH | {"body": "Autrement, {{ recipient.country }}."}
        with ready.database.work("Correct") as unit:
            translations.put(unit.session, 1, replace(LETTER, **corrected), spelling="why not")
        with ready.database.work("Change") as unit:
            letters.update(unit.session, 1, replace(LETTER, body="Other."))
        again = runs.again(ready.database, made.run_id, tmp_path / f"second.{format_}")
        assert again.differences == ()

    def test_undoing_the_translations_prints_the_first_text(
        self, ready: Make, tmp_path: Path
    ) -> None:
        undoing.undo(ready.database)
        undoing.undo(ready.database)
        export(ready, tmp_path / "all.pdf", format="pdf")
        (jordan,) = [page for page in pages_of(tmp_path / "all.pdf") if "Jordan" in page]
        assert "Your Excellency" in jordan

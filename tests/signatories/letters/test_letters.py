"""A letter comes from a text file, is given back as one, and is found by its number or title."""

import datetime as dt
from dataclasses import replace

import pytest

from signatories import letters, recipients
from signatories.block.settings import BlockSettings, Layout, OrderRule
from signatories.errors import BadText, NotFound, Refused
from signatories.letters import text_file
from signatories.letters.run_settings import RunSettings
from signatories.letters.text_file import LetterFile
from signatories.models import ActKind, LetterStage, Order, Paper, Run
from signatories.undoing import undo
from tests.factories import LETTER, Make, content

FULL = LetterFile(
    title="To the missions",
    language="fr",
    place="Genève",
    date=dt.date(2010, 7, 26),
    paper=Paper.LETTER,
    letterhead=("Alliance inventée", "Rue 1, Genève"),
    reference="A/1 {{ recipient.name }}",
    addressee=("{{ recipient.person }}", "Genève"),
    subject="Le protocole",
    salutation="Excellence,",
    closing="Veuillez agréer,",
    enclosures=("Liste", "Texte"),
    cc=("Le Secrétaire général",),
    notes=("interne",),
    instrument="Protocole",
    recipients="name != Ghana",
    as_of=dt.date(2010, 7, 26),
    deadline=dt.date(2010, 7, 20),
    target=20,
    body="Un texte.\n\nUn autre, à {{ recipient.country }}.",
)


def find(make: Make, wanted: str) -> int:
    with make.database.reading() as session:
        return letters.find(session, wanted).id


def test_a_letter_comes_back_as_the_file_it_was(make: Make) -> None:
    with make.database.work("Add") as unit:
        made = letters.add(unit.session, FULL).id
    with make.database.reading() as session:
        given_back = letters.file_of(session, letters.get(session, made))
    assert given_back == FULL
    assert text_file.parse(text_file.write(given_back)) == FULL


def test_a_letter_without_a_language_is_english(make: Make) -> None:
    make.letter(language="")
    assert content(make.database)["letters"][0]["language"] == "en"


def test_an_instrument_that_is_not_there_yet_is_made_once(make: Make) -> None:
    make.letter(instrument="Protocol")
    make.letter(title="Another", instrument="protocol")
    assert [row["title"] for row in content(make.database)["instruments"]] == ["Protocol"]


def test_updating_with_the_same_file_changes_nothing(make: Make) -> None:
    letter = make.letter(where="name != Ghana", instrument="Protocol")
    with make.database.work("Change") as unit:
        file = letters.file_of(unit.session, letters.get(unit.session, letter))
        done = letters.update(unit.session, letter, file)
    assert (done.differences, unit.change_set_id) == ([], None)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [("", (dt.date(2010, 7, 20), 20)), ("target: 30\n", (dt.date(2010, 7, 20), 30))],
)
def test_a_deadline_that_a_file_does_not_name_stays(
    make: Make, lines: str, kept: tuple[object, ...]
) -> None:
    assert call_after(make, lines) == kept


def test_a_deadline_that_a_file_names_without_a_day_is_gone(make: Make) -> None:
    assert call_after(make, "deadline:\ntarget:\n") == (None, None)


def call_after(make: Make, lines: str) -> tuple[object, ...]:
    """Deadline and target of a letter that had both, with the text of another file."""
    with make.database.work("Change") as unit:
        letter = letters.add(unit.session, FULL)
        letters.update(unit.session, letter.id, text_file.parse(f"---\ntitle: T\n{lines}---\n"))
        return letter.deadline, letter.target


def test_an_instrument_without_a_table_is_said(make: Make) -> None:
    make.instrument("Protocol", acts={"GH": {ActKind.ACCESSION: dt.date(2005, 5, 1)}})
    with make.database.reading() as session:
        (said,) = letters.check_text(session, replace(LETTER, instrument="Protocl"))
        assert "“Protocl” has no table yet" in str(said)
        assert letters.check_text(session, replace(LETTER, instrument="protocol")) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ({"body": "To {{ recipent.name }}"}, "nearest one is “recipient.name”"),
        ({"subject": "{{ count.partys }}"}, "nearest one is “count.parties”"),
        ({"cc": ("{{ nobody }}",)}, "no field “nobody”"),
        ({"audience": "All of {{ nobody }}."}, "no field “nobody”"),
        ({"salutation": "{{ recipient.name"}, "not closed"),
        ({"recipients": "statsu != party"}, "nearest one is “status”"),
        ({"recipients": "status = partly"}, "nearest value is “party”"),
    ],
)
def test_what_cannot_be_understood_is_refused_whole(
    make: Make, text: dict[str, object], words: str
) -> None:
    with pytest.raises(BadText, match=words):
        make.letter(**{"where" if key == "recipients" else key: text[key] for key in text})
    assert content(make.database)["letters"] == []
    letter = make.letter()
    before = content(make.database)

    def update() -> None:
        with make.database.work("Change") as unit:
            letters.update(unit.session, letter, replace(LETTER, **text))

    with pytest.raises(BadText, match=words):
        update()
    assert content(make.database) == before


def test_errors_name_the_file_and_line(make: Make) -> None:
    file = text_file.parse("---\ntitle: T\nsubject: {{ x }}\n---\n\nText", "letter.md")
    with make.database.reading() as session, pytest.raises(BadText, match=r"letter\.md.*3"):
        letters.check_text(session, file, "letter.md")


def test_extra_columns_are_fields_too(make: Make) -> None:
    make.recipient("Ghana")
    with make.database.work("Fill a column") as unit:
        recipients.get(unit.session, 1).extra = {"table number": "5"}
    make.letter(body="At table {{ recipient.table number }}.")
    assert len(content(make.database)["letters"]) == 1


class TestFinding:
    def test_by_number_and_by_part_of_the_title(self, make: Make) -> None:
        first, second = make.letter(title="To the missions"), make.letter(title="Thank you, Élodie")
        assert find(make, "1") == first
        assert find(make, "thank") == second
        assert find(make, "ÉLODIE") == second

    def test_a_number_in_a_title_is_a_title_where_no_letter_has_it(self, make: Make) -> None:
        letter = make.letter(title="After 2010")
        assert find(make, "2010") == letter

    def test_a_whole_title_comes_before_a_part(self, make: Make) -> None:
        make.letter(title="To the missions again")
        exact = make.letter(title="To the missions")
        assert find(make, "to the MISSIONS") == exact

    def test_several_are_named(self, make: Make) -> None:
        make.letter(title="To the missions")
        make.letter(title="To the editors")
        with pytest.raises(Refused, match="1 “To the missions”, 2 “To the editors”"):
            find(make, "to the")

    @pytest.mark.parametrize("wanted", ["2", "thanks", "", " ", "9" * 30, "²"])
    def test_none_is_named(self, make: Make, wanted: str) -> None:
        make.letter()
        with pytest.raises(NotFound, match=f"no letter “{wanted}”"):
            find(make, wanted)


class TestRemoving:
    def remove(self, make: Make, *ids: int) -> None:
        with make.database.work("Remove") as unit:
            letters.remove(unit.session, ids)

    def test_versions_and_texts_go_along(self, make: Make) -> None:
        self.remove(make, make.letter())
        assert not any(content(make.database).values())

    def test_what_has_answers_or_recipients_stays(self, make: Make) -> None:
        for letter in (make.letter(sign_ons=1), make.letter(recipients=1)):
            with pytest.raises(Refused, match="“To the missions” has sign-ons, recipients or runs"):
                self.remove(make, letter)

    def test_what_was_run_stays(self, make: Make) -> None:
        letter = make.letter()
        with make.database.writing() as session:
            moment = dt.datetime.now(dt.UTC)
            run = Run(letter_id=letter, version_number=1, at=moment, actor="", product="letters")
            session.add(run)
        with pytest.raises(Refused):
            self.remove(make, letter)


def test_the_settings_of_a_block_are_kept_with_the_letter(make: Make) -> None:
    letter = make.letter()
    settings = BlockSettings(order=OrderRule(Order.FAMILY), heading="Signed")
    with make.database.work("Change the block") as unit:
        letters.set_block(unit.session, letter, settings)
    with make.database.reading() as session:
        assert letters.block_of(letters.get(session, letter)) == settings


def test_how_runs_are_made_is_kept_with_the_letter(make: Make) -> None:
    letter = make.letter()
    moment = dt.datetime(2010, 7, 26, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    settings = RunSettings(naming="{number}", letterhead=False, archive=True, not_before=moment)
    with make.database.reading() as session:
        assert letters.run_settings_of(letters.get(session, letter)) == RunSettings()
    with make.database.work("Change the run") as unit:
        letters.set_run_settings(unit.session, letter, settings)
    with make.database.reading() as session:
        assert letters.run_settings_of(letters.get(session, letter)) == settings
    undo(make.database)
    assert content(make.database)["letters"][0]["run"] == {}


def test_a_block_names_only_what_there_is(make: Make) -> None:
    """Any other field or column would end the next run in an error."""
    letter = make.letter()
    settings = BlockSettings(layout=Layout(pattern="{name}, {constituency}, {contry}"))
    with (
        pytest.raises(Refused, match=r"“contry”.*nearest one is “country”"),
        make.database.work("Change the block") as unit,
    ):
        letters.set_block(unit.session, letter, settings)
    assert content(make.database)["letters"][0]["block"] == {}


def test_only_a_letter_that_was_opened_is_closed(make: Make) -> None:
    letter = make.letter(sign_ons=1)
    with pytest.raises(Refused, match="leaves the draft"), make.database.work("Close") as unit:
        letters.set_stage(unit.session, letter, LetterStage.CLOSED)
    make.confirm(letter)
    with make.database.work("Close") as unit:
        letters.set_stage(unit.session, letter, LetterStage.CLOSED)
    with pytest.raises(Refused, match="never goes back"), make.database.work("Back") as unit:
        letters.set_stage(unit.session, letter, LetterStage.DRAFT)


class TestPaper:
    def paper(self, make: Make, letter: int) -> Paper | None:
        with make.database.reading() as session:
            return letters.file_of(session, letters.get(session, letter)).paper

    def give(self, make: Make, letter: int, paper: Paper | None) -> bool:
        """Whether a next version was made of it."""
        with make.database.work("Change") as unit:
            file = replace(LETTER, paper=paper)
            return letters.update(unit.session, letter, file).next_version

    def test_it_is_a4_in_a_new_workspace_and_then_that_of_the_latest_letter(
        self, make: Make
    ) -> None:
        assert self.paper(make, make.letter()) is Paper.A4
        make.letter(paper=Paper.LETTER)
        assert self.paper(make, make.letter()) is Paper.LETTER
        assert self.paper(make, make.letter(paper=Paper.A4)) is Paper.A4
        assert self.paper(make, 1) is Paper.A4

    def test_it_is_free_while_the_words_are_frozen_and_taken_back_with_undo(
        self, make: Make
    ) -> None:
        letter = make.letter(sign_ons=1)
        make.confirm(letter)
        assert not self.give(make, letter, Paper.LETTER)
        assert self.paper(make, letter) is Paper.LETTER
        undone = undo(make.database)
        assert self.paper(make, letter) is Paper.A4
        undo(make.database, undone.change_set_id)
        assert self.paper(make, letter) is Paper.LETTER

    def test_a_file_that_does_not_name_it_leaves_it_and_all_else_of_the_run(
        self, make: Make
    ) -> None:
        letter = make.letter(paper=Paper.LETTER)
        kept = RunSettings(duplex=True, paper=Paper.LETTER)
        with make.database.work("Change the run") as unit:
            letters.set_run_settings(unit.session, letter, kept)
        self.give(make, letter, None)
        with make.database.reading() as session:
            assert letters.run_settings_of(letters.get(session, letter)) == kept

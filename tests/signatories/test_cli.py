"""What scripts rely on: exit codes, one line for an error, JSON in the agreed shapes."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from signatories import locations
from signatories.database import Database
from signatories.models import Person
from tests.command_line import CommandLine, NewProcesses
from tests.factories import Make, content

TEXT = """---
title: To the missions
language: en
place: Geneva
date: 2010-07-26
salutation: Your Excellency,
closing: Sincerely yours,
---

We write to {{ recipient.name }}.
"""


@pytest.fixture
def run(workspace: Path) -> CommandLine:
    return CommandLine(workspace)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def assert_user_error(said: object, *words: str) -> None:
    """Exit 1, nothing on standard output, one line that says what was wrong."""
    assert (said.code, said.out) == (1, "")
    assert said.errors.startswith("signatories: ")
    assert said.errors.count("\n") == 1
    for word in words:
        assert word in said.errors


class TestExitCodes:
    def test_done_is_0(self, run: CommandLine, letter: Path) -> None:
        said = run("letter", "add", letter)
        assert said == (0, "Added letter 1 “To the missions”.\n", "")

    @pytest.mark.parametrize(
        "words",
        [
            ("letters",),
            ("letter", "show", "1"),
            ("sign-ons", "--letter", "1"),
            ("recipients",),
            ("history",),
            ("undo",),
            ("check",),
            ("backup",),
            ("export", "block", "--letter", "1", "--format", "txt", "-o", "x.txt"),
            ("confirm", "--letter", "1", "--all", "--how", "mail"),
        ],
        ids=lambda words: words[0],
    )
    def test_a_missing_workspace_is_a_users_error_for_reading(
        self, run: CommandLine, words: tuple[str, ...]
    ) -> None:
        assert_user_error(run(*words), "There is no workspace at", str(run.workspace))
        assert not run.workspace.exists()

    @pytest.mark.parametrize(
        "words",
        [
            (),
            ("letter",),
            ("nonsense",),
            ("letters", "--nonsense"),
            ("confirm", "--letter", "1", "--how", "mail"),
            ("confirm", "--letter", "1", "--how", "mail", "--all", "3"),
            ("confirm", "--letter", "1", "--all"),
            ("recipients", "--as-of", "26 July 2010"),
            ("export", "letters", "--letter", "1", "--format", "odt", "-o", "x"),
            ("export", "letters", "--letter", "1", "--format", "pdf", "-o", "x", "--limit", "0"),
            ("undo", "last"),
        ],
        ids=" ".join,
    )
    def test_wrong_usage_is_2(self, run: CommandLine, words: tuple[str, ...]) -> None:
        said = run(*words)
        assert (said.code, said.out) == (2, "")
        assert "usage: signatories" in said.errors

    def test_a_fault_is_3(self, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(_arguments: object) -> None:
            raise ZeroDivisionError("by design")

        monkeypatch.setattr("signatories.commands.letters.listing", fail)
        said = run("letters")
        assert said.code == 3
        assert "fault of the program: ZeroDivisionError: by design" in said.errors

    def test_stopping_is_no_fault(self, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(_arguments: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("signatories.commands.letters.listing", stop)
        assert_user_error(run("letters"), "stopped; what had not ended changed nothing")

    def test_an_error_is_one_line_whatever_is_in_it(self, run: CommandLine, make: Make) -> None:
        assert_user_error(run("letter", "show", "two\nlines"), "There is no letter “two lines”.")

    @pytest.mark.parametrize(
        "words", [("undo", "9" * 30), ("undo", "0"), ("undo", "77"), ("letter", "show", "9" * 30)]
    )
    def test_numbers_that_are_nobody_s(
        self, run: CommandLine, make: Make, words: tuple[str, ...]
    ) -> None:
        make.letter()
        assert_user_error(run(*words))

    def test_half_a_character_is_no_fault(self, run: CommandLine, make: Make) -> None:
        make.letter(sign_ons=1)
        said = run("confirm", "--letter", "1", "--all", "--how", "mail \udcff")
        assert_user_error(said, "U+DCFF")


class TestOptions:
    @pytest.mark.parametrize(
        "words",
        [
            ["-w", "{file}", "--json", "letters"],
            ["letters", "-w", "{file}", "--json"],
            ["-w", "{file}", "letters", "--json"],
            ["--json", "letters", "--workspace", "{file}"],
        ],
        ids=" ".join,
    )
    def test_the_workspace_and_json_stand_before_or_after(
        self, run: CommandLine, make: Make, words: list[str]
    ) -> None:
        make.letter()
        said = run.run([word.format(file=run.workspace) for word in words])
        assert [row["title"] for row in said.data] == ["To the missions"]

    def test_options_of_a_second_word_stand_anywhere_too(
        self, run: CommandLine, letter: Path
    ) -> None:
        words = ["letter", "-w", str(run.workspace), "add", str(letter), "--json"]
        assert run.run(words).data == {"id": 1, "title": "To the missions", "version": 1}

    def test_the_last_workspace_counts(self, run: CommandLine, make: Make, tmp_path: Path) -> None:
        make.letter()
        said = run.run(["-w", str(tmp_path / "none"), "letters", "-w", str(run.workspace)])
        assert said.code == 0

    def test_without_one_the_user_s_own_is_meant(
        self, run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own = tmp_path / "own" / "My letters.signatories"
        monkeypatch.setattr(locations, "default_workspace", lambda: own)
        said = run.run(["letters"])
        assert_user_error(said, str(own))

    def test_help_names_every_command(self, run: CommandLine) -> None:
        said = run.run(["--help"])
        assert said.code == 0
        for word in ("sample", "letter", "letters", "import", "recipients", "sign-ons", "confirm"):
            assert word in said.out
        for word in ("export", "history", "undo", "check", "backup", "restore"):
            assert word in said.out


class TestLetters:
    def test_an_empty_list_is_a_list(self, run: CommandLine, make: Make) -> None:
        for words in (("letters",), ("recipients",), ("history",)):
            assert run.data(*words) == []

    def test_a_letter_is_shown_as_the_file_it_was(
        self, run: CommandLine, letter: Path, tmp_path: Path
    ) -> None:
        run("letter", "add", letter)
        shown = tmp_path / "shown.md"
        shown.write_text(run("letter", "show", "1").out, encoding="utf-8")
        said = run("letter", "update", "missions", shown)
        assert said.out == "The text is as it was.\nThe text is version 1.\n"
        data = run.data("letter", "show", "1")
        assert (data["title"], data["date"], data["as_of"], data["paper"]) == (
            "To the missions",
            "2010-07-26",
            None,
            "a4",
        )
        assert data["versions"] == [
            {
                "number": 1,
                "frozen_at": None,
                "correction": None,
                "audience": "",
                "confirmations": 0,
            }
        ]

    def test_an_update_says_what_changed_and_who_must_confirm_again(
        self, run: CommandLine, make: Make, letter: Path
    ) -> None:
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid")
        run("confirm", "--letter", "1", "--all", "--how", "mail")
        letter.write_text(TEXT.replace("We write", "We urge"), encoding="utf-8")
        data = run.data("letter", "update", "1", letter)
        assert (data["version"], data["next_version"]) == (2, True)
        assert data["must_confirm_again"] == ["Ada Lovell, Oxford Aid"]
        (changed, *_) = [part for part in data["changed"] if part["part"] == "body"]
        assert {"kind": "added", "text": "urge"} in changed["pieces"]

    def test_a_correction_asks_nobody_again(
        self, run: CommandLine, make: Make, letter: Path
    ) -> None:
        make.letter(sign_ons=1)
        run("confirm", "--letter", "1", "--all", "--how", "mail")
        said = run("letter", "update", "1", letter, "--spelling", "a typing error", "--json")
        assert said.data["must_confirm_again"] == []
        said = run("letter", "update", "1", letter, "--spelling", " ")
        assert_user_error(said, "needs its reason in words")

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("", "letter.md"),
            ("---\nlanguage: en\n---\nText", "title"),
            (TEXT.replace("recipient.name", "recipent.name"), "recipient.name"),
            (TEXT.replace("place:", "plaec:"), "plaec"),
        ],
    )
    def test_a_text_that_cannot_be_used_writes_nothing(
        self, run: CommandLine, make: Make, letter: Path, text: str, words: str
    ) -> None:
        before = content(make.database)
        letter.write_text(text, encoding="utf-8")
        assert_user_error(run("letter", "add", letter), words)
        assert content(make.database) == before

    def test_a_missing_text_and_a_folder_are_named(self, run: CommandLine, tmp_path: Path) -> None:
        assert_user_error(run("letter", "add", tmp_path / "none.md"), "none.md")
        assert_user_error(run("letter", "add", tmp_path), "is a folder")
        assert not run.workspace.exists()


class TestAnswers:
    def test_a_sign_on_in_json(self, run: CommandLine, make: Make) -> None:
        make.sign_on(make.letter(), "Ada Lovell", "Oxford Aid", role="Chair")
        (row,) = run.data("sign-ons", "--letter", "1")
        assert row == {
            "id": 1,
            "place": 1,
            "status": "promised",
            "capacity": "for the organisation",
            "capacity_assumed": True,
            "group": "",
            "name": "Ada Lovell",
            "role": "Chair",
            "organisation": "Oxford Aid",
            "acronym": "",
            "country": None,
            "printed_country": "",
            "version": None,
            "directory_name": "Ada Lovell",
            "directory_organisation": "Oxford Aid",
            "how_we_know": "",
            "extra": {},
            "consents": {},
            "never_to": [],
            "asked_at": None,
            "erased_at": None,
        }

    def test_confirming_all_or_some(self, run: CommandLine, make: Make) -> None:
        make.letter(sign_ons=3)
        how = ("--how", "mail of 3 May")
        assert run.data("confirm", "--letter", "1", "2", "3", *how) == {
            "version": 1,
            "confirmed": [2, 3],
            "already": 0,
        }
        assert run.data("confirm", "--letter", "1", "--all", *how) == {
            "version": 1,
            "confirmed": [1],
            "already": 2,
        }
        assert_user_error(run("confirm", "--letter", "1", "--all", *how), "Nobody is left")
        assert {row["version"] for row in run.data("sign-ons", "--letter", "1")} == {1}

    def test_a_guessed_encoding_is_said_and_another_can_be_named(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        lines = tmp_path / "lines.txt"
        lines.write_bytes("Анна Берг, Фонд колодцев\n".encode("cp1251"))
        words = ("import", lines, "--letter", "1", "--dry-run", "--json")
        said = run(*words)
        assert "was guessed as" in said.errors
        assert "--encoding" in said.errors
        said = run(*words, "--encoding", "cp1251")
        assert said.errors == ""
        assert said.data["rows"][0]["fields"]["organisation"] == "Фонд колодцев"
        assert_user_error(run(*words, "--encoding", "utf-8"), "is not text in the encoding utf-8")

    def test_confirming_says_which_lines_nobody_was_sure_of(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        lines = tmp_path / "lines.txt"
        lines.write_text("Anna Berg, Water Rights Network\nBo Lee / Well Fund\n")
        run("import", lines, "--letter", "1")
        said = run("confirm", "--letter", "1", "--all", "--how", "mail of 3 May")
        assert said.code == 0
        assert "still open about 1 of them: 2." in said.errors

    def test_confirming_anew_prints_what_the_directory_says(
        self, run: CommandLine, make: Make
    ) -> None:
        make.letter()
        make.sign_on(1, "Ada Lovell", "Oxford Aid")
        make.confirm(1)
        with make.database.work("Rename") as unit:
            unit.session.get_one(Person, 1).name = "Ada Ringe"
        confirm = ("confirm", "--letter", "1", "--all", "--anew", "--how", "mail of 12 July")
        assert run.data(*confirm) == {"version": 2, "confirmed": [1], "already": 0}
        (row,) = run.data("sign-ons", "--letter", "1")
        assert (row["name"], row["version"]) == ("Ada Ringe", 2)
        assert run(*confirm).code == 1

    def test_confirming_needs_words(self, run: CommandLine, make: Make) -> None:
        make.letter(sign_ons=1)
        said = run("confirm", "--letter", "1", "--all", "--how", " ")
        assert_user_error(said, "Say how you know")

    def test_evidence_is_kept(self, run: CommandLine, make: Make, letter: Path) -> None:
        make.letter(sign_ons=1)
        words = ("confirm", "--letter", "1", "--all", "--how", "mail", "--evidence")
        assert_user_error(run(*words, "none.eml"), "none.eml")
        assert run(*words, letter).code == 0
        assert content(make.database)["evidence"][0]["asset_digest"]

    def test_a_recipient_in_json(self, run: CommandLine, make: Make) -> None:
        make.recipient("Permanent Mission of Ghana", country="GH", salutation="Excellency,")
        make.recipient("The editor")
        ghana, editor = run.data("recipients", "--where", 'name != ""')
        assert ghana == {
            "id": 1,
            "name": "Permanent Mission of Ghana",
            "country": "GH",
            "status": None,
            "since": None,
            "language": "",
            "salutation": "Excellency,",
            "person": "",
            "form_of_address": "",
            "address": "",
            "email": "",
            "extra": {},
        }
        assert editor["country"] is None

    def test_an_unknown_condition_is_refused_with_the_nearest(
        self, run: CommandLine, make: Make
    ) -> None:
        assert_user_error(run("recipients", "--where", "contry = GH"), "country")


class TestCare:
    def test_history_in_json(self, run: CommandLine, make: Make) -> None:
        make.organisation("Oxford Aid")
        run("undo")
        latest, first = run.data("history")
        assert first | {"at": "", "actor": ""} == {
            "id": 1,
            "at": "",
            "actor": "",
            "message": "Add organisation Oxford Aid",
            "undoes": None,
            "undone_by": 2,
        }
        assert (latest["message"], latest["undoes"]) == ("Undo: Add organisation Oxford Aid", 1)

    def test_undo_says_what_stays_and_why(self, run: CommandLine, make: Make) -> None:
        make.organisation("Oxford Aid")
        make.person(organisation_id=1)
        assert_user_error(run("undo", "1"), "Oxford Aid is used since")
        assert run.data("undo") == {"id": 3, "undoes": 2, "reversed": 2, "kept": []}

    def test_a_backup_is_restored(self, run: CommandLine, make: Make, tmp_path: Path) -> None:
        make.letter()
        before = content(make.database)
        kept = run.data("backup", tmp_path / "kept.signatories")["file"]
        beside = run.data("backup")["file"]
        assert Path(beside).is_file()
        make.organisation()
        said = run.data("restore", kept)
        assert content(make.database) == before
        assert Path(said["kept"]).is_file()

    def test_backup_and_restore_touch_no_other_file(
        self, run: CommandLine, make: Make, letter: Path
    ) -> None:
        before = letter.read_bytes()
        assert_user_error(run("backup", letter), "letter.md")
        assert_user_error(run("restore", letter), "letter.md")
        assert letter.read_bytes() == before

    def test_check_says_what_is_damaged(self, run: CommandLine, make: Make) -> None:
        make.organisation()
        data = run.data("check")
        assert (data["ok"], data["problems"], data["counts"]["organisations"]) == (True, [], 1)
        with make.database.writing() as session:
            session.connection().exec_driver_sql("UPDATE changes SET row_id = 9")
        said = run("check", "--json")
        assert (said.code, said.data["ok"]) == (1, False)


class TestExport:
    @pytest.fixture
    def ready(self, make: Make) -> Make:
        make.confirm(make.letter(recipients=2, sign_ons=2))
        return make

    def export(self, run: CommandLine, product: str, path: Path, *more: str) -> object:
        kind = path.suffix[1:] or "pdf"
        words = ("export", product, "--letter", "1", "--format", kind, "-o", path, *more)
        return run(*words, "--json")

    def test_letters_in_one_file(self, run: CommandLine, ready: Make, tmp_path: Path) -> None:
        said = self.export(run, "letters", tmp_path / "all.pdf")
        assert said.code == 0, said.errors
        (file,) = said.data["files"]
        assert file["size"] == (tmp_path / "all.pdf").stat().st_size
        assert said.data["counts"]["recipients"] == 2
        document = pypdfium2.PdfDocument(tmp_path / "all.pdf")
        assert len(document) == 2
        document.close()

    def test_letters_one_by_one(self, run: CommandLine, ready: Make, tmp_path: Path) -> None:
        said = self.export(run, "letters", tmp_path / "folder", "--separate")
        assert said.code == 0, said.errors
        assert len(list((tmp_path / "folder").glob("*.pdf"))) == 2

    @pytest.mark.parametrize("kind", ["docx", "html", "txt"])
    def test_letters_to_work_on_and_to_send(
        self, run: CommandLine, ready: Make, tmp_path: Path, kind: str
    ) -> None:
        said = self.export(run, "letters", tmp_path / f"all.{kind}")
        assert said.code == 0, said.errors
        assert said.data["counts"]["documents"] == 2
        words = ("export", "letters", "--letter", "1", "--format", kind, "--separate")
        assert run(*words, "-o", tmp_path / "each").code == 0
        assert len(list((tmp_path / "each").glob(f"*.{kind}"))) == 2 + (kind == "txt")
        assert (
            run(*words, "-o", tmp_path / "each").out == f"Wrote {tmp_path / 'each'}: 2 documents.\n"
        )

    @pytest.mark.parametrize("product", ["labels-l7159", "envelopes-dl"])
    def test_addresses_are_printed_before_anybody_confirmed(
        self, run: CommandLine, make: Make, tmp_path: Path, product: str
    ) -> None:
        make.letter(sign_ons=1)
        table = tmp_path / "bodies.csv"
        table.write_text("name,address\nA body,1 Long Street\nB body,2 Long Street\n")
        imported = run("import", table, "--as", "recipients", "--letter", "1")
        assert imported.code == 0, imported.errors
        said = self.export(run, product, tmp_path / "made.pdf")
        assert said.code == 0, said.errors
        assert said.data["counts"]["documents"] == 2

    def test_limit_takes_the_first(self, run: CommandLine, ready: Make, tmp_path: Path) -> None:
        said = self.export(run, "letters", tmp_path / "one.pdf", "--limit", "1")
        assert said.data["counts"]["documents"] == 1

    @pytest.mark.parametrize("kind", ["pdf", "xlsx", "docx", "html", "txt"])
    def test_the_list_is_made_as_an_annex(
        self, run: CommandLine, ready: Make, tmp_path: Path, kind: str
    ) -> None:
        said = self.export(run, "annex", tmp_path / f"annex.{kind}", "--columns", "2")
        assert said.code == 0, said.errors
        assert (tmp_path / f"annex.{kind}").stat().st_size
        said = self.export(run, "annex", tmp_path / f"wide.{kind}", "--columns", "5")
        assert_user_error(said, "“columns” of the block is from 1 to 4, not 5")

    def test_what_blocks_writes_nothing(self, run: CommandLine, make: Make, tmp_path: Path) -> None:
        make.letter(sign_ons=1)
        target = tmp_path / "all.pdf"
        assert_user_error(self.export(run, "letters", target), "Nobody has confirmed")
        run("confirm", "--letter", "1", "--all", "--how", "mail")
        assert_user_error(self.export(run, "letters", target), "has no recipients")
        assert not target.exists()
        assert run.data("history")[0]["message"].startswith("Confirm 1 sign-on of")

    def test_strict_makes_warnings_errors(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter(sign_ons=1)
        for _ in range(2):
            make.recipient("The same", letter=1)
        make.confirm(1)
        target = tmp_path / "all.pdf"
        assert_user_error(self.export(run, "letters", target, "--strict"), "The same")
        said = self.export(run, "letters", target)
        assert said.code == 0
        assert said.errors.startswith("warning: 2 recipients with the same name and person")
        assert said.errors.count("\n") == 1

    def test_a_folder_that_cannot_be_written_is_named(
        self, run: CommandLine, ready: Make, tmp_path: Path
    ) -> None:
        said = self.export(run, "letters", tmp_path / "none" / "all.pdf")
        assert_user_error(said, "none")

    def test_an_unknown_version_is_named(
        self, run: CommandLine, ready: Make, tmp_path: Path
    ) -> None:
        said = self.export(run, "letters", tmp_path / "all.pdf", "--version", "7")
        assert_user_error(said, "has no version 7")


class TestImport:
    def test_a_dry_run_changes_no_byte(self, run: CommandLine, make: Make) -> None:
        make.letter()
        make.database.close()
        before = run.workspace.read_bytes()
        words = ("import", "-", "--as", "sign-ons", "--letter", "1", "--dry-run", "--json")
        said = run(*words, pasted="Ada Lovell, Oxford Aid\n")
        assert run.workspace.read_bytes() == before
        data = said.data
        assert data["counts"] == {"new": 1, "same": 0, "update": 0, "duplicate": 0, "error": 0}
        assert data["source"].keys() >= {"format", "encoding", "sheet", "header_row"}
        (row,) = data["rows"]
        assert row.keys() >= {"line", "state", "fields", "confidence", "matches", "problems"}
        assert row["fields"] == {"name": "Ada Lovell", "organisation": "Oxford Aid"}

    def test_a_failing_first_command_leaves_no_workspace(
        self, run: CommandLine, tmp_path: Path
    ) -> None:
        bad = tmp_path / "bad.md"
        bad.write_text(TEXT + "{{ nobody }}\n", encoding="utf-8")
        before = {bad}
        assert_user_error(run("import", tmp_path / "none.csv", "--as", "recipients"), "none.csv")
        assert_user_error(run("letter", "add", bad), "nobody")
        assert_user_error(run("letter", "add", tmp_path / "none.md"), "none.md")
        assert set(tmp_path.iterdir()) == before

    def test_a_mails_yes_is_confirmed_where_that_is_asked_for(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        mail = tmp_path / "answer.eml"
        said = "Yes, we sign.\n\nAda Reed\nDirector, Aid Forum\n"
        mail.write_text(f"From: Ada Reed <ada@aid.example>\nSubject: Re\n\n{said}", "utf-8")
        promised = run("import", mail, "--letter", "1", "--dry-run", "--json").data
        assert promised["rows"][0]["fields"] | {"date": ""} == {
            "name": "Ada Reed",
            "role": "Director",
            "organisation": "Aid Forum",
            "email": "ada@aid.example",
            "answer": "yes",
            "date": "",
            "said": "Yes, we sign.",
        }
        run("import", mail, "--letter", "1", "--confirm")
        (sign_on,) = run("sign-ons", "--letter", "1", "--json").data
        assert sign_on["status"] == "confirmed"

    def test_several_mails_are_one_import(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        answers = [tmp_path / f"{name}.eml" for name in ("ada", "bo", "chi")]
        for path in answers:
            sender = f"{path.stem.title()} Reed <{path.stem}@aid.example>"
            path.write_text(f"From: {sender}\nSubject: Re\n\nYes, I sign.\n", "utf-8")
        data = run("import", *answers, "--letter", "1", "--confirm", "--json").data
        assert [row["fields"]["name"] for row in data["rows"]] == [
            "Ada Reed",
            "Bo Reed",
            "Chi Reed",
        ]
        assert data["import"] == 1
        assert data["applied"]["added"] == 3

    def test_a_mail_beside_a_table_is_an_import_of_its_own(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        mail, table = tmp_path / "ada.eml", tmp_path / "list.csv"
        mail.write_text("From: Ada Reed <ada@aid.example>\nSubject: Re\n\nYes, I sign.\n", "utf-8")
        table.write_text("name,organisation\nBo Lind,Well Fund\n", "utf-8")
        data = run("import", mail, table, "--letter", "1", "--dry-run", "--json").data
        assert [each["source"]["name"] for each in data] == ["ada.eml", "list.csv"]

    def test_rows_with_errors_are_saved_where_told(self, run: CommandLine, tmp_path: Path) -> None:
        table, rejects = tmp_path / "members.csv", tmp_path / "errors.csv"
        table.write_text("Organisation,Country\nWell Fund,Ghana\n,Kenya\n", encoding="utf-8")
        said = run("import", table, "--as", "organisations", "--rejects", rejects, "--json")
        assert said.data["applied"] == {"added": 1, "updated": 0, "same": 0, "left_out": 1}
        assert rejects.read_text("utf-8-sig").splitlines()[1].startswith(",Kenya,There is no name")

    @pytest.mark.parametrize("place", ["members.csv", "./members.csv"])
    def test_rows_with_errors_never_replace_the_table(
        self, run: CommandLine, tmp_path: Path, place: str
    ) -> None:
        table = tmp_path / "members.csv"
        table.write_text("Organisation,Country\nWell Fund,Ghana\n,Kenya\n", encoding="utf-8")
        said = run("import", table, "--as", "organisations", "--rejects", f"{tmp_path}/{place}")
        assert (said.code, "as another file" in said.errors) == (1, True)
        assert table.read_text("utf-8").count("\n") == 3

    def test_rows_with_errors_are_saved_by_what_was_imported(
        self, run: CommandLine, tmp_path: Path
    ) -> None:
        table, rejects = tmp_path / "members.csv", tmp_path / "errors.csv"
        words = ("import", table, "--as", "organisations", "--rejects", rejects)
        table.write_text("Organisation,Country\nWell Fund,Ghana\n,Kenya\n", encoding="utf-8")
        run(*words, "--dry-run")
        assert not rejects.exists()
        run(*words)
        assert run(*words).code == 0  # one row is there, as it was
        table.write_text("Organisation,Country\nWell Fund,Ghana\n", encoding="utf-8")
        run(*words)
        assert "Kenya" not in rejects.read_text("utf-8-sig")

    def test_how_a_table_is_read_can_be_said(self, run: CommandLine, tmp_path: Path) -> None:
        table = tmp_path / "members.csv"
        rows = (
            "Our members,",
            "Land,Organisation",
            "Mali,WELL FUND MALI*",
            ",Brunnenwerk",
            ",Wells",
        )
        table.write_text("\n".join((*rows, "Ghana,Dug Wells", ",Wells for All", ",Wells, too")))
        words = ("import", table, "--as", "organisations", "--dry-run", "--json")
        said = run(*words)
        assert said.data["source"]["header_row"] == 2
        assert said.data["left_out"][0]["text"] == "Our members"
        assert said.data["fill_down"] == [
            {"column": "Land", "done": False, "count": 2, "example": "Mali"}
        ]
        kinds = [each["kind"] for each in said.data["proposals"]]
        assert kinds == ["footnotes", "capitals"]
        assert "--repair footnotes" in said.errors
        how = ("--header-line", "2", "--fill-down", "Land", "--repair", "footnotes")
        fields = [row["fields"] for row in run(*words, *how).data["rows"]]
        assert fields[0]["name"] == "WELL FUND MALI"
        assert [each["country"] for each in fields] == ["Mali"] * 3 + ["Ghana"] * 3
        said = run(*words, "--header-line", "0", "--fill-down", "Pays", "--map", "Column B=name")
        assert len(said.data["rows"]) == 8
        assert "There is no column “Pays” to fill down." in said.data["warnings"]

    def test_a_file_that_cannot_be_used_hides_no_other(
        self, run: CommandLine, tmp_path: Path
    ) -> None:
        table = tmp_path / "recipients.csv"
        table.write_text("name,country\nMission of Ghana,Ghana\n", encoding="utf-8")
        said = run("import", table, tmp_path / "none.csv", "--as", "recipients", "--json")
        assert said.code == 0
        first, second = said.data
        assert first["applied"]["added"] == 1
        assert "none.csv" in second["error"]
        assert "warning: " in said.errors
        assert len(run.data("recipients")) == 1
        said = run("import", tmp_path / "none.csv", tmp_path / "no.csv", "--as", "recipients")
        assert said.code == 1

    def test_a_dry_run_makes_no_workspace(self, run: CommandLine, tmp_path: Path) -> None:
        table = tmp_path / "recipients.csv"
        table.write_text("name,country\nMission of Ghana,Ghana\n", encoding="utf-8")
        said = run("import", table, "--as", "recipients", "--dry-run", "--json")
        assert said.data["counts"]["new"] == 1
        assert not run.workspace.exists()

    def test_bad_sources_are_users_errors(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        before = content(make.database)
        pdf = tmp_path / "table.csv"
        pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4)
        for source in (tmp_path / "none.csv", tmp_path, pdf):
            said = run("import", source, "--as", "sign-ons", "--letter", "1")
            assert_user_error(said, source.name)
        assert content(make.database) == before

    def test_sign_ons_without_a_letter_name_the_option(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        make.letter()
        source = tmp_path / "answers.txt"
        source.write_text("Bo Lind, Well Trust\n", encoding="utf-8")
        said = run("import", source, "--as", "sign-ons")
        assert_user_error(said, "Say which letter these sign-ons are for: --letter L.")

    def test_importing_twice_finds_the_same(self, run: CommandLine, make: Make) -> None:
        make.letter()
        words = ("import", "-", "--as", "sign-ons", "--letter", "1")
        pasted = "Ada Lovell, Oxford Aid\nGrace Hooper, Relief\n"
        assert run.data(*words, pasted=pasted)["counts"]["new"] == 2
        before = content(make.database)
        assert run.data(*words, pasted=pasted)["counts"]["same"] == 2
        assert content(make.database) == before


def test_the_sample_is_written_once(run: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "sample.signatories"
    assert run.data("sample", target) == {"file": str(target)}
    with Database.open(target) as opened:
        assert len(content(opened)["organisations"]) == 14
    assert_user_error(run("sample", target), "is there already")


class TestNewProcesses:
    def test_codes_and_streams(self, workspace: Path, letter: Path) -> None:
        run = NewProcesses(workspace)
        assert run("letter", "add", letter, "--json").data["id"] == 1
        assert_user_error(run("letter", "show", "none"), "There is no letter “none”.")
        assert run("letter").code == 2

    def test_other_encodings_of_the_terminal_lose_nothing(
        self, workspace: Path, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
        make.letter(title="Ἀθῆναι, 北京")
        assert NewProcesses(workspace).data("letters")[0]["title"] == "Ἀθῆναι, 北京"

    def test_a_reader_that_leaves_is_no_fault(self, workspace: Path, make: Make) -> None:
        make.letter(body="More than a pipe holds. " * 10_000)
        words = [sys.executable, "-m", "signatories", "-w", str(workspace), "letter", "show", "1"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 0

    def test_the_command_line_starts_without_a_window(self, workspace: Path, make: Make) -> None:
        code = (
            "import sys; from signatories import cli; cli.main(['-w', sys.argv[1], 'letters']);"
            "assert not [name for name in sys.modules if 'PySide6' in name]"
        )
        done = subprocess.run([sys.executable, "-c", code, str(workspace)], check=False)
        assert done.returncode == 0

    def test_an_export_starts_without_what_it_does_not_need(
        self, workspace: Path, make: Make, tmp_path: Path
    ) -> None:
        make.letter(recipients=1)
        make.sign_on(1, "Ada", "Aid")
        make.confirm(1)
        heavy = ("alembic", "openpyxl", "docx", "babel", "pyuca", "PIL.ImageOps", "PySide6")
        code = (
            "import sys; from signatories import cli; assert cli.main(sys.argv[1:]) == 0;"
            f"print([name for name in {heavy} if name in sys.modules])"
        )
        wish = ["export", "letters", "--letter", "1", "--format", "pdf", "-o"]
        done = subprocess.run(
            [sys.executable, "-c", code, "-w", workspace, *wish, tmp_path / "letters.pdf"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == "[]"


def test_json_stays_as_written(run: CommandLine, make: Make) -> None:
    make.letter(title="Łódź „Ἀθῆναι“")
    assert "Łódź „Ἀθῆναι“" in run("letters", "--json").out

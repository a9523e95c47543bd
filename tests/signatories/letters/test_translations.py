"""A version's text in further languages: drafted, declared on its own, and nobody is asked again."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from signatories import erasing, history, letters, undoing
from signatories.checking import check
from signatories.database import Database, actor
from signatories.errors import BadText, NotFound, Refused
from signatories.letters import TextChange, printed_parts, spoken, translations, versions
from signatories.letters.translations import Translation
from signatories.models import Text
from signatories.sign_ons import confirming
from tests.factories import LETTER, Make, content

FRENCH = replace(
    LETTER,
    language="fr",
    salutation='{{ recipient.salutation | "Excellence," }}',
    closing="Veuillez agréer, Excellence, nos salutations,",
    body="Nous écrivons à {{ recipient.name }}.",
)


def put(
    make: Make, *, spelling: str | None = None, version: int | None = None, **parts: str
) -> TextChange:
    with make.database.work("Translate") as unit:
        file = replace(FRENCH, **parts)
        return translations.put(unit.session, 1, file, version=version, spelling=spelling)


def declare(make: Make, language: str = "fr", version: int | None = None) -> Translation:
    with make.database.work("Declare") as unit:
        return translations.declare(unit.session, 1, language, version)


def remove(make: Make, language: str = "fr") -> None:
    with make.database.work("Remove") as unit:
        translations.remove(unit.session, 1, language)


def change(make: Make, *, spelling: str | None = None, **parts: str) -> None:
    with make.database.work("Change") as unit:
        letters.update(unit.session, 1, replace(LETTER, **parts), spelling=spelling)


def listed(make: Make, version: int | None = None) -> dict[str, bool]:
    """Whether each text of a version is declared, by its language."""
    with make.database.reading() as session:
        letter = letters.get(session, 1)
        chosen = versions.by_number(letter, version) if version else versions.newest(letter)
        return {each.language: each.declared_at is not None for each in translations.listed(chosen)}


def body(make: Make, version: int | None = None) -> str:
    with make.database.reading() as session:
        return translations.file_of(session, letters.get(session, 1), "fr", version).body


def to_confirm(make: Make) -> list[int]:
    with make.database.reading() as session:
        return confirming.unconfirmed(session, versions.newest(letters.get(session, 1)))


def opened(make: Make) -> None:
    """A letter that one of two has confirmed, with a translation to draft."""
    make.letter(sign_ons=2)
    make.confirm(1, 1)
    put(make)


class TestDrafting:
    def test_a_translation_has_the_heading_of_the_letter_but_for_what_it_says(
        self, make: Make
    ) -> None:
        make.letter(reference="A/1", addressee=("To", "Geneva"))
        put(make, place="Genève", addressee=("À", "Genève"), title="Aux missions")
        with make.database.reading() as session:
            letter = letters.get(session, 1)
            own, first = (
                translations.file_of(session, letter, "FR"),
                letters.file_of(session, letter),
            )
        assert (own.place, own.addressee) == ("Genève", ("À", "Genève"))
        assert (own.reference, own.title) == ("A/1", first.title)
        assert (first.place, first.addressee) == (LETTER.place, ("To", "Geneva"))

    def test_its_heading_is_not_frozen(self, make: Make) -> None:
        opened(make)
        declare(make)
        assert put(make, place="Genève").next_version is False
        assert listed(make) == {"en": True, "fr": True}
        change(make, body="Another text.", place="New York")
        with make.database.reading() as session:
            letter = letters.get(session, 1)
            places = [translations.file_of(session, letter, "fr", n).place for n in (1, 2)]
        assert places == ["Genève", "Genève"]

    def test_what_its_heading_leaves_out_is_that_of_the_letter(self, make: Make) -> None:
        make.letter(place="Geneva")
        put(make, place="Genève")
        put(make, place="")
        change(make, place="Bern")
        with make.database.reading() as session:
            letter = letters.get(session, 1)
            assert translations.file_of(session, letter, "fr").place == "Bern"
            assert letter.headings == {}

    def test_it_is_changed_in_place(self, make: Make) -> None:
        opened(make)
        done = put(make, body="Autrement.")
        assert (done.version, done.next_version) == (1, False)
        assert [each.part for each in done.differences] == ["body"]
        assert body(make) == "Autrement."

    def test_an_older_version_gets_one_while_the_next_is_drafted(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        change(make, body="Another text.")
        put(make, version=1)
        declare(make, version=1)
        assert (listed(make, 1), listed(make, 2)) == ({"en": True, "fr": True}, {"en": False})

    def test_unknown_fields_are_refused(self, make: Make) -> None:
        make.letter()
        with pytest.raises(BadText, match=r"recipient\.nmae"):
            put(make, body="Nous écrivons à {{ recipient.nmae }}.")
        assert listed(make) == {"en": False}

    @pytest.mark.parametrize(
        ("language", "words"), [("en", "letter itself"), ("", "which language")]
    )
    def test_its_language_is_another_one(self, make: Make, language: str, words: str) -> None:
        make.letter()
        with pytest.raises(Refused, match=words):
            put(make, language=language)

    def test_the_letter_does_not_take_its_language(self, make: Make) -> None:
        make.letter()
        put(make)
        with pytest.raises(Refused, match=r"has a translation in “français \(fr\)”"):
            change(make, language="fr")

    def test_a_draft_is_removed(self, make: Make) -> None:
        opened(make)
        put(make, place="Genève")
        remove(make)
        assert listed(make) == {"en": True}
        with make.database.reading() as session:
            assert letters.get(session, 1).headings == {}
        with pytest.raises(NotFound, match=r"no text in “français \(fr\)”"):
            body(make)

    def test_the_first_text_stays(self, make: Make) -> None:
        make.letter()
        with pytest.raises(Refused, match="letter itself"):
            remove(make, "en")

    def test_fields_of_one_text_only_are_told(self, make: Make) -> None:
        make.letter(body="{{ count.parties }} States, {{ recipient.name }}.")
        put(make, closing="{{ count.signatories }} signatures,")
        with make.database.reading() as session:
            told = translations.look(session, letters.get(session, 1), "fr")
        assert [(each.values["language"], each.values["field"]) for each in told] == [
            ("français (fr)", "count.parties"),
            ("English (en)", "count.signatories"),
        ]


class TestDeclaring:
    def test_it_says_who_and_when_and_asks_nobody_again(self, make: Make) -> None:
        opened(make)
        asked = to_confirm(make)
        declared = declare(make)
        assert (declared.declared_by, declared.authoritative) == (actor(), False)
        assert listed(make) == {"en": True, "fr": True}
        assert to_confirm(make) == asked == [2]

    def test_the_first_confirmation_declares_no_translation(self, make: Make) -> None:
        make.letter(sign_ons=1)
        put(make)
        make.confirm(1)
        assert listed(make) == {"en": True, "fr": False}

    def test_a_version_that_may_change_has_no_declared_one(self, make: Make) -> None:
        make.letter()
        put(make)
        with pytest.raises(Refused, match="still a draft"):
            declare(make)

    @pytest.mark.parametrize(("part", "text"), [("closing", ""), ("body", LETTER.body)])
    def test_every_part_is_translated_first(self, make: Make, part: str, text: str) -> None:
        opened(make)
        put(make, **{part: text})
        called = printed_parts.NAMES[part]
        with pytest.raises(Refused, match=f"The {called} is not translated yet"):
            declare(make)

    def test_it_is_declared_once_and_stays(self, make: Make) -> None:
        opened(make)
        declare(make)
        with pytest.raises(Refused, match="declared already"):
            declare(make)
        with pytest.raises(Refused, match="stays with version 1"):
            remove(make)

    def test_it_lapses_where_the_opening_is_undone_and_the_text_changed(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with make.database.reading() as session:
            opening = history.entries(session, limit=1)[0].id
        put(make)
        declare(make)
        undoing.undo(make.database, opening)
        change(make, body="Another text.")
        assert listed(make) == {"en": False, "fr": False}


class TestChangingADeclaredText:
    def test_other_words_make_the_next_version(self, make: Make) -> None:
        opened(make)
        declare(make)
        done = put(make, body="Autrement.")
        assert (done.version, done.next_version) == (2, True)
        assert (body(make, 1), body(make)) == (FRENCH.body, "Autrement.")
        assert listed(make) == {"en": False, "fr": False}
        assert to_confirm(make) == [1, 2]

    def test_a_correction_keeps_confirmations_and_is_declared(self, make: Make) -> None:
        opened(make)
        put(make, language="es", body="Escribimos.")
        declare(make)
        declare(make, "es")
        put(make, body="Nous écrivons à {{ recipient.name }} !", spelling="une espace")
        assert listed(make) == {"en": True, "fr": True, "es": True}
        assert to_confirm(make) == [2]

    def test_the_same_words_change_nothing(self, make: Make) -> None:
        opened(make)
        declare(make)
        done = put(make)
        assert (done.version, done.differences) == (1, [])

    @pytest.mark.parametrize(
        ("reason", "words"), [("", "needs its reason"), ("x", "Only a declared")]
    )
    def test_only_what_is_declared_is_corrected_for_a_reason(
        self, make: Make, reason: str, words: str
    ) -> None:
        opened(make)
        if not reason:
            declare(make)
        with pytest.raises(Refused, match=words):
            put(make, body="Autrement.", spelling=reason)

    def test_that_of_an_earlier_version_stays(self, make: Make) -> None:
        opened(make)
        declare(make)
        change(make, body="Another text.")
        with pytest.raises(Refused, match="followed by another"):
            put(make, version=1, body="Autrement.")


class TestWhenTheFirstTextChanges:
    def test_translations_are_drafts_of_the_next_version(self, make: Make) -> None:
        opened(make)
        declare(make)
        change(make, body="Another text.")
        assert (listed(make, 1), listed(make)) == (
            {"en": True, "fr": True},
            {"en": False, "fr": False},
        )
        assert body(make) == FRENCH.body

    def test_a_correction_leaves_them_declared(self, make: Make) -> None:
        opened(make)
        put(make, language="es")
        declare(make)
        change(make, body="We write to {{ recipient.name }}!", spelling="a typing error")
        assert listed(make) == {"en": True, "fr": True, "es": False}


def is_behind(make: Make, version: int | None = None) -> bool:
    with make.database.reading() as session:
        chosen = versions.chosen(letters.get(session, 1), version)
        return next(each.behind for each in translations.listed(chosen) if each.language == "fr")


def test_one_removed_from_a_draft_keeps_its_heading_above_that_of_an_earlier_version(
    make: Make,
) -> None:
    opened(make)
    put(make, place="Genève")
    declare(make)
    change(make, body="Another text.")
    remove(make)
    with make.database.reading() as session:
        file = translations.file_of(session, letters.get(session, 1), "fr", 1)
    assert file.place == "Genève"


class TestWhetherItIsBehind:
    def test_who_the_letter_goes_to_is_not_translated(self, make: Make) -> None:
        make.letter(sign_ons=1, audience="All missions.")
        assert put(make, audience="Toutes les missions.").version == 1
        change(make, audience="All missions; our pages.")
        assert not is_behind(make)
        with make.database.reading() as session:
            file = translations.file_of(session, letters.get(session, 1), "fr")
        assert file.audience == ""

    def test_it_is_when_the_draft_it_translates_is_changed(self, make: Make) -> None:
        make.letter(sign_ons=1)
        put(make)
        assert not is_behind(make)
        change(make, body="Another text.")
        assert is_behind(make)

    def test_it_is_in_the_next_version_and_stays_so_when_declared(self, make: Make) -> None:
        opened(make)
        declare(make)
        change(make, body="Another text.")
        make.confirm(1)
        declare(make)
        assert (is_behind(make, 1), is_behind(make)) == (False, True)

    def test_it_is_not_when_it_was_given_since_even_as_it_was(self, make: Make) -> None:
        make.letter(sign_ons=1)
        put(make)
        change(make, body="Another text.")
        put(make)
        assert not is_behind(make)

    def test_the_opening_of_a_version_and_a_correction_leave_none_behind(self, make: Make) -> None:
        opened(make)
        assert not is_behind(make)
        change(make, body="We write to {{ recipient.name }}!", spelling="a typing error")
        assert not is_behind(make)

    def test_a_correction_does_not_bring_up_to_date_what_was_behind(self, make: Make) -> None:
        make.letter(sign_ons=2)
        put(make)
        change(make, body="We write to all.")
        make.confirm(1, 1)
        change(make, body="We write to all!", spelling="a typing error")
        assert is_behind(make)

    def test_a_change_that_is_undone_leaves_none_behind(self, make: Make) -> None:
        make.letter(sign_ons=1)
        put(make)
        change(make, body="Another text.")
        undoing.undo(make.database)
        assert not is_behind(make)

    @pytest.mark.parametrize("is_open", [False, True])
    def test_one_made_before_it_was_kept_is_so_from_the_next_change_on(
        self, make: Make, is_open: bool
    ) -> None:
        make.letter(sign_ons=1)
        put(make)
        with make.database.writing() as session:
            session.execute(update(Text).values(translated_from=None))
        if is_open:
            make.confirm(1)
        assert not is_behind(make)
        change(make, body="Another text.")
        assert is_behind(make)
        undoing.undo(make.database)
        assert not is_behind(make)

    def test_it_is_told_beside_the_fields(self, make: Make) -> None:
        make.letter()
        put(make)
        change(make, salutation="Dear all,")
        with make.database.reading() as session:
            told = translations.look(session, letters.get(session, 1), "fr")
        assert translations.BEHIND in [each.key for each in told]


class TestTheWorkspace:
    def test_every_step_is_undone(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        steps = (put, declare, lambda make: put(make, body="Autrement."), remove)
        for step in steps:
            before = content(make.database)
            step(make)
            undoing.undo(make.database)
            assert content(make.database) == before
            step(make)

    def test_a_check_covers_them(self, make: Make) -> None:
        make.letter()
        before = check(make.database).content_hash
        put(make)
        there = check(make.database)
        assert (there.problems, there.content_hash != before) == ((), True)
        remove(make)
        assert check(make.database).content_hash == before

    def test_a_copy_has_them(self, make: Make, tmp_path: Path) -> None:
        opened(make)
        declare(make)
        copy = tmp_path / "copy.signatories"
        make.database.backup(copy)
        with Database.open(copy) as database:
            assert content(database) == content(make.database)

    def test_one_that_names_who_is_erased_is_told(self, make: Make) -> None:
        make.letter()
        ada = make.person("Ada Lake")
        put(make, body="Ada Lake vous écrit.")
        plan = erasing.look(make.database, ada)
        assert [(each.table, each.column) for each in plan.elsewhere] == [("texts", "body")]


def declared_before_the_opening_was_undone(make: Make) -> None:
    make.letter(sign_ons=1)
    put(make)
    make.confirm(1, 1)
    with make.database.reading() as session:
        opening = history.entries(session, limit=1)[0].id
    declare(make)
    undoing.undo(make.database, opening)


class TestWhatIsFrozen:
    def test_a_correction_may_leave_no_part_out(self, make: Make) -> None:
        opened(make)
        declare(make)
        with pytest.raises(Refused, match="not translated"):
            put(make, spelling="a comma", body="")
        assert listed(make) == {"en": True, "fr": True}

    def test_a_text_declared_before_its_opening_was_undone_is_a_draft(self, make: Make) -> None:
        declared_before_the_opening_was_undone(make)
        assert listed(make)["fr"] is False
        with make.database.reading() as session:
            (french,) = spoken.read(session, letters.get(session, 1))
        assert french.earlier_number == 0, "no words of it are frozen"
        put(make, body="Nous écrivons encore.")
        assert body(make) == "Nous écrivons encore."
        with make.database.reading() as session:
            assert len(letters.get(session, 1).versions) == 1
        make.confirm(1, 1)
        assert listed(make) == {"en": True, "fr": False}

    def test_it_can_be_removed_then(self, make: Make) -> None:
        declared_before_the_opening_was_undone(make)
        remove(make)
        assert list(listed(make)) == ["en"]

    def test_the_language_of_a_frozen_version_stays_when_the_next_has_another(
        self, make: Make
    ) -> None:
        opened(make)
        declare(make)
        change(make, subject="Another subject")
        remove(make)
        with make.database.work("Change") as unit:
            letters.update(unit.session, 1, FRENCH)
        with make.database.reading() as session:
            letter = letters.get(session, 1)
            first, second = (letters.file_of(session, letter, n) for n in (1, 2))
        assert (first.language, first.body) == ("en", LETTER.body)
        assert (second.language, second.body) == ("fr", FRENCH.body)

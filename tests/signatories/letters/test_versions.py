"""A version is frozen when it opens; a change makes the next one, shown word by word."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from signatories import history, letters, sign_ons, undoing
from signatories.errors import NotFound, Refused
from signatories.letters import TextChange, versions
from signatories.letters.words import Piece, Words, compare, differences
from signatories.models import Letter, LetterStage, SignOnStatus, Version
from signatories.sign_ons import confirming
from tests.factories import LETTER, Make

WORDS = st.lists(
    st.sampled_from(["we", "ask", " ", "\n", ",", "Ghana’s", "{{ x }}", "é", "e\u0301"])
)


def letter_of(session: Session) -> Letter:
    return session.get_one(Letter, 1)


def change(make: Make, *, spelling: str | None = None, **parts: object) -> TextChange:
    with make.database.work("Change letter “{letter}”", letter=1) as unit:
        file = letters.file_of(unit.session, letter_of(unit.session))
        return letters.update(unit.session, 1, replace(file, **parts), spelling=spelling)


def withdraw(make: Make, sign_on: int) -> None:
    with make.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [sign_on], SignOnStatus.WITHDRAWN)


def printable(make: Make) -> int | None:
    with make.database.reading() as session:
        version = versions.printable(session, letter_of(session))
        return version and version.number


def unconfirmed(make: Make) -> list[int]:
    with make.database.reading() as session:
        newest = versions.newest(letter_of(session))
        return confirming.unconfirmed(session, newest)


class TestFreezing:
    def test_a_draft_is_changed_in_place(self, make: Make) -> None:
        make.letter()
        done = change(make, body="Another text.")
        assert (done.version, done.next_version) == (1, False)
        with make.database.reading() as session:
            assert letters.file_of(session, letter_of(session)).body == "Another text."

    def test_the_first_confirmation_freezes_and_opens(self, make: Make) -> None:
        make.letter(sign_ons=1, where="name != Ghana")
        change(make, recipients="name != Kenya")
        make.confirm(1)
        with make.database.reading() as session:
            letter = letter_of(session)
            version = versions.newest(letter)
            assert version.frozen_at is not None
            assert version.texts[0].declared_at == version.frozen_at
            assert version.audience == "name != Kenya"
            assert letter.stage is LetterStage.OPEN

    def test_who_it_goes_to_is_frozen_in_words(self, make: Make) -> None:
        make.letter(sign_ons=1, where="name != Kenya", audience="All missions; our pages.")
        change(make, audience="All missions, and our pages.")
        make.confirm(1)
        assert change(make, recipients="name != Ghana").version == 1
        done = change(make, audience="All missions.")
        assert (done.version, [each.part for each in done.differences]) == (2, ["audience"])
        with make.database.reading() as session:
            letter = letter_of(session)
            said = [letters.file_of(session, letter, number).audience for number in (1, 2)]
        assert said == ["All missions, and our pages.", "All missions."]

    def test_a_frozen_text_is_never_changed(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with make.database.reading() as session:
            before = letters.file_of(session, letter_of(session)).body
        done = change(make, body="Another text.")
        assert (done.version, done.next_version) == (2, True)
        with make.database.reading() as session:
            letter = letter_of(session)
            assert letters.file_of(session, letter, 1).body == before
            assert letters.file_of(session, letter).body == "Another text."
            assert letter.versions[0].frozen_at is not None
            assert letter.versions[1].frozen_at is None

    def test_the_heading_is_not_frozen(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        heading = {
            "title": "Another",
            "place": "Bern",
            "date": dt.date(2011, 1, 1),
            "letterhead": ("Line",),
            "reference": "A/1",
            "addressee": ("To whom",),
            "recipients": "name != Ghana",
        }
        done = change(make, **heading)
        assert (done.version, done.differences, done.next_version) == (1, [], False)
        with make.database.reading() as session:
            file = letters.file_of(session, letter_of(session))
        assert {name: getattr(file, name) for name in heading} == heading

    def test_the_language_of_a_frozen_text_stays(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with pytest.raises(Refused, match=r"its language stays “English \(en\)”"):
            change(make, language="fr")

    def test_the_language_of_a_draft_changes(self, make: Make) -> None:
        make.letter()
        change(make, language="fr", body="Nous demandons.")
        with make.database.reading() as session:
            letter = letter_of(session)
            assert (letter.language, len(versions.newest(letter).texts)) == ("fr", 1)
            assert letters.file_of(session, letter).body == "Nous demandons."


class TestConfirmingAgain:
    def test_all_that_agreed_must_confirm_a_new_text(self, make: Make) -> None:
        make.letter(sign_ons=3)
        make.confirm(1, 1, 2)
        assert unconfirmed(make) == [3]
        change(make, body="Another text.")
        assert unconfirmed(make) == [1, 2, 3]
        assert make.confirm(1).ids == [1, 2, 3]
        assert unconfirmed(make) == []

    def test_a_correction_of_spelling_keeps_confirmations(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        done = change(make, body="We write to {{ recipient.name }}!", spelling="a typing error")
        assert (done.version, done.next_version) == (2, True)
        assert unconfirmed(make) == []
        assert printable(make) == 2
        with make.database.reading() as session:
            version = versions.newest(letter_of(session))
            assert version.correction == "a typing error"
            assert version.frozen_at is not None
            assert versions.confirmations(session, version) == 2

    def test_a_change_is_declared_a_correction_afterwards(self, make: Make) -> None:
        """The usual order: change, notice that all would have to confirm again, then say that it was spelling."""
        letter = make.letter(sign_ons=1)
        make.confirm(letter)
        corrected = replace(LETTER, body="We write to you, {{ recipient.name }}.")
        with make.database.work("Change") as unit:
            letters.update(unit.session, letter, corrected)
        with make.database.work("Declare") as unit:
            letters.update(unit.session, letter, corrected, spelling="a comma was missing")
        with make.database.reading() as session:
            newest = versions.newest(letters.get(session, letter))
            assert (newest.number, newest.correction) == (2, "a comma was missing")
            assert versions.confirmations(session, newest) == 1

    @pytest.mark.parametrize("spelling", [None, "a comma was missing"])
    def test_what_froze_a_version_is_not_undone_below_the_next(
        self, make: Make, spelling: str | None
    ) -> None:
        letter = make.letter(sign_ons=1)
        make.confirm(letter)
        with make.database.reading() as session:
            confirming = history.entries(session, limit=1)[0].id
        with make.database.work("Change") as unit:
            letters.update(unit.session, letter, replace(LETTER, body="Other."), spelling=spelling)
        if spelling is None:
            make.confirm(letter)
        with pytest.raises(Refused, match="edited since"):
            undoing.undo(make.database, confirming)
        with make.database.reading() as session:
            assert versions.by_number(letters.get(session, letter), 1).frozen_at is not None

    def test_a_correction_of_what_nobody_confirmed_is_no_confirmation(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        change(make, body="Another text.")
        with make.database.work("Open") as unit:
            confirming.open_for_signature(letter_of(unit.session))
        change(make, body="Another text!", spelling="a typing error")
        assert unconfirmed(make) == [1]
        assert printable(make) == 1

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_a_correction_needs_its_reason(self, make: Make, reason: str) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with pytest.raises(Refused, match="needs its reason"):
            change(make, body="Another text.", spelling=reason)

    def test_printed_is_the_latest_version_that_somebody_confirmed(self, make: Make) -> None:
        make.letter(sign_ons=2)
        assert printable(make) is None
        make.confirm(1)
        change(make, body="Another text.")
        assert printable(make) == 1
        make.confirm(1, 1)
        assert printable(make) == 2
        withdraw(make, 1)
        assert printable(make) == 1
        withdraw(make, 2)
        assert printable(make) is None

    def test_versions_are_found_by_number(self, make: Make) -> None:
        make.letter()
        with make.database.reading() as session:
            assert isinstance(versions.by_number(letter_of(session), 1), Version)
            with pytest.raises(NotFound, match="“To the missions” has no version 2"):
                versions.by_number(letter_of(session), 2)


class TestComparing:
    @given(WORDS, WORDS)
    def test_pieces_join_back_to_both_texts(self, old: list[str], new: list[str]) -> None:
        before, after = "".join(old), "".join(new)
        pieces = list(compare(before, after))
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after

    @given(st.text(), st.text())
    def test_any_text_joins_back(self, before: str, after: str) -> None:
        pieces = list(compare(before, after))
        assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
        assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after

    def test_words_are_compared_whole(self) -> None:
        assert list(compare("137 States parties.", "138 States parties.")) == [
            Piece("removed", "137"),
            Piece("added", "138"),
            Piece("kept", " States parties."),
        ]

    def test_only_what_changed_is_named_by_part(self) -> None:
        old = Words(subject="Protocol", body="We ask.", cc="A\nB")
        found = differences(old, replace(old, body="We urge.", cc="A"))
        assert [difference.part for difference in found] == ["body", "cc"]

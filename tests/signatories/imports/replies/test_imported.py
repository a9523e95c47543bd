"""Mails brought into a letter: whose answers they are, what they change, and their proof."""

import datetime as dt
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from signatories import printed_lines, sign_ons, undoing
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.models import (
    Asset,
    Evidence,
    Import,
    Letter,
    LetterStage,
    Question,
    SignOn,
    SignOnStatus,
)
from signatories.sources import opening
from tests.factories import content

WrittenMail = Callable[..., Path]
ImportMails = Callable[..., Any]


@pytest.fixture
def mail(tmp_path: Path) -> WrittenMail:
    """Write a mail: `mail("We sign.", "Bo Lind <bo@wells.example>", day=3)`."""

    def written(text: str, sender: str = "Bo Lind <bo@wells.example>", day: int = 2) -> Path:
        made = EmailMessage()
        made["From"], made["Subject"] = sender, "Re: Joint letter"
        made["Date"] = dt.datetime(2026, 3, day, 9, 30, tzinfo=dt.UTC)
        made.set_content(text)
        path = tmp_path / f"mail-{len(list(tmp_path.glob('*.eml'))) + 1:02}.eml"
        path.write_bytes(made.as_bytes())
        return path

    return written


@pytest.fixture
def import_mails(database: Database, letter: int) -> ImportMails:
    """Plan mails as one import and apply the plan; the rows as they were planned."""

    def imported(*paths: Path, **request: Any) -> list[Any]:
        source = opening.open_mails(paths)
        with database.reading() as session:
            planned = plan.build(session, source, ImportRequest(letter_id=letter, **request))
        rows = list(planned.rows)
        with database.work("Import", bulk=True) as unit:
            apply.apply(unit, planned)
        return rows

    return imported


@pytest.fixture
def invited(database: Database, make, letter: int) -> int:
    """Anna Berg of Well Fund, who was invited at her address."""
    body = make.organisation("Well Fund", website="https://www.wellfund.example")
    person = make.person("Anna Berg", organisation_id=body, email="anna@wellfund.example")
    with database.work("Invite") as unit:
        return sign_ons.add(
            unit.session,
            letter,
            organisation_id=body,
            signer_id=person,
            status=SignOnStatus.INVITED,
        ).id


ANNA = "Anna Berg <anna@wellfund.example>"


def all_of(database: Database, table: type) -> list[Any]:
    with database.reading() as session:
        return list(session.scalars(select(table).order_by(table.id)))


def texts(database: Database) -> list[tuple[str, str, SignOnStatus]]:
    with database.reading() as session:
        found = session.scalars(select(SignOn).order_by(SignOn.place)).all()
        lines = [printed_lines.printed(session, each, "en") for each in found]
        return [
            (line.name, line.organisation, each.status)
            for line, each in zip(lines, found, strict=True)
        ]


def test_an_invited_contact_answers_and_a_stranger_is_added(
    database, invited, mail, import_mails
) -> None:
    rows = import_mails(
        mail("Yes, we sign.\n\nAnna Berg", ANNA),
        mail("Count us in!\n\nBest,\nBo Lind\nChair\nAir Trust\nKenya"),
    )
    assert [row.state.value for row in rows] == ["update", "new"]
    assert rows[0].changes == {"answer": ("invited", "yes")}
    assert rows[1].fields | {"date": ""} == {
        "name": "Bo Lind",
        "role": "Chair",
        "organisation": "Air Trust",
        "country": "Kenya",
        "email": "bo@wells.example",
        "answer": "yes",
        "date": "",
        "said": "Count us in!",
    }
    assert texts(database) == [
        ("Anna Berg", "Well Fund", SignOnStatus.PROMISED),
        ("Bo Lind", "Air Trust", SignOnStatus.PROMISED),
    ]
    anna = all_of(database, SignOn)[0]
    assert anna.answered_at == dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
    assert "“Yes, we sign.”" in anna.notes
    assert not all_of(database, Evidence)


def test_with_confirm_each_yes_is_confirmed_by_its_own_mail(
    database, letter, invited, mail, import_mails
) -> None:
    paths = mail("We sign.", ANNA), mail("Count us in!\n\nBo Lind\nAir Trust", day=4)
    import_mails(
        *paths, mail("We cannot sign.\n\nCara Holm\nSoil Union", "c@soil.example"), confirm=True
    )
    assert [status.value for *_, status in texts(database)] == [
        "confirmed",
        "confirmed",
        "declined",
    ]
    proofs = all_of(database, Evidence)
    assert [(proof.text, proof.received_at.day) for proof in proofs] == [
        ("We sign.", 2),
        ("Count us in!", 4),
    ]
    with database.reading() as session:
        kept = [session.get(Asset, proof.asset_digest).content for proof in proofs]
        assert session.get(Letter, letter).stage is LetterStage.OPEN
    assert kept == [path.read_bytes() for path in paths]


def test_the_same_mails_again_are_the_same_in_another_file_too(
    database, invited, mail, import_mails
) -> None:
    first = mail("We sign.", ANNA)
    import_mails(first)
    before = database.latest_change()
    assert [row.state.value for row in import_mails(first)] == ["same"]
    box = first.with_name("box.mbox")
    box.write_bytes(b"From anna Mon Mar  2 09:30:00 2026\n" + first.read_bytes())
    again = import_mails(box, first, mail("We sign after all.", ANNA, day=5))
    assert [row.state.value for row in again] == ["same", "same", "update"]
    assert database.latest_change() > before


def test_of_two_answers_of_one_sender_the_later_counts_and_the_change_is_asked_about(
    database, mail, import_mails
) -> None:
    rows = import_mails(
        mail("Sorry, we cannot sign.\n\nBo Lind\nAir Trust", day=9),
        mail("We sign.\n\nBo Lind\nAir Trust", day=3),
        confirm=True,
    )
    assert [row.state.value for row in rows] == ["new", "update"]
    assert texts(database) == [("Bo Lind", "Air Trust", SignOnStatus.DECLINED)]
    assert "answers otherwise" in " ".join(each.key for each in all_of(database, Question))


def test_conditions_are_kept_in_their_words(database, invited, mail, import_mails) -> None:
    import_mails(mail("We would sign if the title is changed.", ANNA), confirm=True)
    anna = all_of(database, SignOn)[0]
    assert (anna.status, anna.condition) == (
        SignOnStatus.CONDITIONAL,
        "We would sign if the title is changed.",
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is the deadline?", ["It asks: “{sentence}”"]),
        (
            "Thank you for the letter.",
            ["What this mail answers is not clear. Read it, and choose the answer."],
        ),
        ("I am out of office until Monday.", []),
    ],
)
def test_what_answers_nothing_changes_no_answer_and_is_kept(
    database, invited, mail, import_mails, text, asked
) -> None:
    rows = import_mails(mail(text, ANNA), confirm=True)
    assert rows[0].state.value == "update"
    assert texts(database)[0][2] is SignOnStatus.INVITED
    assert [each.key for each in all_of(database, Question)] == asked
    assert "Anna Berg" in all_of(database, SignOn)[0].notes


@pytest.mark.parametrize(
    ("text", "sender", "reason"),
    [
        ("What is the deadline?\n\nBo Lind", "bo@wells.example", "nobody was asked at bo@wells"),
        ("Yes.", "x@wells.example", "does not say who signs"),
        ("Yes.", "", "It does not say who sent it"),
    ],
)
def test_a_stranger_who_answers_nothing_or_names_nobody_is_left_out_with_a_reason(
    database, invited, mail, import_mails, text, sender, reason
) -> None:
    (row,) = import_mails(mail(text, sender))
    assert row.state.value == "error"
    assert reason in " ".join(map(str, row.problems))
    assert len(all_of(database, SignOn)) == 1


def test_who_read_an_unclear_mail_may_choose_its_answer(
    database, invited, mail, import_mails
) -> None:
    import_mails(mail("The board was enthusiastic.", ANNA), confirm=True, answers={1: "yes"})
    assert texts(database)[0][2] is SignOnStatus.CONFIRMED
    assert all_of(database, Evidence)[0].text == "The board was enthusiastic."


def test_praise_alone_confirms_nobody(database, invited, mail, import_mails) -> None:
    import_mails(mail("We fully support this letter.", ANNA), confirm=True)
    assert texts(database)[0][2] is SignOnStatus.PROMISED
    (asked,) = all_of(database, Question)
    assert "not confirmed" in asked.key


def test_an_answer_after_confirmation_is_a_question(database, invited, mail, import_mails) -> None:
    import_mails(mail("We sign.", ANNA), confirm=True)
    rows = import_mails(mail("We must decline after all.", ANNA, day=7), confirm=True)
    assert texts(database)[0][2] is SignOnStatus.CONFIRMED
    assert "what is confirmed stays" in str(rows[0].problems[-1])
    assert len(all_of(database, Question)) == 1


def test_a_colleague_with_an_address_of_the_organisation_is_proposed_and_not_confirmed(
    database, invited, mail, import_mails
) -> None:
    path = mail("We sign.\n\nCarl Dahl", "Carl Dahl <carl@mail.wellfund.example>")
    rows = import_mails(path, confirm=True, on_duplicate=OnDuplicate.SKIP)
    assert rows[0].state.value == "duplicate"
    assert "address is one of this organisation" in str(rows[0].matches[0].reason)
    assert texts(database) == [("Anna Berg", "Well Fund", SignOnStatus.INVITED)]
    import_mails(path, choices={1: OnDuplicate.UPDATE})
    assert texts(database) == [("Anna Berg", "Well Fund", SignOnStatus.PROMISED)]


def test_who_answers_for_several_is_asked_for_whom_unless_the_mail_says_it(
    database, make, letter, invited, mail, import_mails
) -> None:
    anna = all_of(database, SignOn)[0].signer_id
    body = make.organisation("Air Trust")
    with database.work("Invite") as unit:
        sign_ons.add(
            unit.session,
            letter,
            organisation_id=body,
            signer_id=anna,
            status=SignOnStatus.INVITED,
        )
    rows = import_mails(mail("We sign.\n\nAnna Berg\nAir Trust", ANNA))
    assert (rows[0].state.value, rows[0].matches[0].ref) == ("update", 2)
    rows = import_mails(mail("We sign.", ANNA, day=5), on_duplicate=OnDuplicate.SKIP)
    assert rows[0].state.value == "duplicate"
    assert [match.ref for match in rows[0].matches if match.subject == "sign-on"] == [1, 2]


def test_kept_beside_an_invited_contact_is_still_one_sign_on(
    database, invited, mail, import_mails
) -> None:
    import_mails(mail("We sign.", ANNA), choices={1: OnDuplicate.KEEP})
    assert texts(database) == [("Anna Berg", "Well Fund", SignOnStatus.PROMISED)]


def test_an_invited_organisation_is_known_by_its_name(
    database, make, letter, mail, import_mails
) -> None:
    body = make.organisation("Air Trust")
    with database.work("Invite") as unit:
        sign_ons.add(unit.session, letter, organisation_id=body, status=SignOnStatus.INVITED)
    rows = import_mails(mail("We sign.\n\nBo Lind\nAir Trust"))
    assert rows[0].state.value == "update"
    assert texts(database) == [("", "Air Trust", SignOnStatus.PROMISED)]


def test_how_to_be_listed_is_printed_and_a_signature_of_somebody_else_is_not(
    database, invited, mail, import_mails
) -> None:
    import_mails(mail("We sign.\n\nCarl Dahl\nAssistant", "Anna Berg <anna@wellfund.example>"))
    assert texts(database)[0][:2] == ("Anna Berg", "Well Fund")
    told = "Please list us as: Dr. Anna Berg, Chair, Well Fund International"
    import_mails(mail(f"We sign. {told}", ANNA, day=6))
    assert texts(database)[0][:2] == ("Dr. Anna Berg", "Well Fund International")


def test_a_file_among_the_mails_that_is_none_is_a_row_with_its_reason(
    database, tmp_path, mail, import_mails
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Bo Lind, Well Foundation\n")
    rows = import_mails(notes, mail("We sign.\n\nBo Lind\nAir Trust"), tmp_path / "gone.eml")
    assert [row.state.value for row in rows] == ["error", "new", "error"]
    assert "“notes.txt” is no mail" in str(rows[0].problems[-1])
    assert "gone.eml" in str(rows[2].problems[-1])


def test_mails_beside_a_first_file_that_is_gone_come_in(tmp_path, mail, import_mails) -> None:
    rows = import_mails(tmp_path / "gone.eml", mail("We sign.\n\nBo Lind\nAir Trust"))
    assert [row.state.value for row in rows] == ["error", "new"]
    assert "gone.eml" in str(rows[0].problems[-1])


def test_a_mail_whose_file_is_gone_by_now_is_no_proof_and_that_is_asked_about(
    database, letter, invited, mail
) -> None:
    path = mail("We sign.", ANNA)
    with database.reading() as session:
        request = ImportRequest(letter_id=letter, confirm=True)
        planned = plan.build(session, opening.open_mails([path]), request)
    path.unlink()
    with database.work("Import", bulk=True) as unit:
        apply.apply(unit, planned)
    (proof,) = all_of(database, Evidence)
    assert (proof.text, proof.asset_digest) == ("We sign.", None)
    assert "could not be read again" in all_of(database, Question)[0].key


def test_a_pasted_mail_is_an_answer_and_its_own_proof(database, letter, invited) -> None:
    pasted = f"From: {ANNA}\nDate: Mon, 2 Mar 2026 09:30:00 +0000\nSubject: Re\n\nWe sign.\n"
    source = opening.open_text(pasted)
    with database.reading() as session:
        planned = plan.build(session, source, ImportRequest(letter_id=letter, confirm=True))
    with database.work("Import", bulk=True) as unit:
        apply.apply(unit, planned)
    (proof,) = all_of(database, Evidence)
    with database.reading() as session:
        assert session.get(Asset, proof.asset_digest).content == pasted.encode()


def test_undo_takes_back_all_but_the_files(database, letter, invited, mail, import_mails) -> None:
    before = content(database)
    import_mails(mail("We sign.", ANNA), mail("We sign.\n\nBo Lind\nAir Trust"), confirm=True)
    with database.reading() as session:
        done = session.scalars(select(Import.change_set_id)).one()
    undoing.undo(database, done)
    assert content(database) == before
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Asset)) == 2
    assert [row.state.value for row in import_mails(mail("We sign.", ANNA))] == ["update"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please add us to the letter.\n\nNina Sol, Director\n", "no organisation was found"),
        ("Please add me to the letter.\n\nNina Sol\n", "This yes was not confirmed"),
        ("We sign. Who else does?\n\nNina Sol\nDirector\nSol Fund\n", "It asks"),
    ],
)
def test_an_uncertain_yes_of_a_stranger_stays_promised_with_a_question(
    database, letter, mail, import_mails, text, asked
) -> None:
    import_mails(mail(text, "Nina Sol <nina@sol.example>"), confirm=True)
    with database.reading() as session:
        sign_on = session.scalars(select(SignOn).order_by(SignOn.id.desc())).first()
        assert sign_on is not None
        assert sign_on.status is SignOnStatus.PROMISED
        about = select(Question.key).where(Question.row_id == sign_on.id)
        assert any(asked in key for key in session.scalars(about))


def test_a_yes_that_names_its_organisation_is_confirmed_for_it(
    database, letter, mail, import_mails
) -> None:
    text = "No problem, please add us: SOL Foundation.\n\nNina Sol, Director\n"
    (row,) = import_mails(mail(text, "Nina Sol <nina@sol.example>"), confirm=True)
    entry = row.entry
    assert (entry.name, entry.text("role"), entry.organisation, row.problems) == (
        *("Nina Sol", "Director", "SOL Foundation"),
        (),
    )
    with database.reading() as session:
        sign_on = session.scalars(select(SignOn).order_by(SignOn.id.desc())).first()
        assert sign_on is not None
        assert sign_on.status is SignOnStatus.CONFIRMED

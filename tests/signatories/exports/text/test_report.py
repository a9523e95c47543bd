"""The report on a letter: the same words as text and as a PDF of one page."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from signatories import countries, reports
from signatories.block.signatory import Counts
from signatories.exports.text import report
from signatories.merge.course import Agreed, Course, Sent
from signatories.models import LetterStage, Paper, SignOnStatus
from signatories.standing import NOTHING, Standing, Standings, Status
from tests.printed import pages_of

JULY = dt.date(2010, 7, 26)
LATER = dt.date(2015, 3, 1)
SIGNED = Standing(Status.SIGNED, dt.date(2003, 9, 24))
JOINED = Standing(Status.PARTY, dt.date(2012, 2, 3))
COURSE = Course(
    title="To the <b>Missions</b>",
    day=LATER,
    stage=LetterStage.SENT,
    deadline=dt.date(2010, 7, 1),
    target=20,
    answers={SignOnStatus.CONFIRMED: 11, SignOnStatus.INVITED: 3, SignOnStatus.DECLINED: 1},
    agreed=Agreed(1, Counts(10, 9, 1, 7, 1), dt.date(2010, 6, 2), dt.date(2010, 7, 9)),
    sent=Sent(
        dt.date(2010, 7, 27),
        1,
        3,
        "Optional Protocol",
        JULY,
        {"GH": SIGNED, "KE": NOTHING, "PK": SIGNED},
    ),
    standings=Standings(LATER, {"GH": JOINED, "PK": SIGNED, "FR": JOINED}),
    checked_on=dt.date(2014, 12, 31),
    paper=Paper.A4,
)


def said(course: Course) -> str:
    return "\n".join(report.lines_of(course))


def test_it_says_who_signed_who_answered_what_was_sent_and_who_has_moved() -> None:
    assert said(COURSE) == (
        "Report on “To the <b>Missions</b>”\n"
        "\n"
        "On 1 March 2015 the letter has been sent.\n"
        "\n"
        "Signed\n"
        "\n"
        "10 signatory lines: 9 for organisations, 1 in their own name.\n"
        "They are from 7 countries or regions.\n"
        "1 more agreed and are not named, by their own wish.\n"
        "They agreed to version 1, the first on 2 June 2010, the last on 9 July\n"
        "2010.\n"
        "Hoped for were 20.\n"
        "\n"
        "Answered\n"
        "\n"
        "Of 15 that were asked or came by themselves: 3 invited, 11 confirmed, 1\n"
        "declined.\n"
        "3 without a reply when the deadline passed on 1 July 2010.\n"
        "\n"
        "Made\n"
        "\n"
        "3 letters of version 1, made on 27 July 2010.\n"
        "\n"
        "Standing in “Optional Protocol”\n"
        "\n"
        "Of 3 States written to, as of 26 July 2010: 2 signed, 1 no action.\n"
        "What is told as of now was last checked on 31 December 2014.\n"
        "\n"
        "1 of them became party since:\n"
        "- Ghana, 3 February 2012"
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agreed": None}, "Nobody has confirmed yet."),
        ({"sent": None}, "The letters have not all been made yet."),
        (
            {"standings": Standings(LATER, {"GH": SIGNED, "PK": SIGNED})},
            "None of them stands elsewhere now.",
        ),
        (
            {"standings": Standings(LATER, {"GH": SIGNED, "PK": SIGNED, "KE": SIGNED})},
            "1 of them signed since:\n- Kenya, 24 September 2003",
        ),
        ({"stage": LetterStage.OPEN}, "On 1 March 2015 the letter is open for signature."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_otherwise_is_said_so(changes: dict[str, object], words: str) -> None:
    assert words in said(replace(COURSE, **changes))


@pytest.mark.parametrize("changes", [{"deadline": None}, {"deadline": LATER}])
def test_nobody_is_without_a_reply_before_the_deadline_has_passed(
    changes: dict[str, object],
) -> None:
    assert replace(COURSE, **changes).without_reply == 0


def test_of_a_day_before_that_of_the_letters_nobody_has_moved_since() -> None:
    early = replace(COURSE, day=dt.date(2005, 1, 1), standings=Standings(dt.date(2005, 1, 1), {}))
    assert [each for status in Status for each in early.moved(status)] == []
    assert "Of 3 States written to, as of 26 July 2010" in said(early)
    assert "now" not in said(early).partition("Standing")[2].partition("checked")[0]


def test_what_was_sent_before_much_was_kept_is_told_without_standing() -> None:
    told = said(replace(COURSE, sent=Sent(dt.date(2010, 7, 27), 1, 3)))
    assert "3 letters of version 1, made on 27 July 2010." in told
    assert "Standing" not in told


def test_who_has_moved_stands_in_the_order_of_the_days() -> None:
    early = Standing(Status.PARTY, dt.date(2011, 1, 1))
    now = Standings(LATER, {"GH": JOINED, "PK": early, "KE": JOINED})
    moved = replace(COURSE, standings=now).moved(Status.PARTY)
    assert [each.code for each in moved] == ["PK", "GH", "KE"]


def test_the_pdf_says_the_same_on_one_page(tmp_path: Path) -> None:
    many = dict.fromkeys((state.iso for state in countries.members(JULY)[:14]), SIGNED)
    sent = COURSE.sent._replace(then=many) if COURSE.sent else None
    joined = Standings(LATER, dict.fromkeys(many, JOINED))
    course = replace(COURSE, sent=sent, standings=joined)
    reports.write(course, "pdf", tmp_path / "report.pdf")
    (page,) = pages_of(tmp_path / "report.pdf")
    words = said(course).replace("- ", "• ").split()
    assert page.split() == words


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("old")
    odd = replace(COURSE, title="\U0001faa9")
    with pytest.raises(Exception, match="Nothing was made"):
        reports.write(odd, "pdf", path)
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize(
    ("organisations", "people", "words"),
    [
        (2, 0, "2 signatory lines, in the name of organisations.\n"),
        (0, 2, "2 signatory lines, of people in their own name.\n"),
    ],
)
def test_who_signed_is_told_without_noughts(organisations: int, people: int, words: str) -> None:
    day = dt.date(2010, 6, 2)
    counts = Counts(2, organisations, people, 0, 0)
    told = said(replace(COURSE, agreed=Agreed(1, counts, day, day)))
    assert words in told
    assert "They agreed to version 1 on 2 June 2010.\n" in told

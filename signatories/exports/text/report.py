"""The report on a letter as text: what became of it, on a page."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from signatories import countries
from signatories.block.signatory import Counts
from signatories.dates import long_date
from signatories.exports.characters import printable
from signatories.exports.line_files import write_lines
from signatories.exports.text.wrapping import wrapped
from signatories.merge.course import Agreed, Course, Moved, Sent
from signatories.models import LetterStage, SignOnStatus
from signatories.sign_ons.lists import NumberedList
from signatories.standing import Status
from signatories.texts import N_, Message, listed, message

_LANGUAGE = "en"  # as the cover note: for the office, not for those who are written to
_STAGES = {
    LetterStage.DRAFT: N_("On {day} the letter is a draft."),
    LetterStage.OPEN: N_("On {day} the letter is open for signature."),
    LetterStage.CLOSED: N_("On {day} the letter is closed for signature."),
    LetterStage.SENT: N_("On {day} the letter has been sent."),
}
_SINCE = {
    Status.PARTY: N_("%n of them became party since:"),
    Status.SIGNED: N_("%n of them signed since:"),
    Status.WITHDRAWN: N_("%n of them withdrew since:"),
    Status.NO_ACTION: N_("%n of them stand as having done nothing now:"),
}


class Part(NamedTuple):
    """Something that is told under a heading, if it has one; `lines` belong to the last fact."""

    heading: Message | None
    facts: tuple[Message, ...]
    lines: tuple[str, ...] = ()


class Report(NamedTuple):
    """The words of a report, in their order. A part without heading goes on from the one before."""

    title: Message
    parts: tuple[Part, ...]


def write(course: Course, path: Path) -> None:
    """Write the report as text."""
    write_lines(path, map(printable, lines_of(course)))


def lines_of(course: Course) -> Iterator[str]:
    """The report on a letter as lines of text."""
    return lines_of_report(report_of(course))


def lines_of_report(report: Report) -> Iterator[str]:
    """A report as lines of text."""
    yield from wrapped(str(report.title))
    for part in report.parts:
        yield ""
        if part.heading:
            yield from wrapped(str(part.heading))
            yield ""
        for fact in part.facts:
            yield from wrapped(str(fact))
        yield from (f"- {line}" for line in part.lines)


def report_of(course: Course) -> Report:
    """What the report says of a letter."""
    parts = (
        Part(None, tuple(_state(course))),
        Part(message(N_("Signed")), tuple(_signed(course))),
        Part(message(N_("Answered")), tuple(_answered(course))),
        Part(message(N_("Made")), tuple(_sent(course))),
        *_standing(course),
    )
    title = message(N_("Report on “{letter}”"), letter=course.title)
    return Report(title, tuple(part for part in parts if part.facts))


def _state(course: Course) -> Iterator[Message]:
    yield message(_STAGES[course.stage], day=_day(course.day))


def _signed(course: Course) -> Iterator[Message]:
    agreed = course.agreed
    if agreed is None:
        yield message(N_("Nobody has confirmed yet."))
        return
    counts = agreed.counts
    yield _who(counts)
    if counts.countries:
        yield message(N_("They are from %n countries or regions."), n=counts.countries)
    if counts.withheld:
        yield message(N_("%n more agreed and are not named, by their own wish."), n=counts.withheld)
    yield _when(agreed)
    yield from _listed(agreed.lists)
    if course.sent and course.sent.gone:
        text = N_("The letters still name %n who withdrew since: {names}.")
        yield message(text, n=len(course.sent.gone), names=listed(course.sent.gone))
    if course.target:
        text = N_("Hoped for were {target}.")
        yield message(text, target=course.target)


def _who(counts: Counts) -> Message:
    text = N_(
        "%n signatory line(s): {organisations} for organisations, {people} in their own name."
    )
    if not counts.people:
        text = N_("%n signatory line(s), in the name of organisations.")
    elif not counts.organisations:
        text = N_("%n signatory line(s), of people in their own name.")
    organisations, people = counts.organisations, counts.people
    return message(text, n=counts.signatories, organisations=organisations, people=people)


def _when(agreed: Agreed) -> Message:
    first, last = _day(agreed.first), _day(agreed.last)
    text = N_("They agreed to version {version}, the first on {first}, the last on {last}.")
    if first == last:
        text = N_("They agreed to version {version} on {last}.")
    return message(text, version=agreed.version, first=first, last=last)


def _listed(lists: Sequence[NumberedList]) -> Iterator[Message]:
    """Each list with its day, and who is on none of them."""
    for closed in lists:
        text = N_("List {number} was closed as of {day}, with %n on it.")
        day = _day(closed.cut_off.date())
        yield message(text, n=closed.signatories, number=closed.number, day=day)
    if lists and lists[-1].later:
        text = N_("%n agreed and are not on list {number}.")
        yield message(text, n=lists[-1].later, number=lists[-1].number)


def _answered(course: Course) -> Iterator[Message]:
    if not course.asked:
        return
    told = ((status, course.answers.get(status, 0)) for status in SignOnStatus)
    answers = ", ".join(f"{many} {status.value}" for status, many in told if many)
    yield message(
        N_("Of %n that were asked or came by themselves: {answers}."),
        n=course.asked,
        answers=answers,
    )
    if course.without_reply:
        text = N_("%n without a reply when the deadline passed on {day}.")
        day = _day(course.deadline) if course.deadline else ""
        yield message(text, n=course.without_reply, day=day)


def _sent(course: Course) -> Iterator[Message]:
    if course.sent is None:
        yield message(N_("The letters have not all been made yet."))
        return
    text = N_("%n letter(s) of version {version}, made on {day}.")
    sent = course.sent
    yield message(text, n=sent.letters, version=sent.version, day=_day(sent.day))


def _standing(course: Course) -> Iterator[Part]:
    sent = course.sent
    if sent is None or not sent.then or course.standings is None:
        return
    heading = message(N_("Standing in “{instrument}”"), instrument=sent.instrument)
    yield Part(heading, (_then(sent), *_checked(course)))
    found = [(status, course.moved(status)) for status in _SINCE]
    for status, moved in found:
        if moved:
            yield Part(None, (message(_SINCE[status], n=len(moved)),), tuple(map(_line, moved)))
    if course.is_later and not any(moved for _, moved in found):
        yield Part(None, (message(N_("None of them stands elsewhere now.")),))


def _then(sent: Sent) -> Message:
    figures = Counter(each.status for each in sent.then.values())
    told = ", ".join(f"{figures[status]} {status.value}" for status in Status if figures[status])
    text = N_("Of %n State(s) written to, as of {day}: {told}.")
    day = _day(sent.as_of) if sent.as_of else ""
    return message(text, n=len(sent.then), day=day, told=told)


def _checked(course: Course) -> Iterator[Message]:
    if course.checked_on and course.checked_on < course.day:
        text = N_("What is told as of now was last checked on {day}.")
        yield message(text, day=_day(course.checked_on))


def _line(moved: Moved) -> str:
    name = countries.name(moved.code, _LANGUAGE)
    return f"{name}, {_day(moved.now.since)}" if moved.now.since else name


def _day(day: dt.date) -> str:
    return long_date(day, _LANGUAGE)

"""What to look at in the list of the confirmed before it is printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.findings import Finding, Level, Spot, Tab, about
from signatories.merge.block.texts import shown_texts
from signatories.merge.listing import whole
from signatories.merge.snapshot import Snapshot
from signatories.models import Capacity
from signatories.models.block import Place
from signatories.printed_lines import Printed
from signatories.sign_ons.lists import in_words
from signatories.texts import N_, Message, message

HERE = Spot(Tab.SIGNATORIES)


def contents(snapshot: Snapshot) -> Iterator[Finding]:
    """A list with nobody on it, or without a name."""
    if not snapshot.signatories:
        place = Spot(Tab.BLOCK, "where") if snapshot.confirmed else HERE
        yield Finding(Level.ERROR, _why_empty(snapshot), place=place)
    elif not snapshot.printed and snapshot.block.place is not Place.COUNT_ONLY:
        text = N_("The list shows no name: it only counts %n sign-on(s).")
        yield Finding(Level.WARNING, message(text, n=len(snapshot.signatories)), place=HERE)


def bodies(snapshot: Snapshot) -> Iterator[Finding]:
    """Bodies that stand on the list more than once, or beside the one that they belong to."""
    theirs = {
        line.sign_on_id: line
        for line in snapshot.printed
        if line.organisation and line.capacity is Capacity.ORGANISATION
    }
    ids = {id_ for same in snapshot.concerns.kin.same for id_ in same if theirs.keys() >= {*same}}
    for same in _of_one_name(theirs.values()):
        ids.update([line.sign_on_id for line in same])
    twice = [line for id_, line in theirs.items() if id_ in ids]
    text = N_("One organisation stands on the list more than once: {names}.")
    yield from about(text, [line.organisation for line in twice], _of(twice))
    text = N_("%n organisation(s) on the list beside the body to which they belong: {names}.")
    pairs = [
        (theirs[chapter], theirs[parent])
        for chapter, parent in snapshot.concerns.kin.chapters
        if theirs.keys() >= {chapter, parent}
    ]
    named = [f"{chapter.organisation} ({parent.organisation})" for chapter, parent in pairs]
    yield from about(text, named, _of([line for pair in pairs for line in pair]))


def _of_one_name(lines: Iterable[Signatory]) -> Iterator[list[Signatory]]:
    """Lines of one name each, unless all are of different countries."""
    written: defaultdict[str, list[Signatory]] = defaultdict(list)
    for line in lines:
        written[line.organisation].append(line)
    alike: defaultdict[str, list[Signatory]] = defaultdict(list)
    for name, same in written.items():
        alike[fold(name)] += same
    for same in (lines for lines in alike.values() if len(lines) > 1):
        codes = {line.country_code for line in same}
        if None in codes or len(codes) < len(same):
            yield same


def _why_empty(snapshot: Snapshot) -> Message:
    if snapshot.confirmed:
        text = N_(
            "None of the %n who confirmed version {number} meets the condition “{condition}” of the block: "
            "there is no list to print."
        )
        values = {"number": snapshot.version, "condition": snapshot.block.where}
        return message(text, n=snapshot.confirmed, **values)
    text = N_("Nobody has confirmed version {number}: there is no list to print.")
    return message(text, number=snapshot.version)


def outdated(snapshot: Snapshot) -> Iterator[Finding]:
    """Lines that the directory has otherwise by now, in what the block shows of them."""
    if not snapshot.concerns.outdated:
        return
    printed = {line.sign_on_id: line for line in snapshot.printed}
    there = [each for each in snapshot.concerns.outdated if each.sign_on_id in printed]
    before = [printed[each.sign_on_id] for each in there]
    now = [line._replace(**_words(each.now)) for line, each in zip(before, there, strict=True)]
    texts, texts_now = _shown(snapshot, before), _shown(snapshot, now)
    changed = [line for line in before if texts[line.sign_on_id] != texts_now[line.sign_on_id]]
    pairs = ((texts[line.sign_on_id], texts_now[line.sign_on_id]) for line in changed)
    text = N_(
        "%n line(s) printed as confirmed, though the directory says otherwise by now: {names}. "
        "To print what it says, confirm them anew."
    )
    names = [f"“{said}” (now “{says}”)" for said, says in pairs]
    yield from about(text, names, _of(changed))


def questioned(snapshot: Snapshot) -> Iterator[Finding]:
    """Lines that an import was not sure of, and that nobody has said to have looked at."""
    asked = [line for line in snapshot.printed if line.sign_on_id in snapshot.concerns.questioned]
    text = N_(
        "%n line(s) about which a question of an import is still open: {names}. "
        "Answer it under Imports, or look whether they are right as printed."
    )
    yield from about(text, [line.name or line.organisation for line in asked], _of(asked))


def _words(now: Printed) -> dict[str, Any]:
    kept = ("name", "role", "organisation", "acronym", "country", "country_code")
    return {name: getattr(now, name) for name in kept}


def _shown(snapshot: Snapshot, lines: Sequence[Signatory]) -> dict[int, str]:
    block = replace(snapshot.block, limit=None)
    return dict(shown_texts(whole(replace(snapshot, signatories=tuple(lines), block=block))))


def notices(snapshot: Snapshot) -> Iterator[Finding]:
    """Affiliations for identification only that the list does not say to be such."""
    if snapshot.block.identification_notice or snapshot.block.place is Place.COUNT_ONLY:
        return
    text = N_(
        "The list does not say for whom the organisation is named for identification only: {names}. "
        "Say so in the letter."
    )
    identified = [
        line
        for line in snapshot.printed
        if line.capacity is Capacity.IDENTIFICATION and line.organisation
    ]
    place = Spot(Tab.BLOCK, "identification_notice")
    yield from about(text, [line.name for line in identified], place)


def versions(snapshot: Snapshot) -> Iterator[Finding]:
    """A text that is not the newest, and who has not agreed to it."""
    values = {"printed": snapshot.version, "newest": snapshot.newest_version}
    if snapshot.newest_version > snapshot.version and snapshot.newest_confirmed:
        text = N_("Version {printed} is printed, though %n confirmed the newer version {newest}.")
        words = message(text, n=snapshot.newest_confirmed, **values)
        yield Finding(Level.WARNING, words, place=HERE)
    elif snapshot.newest_version > snapshot.version:
        text = N_(
            "Version {printed} is printed; there is a newer version {newest} that nobody has confirmed."
        )
        yield Finding(Level.WARNING, message(text, **values), place=HERE)
    text = N_("%n said yes and have not confirmed version {version}: {names}.")
    yield from about(text, snapshot.unconfirmed, HERE, version=snapshot.version)


def later(snapshot: Snapshot) -> Iterator[Finding]:
    """Who agreed when the list was closed: good to know, as somebody closed it."""
    closed, number = snapshot.signed_by, snapshot.list_number
    if not (snapshot.later and closed):
        return
    if number:
        text = N_("Not on list {number}, closed as of {moment}: %n sign-on(s) of this version.")
        said = message(text, n=snapshot.later, number=number, moment=in_words(closed))
    else:
        text = N_("%n agreed after {moment}, when this list was closed, and are not on it.")
        said = message(text, n=snapshot.later, moment=f"{closed.astimezone():%Y-%m-%d %H:%M}")
    yield Finding(Level.NOTE, said, place=Spot(Tab.RUN, "signed_by"))


def superseded(snapshot: Snapshot) -> Iterator[Finding]:
    """A list that is not the last one that was closed."""
    number, newest = snapshot.list_number, snapshot.concerns.newest_list
    if number and newest and newest > number:
        text = N_("List {number} is printed, though list {newest} was closed since.")
        said = message(text, number=number, newest=newest)
        yield Finding(Level.WARNING, said, place=Spot(Tab.RUN, "signed_by"))


def withdrawn(snapshot: Snapshot) -> Iterator[Finding]:
    """Who was on the list that is printed, and is not printed any more."""
    text = N_("%n on list {number} do not agree any more and are not printed: {names}.")
    yield from about(text, snapshot.concerns.withdrawn, HERE, number=snapshot.list_number)


def deadline(snapshot: Snapshot) -> Iterator[Finding]:
    """That others may still sign."""
    last, closed = snapshot.deadline, snapshot.signed_by
    is_open = closed is None or closed > snapshot.taken_at
    if last is not None and is_open and snapshot.listed_on <= last:
        text = N_("The deadline for signing is {day}: who signs until then is not on this list.")
        yield Finding(Level.WARNING, message(text, day=last.isoformat()), place=HERE)


def refusals(snapshot: Snapshot) -> Iterator[Finding]:
    """Refusals that name a recipient of another list, whom one of this letter may be."""
    for doubt in snapshot.concerns.doubts:
        text = N_(
            "“{recipient}” gets the names of who refused to be shown to “{refused}”: {names}. "
            "If both are the same, tick “{recipient}” in their consents too."
        )
        values = {"recipient": doubt.recipient, "refused": doubt.refused}
        yield from about(text, doubt.lines, HERE, **values)


def _of(lines: Sequence[Signatory]) -> Spot:
    return Spot(Tab.SIGNATORIES, "", tuple(line.sign_on_id for line in lines))

"""What to look at among those who get a letter."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from signatories import countries, gaps
from signatories.block.reducing import sharing
from signatories.findings import Finding, Level, Spot, Tab, about
from signatories.gaps import Gap
from signatories.languages import called, reads
from signatories.letters import printed_parts
from signatories.merge.languages import by_language
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import recipient_values
from signatories.models.block import Reduction
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, Message, listed, message

HERE = Spot(Tab.RECIPIENTS)
SALUTATION = "recipient.salutation"


def nobody(snapshot: Snapshot) -> Iterator[Finding]:
    """That there is no letter to make."""
    if snapshot.recipients:
        return
    if snapshot.selection.recipients:
        text = N_("None of those that were chosen is a recipient of the letter any more.")
        yield Finding(Level.ERROR, message(text), place=HERE)
    elif snapshot.selection.candidates:
        text = N_(
            "No recipient meets the condition “{condition}” as of {day}: there is no letter to make."
        )
        day = snapshot.selection.as_of.isoformat()
        words = message(text, condition=snapshot.text.recipients, day=day)
        yield Finding(Level.ERROR, words, place=replace(HERE, field="condition"))
    else:
        text = N_("The letter has no recipients: import or add some first.")
        yield Finding(Level.ERROR, message(text), place=HERE)


def without_value(snapshot: Snapshot) -> Iterator[Finding]:
    """Values that the text asks for and some have not."""
    those = replace(snapshot.selection, recipients=snapshot.recipients)
    for gap in gaps.without_value(those, snapshot.text, snapshot.known_fields):
        yield _of_gap(gap, snapshot)


def doubles(snapshot: Snapshot) -> Iterator[Finding]:
    """Who may be there twice, and which States are missing."""
    for gap in gaps.doubles(replace(snapshot.selection, recipients=snapshot.recipients)):
        place = replace(HERE, ids=gap.ids)
        yield Finding(Level.WARNING, gap.sentence, gap.names, place)


def _of_gap(gap: Gap, snapshot: Snapshot) -> Finding:
    column = gap.field.partition(".")[2]
    place = Spot(Tab.RECIPIENTS, column, gap.ids)
    text = N_("{sentence} Fill it, or write {example} in the text.")
    if not _asked_for_below_heading(gap.field, snapshot):
        text = N_(
            "{sentence} Fill it, or write {example} in the heading of the letter; nobody need confirm again for that."
        )
    example = "{{ " + gap.field + ' | "…" }}'
    words = message(text, sentence=gap.sentence, example=example)
    return Finding(Level.ERROR, words, gap.names, place)


def _asked_for_below_heading(name: str, snapshot: Snapshot) -> bool:
    """Whether the field stands without a fallback where a change makes a new version."""
    below = replace(snapshot.text, reference="", addressee=())
    named = printed_parts.fields_of(below, snapshot.known_fields)
    return any(field.name == name and field.fallback is None for field in named)


def of_a_later_day(snapshot: Snapshot) -> Iterator[Finding]:
    """Who would no longer be written to, or would be too, as States stand today."""
    later = snapshot.selection.later
    if later is None:
        return
    ids = {each.id for each in snapshot.recipients}
    leaving = [each for each in later.leaving if each.id in ids]
    changes = (
        (N_("As of today %n recipient(s) would no longer be written to: {names}."), leaving),
        (N_("As of today %n more would be written to: {names}."), later.joining),
    )
    for text, those in changes:
        if those:
            names = listed([*map(_with_standing, those)])
            words = message(text, n=len(those), names=names)
            place = Spot(Tab.RECIPIENTS, "as_of", tuple(each.id for each in those))
            yield Finding(Level.WARNING, words, tuple(each.name for each in those), place)


def _with_standing(each: Addressed) -> str:
    if each.standing is None or each.standing.since is None:
        return each.name
    return f"{each.name} ({each.standing.status.value} since {each.standing.since.isoformat()})"


def names(snapshot: Snapshot) -> Iterator[Finding]:
    """States that have another name today than on the day of the letter, where it prints that."""
    day = next((each.named_on for each in snapshot.recipients), None)
    codes = {each.country for each in snapshot.recipients}
    pairs = {code: pair for code in codes if code and (pair := _then_and_today(code, day))}
    if not pairs:
        return
    every = printed_parts.fields_of(snapshot.text, snapshot.known_fields)
    in_text = any(field.name == "recipient.country" for field in every)
    there = ((each, pairs.get(each.country or "")) for each in snapshot.recipients)
    changed = [(each, pair) for each, pair in there if pair and (in_text or each.name == pair[0])]
    text = N_(
        "%n recipient(s) under the name that the State had when the letter is dated: {names}."
    )
    told = [f"{then} (today {today})" for _, (then, today) in changed]
    place = Spot(Tab.RECIPIENTS, "", tuple(each.id for each, _ in changed))
    for found in about(text, told, place):
        yield replace(found, level=Level.NOTE)


def _then_and_today(code: str, day: dt.date | None) -> tuple[str, str] | None:
    then, today = countries.name(code, "en", day), countries.name(code, "en")
    return (then, today) if then != today else None


def languages(snapshot: Snapshot) -> Iterator[Finding]:
    """How many letters are in which language, and recipients who read none of them."""
    yield from _in_each_language(snapshot)
    others: dict[str, list[Addressed]] = {}
    for each in snapshot.recipients:
        if each.language:
            others.setdefault(each.language, []).append(each)
    codes = [text.language for text in snapshot.texts]
    for language, those in others.items():
        if not any(reads(language, code) for code in codes):
            text = _why_not(language, snapshot)
            written = called(snapshot.text.language)
            yield from _about(text, those, "language", language=language, written=written)


def _in_each_language(snapshot: Snapshot) -> Iterator[Finding]:
    found = by_language(snapshot)
    if len(found) > 1 or snapshot.text.language not in found:
        told = [f"{called(language)}: {len(those)}" for language, those in found.items()]
        text = N_("%n letter(s) by language: {told}.")
        said = message(text, n=len(snapshot.recipients), told=listed(told, most=len(told)))
        yield Finding(Level.NOTE, said, place=replace(HERE, field="language"))
        if snapshot.text.place and len({each.place for each in snapshot.texts}) == 1:
            text = N_(
                "“{place}” stands above all of them: a translation may have a place of its own."
            )
            said = message(text, place=snapshot.text.place)
            yield Finding(Level.NOTE, said, place=Spot(Tab.TEXT, "place"))


def _why_not(language: str, snapshot: Snapshot) -> str:
    """Why who reads this language gets a letter in another one."""
    if any(reads(language, code) for code in snapshot.undeclared):
        return N_(
            "“{written}” goes to %n recipient(s) reading “{language}”, a text that is not declared yet: {names}."
        )
    if snapshot.translations:
        return N_(
            "“{written}” goes to %n recipient(s) reading “{language}”, in which there is no text: {names}."
        )
    return N_(
        "The letter is in “{written}” only, and goes to %n recipient(s) reading “{language}”: {names}."
    )


def salutations(snapshot: Snapshot) -> Iterator[Finding]:
    """Recipients without the form of address that others of the same letter have."""
    named = printed_parts.parsed(snapshot.text, "salutation", snapshot.known_fields)
    if not any(not isinstance(part, str) and part.name == SALUTATION for part in named):
        return
    without = [each for each in snapshot.recipients if not each.salutation]
    if len(without) < len(snapshot.recipients):
        text = N_("The general salutation goes to %n recipient(s) without one: {names}.")
        yield from _about(text, without, "salutation")


def addressees(snapshot: Snapshot) -> Iterator[Finding]:
    """Recipients of whom the head of the letter says nothing, though it names others.

    A field that nothing stands in for names them, or is a gap.
    """
    parsed = printed_parts.parsed(snapshot.text, "addressee", snapshot.known_fields)
    named = [part for part in parsed if not isinstance(part, str) and part.is_of_recipient]
    if not named or any(field.fallback is None for field in named):
        return
    names, language = [field.name for field in named], snapshot.text.language
    known = ((each, recipient_values(each, language, names)) for each in snapshot.recipients)
    without = [
        each
        for each, values in known
        if not any((field.value(values) or "").strip() for field in named)
    ]
    text = N_(
        "%n letter(s) with nobody named in the address, as the addressee is written: {names}."
    )
    yield from _about(text, without, named[0].column)


def whole_lists(snapshot: Snapshot) -> Iterator[Finding]:
    """Recipients that are to see their own signatories only, and have none."""
    rule = snapshot.block.reduced
    if rule is None or rule.how is not Reduction.ONLY:
        return
    shares = sharing(snapshot.signatories, rule)
    text = N_("The whole list goes to %n recipient(s) whose “{column}” no signatory has: {names}.")
    strangers = (each for each in snapshot.recipients if not shares(each.record()))
    yield from _about(text, strangers, rule.column, column=rule.column)


def addresses(snapshot: Snapshot) -> Iterator[Finding]:
    """Recipients that get neither label nor envelope, beside others that do."""
    without = [each for each in snapshot.recipients if not each.address.strip()]
    if len(without) < len(snapshot.recipients):
        text = N_("%n recipient(s) without an address get neither label nor envelope: {names}.")
        yield from _about(text, without, "address")


def _about(
    text: str, those: Iterable[Addressed], field: str, **values: object
) -> Iterator[Finding]:
    """A warning about these recipients; none when there is nobody."""
    found = list(those)
    if found:
        names = tuple(each.name for each in found)
        words: Message = message(text, n=len(found), names=listed(names), **values)
        place = Spot(Tab.RECIPIENTS, field, tuple(each.id for each in found))
        yield Finding(Level.WARNING, words, names, place)

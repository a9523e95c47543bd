"""What to look at in the figures of a letter: computed ones that leave something out, and those typed by hand."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from signatories.block.signatory import Counts, count
from signatories.collation import fold
from signatories.countries import country, name
from signatories.findings import Finding, Level, Spot, Tab, about
from signatories.letters import printed_parts
from signatories.merge.snapshot import Snapshot
from signatories.preflight import words
from signatories.standing import Status
from signatories.texts import N_, message
from signatories.told_counts import Bound, Counted, Figure, told_in

_WORD = re.compile(r"[^\W_]+")
_OF_MANY = frozenset(
    {"optional", "additional", "facultatif", "facultativo", "fakultativprotokoll"}
    | {"treaty", "convention", "protocol", "agreement", "covenant", "charter", "instrument", "statute"}
    | {"traite", "protocole", "accord", "pacte", "charte", "tratado", "convencion", "protocolo", "acuerdo"}
    | {"pacto", "carta", "vertrag", "ubereinkommen", "protokoll", "abkommen", "pakt", "vertrages"}
)  # fmt: skip
"""Words, folded, that stand in the names of many instruments."""
_OF_STANDING = frozenset({"count.parties", "count.signed"})


def typed(snapshot: Snapshot) -> Iterator[Finding]:
    """Figures in the text that are not those of the list and of the table. True ones are no finding."""
    figures = _figures(snapshot)
    language = snapshot.text.language
    every = (
        (part, told._replace(of=""))
        for part, said in words.written(snapshot)
        for told in told_in(said, language)
        if _is_about(snapshot, told)
    )
    for part, told in dict.fromkeys(every):
        known = figures.get(told.counted, ())
        if known and not any(map(told.holds, known)):
            yield _contradicted(snapshot, part, told, known[0])


def _is_about(snapshot: Snapshot, told: Figure) -> bool:
    """Whether a figure counts those on this list, or the parties to the letter's own instrument."""
    if told.counted is not Counted.PARTIES:
        return told.signs
    named = {fold(word) for word in _WORD.findall(told.of) if word[0].isupper()} - _OF_MANY
    return not named or not named.isdisjoint(_WORD.findall(fold(snapshot.instrument)))


def _figures(snapshot: Snapshot) -> dict[Counted, tuple[int, ...]]:
    """What each kind of figure may truly say, the computed one first."""
    known = snapshot.selection.standings
    parties = (known.count(Status.PARTY),) if known else ()
    counts = count(snapshot.signatories)
    if counts.signatories + counts.withheld < 2:  # who signs alone speaks of other people's lists
        return {Counted.PARTIES: parties}
    return {Counted.PARTIES: parties, **_of_list(counts)}


def _of_list(counts: Counts) -> dict[Counted, tuple[int, ...]]:
    every = (counts.signatories, counts.signatories + counts.withheld)
    return {
        Counted.SIGNATORIES: every,
        Counted.ORGANISATIONS: (counts.organisations, *every),
        Counted.PEOPLE: (counts.people, *every),
        Counted.COUNTRIES: (counts.countries,),
    }


def _contradicted(snapshot: Snapshot, part: str, told: Figure, figure: int) -> Finding:
    if told.counted is Counted.PARTIES:
        text = N_("The {part} says “{told}”; as of {day} there are %n.")
    else:
        text = N_("The {part} says “{told}”; on the list there are %n.")
    said = message(
        text,
        part=message(printed_parts.NAMES[part]),
        told=told.words,
        n=figure,
        day=snapshot.selection.as_of.isoformat(),
    )
    if figure and told.bound is Bound.EXACT and not told.others:
        field = "{{ " + told.counted.value + " }}"
        said = message(N_("{finding} Write {field} for the figure."), finding=said, field=field)
    return Finding(Level.WARNING, said, place=Spot(Tab.TEXT, part))


def countries(snapshot: Snapshot) -> Iterator[Finding]:
    """Printed lines that a figure of countries in the text passes over."""
    if Counted.COUNTRIES.value in _named(snapshot):
        without = [line for line in snapshot.printed if not line.country_code]
        text = N_(
            "The figure of countries does not count %n line(s) without a country: {names}. "
            "Give the organisation or the person one."
        )
        place = Spot(Tab.SIGNATORIES, "country", tuple(line.sign_on_id for line in without))
        yield from about(text, [line.line for line in without], place)


def participants(snapshot: Snapshot) -> Iterator[Finding]:
    """Parties that no letter can be addressed to, and that a figure counts."""
    known = snapshot.selection.standings
    if known is not None and not _OF_STANDING.isdisjoint(_named(snapshot)):
        text = N_("Counted as %n participant(s), though no State that we know: {names}.")
        yield from about(text, known.others, Spot(Tab.RECIPIENTS))


def outsiders(snapshot: Snapshot) -> Iterator[Finding]:
    """Participants that are no members of the United Nations: a treaty's table brings no recipient for them."""
    known, recipients = snapshot.selection.standings, snapshot.selection.recipients
    if known is None or not any(recipient.state for recipient in recipients):
        return
    written_to = {recipient.country for recipient in recipients}
    language, day = snapshot.text.language, snapshot.selection.as_of
    names = [
        name(code, language)
        for code, standing in known.by_country.items()
        if standing.status is not Status.NO_ACTION
        and code not in written_to
        and not country(code).is_member(day)
    ]
    text = N_(
        "Counted in figures and not written to, since no member of the United Nations: {names}. "
        "Add as recipients those that are to get the letter."
    )
    for found in about(text, names, Spot(Tab.RECIPIENTS)):
        yield replace(found, level=Level.NOTE)


def _named(snapshot: Snapshot) -> Collection[str]:
    every = printed_parts.fields_of(snapshot.text, snapshot.known_fields)
    return {field.name for field in every}

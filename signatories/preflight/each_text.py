"""Checks of a letter's text, made of each text in which letters are printed."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from signatories.findings import Finding
from signatories.languages import called
from signatories.merge.languages import in_languages
from signatories.merge.snapshot import Snapshot
from signatories.texts import N_, message

Check = Callable[[Snapshot], Iterator[Finding]]


def of_each_text(check: Check) -> Check:
    """The check made of every text; what it finds in a translation only says in which."""

    def checked(snapshot: Snapshot) -> Iterator[Finding]:
        known: list[Finding] = []
        for part in in_languages(snapshot):
            found = [each for each in check(part) if each not in known]
            is_first = part.text.language == snapshot.text.language
            yield from found if is_first else map(_said_of(part.text.language), found)
            known += found

    return checked


def _said_of(language: str) -> Callable[[Finding], Finding]:
    def said(found: Finding) -> Finding:
        words = message(
            N_("In “{language}”: {finding}"), language=called(language), finding=found.message
        )
        place = found.place and replace(found.place, language=language)
        return replace(found, message=words, place=place)

    return said

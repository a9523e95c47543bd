"""Translations: a version's text in further languages, each frozen on its own when declared; nobody is asked again."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from signatories import letters
from signatories.errors import NotFound, Refused
from signatories.languages import called
from signatories.letters import TextChange, headings, printed_parts, versions
from signatories.letters.file_words import with_words, words_of
from signatories.letters.text_file import LetterFile
from signatories.letters.words import FROZEN_TEXTS, Words, differences
from signatories.models import Letter, Text, Version
from signatories.texts import N_, Message, message

_TRANSLATED = frozenset({"title", "language", *FROZEN_TEXTS, *headings.BY_LANGUAGE})
"""The keys of a translation's file that are its own; its title is for whoever reads the file."""
WRITTEN = N_("Write the text of “{letter}” in {language}")
DECLARED = N_("Declare the text of “{letter}” in {language}")
REMOVED = N_("Remove the text of “{letter}” in {language}")
"""What History calls it, in the window and on the command line."""
BEHIND = N_("The first text was changed after that in “{language}” was written.")


@dataclass(frozen=True, slots=True)
class Translation:
    """A version's text in one language, and who declared it when; a draft has no `declared_at`.

    `authoritative`: it is the text that people agree to, and holds where the others differ. `behind`: that one was
    changed after this was written.
    """

    language: str
    authoritative: bool
    declared_at: dt.datetime | None
    declared_by: str
    behind: bool = False


def listed(version: Version) -> tuple[Translation, ...]:
    """All texts of a version, the authoritative one first."""
    return tuple(map(_state, sorted(version.texts, key=lambda text: not text.authoritative)))


def file_of(
    session: Session, letter: Letter, language: str, version: int | None = None
) -> LetterFile:
    """A letter as the file that makes it, with its words in this language. Raises NotFound."""
    file = letters.file_of(session, letter, version)
    text = _text(versions.chosen(letter, version), language)
    return headings.in_language(letter, with_words(file, versions.words_of(text), text.language))


def put(
    session: Session,
    letter_id: int,
    file: LetterFile,
    *,
    version: int | None = None,
    spelling: str | None = None,
    source: str = "",
) -> TextChange:
    """Give a version, else the newest, the words of a file in the language that the file names.

    A draft is changed in place. A declared text changes in the next version; with `spelling` that is a correction for
    this reason, declared at once: confirmations stay good. What stands above it stays free to change. Raises BadText
    for fields that are none, and Refused.
    """
    letters.check_text(session, file, source)
    chosen = versions.chosen(letters.get(session, letter_id), version)
    language, words = _further_language(chosen, file.language), replace(words_of(file), audience="")
    text = versions.text_in(chosen, language)
    changed = differences(versions.words_of(text) if text else Words(), words)
    if spelling is not None:
        _refuse_correction(text, words)
    if text is None:
        versions.add_translation(chosen, language, words)
        now = chosen
    else:
        now = versions.change(text, words, spelling=spelling).version
        if now is chosen and not versions.is_frozen(text):
            versions.hold(text)  # given again as it was: it still says the same
    headings.give_in_language(chosen.letter, file, text.language if text else language)
    session.flush()
    return TextChange(language, now.number, changed, next_version=now is not chosen)


def begin(session: Session, letter_id: int, language: str) -> None:
    """Begin a translation of the newest version with the words that are to be translated.

    Raises Refused for a language in which there is a text.
    """
    letter = letters.get(session, letter_id)
    if versions.text_in(versions.newest(letter), language) is not None:
        raise Refused(N_("There is a text in “{language}” already."), language=called(language))
    put(session, letter_id, replace(letters.file_of(session, letter), language=language))


def declare(
    session: Session, letter_id: int, language: str, version: int | None = None
) -> Translation:
    """Freeze a translation of a version that is open for signature: it is printed from now on.

    Raises NotFound, and Refused for a version that may still change and for a part that is not translated.
    """
    letter = letters.get(session, letter_id)
    chosen = versions.chosen(letter, version)
    text = _text(chosen, language)
    if chosen.frozen_at is None:
        reason = N_(
            "Version {number} is still a draft: its translations are declared when it is open for signature."
        )
        raise Refused(reason, number=chosen.number)
    if text.declared_at is not None:
        raise Refused(
            N_("The text in “{language}” is declared already."), language=called(text.language)
        )
    _refuse_lacking(chosen, versions.words_of(text))
    versions.declare(text)
    return _state(text)


def hold(session: Session, letter_id: int, language: str) -> None:
    """Note that a translation of the newest version, whatever it says by now, says what the first text says.

    Raises NotFound, and Refused for a declared text.
    """
    text = _text(versions.newest(letters.get(session, letter_id)), language)
    if versions.is_frozen(text):
        raise Refused(
            N_("The text in “{language}” is declared already."), language=called(text.language)
        )
    versions.hold(text)


def remove(session: Session, letter_id: int, language: str, version: int | None = None) -> None:
    """Remove a translation that is not declared. Raises NotFound, and Refused for a declared or the first text."""
    letter = letters.get(session, letter_id)
    chosen = versions.chosen(letter, version)
    text = _text(chosen, language)
    if text.authoritative:
        reason = N_("“{language}” is the language of the letter itself.")
        raise Refused(reason, language=called(text.language))
    if versions.is_frozen(text):
        reason = N_("The text in “{language}” is declared, and stays with version {number}.")
        raise Refused(reason, language=called(text.language), number=chosen.number)
    chosen.texts.remove(text)
    if all(versions.text_in(each, text.language) is None for each in letter.versions):
        headings.forget(letter, text.language)
    session.flush()


def look(
    session: Session, letter: Letter, language: str, version: int | None = None
) -> list[Message]:
    """What a reader of both texts would stumble over: fields that stand in one of them only, or a change in one."""
    text = _text(versions.chosen(letter, version), language)
    behind = message(BEHIND, language=called(text.language)) if versions.is_behind(text) else None
    known = letters.known_fields(session)
    first = letters.file_of(session, letter, version)
    here = {field.name for field in printed_parts.fields_of(first, known)}
    file = file_of(session, letter, language, version)
    there = {field.name for field in printed_parts.fields_of(file, known)}
    lacking = N_(
        "The text in “{language}” does not name the field “{field}”, as that in “{other}” does."
    )
    every = [(file.language, first.language, name) for name in sorted(here - there)]
    every += [(first.language, file.language, name) for name in sorted(there - here)]
    told = [
        message(lacking, language=called(one), other=called(other), field=name)
        for one, other, name in every
    ]
    return [behind, *told] if behind else told


def passed_over(session: Session, letter: Letter, file: LetterFile) -> list[Message]:
    """What a translation's file says otherwise than the letter, and all its texts share."""
    own, shared = letters.file_of(session, letter), file.line_of.keys() - _TRANSLATED
    text = N_("“{name}” is the same in all languages, and stays as it is in the letter.")
    return [
        message(text, name=key)
        for key in sorted(shared, key=file.line_of.__getitem__)
        if getattr(file, key) != getattr(own, key)
    ]


def _state(text: Text) -> Translation:
    at, by = text.declared_at, text.declared_by or ""
    told = (at, by) if versions.is_frozen(text) else (None, "")
    return Translation(text.language, text.authoritative, *told, versions.is_behind(text))


def _text(version: Version, language: str) -> Text:
    text = versions.text_in(version, language)
    if text is None:
        reason = N_("Version {number} of “{letter}” has no text in “{language}”.")
        title = version.letter.title
        raise NotFound(reason, number=version.number, letter=title, language=called(language))
    return text


def _further_language(version: Version, language: str) -> str:
    """The language of a translation. Raises Refused for none, and for that of the authoritative text."""
    if not language:
        raise Refused(N_("Say which language it is in, with a line such as “language: fr”."))
    if language.casefold() == versions.authoritative(version).language.casefold():
        reason = N_("“{language}” is the language of the letter itself: change that text.")
        raise Refused(reason, language=called(language))
    return language


def _refuse_correction(text: Text | None, words: Words) -> None:
    """Raise Refused where there is nothing declared to correct, and for words that lack a part."""
    if text is None or not versions.is_frozen(text):
        raise Refused(N_("Only a declared text is corrected: this one is a draft, or not there."))
    _refuse_lacking(text.version, words)


def _refuse_lacking(version: Version, words: Words) -> None:
    """Raise Refused for a part that has words in the authoritative text only, and for a body that is the same."""
    first = versions.words_of(versions.authoritative(version))
    lacking = [
        part
        for part in FROZEN_TEXTS
        if getattr(first, part).strip() and not getattr(words, part).strip()
    ]
    if lacking:
        reason = N_("The {part} is not translated yet.")
        raise Refused(reason, part=message(printed_parts.NAMES[lacking[0]]))
    if first.body.strip() and first.body == words.body:
        raise Refused(
            N_("The {part} is not translated yet."), part=message(printed_parts.NAMES["body"])
        )

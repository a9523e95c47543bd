"""A letter's versions: drafting, freezing, changing, and who agreed to which."""

import datetime as dt

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from signatories.database import actor
from signatories.errors import NotFound, Refused
from signatories.letters.words import FROZEN_TEXTS, LanguageChange, Words, differences
from signatories.models import Confirmation, Letter, SignOn, SignOnStatus, Text, Version
from signatories.texts import N_


def newest(letter: Letter) -> Version:
    """The version that is being drafted or was opened last."""
    return letter.versions[-1]


def by_number(letter: Letter, number: int) -> Version:
    """A version by its number. Raises NotFound."""
    for version in letter.versions:
        if version.number == number:
            return version
    raise NotFound(N_("“{letter}” has no version {number}."), letter=letter.title, number=number)


def chosen(letter: Letter, number: int | None) -> Version:
    """The version of that number, else the newest. Raises NotFound."""
    return newest(letter) if number is None else by_number(letter, number)


def authoritative(version: Version) -> Text:
    """The text that people agree to. Its language stays when the letter gets another one later."""
    return next(text for text in version.texts if text.authoritative)


def text_in(version: Version, language: str) -> Text | None:
    """A version's text in a language, however its code is written."""
    code = language.casefold()
    return next((text for text in version.texts if text.language.casefold() == code), None)


def translations(version: Version) -> list[Text]:
    """A version's texts beside the authoritative one."""
    return [text for text in version.texts if not text.authoritative]


def is_frozen(text: Text) -> bool:
    """Whether a text never changes again: one declared of a version whose opening was undone is a draft."""
    return text.version.frozen_at is not None and (
        text.authoritative or text.declared_at is not None
    )


def is_behind(text: Text) -> bool:
    """Whether the authoritative text says something else than when this translation of it was last written."""
    known = None if text.authoritative else text.translated_from
    return known is not None and known != words_of(authoritative(text.version)).digest


def words_of(text: Text) -> Words:
    """The words of a stored text."""
    audience = text.version.audience if text.authoritative else ""
    return Words(**{part: getattr(text, part) for part in FROZEN_TEXTS}, audience=audience)


def start(letter: Letter, words: Words, *, number: int = 1) -> Version:
    """Give a letter a version to draft."""
    version = Version(number=number, audience=words.audience)
    version.texts.append(Text(language=letter.language, authoritative=True, **_columns(words)))
    letter.versions.append(version)
    return version


def begin_next(letter: Letter, words: Words) -> Version:
    """Begin the version after the newest, a frozen one; its translations are drafts in it.

    The frozen one is marked: what froze it cannot be undone below the new one.
    """
    version = newest(letter)
    version.replaced_at = dt.datetime.now(dt.UTC)
    following = start(letter, words, number=version.number + 1)
    for text in translations(version):
        add_translation(following, text.language, words_of(text))
        following.texts[-1].translated_from = text.translated_from
    return following


def add_translation(version: Version, language: str, words: Words) -> None:
    """Give a version a text in a further language, to draft."""
    text = Text(language=language, authoritative=False, **_columns(words))
    version.texts.append(text)
    hold(text)


def hold(text: Text) -> None:
    """Note of a translation that it says what the authoritative text says as it is now."""
    text.translated_from = words_of(authoritative(text.version)).digest


def declare(text: Text) -> None:
    """Freeze a translation."""
    text.declared_at, text.declared_by = dt.datetime.now(dt.UTC), actor()


def freeze(version: Version) -> None:
    """Open a version for signature: its text, and in words who it goes to, never change again.

    Its translations are frozen on their own.
    """
    if version.frozen_at is None:
        version.frozen_at = dt.datetime.now(dt.UTC)
        version.audience = version.audience or version.letter.recipients_where
        for text in version.texts:
            if text.authoritative:
                text.declared_at = text.declared_at or version.frozen_at


def correct(version: Version, reason: str) -> None:
    """Freeze a version as a correction of the one before: whose translations did not change stay declared.

    What is only spelling leaves no translation behind.
    """
    version.correction = reason
    freeze(version)
    before = by_number(version.letter, version.number - 1)
    for text in translations(version):
        same = text_in(before, text.language)
        if same is not None and not is_behind(same):
            hold(text)
        if same is not None and words_of(same) == words_of(text):
            text.declared_at, text.declared_by = same.declared_at, same.declared_by


def change(text: Text, words: Words, *, spelling: str | None = None) -> Text:
    """Give a text other words: a draft in place, a frozen one in the next version. Return the text that has them.

    `spelling` declares what changed since the version before a correction, with this reason: its confirmations stay
    good. Raises Refused for an empty reason, and for a frozen text of a version that was followed by another.
    """
    if spelling is not None and not spelling.strip():
        raise Refused(N_("A correction of spelling needs its reason in words."))
    if words_of(text) != words:
        text = _in_next_version(text) if is_frozen(text) else text
        _rewrite(text, words)
    version = text.version
    if spelling is not None and version.frozen_at is None and version.number > 1:
        correct(version, spelling.strip())
        if not text.authoritative:
            declare(text)
    return text


def change_words(letter: Letter, words: Words, *, spelling: str | None = None) -> Text:
    """Change the text that people agree to, as `change` does."""
    return change(authoritative(newest(letter)), words, spelling=spelling)


def changes(version: Version) -> tuple[LanguageChange, ...]:
    """What changed in each language since the version before, the authoritative one first; nothing in the first."""
    if version.number == 1:
        return ()
    before, found = by_number(version.letter, version.number - 1), []
    for text in sorted(version.texts, key=lambda text: not text.authoritative):
        old = text_in(before, text.language)
        parts = differences(words_of(old) if old else Words(), words_of(text))
        found.append(LanguageChange(text.language, tuple(parts)))
    return tuple(each for each in found if each.parts)


def repeat(letter: Letter, reason: str) -> Version:
    """Begin and freeze a version of the same words, so that some can confirm anew: all others' yes stays good.

    Raises Refused while a version is being drafted: who confirms that one does so anew.
    """
    version = newest(letter)
    if version.frozen_at is None:
        text = N_("Version {number} of “{letter}” is being drafted: confirm that one.")
        raise Refused(text, number=version.number, letter=letter.title)
    following = begin_next(letter, words_of(authoritative(version)))
    correct(following, reason)
    return following


def accepted_by(version: Version) -> list[int]:
    """The ids of the versions whose confirmations hold for this one: itself, and those it only corrects."""
    ids = [version.id]
    for earlier in sorted(version.letter.versions, key=lambda other: -other.number):
        if earlier.number < version.number and version.correction is not None:
            ids.append(earlier.id)
            version = earlier
    return ids


def in_force(version: Version) -> Select[int]:
    """The ids of the sign-ons whose yes to a version holds: given to it or to what it corrects, and not withdrawn."""
    return (
        select(SignOn.id)
        .join(Confirmation, Confirmation.sign_on_id == SignOn.id)
        .where(
            Confirmation.version_id.in_(accepted_by(version)),
            SignOn.status == SignOnStatus.CONFIRMED,
        )
        .distinct()
    )


def confirmations(session: Session, version: Version) -> int:
    """How many sign-ons agree to a version."""
    return session.scalars(select(func.count()).select_from(in_force(version).subquery())).one()


def printable(session: Session, letter: Letter) -> Version | None:
    """The latest version that somebody agrees to."""
    frozen = (version for version in reversed(letter.versions) if version.frozen_at)
    return next((version for version in frozen if _is_confirmed(session, version)), None)


def _is_confirmed(session: Session, version: Version) -> bool:
    """Whether anybody agrees to a version: told by the first of them."""
    return session.scalar(in_force(version).limit(1)) is not None


def _columns(words: Words) -> dict[str, str]:
    return {part: getattr(words, part) for part in FROZEN_TEXTS}


def _in_next_version(text: Text) -> Text:
    version = text.version
    if version is not newest(version.letter):
        reason = N_("Version {number} was followed by another: its declared texts stay.")
        raise Refused(reason, number=version.number)
    following = begin_next(version.letter, words_of(authoritative(version)))
    return next(each for each in following.texts if each.language == text.language)


def _rewrite(text: Text, words: Words) -> None:
    """Give a draft other words. What was declared, of these or of the words that they translate, is so no more."""
    for each in translations(text.version) if text.authoritative else [text]:
        each.declared_at = each.declared_by = None
        if each.translated_from is None:
            hold(each)  # of one of before that was kept: that it is behind is told from now on
    for part, value in _columns(words).items():
        setattr(text, part, value)
    if text.authoritative:
        text.version.audience = words.audience
    else:
        hold(text)

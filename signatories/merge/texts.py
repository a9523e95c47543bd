"""Which version of a letter is printed, and its text in each language that is."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import letters
from signatories.errors import NotFound, Refused
from signatories.languages import called
from signatories.letters import translations, versions
from signatories.letters.text_file import LetterFile
from signatories.models import Letter, Version
from signatories.texts import N_


class Texts(NamedTuple):
    """The text of all whose language has none of its own, those in further languages, and the languages left out.

    Left out are drafts, where only what is declared is printed.
    """

    first: LetterFile
    translations: tuple[LetterFile, ...] = ()
    left_out: tuple[str, ...] = ()


def version_of(session: Session, letter: Letter, number: int | None, *, draft: bool) -> Version:
    """The version of that number, else the newest where drafts are printed, else the latest that somebody agrees to.

    Raises NotFound, and Refused where nobody agrees to any.
    """
    if draft or number is not None:
        return versions.chosen(letter, None if draft else number)
    version = versions.printable(session, letter)
    if version is None:
        text = N_(
            "Nobody has confirmed “{letter}” yet: there is nothing to print. Confirm a sign-on first."
        )
        raise Refused(text, letter=letter.title)
    return version


def read(session: Session, version: Version, language: str | None, *, draft: bool) -> Texts:
    """The texts of a version that are printed; with a language, that one for everybody.

    Raises NotFound for a language in which it has none.
    """
    letter = version.letter
    first = letters.file_of(session, letter, version.number)
    others = translations.listed(version)[1:]
    may = [each.language for each in others if draft or each.declared_at is not None]
    files = tuple(translations.file_of(session, letter, each, version.number) for each in may)
    if language is not None:
        return Texts(_in(language, (first, *files), version))
    left_out = tuple(each.language for each in others if each.language not in may)
    return Texts(first, files, left_out)


def _in(language: str, files: tuple[LetterFile, ...], version: Version) -> LetterFile:
    for file in files:
        if file.language.casefold() == language.casefold():
            return file
    text = N_("Version {number} of “{letter}” has no declared text in “{language}”.")
    title = version.letter.title
    raise NotFound(text, number=version.number, letter=title, language=called(language))

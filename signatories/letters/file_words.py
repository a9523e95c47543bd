"""The words of a letter's file that a version freezes."""

from dataclasses import replace

from signatories.letters.headings import lines_of
from signatories.letters.text_file import LetterFile
from signatories.letters.words import Words


def words_of(file: LetterFile) -> Words:
    """The part of a letter's file that a version freezes."""
    return Words(
        subject=file.subject,
        salutation=file.salutation,
        body=file.body,
        closing=file.closing,
        enclosures="\n".join(file.enclosures),
        cc="\n".join(file.cc),
        audience=file.audience,
    )


def with_words(file: LetterFile, words: Words, language: str) -> LetterFile:
    """The file of the same letter with other words, in their language."""
    return replace(
        file,
        language=language,
        subject=words.subject,
        salutation=words.salutation,
        body=words.body,
        closing=words.closing,
        enclosures=lines_of(words.enclosures),
        cc=lines_of(words.cc),
        audience=words.audience,
    )

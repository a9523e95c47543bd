"""Texts in further languages on the command line: add, change, remove, declare."""

from signatories import letters
from signatories.commands.answers import Answer, Arguments, iso_time
from signatories.commands.letters import changed, changing_letter, to_confirm
from signatories.languages import called
from signatories.letters import text_file, translations


def put(arguments: Arguments) -> Answer:
    """Give a version the text of a file in another language, or remove that language."""
    if arguments.remove is not None:
        return _remove(arguments)
    file = text_file.read(arguments.file)
    with changing_letter(arguments) as (database, letter_id):
        with database.work(translations.WRITTEN, letter=letter_id, language=file.language) as unit:
            change = translations.put(
                unit.session,
                letter_id,
                file,
                version=arguments.version,
                spelling=arguments.spelling,
                source=arguments.file.name,
            )
            letter = letters.get(unit.session, letter_id)
            told = [
                *letters.check_text(unit.session, file),
                *translations.passed_over(unit.session, letter, file),
                *translations.look(unit.session, letter, file.language, change.version),
            ]
        with database.reading() as session:
            again = to_confirm(session, letter_id)
    return changed(letter_id, change, again, [str(each) for each in told])


def declare(arguments: Arguments) -> Answer:
    """Freeze a text in another language."""
    with (
        changing_letter(arguments) as (database, letter_id),
        database.work(translations.DECLARED, letter=letter_id, language=arguments.language) as unit,
    ):
        language, number = arguments.language, arguments.version
        declared = translations.declare(unit.session, letter_id, language, number)
        letter = letters.get(unit.session, letter_id)
        told = translations.look(unit.session, letter, declared.language, number)
        first = letter.language
    data = {
        "id": letter_id,
        "language": declared.language,
        "declared_at": iso_time(declared.declared_at),
        "declared_by": declared.declared_by,
        "authoritative": first,
    }
    line = f"The text in “{called(declared.language)}” is declared; “{called(first)}” stays authoritative."
    return Answer(data, [line], [str(each) for each in told])


def _remove(arguments: Arguments) -> Answer:
    with (
        changing_letter(arguments) as (database, letter_id),
        database.work(translations.REMOVED, letter=letter_id, language=arguments.remove) as unit,
    ):
        translations.remove(unit.session, letter_id, arguments.remove, arguments.version)
    data = {"id": letter_id, "removed": arguments.remove}
    return Answer(data, [f"Removed the text in “{called(arguments.remove)}”."])

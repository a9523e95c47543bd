"""One person's record on the command line."""

from signatories import person_records
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments
from signatories.directory import people


def tell(arguments: Arguments) -> Answer:
    """Write down all that is kept about a person, or say it where no file is named."""
    with workspaces.reading(arguments) as session:
        person_id = people.find(session, arguments.person).id
        record = person_records.read(session, person_id)
    if arguments.output is None:
        return Answer(record, [*person_records.lines_of(record)])
    person_records.write(record, arguments.format, arguments.output)
    return Answer(record, [f"Wrote {arguments.output}."])

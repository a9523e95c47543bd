"""Records that may be one, on the command line."""

from signatories import duplicates
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments


def listing(arguments: Arguments) -> Answer:
    """List the pairs of organisations or people that may be the same, best first."""
    with workspaces.reading(arguments) as session:
        pairs = duplicates.find(session, arguments.subject)
    return Answer([pair.as_json() for pair in pairs], [*map(_line, pairs), _count(len(pairs))])


def _line(pair: duplicates.Pair) -> str:
    reasons = " ".join(str(reason) for reason in pair.reasons)
    return (
        f"{pair.score:.2f}  {pair.a.id} “{pair.a.name}”  =  {pair.b.id} “{pair.b.name}”?  {reasons}"
    )


def _count(pairs: int) -> str:
    return "1 pair may be one record" if pairs == 1 else f"{pairs} pairs may be one record each"

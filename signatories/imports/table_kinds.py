"""What the rows of a table are: those who sign, those who get a letter, a treaty, or records of the directory."""

from collections.abc import Callable, Sequence

from signatories import column_names
from signatories.imports.columns.column import Column, propose
from signatories.imports.columns.contents import contents_of
from signatories.imports.columns.fits import NAMES
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.planned import ImportRequest
from signatories.imports.tables.table import Table

_FEWEST_OF_A_RECIPIENT = 2  # columns that say how to write to somebody


def kind_of(table: Table, request: ImportRequest, was_before: Callable[[str], bool]) -> str:
    """What a table holds: as told, else by its columns, or as before. A treaty table is one of recipients.

    `was_before` tells whether a table with these columns came in as a kind.
    """
    told = set(request.overrides.values())
    is_treaty = _is_of_treaty(table) or bool(told & {"participant", "ratification"})
    if request.as_ in (None, "recipients") and is_treaty:
        return "treaty"
    if request.as_ is not None:
        return request.as_
    if request.letter_id is None:
        return _kind_of_records(table)
    is_told = told & set(FIELDS["sign-ons"]) - set(FIELDS["recipients"])
    is_bare = table.header_line is None  # a list, and lists are of those who sign
    is_sign_ons = _lists_signers(table) or is_told or was_before("sign-ons") or is_bare
    is_sign_ons = is_sign_ons or _holds_signers(table)
    return "sign-ons" if is_sign_ons else "recipients"


def _is_of_treaty(table: Table) -> bool:
    """Whether States stand beside their acts. A day of signing beside people or bodies is theirs, not their State's."""
    acts = _headed(table, "treaty")
    if "participant" not in acts:
        return False
    signers = _headed(table, "sign-ons") & {*NAMES, "email"}
    return "ratification" in acts or ("signature" in acts and not signers)


def our_fields(columns: Sequence[Column]) -> set[str]:
    """The fields of ours that columns became, without columns of their own."""
    return {column.field for column in columns if column.field and not column.is_own}


def _lists_signers(table: Table) -> bool:
    """Whether somebody's body, role or day is told, and not, beside role or day, how to write to them."""
    signers = _headed(table, "sign-ons")
    written_to = _headed(table, "recipients") & {"salutation", "address", "language"}
    is_written_to = len(written_to) >= _FEWEST_OF_A_RECIPIENT
    return bool(signers & {"entry", "organisation"}) or (
        bool(signers & {"role", "date"}) and not is_written_to
    )


def _holds_signers(table: Table) -> bool:
    """Whether cells show people beside their bodies, where no header tells whose names stand below it.

    Under "Name" beside no more than a country, people are enough: whoever gets a letter is a body, or written to.
    """
    headed = propose(table.headers, (), "recipients", meanings=table.meanings)
    if our_fields(headed) == {"name", "country"}:
        return _names_people(table, headed)
    if not _headed(table, "sign-ons").isdisjoint(NAMES) or _headed(table, "recipients") & NAMES:
        return False
    held = our_fields(propose(table.headers, table.rows, "sign-ons", meanings=table.meanings))
    return {"name", "organisation"} <= held or "entry" in held


def _kind_of_records(table: Table) -> str:
    """What rows are that belong to no letter: who gets letters, when a column says how to write to them."""
    told, people = _headed(table, "recipients"), _headed(table, "people")
    if told & {"salutation", "address"}:
        return "recipients"
    if people & {"given_name", "family_name"} or {"name", "organisation"} <= people:
        return "people"
    if any("organisation" in column_names.meant_by(header) for header in table.headers):
        return "organisations"
    headed = propose(table.headers, (), "recipients", meanings=table.meanings)
    return "people" if _names_people(table, headed) else "recipients"


def _names_people(table: Table, columns: Sequence[Column]) -> bool:
    """Whether most cells of the column called name hold people."""
    cells = contents_of(table.rows, len(table.headers))
    return any(
        2 * cells[c.number].share("person", "entry") > 1 for c in columns if c.field == "name"
    )


def _headed(table: Table, kind: str) -> set[str]:
    """The fields that the headers alone name."""
    return our_fields(propose(table.headers, (), kind, meanings=table.meanings))

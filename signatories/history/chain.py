"""Whether the log still says what was written into it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording import CHUNK, GENESIS, chain_hash, is_altered


def chain_problems(session: Session) -> list[str]:
    """Where the log was altered after the fact. Erased images are no alteration."""
    problems = []
    previous = GENESIS
    columns = Change.__table__.columns
    query = select(*columns).order_by(columns.id).execution_options(yield_per=CHUNK)
    for row in session.execute(query).mappings():
        if row["previous_hash"] != previous or chain_hash(row) != row["hash"]:
            problems.append(f"change {row['id']} does not follow from the one before it")
        elif is_altered(row):
            problems.append(f"the images of change {row['id']} were altered")
        previous = row["hash"]
    return problems

"""Copies of a workspace beside it, and which of them still hold a person's name."""

from collections.abc import Iterator
from pathlib import Path

from signatories.database import SUFFIX, people_in
from signatories.erasing.traces import Traces
from signatories.errors import WorkspaceError


def holding(workspace: Path, traces: Traces) -> Iterator[Path]:
    """The workspaces in the same folder that know somebody of that name or address, or that cannot be looked into."""
    emails = {email.casefold() for email in traces.emails if email}
    for path in sorted(workspace.parent.glob(f"*{SUFFIX}")):
        try:
            people = [] if path.is_dir() or path.samefile(workspace) else people_in(path)
        except (OSError, WorkspaceError):  # such as a link to a drive that is away today
            yield path
            continue
        if any(traces.is_name(name) or email.casefold() in emails for name, email in people):
            yield path

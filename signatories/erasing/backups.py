"""Copies of a workspace beside it, and which of them still hold a person's name."""

from collections.abc import Iterator
from pathlib import Path

from signatories.database import SUFFIX, is_workspace, people_in
from signatories.erasing.traces import Traces
from signatories.errors import WorkspaceError


def holding(workspace: Path, traces: Traces) -> Iterator[Path]:
    """The workspaces in the same folder that know somebody of that name or address, or that cannot be looked into."""
    emails = {email.casefold() for email in traces.emails if email}
    for path in sorted(workspace.parent.glob(f"*{SUFFIX}")):
        if path.samefile(workspace) or not is_workspace(path):
            continue
        try:
            people = people_in(path)
        except WorkspaceError:
            yield path
            continue
        if any(traces.is_name(name) or email.casefold() in emails for name, email in people):
            yield path

"""Every way the window changes data, each a line or two: its name in the history, the work, what is said."""

from ui.operations import (
    block,
    consents,
    duplicates,
    imports,
    letters,
    lists,
    organisations,
    people,
    recipients,
    rights,
    runs,
    sign_ons,
    views,
)

__all__ = [
    "block",
    "consents",
    "duplicates",
    "imports",
    "letters",
    "lists",
    "organisations",
    "people",
    "recipients",
    "rights",
    "runs",
    "sign_ons",
    "views",
]

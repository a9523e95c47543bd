"""Records that may be one: found with their reasons, declared different, or merged."""

from signatories.duplicates.finding import SUBJECTS, Pair, Record, find
from signatories.duplicates.merging import MESSAGES, Merging, look, merge
from signatories.duplicates.settling import declare_different

__all__ = [
    "MESSAGES",
    "SUBJECTS",
    "Merging",
    "Pair",
    "Record",
    "declare_different",
    "find",
    "look",
    "merge",
]

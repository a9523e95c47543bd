"""A run: one making of a letter's products, of one snapshot, with a record of which it can be made again."""

from signatories.runs.making import Again, Outcome, Request, again, check, make, make_together

__all__ = ["Again", "Outcome", "Request", "again", "check", "make", "make_together"]

"""Columns of our register of recipients that tell what is computed: no content of a table that comes back."""

from signatories.texts import N_

NUMBER = N_("No.")
STANDING = N_("Standing")
SINCE = N_("Standing since")
COMPUTED = (NUMBER, STANDING, SINCE)

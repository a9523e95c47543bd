"""A list of signatories as it is to be shown: settings, order, groups. No session, no font, no page."""

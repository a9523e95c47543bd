"""Logos and scanned signatures: files of strangers, looked at with care, made bare and fit for print."""

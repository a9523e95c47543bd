"""Mails: single ones, mailboxes, and those that Outlook saved."""

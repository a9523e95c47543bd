"""Letters and lists as plain text, for mails and forms."""

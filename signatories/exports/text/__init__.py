"""Letters, lists, notes and reports as plain text, for mails, forms and the screen."""

"""Mails read as answers to a letter: who writes, what they say, whose invitation they answer."""

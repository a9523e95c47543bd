"""Letters and lists as HTML: documents that need no other file."""

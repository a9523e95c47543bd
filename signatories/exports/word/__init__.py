"""Letters and lists as Word documents, for those who must edit them."""

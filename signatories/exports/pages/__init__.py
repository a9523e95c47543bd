"""What is printed: letters, lists, labels, envelopes, notes and reports as pages of a PDF."""

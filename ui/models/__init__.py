"""Tables and lists that the views show."""

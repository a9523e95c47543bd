"""What each command of the command line does, by noun; imported when its word is said."""

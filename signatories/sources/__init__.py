"""Files and pastes from outside become rows of text: opened in a child process, checked before they are parsed."""

CHILD = "read-a-file"
"""The word that makes the bundled program this child: it stands here so that finding it costs nothing."""

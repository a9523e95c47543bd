"""Files and pastes from outside become rows of text: opened in a child process, checked before they are parsed."""

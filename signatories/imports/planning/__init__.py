"""What each row would become: read by itself, then compared with the workspace and the rows before it."""

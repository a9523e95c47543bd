"""From a letter in the workspace to pages as plain data: one snapshot, then each recipient's letter."""

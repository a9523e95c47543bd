"""Same body? Same person? Names propose, with their reasons, and never decide."""

"""What the program knows: organisations, people, letters, sign-ons, and how they are printed. No Qt."""

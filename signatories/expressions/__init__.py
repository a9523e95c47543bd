"""What a letter and its filters may say: parsing and checking only, nothing is looked up here."""

"""What was planned is written: new records in bulk, changes by the chunk."""

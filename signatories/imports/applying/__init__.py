"""What was planned is written: new records in bulk, changes one by one."""

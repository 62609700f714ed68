"""Floor 5: one file per rule; the folder is the registry."""

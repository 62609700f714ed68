"""Floor 7: runs the phases."""

"""Floor 8: prints findings."""

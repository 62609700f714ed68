"""Floor 2: what Hugo makes of it."""

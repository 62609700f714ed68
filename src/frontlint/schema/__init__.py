"""Floor 3: JSON Schemas and their findings."""

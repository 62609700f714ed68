"""The whole site as rules ask it."""

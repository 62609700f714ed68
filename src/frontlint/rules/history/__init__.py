"""The group history."""

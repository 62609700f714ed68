"""Rules that any Hugo site has."""

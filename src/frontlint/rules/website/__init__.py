"""Rules about the conventions of one website."""

"""Text that people read: its sentences, list items and slips."""

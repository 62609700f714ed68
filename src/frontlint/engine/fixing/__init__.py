"""Fixes: which may be made, what they make of pages, the proof that they harm nothing, the writing."""

"""Runs the phases of a check."""

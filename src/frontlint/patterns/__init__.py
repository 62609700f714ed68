"""Texts held against the patterns of others, globs and expressions of Go and JSON Schema, in linear time."""

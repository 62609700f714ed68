"""JSON Schemas: which one a page has, and what it finds."""

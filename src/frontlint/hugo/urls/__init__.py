"""Where pages and aliases are published."""

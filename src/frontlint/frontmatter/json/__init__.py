"""TODO room frontmatter/json."""

"""What Hugo makes of a project: values, configuration, pages, URLs, aliases and refs."""

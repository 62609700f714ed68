"""Floor 9, beside the reports: what brings frontlint into a repository, from its settings to the editor."""

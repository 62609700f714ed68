"""What brings frontlint into a repository, from its settings to the editor."""

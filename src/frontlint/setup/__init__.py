"""Floor 9: the files that bring frontlint into a repository: configuration, hook, workflow, editor."""

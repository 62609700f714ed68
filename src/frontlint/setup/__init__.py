"""Floor 9, beside the reports: the files that bring frontlint into a repository: configuration, hook, workflow, editor."""

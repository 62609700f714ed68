"""Values and words of Hugo that need nothing else: casts, globs, paths of Go, kinds, versions."""

"""The rules, one file each: a folder is a group."""

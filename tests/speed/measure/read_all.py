"""The limit: a process that reads the bytes of every page and does nothing with them.

`python read_all.py FOLDER`. 64 KiB at a time: larger buffers cost a page fault for every four KiB.
"""

import os
import sys

_BUFFER = 65536


def main() -> None:
    """Reads all files below the folder that end with .md."""
    folders = [sys.argv[1]]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith(".md"):
                    file = os.open(entry.path, os.O_RDONLY)
                    while len(os.read(file, _BUFFER)) == _BUFFER:
                        pass
                    os.close(file)


if __name__ == "__main__":
    main()

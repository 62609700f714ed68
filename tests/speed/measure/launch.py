"""Runs one command and prints what it took: a process of its own, and a small one.

A process that is started inherits the peak memory of the one that starts it, until its own is larger. This
one is therefore as small as a Python process can be: `python -I -S launch.py FOLDER IN OUT ERR COMMAND ...`.
"""

import os
import sys
import time

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; getrusage(2) counts in KiB but for macOS


def main() -> None:
    """Prints exit code, CPU seconds, wall seconds, peak bytes; children that ended are counted with it."""
    folder, given, out, err, *command = sys.argv[1:]
    os.chdir(folder)
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [
        (os.POSIX_SPAWN_OPEN, 0, given, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, out, write, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, err, write, 0o600),
    ]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT
    print(os.waitstatus_to_exitcode(status), cpu, wall, peak)


if __name__ == "__main__":
    main()

"""Makes a Hugo site of any size in the shape of a real one.

    python tests/speed/make_site.py --pages 1000 FOLDER

The same wish gives the same bytes on every machine and with every Python. All text is invented.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if not __package__:  # run as a script, which sees only its own folder
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from speed.site.change import change
from speed.site.content import Wish, pages
from speed.site.frame import FILES

__all__ = ["Wish", "change", "make"]


def make(folder: Path, wish: Wish) -> int:
    """Writes the site into a folder, which need not exist, and returns how many bytes its pages have."""
    for name, file in FILES.items():
        _write(folder / name, file)
    content, known, size = folder / "content", set[Path](), 0
    for page in pages(wish):
        path, text = content / page.path, page.text().encode()
        if path.parent not in known:
            path.parent.mkdir(parents=True, exist_ok=True)
            known.add(path.parent)
        path.write_bytes(text)
        size += len(text)
    return size


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the site is to be; must not exist or be empty")
    parser.add_argument("--pages", type=int, default=1000, help="how many pages (default: 1000)")
    parser.add_argument("--bad", type=float, default=0, help="percent of pages with a finding (default: 0)")
    parser.add_argument("--seed", type=int, default=0, help="another number, other texts (default: 0)")
    parser.add_argument("--small", action="store_true", help="pages of 1.1 KB instead of 13.5 KB")
    parser.add_argument(
        "--change", type=int, metavar="COUNT", help="edit COUNT pages of a site that is there"
    )
    options = parser.parse_args()
    if options.change is not None:
        for path in change(options.folder, options.change):
            print(path)
    elif options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    else:
        size = make(options.folder, Wish(options.pages, options.bad, options.seed, options.small))
        print(f"{options.pages} pages, {size / 1e6:.1f} MB, {size / options.pages / 1e3:.1f} KB a page")


if __name__ == "__main__":
    main()

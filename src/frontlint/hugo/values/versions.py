"""The versions of Hugo that publish differently, each tried with its own binary."""

from __future__ import annotations

from frontlint.base.pattern import lazy_pattern

Version = tuple[int, ...]

NEWEST: Version = (0, 168)
"""The newest version that frontlint knows; a newer one is taken to be like it."""
OLDEST: Version = (0, 161)
"""The oldest version that frontlint follows.

Before it, a website with AMP had AMP redirects to pages that have none; before 0.160 a section without a file
was made in the languages of its first page alone; before 0.155 absolute aliases had no language, relative
ones were relative to another folder; and before 0.152 YAML was read otherwise (yes and no, double keys).
"""

ALIASES_HAVE_LANGUAGE: Version = (0, 155)
UNDERSCORE_BUILD_REFUSED: Version = (0, 160)
PERMALINKS_AS_A_LIST: Version = (0, 161)
ALIASES_OF_RENDERED_PAGES_ONLY: Version = (0, 161)
HTML_REFUSED: Version = (0, 162)
ALIAS_HTM_IS_A_FILE: Version = (0, 164)
ORG_REFUSED: Version = (0, 166)
LANG_IN_TARGET_REFUSED: Version = (0, 166)
NO_SLASH_IN_TITLES: Version = (0, 166)
SLUGS_OF_BRANCHES: Version = (0, 167)
OLD_MOUNT_KEYS_REFUSED: Version = (0, 168)

_NUMBERS = lazy_pattern(r"v?(\d+)\.(\d+)(?:\.(\d+))?")


def read_version(text: str) -> Version | None:
    """`0.166`, `0.166.0` or `v0.166.0` as numbers; None for what is not a version."""
    found = _NUMBERS.fullmatch(text.strip())
    return tuple(int(part) for part in found.groups() if part is not None) if found else None


def same(one: Version, other: Version) -> bool:
    """Whether two say the same as far as both say anything: 0.166 and 0.166.1 do."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def show(version: Version) -> str:
    """The version as it is written: `0.166`."""
    return ".".join(map(str, version))

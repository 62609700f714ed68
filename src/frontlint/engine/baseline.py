"""The baseline: findings that are accepted for now, a line of JSON each.

Lines hold no line numbers and no list indexes, so that they stay true while pages are edited; they are
sorted, so that two branches seldom touch the same place. A line that nothing needs is harmless.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from frontlint.base.atomic import named_file
from frontlint.base.errors import UsageError
from frontlint.base.opener import BASELINE_LIMIT, read_checkout, read_typed
from frontlint.base.record import NamedTuple


class Key(NamedTuple):
    """What makes a finding an accepted one.

    `path` counts from the Hugo project's root, `field` is a JSON Pointer without list indexes, None for a
    place in the body. A pair has the other page in `other`, in the order of the paths, and the first of its
    two fields: the line is the same, whichever page is shown.
    """

    path: str
    rule: str
    field: str | None
    fingerprint: str
    other: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The page, or both pages of a pair."""
        return (self.path,) if self.other is None else (self.path, self.other)

    def moved(self, renamed: Mapping[str, str]) -> Key:
        """The same for pages that are called otherwise now, `renamed` by their old paths."""
        path, *others = sorted(renamed.get(path, path) for path in self.paths)
        return self._replace(path=path, other=others[0] if others else None)


class BaselineLine(NamedTuple):
    """A line of the file; `reason` is the author's, and may be empty."""

    key: Key
    reason: str = ""


class Baseline(NamedTuple):
    """The file and its lines; several equal lines accept as many equal findings.

    `numbers` are those of the lines in the file, from 1.
    """

    file: Path
    lines: tuple[BaselineLine, ...]
    numbers: tuple[int, ...] = ()


def read_baseline(file: Path, shown: str, home: Path | None = None) -> Baseline:
    """The accepted findings in a file. Raises UsageError, with the line, for anything but our lines.

    Without `home` it is one that the user typed, which may be anything. Else it must not be a link out of the
    repository; `home` is the folder that counts as one if there is none (see `links.real_place`).
    """
    try:
        text = _read(file, home).decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the baseline cannot be read: {error.strerror}", shown) from None
    except UnicodeDecodeError:
        raise UsageError("the baseline is not UTF-8: save it as UTF-8", shown) from None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    read = tuple(_line(line, shown, number) for number, line in lines)
    return Baseline(file, read, tuple(number for number, _ in lines))


def sifted(file: Path, data: bytes) -> Baseline:
    """The lines in a state of the file that is not in force; what is not a line of ours accepts nothing."""
    found: list[tuple[int, BaselineLine]] = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        with suppress(UsageError):
            found.append((number, _line(line, "", number)))
    return Baseline(file, tuple(line for _, line in found), tuple(number for number, _ in found))


def _read(file: Path, home: Path | None) -> bytes:
    if home is None:
        return read_typed(file, limit=BASELINE_LIMIT)
    return read_checkout(file, home, BASELINE_LIMIT)


def write_baseline(file: Path, lines: Iterable[BaselineLine], shown: str, home: Path | None = None) -> None:
    """Writes the file as a whole; `home` as in `read_baseline`. Raises UsageError where it cannot be written.

    A link out of the repository is never written through, whoever named it.
    """
    try:
        with named_file(file, home) as stream:
            stream.writelines(_written(line) + "\n" for line in sorted(lines, key=_order))
    except OSError as error:
        raise UsageError(f"the baseline cannot be written: {error.strerror}", shown) from None


def _line(line: str, shown: str, number: int) -> BaselineLine:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # brackets without end are not a row either
        row = None
    if not isinstance(row, dict):
        raise UsageError("this line is not from a baseline: delete it", shown, number)
    for name in ("path", "rule", "fingerprint"):
        if not isinstance(row.get(name), str):
            raise UsageError(f"this line of the baseline has no `{name}`: delete it", shown, number)
    field, reason, other = row.get("field"), row.get("reason", ""), row.get("other")
    if not isinstance(field, str | None) or not isinstance(reason, str):
        raise UsageError(
            "`field` and `reason` in this line of the baseline must be texts: delete it", shown, number
        )
    if not isinstance(other, str | None):
        raise UsageError("`other` in this line of the baseline must be a path: delete it", shown, number)
    path, *others = [row["path"]] if other is None else sorted((row["path"], other))
    return BaselineLine(Key(path, row["rule"], field, row["fingerprint"], *others), reason)


def _written(line: BaselineLine) -> str:
    row = line.key._asdict()
    if line.key.other is None:
        del row["other"]
    if line.reason:
        row["reason"] = line.reason
    text = json.dumps(row, ensure_ascii=False)
    # The name of a file need not be Unicode on Linux.
    return text if text.isprintable() else json.dumps(row)


def _order(line: BaselineLine) -> tuple[str, ...]:
    key = line.key
    return key.path, key.rule, key.field or "", key.other or "", key.fingerprint, line.reason

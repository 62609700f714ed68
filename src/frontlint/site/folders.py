"""Files where another output needs a folder: Hugo cannot write both, and its build stops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain, islice
from operator import itemgetter

from frontlint.base.files import folders_around
from frontlint.base.record import NamedTuple
from frontlint.hugo.pages.publication import Claim, Publication

_USUAL = "/index.html"
_FEW = 4
"""So many names of files are looked for in each output."""
_MANY = 1_000
"""Outputs that are looked through at once."""


class FolderClash(NamedTuple):
    """One path such as `/old.html` that is a file for some and a folder for others.

    `files` are the claims on the path itself, `below` those on files in it. `static` tells that a static file
    is there, `static_below` names one in it, empty where there is none. One side may be static files alone.
    """

    output: str
    files: tuple[Claim, ...]
    below: tuple[Claim, ...]
    static: bool = False
    static_below: str = ""


def folder_clashes(publication: Publication, static_files: Iterable[str]) -> tuple[FolderClash, ...]:
    """All of them, in order of their paths; `static_files` are paths below `public/`.

    Pages whose URL is not certain take no part, and neither do static files among themselves.
    """
    static = {f"/{file}" for file in static_files}
    if not static and not _may_clash(publication):  # nearly always
        return ()
    if not _clashing(set(_outputs(publication)), static):
        return ()
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in _every(publication):
        if claim.page.certain:
            claims[claim.output].append(claim)
    clashing = _clashing(claims.keys(), static)
    below = _below(claims, clashing)
    inside = _below(dict.fromkeys(static), clashing)
    return tuple(
        FolderClash(
            output,
            tuple(claims.get(output, ())),
            tuple(claim for name in below.get(output, ()) for claim in claims[name]),
            output in static,
            next(iter(inside.get(output, ())), ""),
        )
        for output in sorted(clashing)
    )


def _may_clash(publication: Publication) -> bool:
    """Whether outputs can clash: a quick look that keeps little, for most are an `index.html`."""
    rare = {output for output in _outputs(publication) if not output.endswith(_USUAL)}
    names = {f"/{output.rpartition('/')[2]}/" for output in rare}
    if len(names) <= _FEW:
        names.add(f"{_USUAL}/")
        outputs = _outputs(publication)
        while many := "\n".join(islice(outputs, _MANY)):
            if any(name in many for name in names):
                return True
        return False
    last = ""
    for output in _outputs(publication):
        folder = output[: output.rfind("/")]
        if folder == last:
            continue
        last = folder
        if f"{_USUAL}/" in output or (rare and not rare.isdisjoint(folders_around(output))):
            return True
    return False


def _every(publication: Publication) -> Iterator[Claim]:
    return chain(publication.claims, publication.formats)


def _outputs(publication: Publication) -> Iterator[str]:
    return map(itemgetter(0), _every(publication))


def _clashing(outputs: Set[str], static: Set[str]) -> set[str]:
    """The paths that are a file and a folder, static files among themselves aside."""
    return (_folders(outputs) & (outputs | static)) | (_folders(static) & outputs)


def _folders(outputs: Iterable[str]) -> set[str]:
    """The folders that these files need; each is walked up once."""
    found: set[str] = set()
    for output in outputs:
        for folder in folders_around(output):
            if folder in found:
                break
            found.add(folder)
    return found


def _below(outputs: Mapping[str, object], folders: set[str]) -> Mapping[str, list[str]]:
    """The files below each of some folders, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for output in sorted(outputs):
        at = output.find("/", 1)
        while at > 0:
            if output[:at] in folders:
                found[output[:at]].append(output)
            at = output.find("/", at + 1)
    return found

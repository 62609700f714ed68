"""How a ref may name a page, in the style of its author, the shortest first."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import relpath

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config
from frontlint.hugo.content.paths import content_path, parent_of, take_apart
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Bundle

_TAIL = lazy_pattern(r"[#?]")
_BARE = lazy_pattern(r"[\w.-]+")


class Written(NamedTuple):
    """A path as an author wrote it: the path itself, and what follows it, such as `#part`."""

    path: str
    tail: str


def split(text: str) -> Written:
    """Takes the fragment and the query off."""
    found = _TAIL.search(text)
    at = found.start() if found else len(text)
    return Written(text[:at], text[at:])


def ways(written: str, page: SitePage, base: SitePage, config: Config) -> Iterator[str]:
    """Paths that may mean `page` from `base`, those most like `written` first; the last is from the root.

    Each has to be resolved: none is sure.
    """
    names = _names(written, page, config)
    folder = _folder(base)
    slash = "/" if written.endswith("/") and len(written) > 1 else ""
    for name in names:
        if written.startswith("/"):
            yield name + slash
        elif written.startswith("."):
            yield _dotted(relpath(name, folder), written) + slash
            yield _dotted(relpath(name, _own_folder(base)), written) + slash
        elif "/" not in written:
            yield name.rpartition("/")[2]
        else:
            near = relpath(name, folder)
            yield from (near + slash,) if not near.startswith("..") else ()
            yield name[1:] + slash
    yield from (name for name in names if not written.startswith("/"))
    yield page.logical_path


def _dotted(path: str, written: str) -> str:
    return f"./{path}" if written.startswith("./") and not path.startswith(".") else path


def _names(written: str, page: SitePage, config: Config) -> list[str]:
    """The page from the root: with its file where the author names files, in capitals where he does."""
    inside = content_path(page.path, config) if page.path else None
    if inside is None:
        return [page.logical_path]
    folder, _, file_name = inside.rpartition("/")
    parts = take_apart(file_name, config)
    last = written.rstrip("/").rpartition("/")[2]
    lowered = normalize(written) == written
    if "." in last.strip("."):
        code = take_apart(last, config).code
        plain = f"{parts.raw_stem}.{parts.raw_extension}"
        with_code = f"{folder}/{file_name}"
        names = [with_code, f"{folder}/{plain}"] if code else [f"{folder}/{plain}", with_code]
        if lowered:
            names = [normalize(name) for name in names] + names
        return names
    bundle = parts.stem in ("index", "_index")
    whole = (folder or "/") if bundle else f"{folder}/{parts.raw_stem}"
    if bundle and last in ("index", "_index"):
        whole = f"{folder}/{last}"
    return [normalize(whole), whole] if lowered else [whole, normalize(whole)]


def _folder(base: SitePage) -> str:
    """Where relative paths of a page begin."""
    return base.logical_path if base.bundle is Bundle.BRANCH else parent_of(base.logical_path)


def _own_folder(base: SitePage) -> str:
    return base.logical_path if base.bundle is not Bundle.SINGLE else parent_of(base.logical_path)


def in_call(path: str, before: str) -> str | None:
    """A path as the argument of a shortcode, where `before` is the character before the old one.

    None where it cannot be written there.
    """
    if before == "`":
        return None if "`" in path else path
    if before == '"':
        return None if "\\" in path or "\n" in path else path.replace('"', '\\"')
    if _BARE.fullmatch(path):
        return path
    return None if set('"\\\n') & set(path) else f'"{path}"'

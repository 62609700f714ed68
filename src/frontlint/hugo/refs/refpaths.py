"""The path of a ref: out of its URL, and to the key that Hugo looks up (common/paths/pathparser.go)."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config
from frontlint.hugo.content.paths import take_apart
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.media import CONTENT_EXTENSIONS

_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BAD_ESCAPE = lazy_pattern(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f]")


class BadUrlError(ValueError):
    """Go's url package refuses the text: Hugo's build stops."""


class RefPath(NamedTuple):
    """`base` is the logical path that is meant, `name` the last name without language and extension."""

    base: str
    name: str


def path_of_url(ref: str) -> str:
    """The path of a ref, as `url.Parse` finds it: without scheme, host, query and fragment, unescaped.

    Raises BadUrlError.
    """
    if _CONTROL.search(ref):
        raise BadUrlError(ref)
    rest, _, fragment = ref.partition("#")
    if _BAD_ESCAPE.search(fragment):
        raise BadUrlError(ref)
    scheme = _SCHEME.match(rest)
    if rest.startswith(":"):
        raise BadUrlError(ref)
    rest = rest[scheme.end() if scheme else 0 :].partition("?")[0]
    if not rest.startswith("/") and scheme:
        return ""
    if not scheme and ":" in rest.partition("/")[0]:
        raise BadUrlError(ref)
    if rest.startswith("//") and not rest.startswith("///"):
        host, slash, inner = rest[2:].partition("/")
        if " " in host:
            raise BadUrlError(ref)
        rest = slash + inner
    if _BAD_ESCAPE.search(rest):
        raise BadUrlError(ref)
    return unquote_to_bytes(rest).decode("utf-8", "replace")


def target_of_ref(ref: str, config: Config) -> RefPath:
    """What the path of a ref means when it is read from the root; empty where it is not an address."""
    try:
        return parse(path_of_url(ref), config)
    except BadUrlError:
        return RefPath("", "")


def parse(ref: str, config: Config) -> RefPath:
    """The key of a path with an extension (ParseBaseAndBaseNameNoIdentifier)."""
    path = "/" + normalize(ref).removeprefix("/")
    path = path.rstrip("/") if path != "/" and path.endswith("/") else path
    folder, _, file_name = path.rpartition("/")
    if "." not in file_name:
        return RefPath(path, file_name)
    name = take_apart(file_name, config)
    if name.extension not in CONTENT_EXTENSIONS:
        kept = f"{folder}/{name.stem}.{name.extension}" if name.code else path
        return RefPath(kept, name.stem)
    if name.stem in ("index", "_index"):
        return RefPath(folder or "/", folder.rpartition("/")[2])
    return RefPath(f"{folder}/{name.stem}" if name.stem else folder or "/", name.stem)

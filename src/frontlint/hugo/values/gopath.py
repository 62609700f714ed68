"""Paths and texts as Go's standard library treats them (path, strings)."""

from __future__ import annotations


def clean(path: str) -> str:
    """`path.Clean`: the shortest equal path; `.` where nothing is left."""
    if not path:
        return "."
    if "//" not in path and "/." not in path and path[0] != ".":
        return path[:-1] if path[-1] == "/" and path != "/" else path
    rooted = path.startswith("/")
    kept: list[str] = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != "..":
            kept.append(part)
        elif kept and kept[-1] != "..":
            kept.pop()
        elif not rooted:
            kept.append(part)
    if rooted:
        return "/" + "/".join(kept)
    return "/".join(kept) or "."


def join(*parts: str) -> str:
    """`path.Join`: the parts with slashes between, cleaned; empty parts count for nothing."""
    filled = "/".join([part for part in parts if part])
    if filled[:2] == "//":  # from the root, as most are: then what is left is clean
        filled = "/" + filled.lstrip("/")
    return clean(filled) if filled else ""


def parent(path: str) -> str:
    """`path.Dir`: the path without its last element."""
    return clean(path[: path.rfind("/") + 1])


def base(path: str) -> str:
    """`path.Base`: the last element; `.` for an empty path."""
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


def extension(path: str) -> str:
    """`path.Ext`: from the last dot of the last element on, or nothing."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return "" if dot < 0 else name[dot:]


def lower(text: str) -> str:
    """`strings.ToLower`: letter by letter, so that no letter becomes two and no sigma a final one."""
    if text.isascii():
        return text.lower()
    return "".join(char.lower()[0] for char in text)


def normalize(path: str) -> str:
    """A path as Hugo keys its pages: in lower case, `-` for each space (paths.NormalizePathStringBasic)."""
    return lower(path).replace(" ", "-")


def ancestors(path: str) -> list[str]:
    """The logical paths above a logical path, nearest first, the home page's `/` last."""
    found: list[str] = []
    while path != "/":
        path = path[: path.rfind("/")] or "/"
        found.append(path)
    return found

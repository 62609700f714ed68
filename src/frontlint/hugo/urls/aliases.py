"""Aliases: which file each of them becomes (hugolib/page__output.go:Aliases, hugolib/alias.go)."""

from __future__ import annotations

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import OutputFormat
from frontlint.hugo.pages.node import Node
from frontlint.hugo.urls.urls import TargetPaths, is_ugly
from frontlint.hugo.values import versions
from frontlint.hugo.values.cast import TEXT
from frontlint.hugo.values.gopath import clean, extension, join, parent

_PLAIN = lazy_pattern(r"(?:/[A-Za-z0-9_-]++)++/?+\Z")
_ALL_PLAIN = lazy_pattern(r"(?:(?:/[A-Za-z0-9_-]++)++/?+\n)++\Z")


class AliasTarget(NamedTuple):
    """What Hugo makes of one alias: `path` as `.Aliases` gives it, `output` the redirect's file.

    `fault` says why the alias stops the build instead.
    """

    path: str
    output: str
    fault: str = ""


def alias_target(alias: str, node: Node, target: TargetPaths, form: OutputFormat) -> AliasTarget:
    """The redirect of an alias of a page that is published at `target`.

    A relative one may climb out of the folder that a language with a separate host has.
    """
    host = node.language.host_dir
    if alias.startswith("/"):
        path = join("/", host, node.language.prefix, form.path, alias)
    else:
        path = join(f"/{target.host}" if target.host else "", _own_folder(target.output, form), "..", alias)
    if path == "/" and not _is_ugly(node, form):  # an ugly one becomes "/.html" before Hugo looks
        return AliasTarget(path, "", "is the website's own root")
    if path.startswith(".."):
        return AliasTarget(path, "", "leads out of the website")
    return AliasTarget(path, _file_of(path, node, form))


def has_plain_outputs(node: Node, form: OutputFormat) -> bool:
    """Whether nothing but an alias itself decides about its file, as nearly always."""
    language = node.language
    special = language.host_dir or language.prefix or form.path or _is_ugly(node, form)
    return not special and form.base_name == "index" and form.suffix == "html"


def plain_output(alias: str) -> str:
    """The redirect's file where nothing about an alias is special, as it hardly ever is; else nothing.

    For pages with plain outputs it is what `alias_target` gives, and its folder is a link as it is.
    """
    return file_of_plain(alias) if _PLAIN.match(alias) else ""


def file_of_plain(alias: str) -> str:
    """The same for an alias that is known to be plain."""
    return f"{alias}index.html" if alias[-1] == "/" else f"{alias}/index.html"


def are_plain(value: Value) -> bool:
    """Whether a field is a list of aliases that all have a `plain_output`: nothing is wrong with them."""
    if type(value) is not list or not TEXT.issuperset(map(type, value)):
        return False
    lines = "\n".join([*value, ""])  # type: ignore[list-item] # texts, as was seen
    return lines.count("\n") == len(value) and _ALL_PLAIN.match(lines) is not None


def _own_folder(output: str, form: OutputFormat) -> str:
    """The folder of a page, without the file's name; `/x/y.html` counts as `/x/y` (PathDirBase)."""
    if output.rpartition("/")[2].startswith(f"{form.base_name}."):
        folder = parent(output)
        return "" if folder == "/" else folder
    return output.removesuffix(extension(output))


def _file_of(path: str, node: Node, form: OutputFormat) -> str:
    """Only `.html` and, of late, `.htm`, in this spelling, make a file; all else is a folder."""
    rooted = clean("/" + path)
    if rooted.endswith(".html") or (rooted.endswith(".htm") and node.hugo >= versions.ALIAS_HTM_IS_A_FILE):
        return rooted
    if _is_ugly(node, form):
        return f"{rooted}.{form.suffix}"
    return f"{rooted}/{form.base_name}.{form.suffix}"


def _is_ugly(node: Node, form: OutputFormat) -> bool:
    return is_ugly(node.section, node.language) and not form.no_ugly

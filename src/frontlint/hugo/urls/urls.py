"""Where Hugo publishes a page (resources/page/page_paths.go:CreateTargetPaths)."""

from __future__ import annotations

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Language, OutputFormat
from frontlint.hugo.config.sanitize import path_escape, path_text
from frontlint.hugo.pages.node import Node
from frontlint.hugo.pages.sections_tree import PageTree
from frontlint.hugo.urls.permalinks import Expansion, expand, permalink_of
from frontlint.hugo.values.gopath import clean, join
from frontlint.hugo.values.kinds import Bundle, Kind

_PLAIN_FOLDER = lazy_pattern(r"(?:/[a-z0-9_-]++)++\Z")
_PLAIN_NAMES = frozenset({"index.html", "index.xml"})


class TargetPathDescriptor(NamedTuple):
    """What a page's URL is made of, whatever the output format.

    `url` is the front matter's own, filled in. `permalink` comes from the configuration. `folder` and
    `name` are the default; a branch has no name.
    """

    node: Node
    url: str
    permalink: str
    folder: str
    name: str
    ugly: bool
    certain: bool


class TargetPaths(NamedTuple):
    """A published file such as `/a/index.html`, from the root of `public/`, and its link.

    The link has no base path yet: that of `baseURL`. `host` is the folder below `public/` that all of this
    is in, where the language is a separate website.
    """

    output: str
    link: str
    host: str = ""

    @property
    def file(self) -> str:
        """The file below `public/`."""
        return f"/{self.host}{self.output}" if self.host else self.output


def descriptor_of(node: Node, tree: PageTree) -> TargetPathDescriptor:
    """Where a page belongs (page__paths.go:createTargetPathDescriptor)."""
    url = Expansion(node.url)
    if ":" in node.url:
        filled = expand(node.url, node, tree)
        url = filled if filled.text else Expansion(node.url, filled.certain)
    permalink = permalink_of(node, tree)
    if node.is_branch:
        folder, name = tree.slug_path(node), ""
    else:
        folder, name = _folder_of_page(node, tree), node.slug or _base_name(node)
    certain = node.certain and (url.certain if node.url and node.kind is not Kind.HOME else permalink.certain)
    return TargetPathDescriptor(
        node, url.text, permalink.text, folder, name, is_ugly(node.section, node.language), certain
    )


def _folder_of_page(node: Node, tree: PageTree) -> str:
    location = node.location
    raw = (
        location.as_written.container if location and node.language.disable_path_to_lower else node.container
    )
    return tree.slug_folder(node.container, raw)


def _base_name(node: Node) -> str:
    return node.raw_base_name if node.language.disable_path_to_lower else node.path.rpartition("/")[2]


def is_ugly(section: str, language: Language) -> bool:
    """Whether the pages of a section are files instead of folders (config/allconfig: isUglyURL)."""
    ugly = language.ugly_urls
    return ugly if isinstance(ugly, bool) else ugly.get(section, False)


def target_of(descriptor: TargetPathDescriptor, form: OutputFormat) -> TargetPaths:
    """The file and the link of a page in one output format."""
    host = descriptor.node.language.host_dir
    if descriptor.url and descriptor.node.kind is not Kind.HOME:
        named = _cleaned(descriptor.url).startswith(f"/{host}")
        return _by_url(descriptor, form)._replace(host="" if named else host)
    found = _plain_target(descriptor, form)
    if found is None:
        is_page = descriptor.node.kind is Kind.PAGE
        found = _of_page(descriptor, form) if is_page else _of_branch(descriptor, form)
    return found._replace(host=host) if host else found


def _plain_target(descriptor: TargetPathDescriptor, form: OutputFormat) -> TargetPaths | None:
    """As `_of_page` and `_of_branch`, where nothing about a path is special, as hardly ever; else None."""
    node, _, permalink, folder, name, ugly, _ = descriptor
    file_name = f"{form.base_name}.{form.suffix}"
    if ugly or form.path or name == form.base_name or file_name not in _PLAIN_NAMES:
        return None
    prefix, inside = node.language.prefix, permalink
    if not inside:
        inside = folder if not name else f"{folder}/{name}" if folder != "/" else f"/{name}"
    whole = f"/{prefix}{inside}" if prefix else inside
    if not _PLAIN_FOLDER.match(whole):
        return None
    output = f"{whole}/{file_name}"
    return TargetPaths(output, f"{whole}/" if file_name == "index.html" else output)


def _cleaned(url: str) -> str:
    return join("/", url) if ".." in url else url


def _by_url(descriptor: TargetPathDescriptor, form: OutputFormat) -> TargetPaths:
    """`url` in front matter is taken as written: neither sanitized nor in lower case.

    The language's prefix, or the folder of its host, is not added to what begins with it as a *text*. [bin]
    """
    url = _cleaned(descriptor.url)
    prefix = descriptor.node.language.prefix if not descriptor.url.startswith("/") else ""
    if url.startswith(f"/{prefix}"):
        prefix = ""
    parts = [form.path, *url.split("/")]
    if url.endswith("/") or "." not in url:
        parts.append(f"{form.base_name}.{form.suffix}")
    target = _finish([part for part in parts if part], prefix, link_names_file=False)
    cut = target.link.removesuffix("/").removesuffix(descriptor.name)
    if _is_named_index(descriptor, form) and len(cut) < len(target.link.removesuffix("/")):
        # As in `_of_page`, the name is cut off the link; here a link to a folder keeps its slash. [bin]
        return TargetPaths(target.output, cut.rstrip("/") + "/" if target.link.endswith("/") else cut)
    return target


def _of_page(descriptor: TargetPathDescriptor, form: OutputFormat) -> TargetPaths:
    node, file_name = descriptor.node, f"{form.base_name}.{form.suffix}"
    same_as_index = _is_named_index(descriptor, form)
    as_file = (descriptor.ugly and not form.no_ugly) or (same_as_index and not descriptor.permalink)
    inside = [descriptor.permalink] if descriptor.permalink else [descriptor.folder, descriptor.name]
    parts = [form.path, *inside]
    if as_file:
        parts = _with_suffix(parts, form)
    else:
        parts.append(file_name)
    target = _finish(_sanitized(parts, node.language), node.language.prefix, link_names_file=False)
    if same_as_index and target.link.endswith(descriptor.name + "/"):
        # Hugo cuts the name off the link, meant for `index.html`; what is cut may be the folder's name.
        return TargetPaths(target.output, target.link[: -len(descriptor.name) - 1])
    return target


def _is_named_index(descriptor: TargetPathDescriptor, form: OutputFormat) -> bool:
    return descriptor.name == form.base_name and not _is_bundle(descriptor.node)


def _is_bundle(node: Node) -> bool:
    if node.location is None or not node.language.disable_path_to_lower:
        return node.bundle is not Bundle.SINGLE
    return node.location.as_written.in_bundle


def _of_branch(descriptor: TargetPathDescriptor, form: OutputFormat) -> TargetPaths:
    node = descriptor.node
    ugly = descriptor.ugly and not form.no_ugly
    parts = [form.path, descriptor.permalink or descriptor.folder]
    if ugly and node.kind is Kind.TERM:
        parts = _with_suffix(parts, form)
    else:
        parts.append(f"{form.base_name}.{form.suffix}")
    return _finish(_sanitized(parts, node.language), node.language.prefix, link_names_file=ugly)


def _with_suffix(parts: list[str], form: OutputFormat) -> list[str]:
    filled = [part for part in parts if part and part != "/"]
    return [*filled[:-1], f"{filled[-1].removesuffix('/')}.{form.suffix}"] if filled else [f".{form.suffix}"]


def _sanitized(parts: list[str], language: Language) -> list[str]:
    made = [path_text(part, language) for part in parts if part and part != "/"]
    return made if all(made) else [part for part in made if part]


def _finish(parts: list[str], prefix: str, *, link_names_file: bool) -> TargetPaths:
    """The parts joined; a link to `index.html` ends with its folder, but for branches with ugly URLs.

    The file system cleans the file's path, but not the link: empty folders, `.` and `..` stay in it. [bin]
    """
    root = f"/{prefix}" if prefix else ""
    whole = root + _joined(parts)
    if parts and parts[-1] == "index.html" and not link_names_file:
        link = root + _joined(parts[:-1])
        return TargetPaths(clean(whole), _as_link(link if link.endswith("/") else link + "/"))
    return TargetPaths(clean(whole), _as_link(whole))


def _joined(parts: list[str]) -> str:
    """The parts with one slash where two of them meet, and one in front; none goes within a part."""
    whole = ""
    for part in parts:
        whole += part if part.startswith("/") or whole.endswith("/") else f"/{part}"
    return whole or "/"


def _as_link(path: str) -> str:
    """A path as a link. What begins with two slashes is a host to Go's url package, and Hugo drops it.

    What follows a question mark is a query to that package, and stays as it is but for a `#`. [bin]
    """
    if path.startswith("//") and not path.startswith("///"):
        path = path[path.find("/", 2) :] if "/" in path[2:] else "/"
    path, mark, query = path.partition("?")
    return path_escape(path) + mark + query.replace("#", "%23")

"""The lines of front matter in messages and remedies in a page's own format: most rules write YAML."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from frontlint.base.source import decode
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.written import assignment, written_as
from frontlint.hugo.fields.names import TARGET_KEYS, is_field, spelled
from frontlint.hugo.values.scalars import plain_scalar

_KEY = "items"


def with_own_lines(finding: Finding, form: Format, taxonomies: AbstractSet[str]) -> Finding:
    """The finding with the lines that it quotes and asks for as a page in TOML or JSON has them.

    `taxonomies` are the plural names, which are keys, too.
    """
    own = taxonomies | {step for step in finding.field or () if isinstance(step, str)}
    fix = finding.fix and finding.fix._replace(title=in_format(finding.fix.title, form, own))
    message, help_ = in_format(finding.message, form, own), in_format(finding.help, form, own)
    return finding._replace(message=message, help=help_, fix=fix)


def in_format(text: str, form: Format, own: AbstractSet[str] = frozenset()) -> str:
    r"""The text with each `key: value` in backticks, and the lines below it, as TOML or JSON has them.

    A term or a title such as `Note: a b` looks like a line. So a key is a field of Hugo, one of the site's
    `own`, or has a capital inside, which no word has: `ItemKind`.

    >>> in_format("add `cascade: {draft: true}` to keep back `posts`", Format.TOML)
    'add `cascade = {draft = true}` to keep back `posts`'
    >>> in_format("add to this page:\naliases:\n  - /a/\n  - /b/", Format.JSON)
    'add to this page:\n"aliases": ["/a/", "/b/"]'
    """
    first, *lines = text.split("\n")
    parts = first.split("`")
    parts[1::2] = [_line(part, form, own) for part in parts[1::2]]
    return "\n".join(["`".join(parts), *_block(lines, form)])


def _line(line: str, form: Format, own: AbstractSet[str]) -> str:
    """One line; as it is if it is neither a key with a value nor a mapping in braces."""
    if ": " not in line:
        return line
    if line.startswith("{") and not line.startswith("{{"):
        value = _read(f"{_KEY}: {line}").get(_KEY)
        return written_as(form, value) if isinstance(value, dict) else line
    key, _, written = line.partition(": ")
    first = key.partition(".")[0] if form is Format.TOML else key  # `sitemap.priority = 0.7` is TOML
    if not _is_key(first, own):
        return line
    data = _read(line)
    if list(data) != [key]:
        return line
    value = data[key]
    if isinstance(value, int | float) and not isinstance(value, bool):  # as in the page: 1.10 is not 1.1
        return f"{key} = {written}" if form is Format.TOML else f'"{key}": {written}'
    return assignment(form, key, value)


def _is_key(name: str, own: AbstractSet[str]) -> bool:
    field = name.lower()
    if name in own or field in own or name in TARGET_KEYS or (is_field(field) and name == spelled(field)):
        return True
    return name.isidentifier() and any(one.islower() and other.isupper() for one, other in pairwise(name))


def _block(lines: Sequence[str], form: Format) -> list[str]:
    """A key with its items below it, or items alone, on one line; comments are kept."""
    notes = [line.strip() for line in lines if line.strip().startswith("#")]
    text = "\n".join(line for line in lines if not line.strip().startswith("#"))
    if not text:
        return list(lines)
    if text.lstrip().startswith("- "):
        items = _read(f"{_KEY}:\n{text}").get(_KEY)
        return [written_as(form, items), *notes] if isinstance(items, list) else list(lines)
    return [*(assignment(form, key, value) for key, value in _read(text).items()), *notes] or list(lines)


def _read(yaml: str) -> dict[str, Value]:
    """What some YAML holds; nothing if it cannot be read."""
    source = decode("remedy.md", f"---\n{yaml}\n---\n".encode("utf-8", "surrogatepass"))
    document = read_document(source, plain_scalar)
    return {} if document.problems else document.data

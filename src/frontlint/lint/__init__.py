"""All that the author of a rule imports, together with the room of the rule's subject.

Each name is loaded when it is asked for: the engine imports modules of this room before it needs them all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontlint.base.pattern import lazy_pattern as lazy_pattern
    from frontlint.base.phrases import clip as clip
    from frontlint.base.phrases import code as code
    from frontlint.base.phrases import contrast as contrast
    from frontlint.base.phrases import listing as listing
    from frontlint.base.phrases import shorten as shorten
    from frontlint.base.span import Span as Span
    from frontlint.findings.anchor import START as START
    from frontlint.findings.anchor import Anchor as Anchor
    from frontlint.findings.anchor import Spot as Spot
    from frontlint.findings.anchor import numbered as numbered
    from frontlint.findings.finding import Finding as Finding
    from frontlint.findings.finding import Label as Label
    from frontlint.findings.finding import Severity as Severity
    from frontlint.findings.fix import Fix as Fix
    from frontlint.findings.fix import Outputs as Outputs
    from frontlint.frontmatter.document import Document as Document
    from frontlint.frontmatter.document import Format as Format
    from frontlint.frontmatter.document import ProblemKind as ProblemKind
    from frontlint.frontmatter.document import Value as Value
    from frontlint.frontmatter.document import value_at as value_at
    from frontlint.frontmatter.edit.changes import Change as Change
    from frontlint.frontmatter.edit.changes import append_item as append_item
    from frontlint.frontmatter.edit.changes import insert_item as insert_item
    from frontlint.frontmatter.edit.changes import insert_key as insert_key
    from frontlint.frontmatter.edit.changes import remove_item as remove_item
    from frontlint.frontmatter.edit.changes import remove_key as remove_key
    from frontlint.frontmatter.edit.changes import rename_key as rename_key
    from frontlint.frontmatter.edit.changes import replace_here as replace_here
    from frontlint.frontmatter.edit.changes import replace_piece as replace_piece
    from frontlint.frontmatter.edit.changes import replace_source as replace_source
    from frontlint.frontmatter.edit.changes import replace_text as replace_text
    from frontlint.frontmatter.edit.changes import save_as_utf8 as save_as_utf8
    from frontlint.frontmatter.edit.changes import set_value as set_value
    from frontlint.frontmatter.route import Route as Route
    from frontlint.frontmatter.route import to_words as to_words
    from frontlint.frontmatter.written import assignment as assignment
    from frontlint.frontmatter.written import line_of as line_of
    from frontlint.hugo.content.facts import Entry as Entry
    from frontlint.hugo.content.facts import PageFacts as PageFacts
    from frontlint.hugo.pages.publication import ContentPage as ContentPage
    from frontlint.hugo.pages.publication import SitePage as SitePage
    from frontlint.lint.page import Page as Page
    from frontlint.lint.rule import EngineRule as EngineRule
    from frontlint.lint.rule import HistoryRule as HistoryRule
    from frontlint.lint.rule import IgnoreRule as IgnoreRule
    from frontlint.lint.rule import PageRule as PageRule
    from frontlint.lint.rule import SchemaRule as SchemaRule
    from frontlint.lint.rule import SiteRule as SiteRule
    from frontlint.site.model import Site as Site

_MODULES = {
    "base.pattern": ("lazy_pattern",),
    "base.phrases": ("clip", "code", "contrast", "listing", "shorten"),
    "base.span": ("Span",),
    "findings.anchor": ("START", "Anchor", "Spot", "numbered"),
    "findings.finding": ("Finding", "Label", "Severity"),
    "findings.fix": ("Fix", "Outputs"),
    "frontmatter.document": ("Document", "Format", "ProblemKind", "Value", "value_at"),
    "frontmatter.edit.changes": (
        "Change",
        "append_item",
        "insert_item",
        "insert_key",
        "remove_item",
        "remove_key",
        "rename_key",
        "replace_here",
        "replace_piece",
        "replace_source",
        "replace_text",
        "save_as_utf8",
        "set_value",
    ),
    "frontmatter.route": ("Route", "to_words"),
    "frontmatter.written": ("assignment", "line_of"),
    "hugo.content.facts": ("Entry", "PageFacts"),
    "hugo.pages.publication": ("ContentPage", "SitePage"),
    "lint.page": ("Page",),
    "lint.rule": ("EngineRule", "HistoryRule", "IgnoreRule", "PageRule", "SchemaRule", "SiteRule"),
    "site.model": ("Site",),
}
"""What mypy reads above, for the interpreter."""
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """The name, which is kept from then on. Raises AttributeError for any other."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"frontlint.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value

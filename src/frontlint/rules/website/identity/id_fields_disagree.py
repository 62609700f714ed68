"""ItemId and ResourceId must be the same.

Why: Links use ResourceId and ResourceType. Related content and tooltips use the Item keys. If the two
differ, or one of the four Item keys is missing, the website finds the page by one of its names only.
Bad:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    ItemId: Zx9cV8bN7m_
    ItemType: blog
    ItemKind: resource
    ItemContentOrigin: human
Good:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    ItemId: aB3-dE_fG9h
    ItemType: blog
    ItemKind: resource
    ItemContentOrigin: human
Fix: Gives ItemId the value of ResourceId, or adds it, unless the short link has the ItemId. Hugo publishes
    the same files. Types and other keys have no fix.
Note: The rule does not look at marketing pages and programs. A type that differs from the folder is for
`type-differs-from-folder`, and a missing ItemId on a term page for `missing-field`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.derived import derived_id
from frontlint.hugo.fields import as_text
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import (
    Entry,
    Finding,
    Fix,
    Label,
    Page,
    Severity,
    assignment,
    code,
    contrast,
    insert_key,
    listing,
    set_value,
)
from frontlint.website.collect import facts_of
from frontlint.website.ids import id_aliases, is_id, item_kind
from frontlint.website.rule import WebsitePageRule
from frontlint.website.videos import is_video

_ITEM = ("ItemId", "ItemType", "ItemKind", "ItemContentOrigin")
_ITEM_KEYS = frozenset(key.lower() for key in _ITEM)
_KINDS = frozenset({"", "resource", "classification"})
_SURE = frozenset({"ResourceId", "ClassificationType", "ItemKind"})


class IdFieldsDisagree(WebsitePageRule):
    """The keys of two generations, which say the same thing twice."""

    budget = 16_000  # all ids of the page are compared
    severity = Severity.ERROR
    keys = frozenset({"resourceid", "itemid", "itemkind", "itemtype", "classificationtype"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for the ids, one for the types, one for the keys that are missing."""
        marks = facts_of(page).marks
        if item_kind(marks) not in _KINDS:
            return
        for item, resource in (("ItemId", "ResourceId"), ("ItemType", "ResourceType")):
            one, other = marks.text(item), marks.text(resource)
            if one and other and one != other and not _is_reported_elsewhere(page, item, one):
                yield self._differ(page, marks[item], marks[resource])
        if not _SURE.isdisjoint(marks.keys()):
            yield from self._incomplete(page)

    def _differ(self, page: Page, item: Entry[str], resource: Entry[str]) -> Finding:
        key, other = str(item.route[0]), str(resource.route[0])
        own, wanted = contrast(item.value, resource.value, 30)
        return self.at(
            page,
            item.route,
            f"`{key}` is {code(own, 30)}, but `{other}` is {code(wanted, 30)}",
            help=f"write `{key}: {resource.value}`, or `{other}: {item.value}` if that is right",
            label="differs",
            related=(Label(page.facts.path, page.at(*resource.route), f"the page's {other}"),),
            fix=self._as_resource(page, item, resource) if other.lower() == "resourceid" else None,
        )

    def _as_resource(self, page: Page, item: Entry[str], resource: Entry[str]) -> Fix | None:
        """ResourceId is the page's own, unless its short link says that it is the other one."""
        linked = {found for found, _ in id_aliases(page.facts)}
        if not is_id(resource.value) or (item.value in linked and resource.value not in linked):
            return None
        title = f"write `{item.route[0]}: {resource.value}`"
        return self.fix(page, title, set_value(item.route, resource.value))

    def _incomplete(self, page: Page) -> Iterator[Finding]:
        if page.keys >= _ITEM_KEYS:
            return
        there = [key for key in _ITEM if page.has(key)]
        missing = [key for key in _ITEM if not page.has(key) and not _is_asked_for(page, key)]
        if there and missing:
            yield self.at(
                page,
                there[0],
                f"{_listed(missing)} {_is(missing)} missing, but the page has {_listed(there)}",
                help=f"add {_listed(_lines(page, missing))}",
                label="not alone",
                on_key=True,
                fix=self._item_id(page) if missing == ["ItemId"] else None,
            )

    def _item_id(self, page: Page) -> Fix | None:
        resource = facts_of(page).marks.get("ResourceId")
        if resource is None or not is_id(resource.value):
            return None
        change = insert_key(("ItemId",), resource.value, after=str(resource.route[0]))
        return self.fix(page, f"add `ItemId: {resource.value}`", change)


def _is(keys: list[str]) -> str:
    return "are" if len(keys) > 1 else "is"


def _listed(written: list[str]) -> str:
    return listing([f"`{one}`" for one in written])


def _lines(page: Page, missing: list[str]) -> list[str]:
    """The lines that are missing; the key alone where nothing says what its value is."""
    marks, location = facts_of(page).marks, page.location
    is_term = "ClassificationType" in marks or (location is not None and location.kind is Kind.TERM)
    kind = marks.get("ClassificationType") or marks.get("ResourceType")
    own = marks.get("ResourceId")
    values = {
        "ItemId": own.value if own else derived_id(page.facts.path, as_text(page.get("title"))),
        "ItemType": kind.value if kind else "",
        "ItemKind": "classification" if is_term else "resource",
        "ItemContentOrigin": as_text(page.get("ResourceContentOrigin")) or "human",
    }
    return [assignment(page.document.format, key, values[key]) if values[key] else key for key in missing]


def _is_reported_elsewhere(page: Page, key: str, value: str) -> bool:
    """Whether type-differs-from-folder reports the type, or video-id-disagrees the ResourceId."""
    if key == "ItemId":
        return is_video(facts_of(page)) and page.get("videoId") == value
    location = page.location
    if location is None:
        return False
    return location.kind is Kind.TERM or location.raw_container.startswith("/resources/")


def _is_asked_for(page: Page, key: str) -> bool:
    """The schema of a term page asks for its ItemId, and knows how much it matters there."""
    marks = facts_of(page).marks
    is_classification = "ClassificationType" in marks or item_kind(marks) == "classification"
    return key == "ItemId" and is_classification

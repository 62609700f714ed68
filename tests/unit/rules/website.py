"""A small website in good order: complete pages of each kind, and a frame of terms and sections for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from frontlint.base.source import decode
from frontlint.frontmatter.document import Data, Value
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

CONFIG = """\
baseURL: https://example.org/
taxonomies: {concept: concepts, category: categories, tag: tags}
permalinks:
  term:
    concepts: /resources/:slug/
    categories: /resources/:slug/
    tags: /resources/:slug/
  page:
    resources: /:sections/:slug/
"""
TERMS: Mapping[str, tuple[str, ...]] = {
    "concepts": ("Practice", "Principle", "Tool"),
    "categories": ("DevOps", "Kanban"),
    "tags": ("Common Goals", "Cycle Time", "Team Collaboration"),
}
SECTIONS = ("blog", "guides", "signals", "workshops")


def website(pages: Mapping[str, str]) -> dict[str, str]:
    """The files of a website with these pages, by their paths below `content`; the frame is faultless.

    One more page uses all terms, so that no term page is left alone.
    """
    frame = {
        f"{taxonomy}/{_folder(title)}/_index.md": complete(
            f"{taxonomy}/{_folder(title)}/_index.md", {"title": title}
        )
        for taxonomy, titles in TERMS.items()
        for title in titles
    }
    for section in SECTIONS:
        frame[f"resources/{section}/_index.md"] = text({"title": section.capitalize()})
    content = {**frame, **pages}
    library: Data = {"title": "The Library"}
    for taxonomy in TERMS:
        library[taxonomy] = [
            _title(page) for path, page in content.items() if path.startswith(f"{taxonomy}/")
        ]
    content["library.md"] = text(library)
    return {"hugo.yaml": CONFIG, **{f"content/{path}": page for path, page in content.items()}}


def complete(path: str, said: Data, absent: Iterable[str] = ()) -> str:
    """A faultless page for this path, but for what is `said` otherwise, and without what is `absent`.

    Ids and the alias follow the id that is said.
    """
    own = said.get("ResourceId") or said.get("ItemId") or _id(path)
    base = _term(path, said, own) if _is_term(path) else _resource(path, said, own)
    left = set(absent)
    return text({key: value for key, value in {**base, **said}.items() if key not in left})


def flow(block: str) -> Data:
    """A case as it is written in the list of cases: a YAML mapping in braces, as Hugo reads it."""
    document = read_document(decode("case.md", f"---\ncase: {block.strip()}\n---\n".encode()), plain_scalar)
    case = document.data["case"]
    assert isinstance(case, dict)
    return case


def text(data: Data, body: str = "A text of one line.") -> str:
    """The page; JSON values are YAML as well."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in data.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


def _term(path: str, said: Data, own: Value) -> Data:
    taxonomy = path.partition("/")[0]
    title = str(said.get("title", "Unnamed"))
    lists: Data = {"concepts": ["Tool"], "categories": ["Kanban"], "tags": ["Cycle Time"]}
    if taxonomy == "concepts":
        lists = {}
    elif taxonomy == "categories":
        lists = {"concepts": ["Tool"]}
    elif title == "Cycle Time":
        lists = {**lists, "tags": ["Common Goals"]}
    return {
        "title": title,
        "description": f"What this website means by {title}, told in a sentence that anybody understands.",
        "date": "2025-11-01T09:00:00Z",
        "ClassificationType": taxonomy,
        "trustpilot": False,
        "sitemap": {"filename": "sitemap.xml", "priority": 0.7},
        "Instructions": f"Use this term only for pages on {title}, and for nothing that lies beside it.",
        "headline": {
            "cards": [],
            "title": f"{title}: See What It Is",
            "subtitle": "One step after another",
            "content": "What to post here, and what to leave out.",
            "updated": "2025-11-01T09:00:05Z",
        },
        "abstract": f"A short paragraph about {title}.",
        "weight": 350,
        **lists,
        "icon": "fa-table-columns",
        **_ids(taxonomy, "classification", own),
        "ClassificationContentOrigin": "human",
    }


def _resource(path: str, said: Data, own: Value) -> Data:
    folder, name = path.split("/")[1], path.split("/")[-2]
    day = name[:10] if name[:4].isdigit() else "2025-11-01"
    special: Data = {"card": {"title": "A card", "content": "What the page is about."}}
    if folder == "signals":
        special = {"platform_signals": [_POST]}
    return {
        "title": str(said.get("title", "Unnamed")),
        "short_title": "A page",
        "description": "A page about work that waits, told for those who wait with it, in one sentence "
        "that is neither too short nor too long to be read.",
        "tldr": "Work waits more than it moves. This page tells where it waits, who notices first and what a "
        "team can do about it before lunch. It ends with a question for the reader.",
        "date": f"{day}T09:00:00Z",
        "lastmod": f"{day}T10:00:00Z",
        "weight": 350,
        "sitemap": {"filename": "sitemap.xml", "priority": 0.6, "changefreq": "weekly"},
        **_ids(folder, "resource", own),
        "concepts": ["Tool"],
        "categories": ["Kanban"],
        "tags": ["Cycle Time"],
        **special,
    }


_POST: Data = {
    "platform": "LinkedIn",
    "post_url": "https://example.org/posts/1",
    "post_id": "7203391158197088256",
    "post_date": "2025-06-01T09:00:00Z",
    "performance": {"impressions": 1, "members_reached": 1, "reactions": 1, "comments": 0, "reposts": 0},
}


def _ids(folder: str, kind: str, own: Value) -> Data:
    return {
        "ResourceId": own,
        "ResourceType": folder,
        "ItemId": own,
        "ItemType": folder,
        "ItemKind": kind,
        "ItemContentOrigin": "human",
        "aliases": [f"/resources/{own}"],
    }


def _id(path: str) -> str:
    """An id of 11 characters that is always the same for a path, and looks like one."""
    return f"Q{sha256(path.encode()).hexdigest()[:8].upper()}z9"


def _folder(title: str) -> str:
    return title.lower().replace(" ", "-")


def _title(page: str) -> str:
    return next(str(json.loads(line[7:])) for line in page.splitlines() if line.startswith("title: "))


def _is_term(path: str) -> bool:
    return path.partition("/")[0] in TERMS

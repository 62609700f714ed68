"""Made sites with problems put in: `made(seed)` is always the same site."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from conformance.fault_kinds import SAFE, STOPS, UNSAFE, Around
from conformance.fault_pages import Page, habits

LAYOUT = """\
{{ .Kind }} {{ .RelPermalink }} {{ .Title }} {{ .LinkTitle }} {{ .Description }} {{ .Keywords }} {{ .Weight }}
{{ .Date.Unix }} {{ .Lastmod.Unix }} {{ .Content }}
{{ range sort (.GetTerms "tags") "RelPermalink" }}{{ .RelPermalink }} {{ .Title }}{{ end }}
{{ range .Pages }}{{ .RelPermalink }} {{ .LinkTitle }}
{{ end }}
"""
"""What a page shows and lists, as a theme does."""
_WORDS = ("rye", "spelt", "oven", "dough", "crust", "yeast", "salt", "stone", "loaf", "crumb")
_TERMS = ("Sour Dough", "ovens", "Nordic", "c d", "große", "time")


@dataclass(frozen=True)
class FaultySite:
    """The files of a site, and those of the same site without what stops Hugo's build."""

    files: Mapping[str, bytes]
    building: Mapping[str, bytes]
    faults: Mapping[str, str]
    """What was put in, by page."""


def made(seed: int, *, unsafe: bool) -> FaultySite:
    """One site. Problems whose fixes are unsafe are put in only if asked for."""
    chance = Random(f"{seed}-{unsafe}")
    config, languages, by_folder = _config(chance)
    pages = _pages(chance, languages, by_folder)
    kinds = {**SAFE, **UNSAFE} if unsafe else SAFE
    plain = "permalinks" not in config and "uglyURLs" not in config
    faults: dict[str, str] = {}
    building: dict[str, Page] = {}
    for number, page in enumerate(chance.sample(pages, len(pages)), 10):
        if chance.random() < 0.35:
            continue
        name = chance.choice(list(kinds))
        others = [one for one in pages if not one.faults]
        prefix = "de" if "de" in languages and _language(page) == "de" else ""
        around = Around(chance, number, others, prefix, plain and not prefix, "timeZone" in config)
        before = copy.deepcopy(page)
        if not kinds[name](page, around):
            page.__dict__.update(before.__dict__)
            continue
        page.faults.append(name)
        faults[page.path] = name
        if name in STOPS:
            building[page.path] = before
            before.body = str(page.meant.get("", before.body))
            before.front.update({key: value for key, value in page.meant.items() if key})
    files = {
        "layouts/all.html": LAYOUT.encode(),
        **{f"layouts/{kind}.json": b"{{ .Title | jsonify }}" for kind in ("page", "section", "term", "home")},
        "hugo.json": json.dumps(config).encode(),
    }
    return FaultySite(
        {**files, **{one.path: one.data() for one in pages}},
        {**files, **{one.path: building.get(one.path, one).data() for one in pages}},
        faults,
    )


def _language(page: Page) -> str:
    return "de" if ".de." in page.path or page.path.startswith("content/de/") else "en"


def _config(chance: Random) -> tuple[dict[str, object], list[str], bool]:
    config: dict[str, object] = {
        "baseURL": chance.choice(("https://example.org/", "https://example.org/sub/"))
    }
    languages, by_folder = ["en"], False
    if chance.random() < 0.5:
        languages, by_folder = ["en", "de"], chance.random() < 0.4
        folders = {code: {"contentDir": f"content/{code}"} if by_folder else {} for code in languages}
        config["languages"] = {code: {"weight": at, **folders[code]} for at, code in enumerate(languages, 1)}
        config["defaultContentLanguageInSubdir"] = chance.random() < 0.3
    if chance.random() < 0.2:
        config["uglyURLs"] = True
    if chance.random() < 0.3:
        config["permalinks"] = {
            "page": {"posts": chance.choice(("/:year/:month/:slug/", "/p/:title/", "/p/:contentbasename/"))}
        }
    if chance.random() < 0.2:
        config["disablePathToLower"] = True
    if chance.random() < 0.2:
        config["removePathAccents"] = True
    if chance.random() < 0.2:
        config["timeZone"] = chance.choice(("Europe/Berlin", "America/New_York"))
    if chance.random() < 0.2:
        config["taxonomies"] = {"tag": "tags", "topic": "topics"}
    return config, languages, by_folder


def _pages(chance: Random, languages: list[str], by_folder: bool) -> list[Page]:
    found: list[Page] = []
    for code in languages:
        root = f"content/{code}" if by_folder else "content"
        end = f".{code}" if code != "en" and not by_folder else ""
        for section in ("posts", "docs", "docs/deep"):
            if chance.random() < 0.7:
                found.append(Page(f"{root}/{section}/_index{end}.md", {"title": section.title()}))
            for number in range(chance.randrange(2, 6)):
                name = f"{chance.choice(_WORDS)}-{number}-page"
                leaf = chance.random() < 0.3
                path = (
                    f"{root}/{section}/{name}/index{end}.md" if leaf else f"{root}/{section}/{name}{end}.md"
                )
                found.append(Page(path, _front(chance, len(found)), f"Text about {name}.\n"))
        if chance.random() < 0.5:
            found.append(Page(f"{root}/tags/ovens/_index{end}.md", {"title": "Ovens"}))
        if chance.random() < 0.5:
            found.append(Page(f"{root}/_index{end}.md", {"title": "Home"}))
    return [habits(page, chance) for page in found]


def _front(chance: Random, number: int) -> dict[str, object]:
    front: dict[str, object] = {"title": f"{chance.choice(_WORDS).title()} and {number}"}
    front["date"] = f"2024-0{chance.randrange(1, 10)}-{chance.randrange(1, 28):02}T08:00:00Z"
    if chance.random() < 0.7:
        front["tags"] = chance.sample(_TERMS, chance.randrange(1, 4))
    if chance.random() < 0.5:
        front["description"] = "How one baker learned to wait for the dough."
    if chance.random() < 0.3:
        front["aliases"] = [f"/was/{number}/"]
    if chance.random() < 0.2:
        front["slug"] = f"slug-{number}"
    if chance.random() < 0.2:
        front["weight"] = chance.randrange(1, 90)
    if chance.random() < 0.1:
        front["params"] = {"color": "red", "size": 3}
    return front

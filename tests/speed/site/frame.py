"""What a site has around its pages: Hugo's configuration, a template, and the pages of sections."""

from __future__ import annotations

from speed.site.dice import Dice
from speed.site.page import Draft, link
from speed.site.plan import Plan
from speed.site.prose import Prose

_DICE = 9 << 28
HUGO = """\
# The settings that decide URLs: terms and resources share the folder /resources/.
baseURL: https://harbour.example.org/
title: The Small Harbour
taxonomies:
  concept: concepts
  category: categories
  tag: tags
permalinks:
  term:
    concepts: /resources/:slug/
    categories: /resources/:slug/
    tags: /resources/:slug/
  page:
    resources: /:sections/:slug/
"""
TEMPLATE = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
  <h1>{{ .Title }}</h1>
  {{ .Content }}
</body>
</html>
"""
FILES = {"hugo.yaml": HUGO, "layouts/all.html": TEMPLATE}
"""The files outside the content folder."""


def section_page(plan: Plan, number: int) -> Draft:
    """The page of one of the plan's sections."""
    folder = plan.sections[number]
    name = folder.rpartition("/")[2]
    prose = Prose(Dice(plan.seed, _DICE + number))
    page = Draft(f"{folder}/_index.md".lstrip("/"))
    page.set("title", name.replace("-", " ").capitalize() or "The Small Harbour")
    page.set("description", prose.description())
    page.set("date", "2025-06-01T06:00:00Z")
    if folder:
        page.set("url", f"/{folder}/")
        page.set("resourceIsSection", "true")
    if folder.startswith("resources/"):
        page.set("resourceType", name)
    tag = plan.tag(number)
    page.body = f"{prose.paragraph(300)}\n\nBegin with {link(tag.ref, tag.title)}.\n"
    return page


def small_home(seed: int, number: int) -> Draft:
    """The home page, or the list of notes, of a site of small pages."""
    page = Draft(("_index.md", "notes/_index.md")[number])
    page.set("title", ("The Small Harbour", "Notes")[number])
    page.set("description", Prose(Dice(seed, _DICE + number)).description())
    page.set("date", "2025-06-01T06:00:00Z")
    page.body = "All notes are in one long list.\n"
    return page

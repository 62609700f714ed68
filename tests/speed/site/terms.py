"""A term page: Instructions for a classifier, an abstract, a headline, terms, parents and children."""

from __future__ import annotations

from speed.site.page import Draft, link
from speed.site.plan import Plan, Term, chances, day
from speed.site.prose import Prose
from speed.site.words import ICONS

SIZE = 13_500
_FRONT_SIZE = 7_600
_MOST_TAGS = 13
_LINKED = (2, 5, 9, 11)


def term_page(plan: Plan, term: Term) -> Draft:
    """The page of a tag, a category or a concept."""
    id_, dice = chances(plan, term)
    prose = Prose(dice)
    when = f"{day(term.number)}T{6 + term.number % 12:02}:{term.number % 60:02}"
    page = Draft(term.path)
    _about(page, term, id_, prose)
    page.set("weight", str(dice.below(200) * 5))
    page.set("icon", dice.pick(ICONS))
    page.set("date", f"{when}:00Z")
    page.mapping(
        "headline",
        cards="[]",
        title=f'"{term.title}: {prose.thing().capitalize()} and {prose.thing()}"',
        subtitle=prose.sentence().rstrip("."),
        content=prose.paragraph(420),
        updated=f"{when}:06Z",
    )
    page.set("BodyContentGenDate", f"{when}:11Z")
    _terms(page, plan, term)
    page.list(
        "aliases", (f"/resources/{id_}", f"/harbour/{term.slug}", f"/learn/{term.taxonomy}/{term.slug}/")
    )
    room = _FRONT_SIZE - len(page.front_matter().encode())
    page.block("Instructions", _instructions(plan, term, prose, room))
    page.body = _body(plan, term, prose, SIZE - len(page.text().encode()))
    return page


def _about(page: Draft, term: Term, id_: str, prose: Prose) -> None:
    """What identifies the page, and the texts that describe it."""
    page.set("title", term.title)
    page.set("ClassificationType", term.taxonomy)
    page.set("trustpilot", "false")
    page.set("ClassificationContentOrigin", "human")
    page.set("description", prose.description())
    page.mapping("sitemap", filename="sitemap.xml", priority="0.7")
    page.set("ResourceId", id_)
    page.set("ResourceType", term.taxonomy)
    page.set("ItemId", id_)
    page.set("ItemType", term.taxonomy)
    page.set("ItemKind", "classification")
    page.set("ItemContentOrigin", "human")
    page.set("abstract", f'"{prose.paragraph(1100)}"')


def _terms(page: Draft, plan: Plan, term: Term) -> None:
    """A tag has all three kinds, a category its concept; a concept has none."""
    number = term.number
    if term.taxonomy != "concepts":
        page.list("concepts", [plan.concepts[number % len(plan.concepts)].title] if plan.concepts else ())
    if term.taxonomy == "tags":
        near = [
            plan.categories[(number + step) % len(plan.categories)] for step in range(3) if plan.categories
        ]
        page.list("categories", [category.title for category in near])
        tags = plan.tags_near(number + 1, _MOST_TAGS, without=number)
        page.list("tags", [tag.title for tag in tags])
        parent = plan.parent(term)
        if parent is not None and number % 2:
            page.set("parent", parent.ref[1:])


def _instructions(plan: Plan, term: Term, prose: Prose, length: int) -> str:
    """About so many characters: a scope, numbered topics with lists below them, exclusions."""
    parent = plan.parent(term) if term.taxonomy == "tags" else None
    above = f" Choose “{parent.title}” where a page is about more than this one." if parent else ""
    head = [f"Use this category only for discussions on {term.title}.{above}", "", "**Scope and aim:**  "]
    topics = []
    for number in range(1, 7):
        topics += ["", f"{number}. **{next(prose.items(1))}**  "]
        topics += [f"   - {item}  " for item in prose.items(3)]
    leave_out = [f"- {prose.sentence()}" for _ in range(4)]
    middle = ["", "**Key topics:**", *topics, "", "**Leave out:**", *leave_out, "", "**In short:**  "]
    left = length - len("\n".join([*head, *middle])) - 3 * len(middle)
    return "\n".join([*head, prose.paragraph(left * 2 // 3), *middle, prose.paragraph(left // 3)])


def _body(plan: Plan, term: Term, prose: Prose, length: int) -> str:
    """About so many characters: how it stands to its parent and its children, and links to its neighbours."""
    parent = plan.parent(term) if term.taxonomy == "tags" else None
    start = (
        f"As a specialisation of the {link(parent.ref, parent.title)}, this page is short. " if parent else ""
    )
    parts = [start + prose.paragraph(500), f"## Why {term.title} Matters", prose.paragraph(600)]
    parts += ["## What It Is Made Of", "\n".join(_linked(plan, term, prose))]
    children = list(plan.children(term)) if term.taxonomy == "tags" else []
    if children:
        parts += [f"## Specialised Forms of {term.title}"]
        parts += ["\n".join(f"- **{link(tag.ref, tag.title)}**: {prose.sentence()}" for tag in children)]
    parts += ["## On the Quay — What Happens Next"]
    while len("\n\n".join(parts)) < length - 200:
        parts.append(prose.paragraph(min(700, length - len("\n\n".join(parts)))))
    return "\n\n".join(parts) + "\n"


def _linked(plan: Plan, term: Term, prose: Prose) -> list[str]:
    """A list, some of it with links."""
    near = [plan.tag(term.number + step) for step in _LINKED]
    lines = [f"- **{item}**: {prose.sentence()}" for item in prose.items(3)]
    lines += [f"- See {link(tag.ref, tag.title)}: {prose.sentence()}" for tag in near if tag != term]
    if plan.categories and term.taxonomy != "categories":
        category = plan.categories[term.number % len(plan.categories)]
        lines.append(f"- See {link(category.ref, category.title)}: {prose.sentence()}")
    return lines

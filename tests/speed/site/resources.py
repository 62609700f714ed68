"""A resource: a blog post, a video, a signal and so on, each with the keys of its type."""

from __future__ import annotations

from speed.site.dice import Dice
from speed.site.page import Draft, indented, link
from speed.site.plan import Plan, Resource, day
from speed.site.prose import Prose
from speed.site.words import AUTHORS

_SIZE = 13_500
_FRONT_SIZE = 7_500
_MOST_TAGS = 13
_LAYOUTS = {
    "blog": "blog",
    "videos": "video",
    "signals": "signal",
    "recipes": "recipe",
    "workshops": "workshop",
    "newsletters": "newsletter",
    "case-studies": "case-study",
}
_DICE = 5 << 28  # where the dice of texts begin, apart from those of ids


def resource_page(plan: Plan, resource: Resource) -> Draft:
    """The page of a resource."""
    dice = Dice(plan.seed, _DICE + resource.number)
    prose = Prose(dice)
    when = f"{day(resource.number)}T{6 + resource.number % 12:02}:{resource.number % 60:02}"
    page = Draft(resource.path)
    _about(page, resource, prose, when)
    _rank(page, resource, dice.below(200) * 5)
    _identity(page, resource)
    _terms(page, plan, resource)
    _special(page, resource, dice, when)
    page.mapping("Watermarks", description=f"{when}:21Z", short_title=f"{when}:22Z", tldr=f"{when}:23Z")
    _references(page, resource, prose, _FRONT_SIZE - len(page.front_matter().encode()))
    page.body = _body(plan, resource, prose, _SIZE - len(page.text().encode()))
    return page


def _about(page: Draft, resource: Resource, prose: Prose, when: str) -> None:
    page.set("title", resource.title)
    page.set("short_title", resource.short_title)
    page.set("description", prose.description())
    page.set("tldr", f'"{prose.paragraph(620)}"')
    page.set("date", f"{when}:00Z")
    page.set("lastmod", f"{when}:00Z")


def _rank(page: Draft, resource: Resource, weight: int) -> None:
    """Weight and priority, which follow one formula."""
    monthly = resource.type in ("videos", "case-studies")
    step = {"videos": -2, "case-studies": 0}.get(resource.type, -1)
    tenths = max(round((1000 - weight) / 99.9) + step, 1)
    page.set("weight", str(weight))
    page.mapping(
        "sitemap",
        filename="sitemap.xml",
        priority=f"{tenths / 10:.1f}",
        changefreq="monthly" if monthly else "weekly",
    )


def _identity(page: Draft, resource: Resource) -> None:
    page.set("ItemId", resource.id)
    page.set("ItemType", resource.type)
    page.set("ItemKind", "resource")
    page.set("ItemContentOrigin", "human")
    page.set("ResourceId", resource.id)
    page.set("ResourceType", resource.type)
    page.set("layout", _LAYOUTS[resource.type])
    page.set("slug", resource.slug)
    page.set("author", AUTHORS[resource.number % len(AUTHORS)])
    page.list("aliases", (f"/resources/{resource.id}", f"/harbour/{resource.type}/{resource.slug}"))


def _terms(page: Draft, plan: Plan, resource: Resource) -> None:
    number = resource.number
    page.list("concepts", [plan.concepts[number % len(plan.concepts)].title])
    near = [plan.categories[(number + step) % len(plan.categories)] for step in range(3)]
    page.list("categories", [category.title for category in near])
    page.list("tags", [tag.title for tag in plan.tags_near(number * 3, _MOST_TAGS)])


def _special(page: Draft, resource: Resource, dice: Dice, when: str) -> None:
    """The keys of one type alone."""
    if resource.type == "videos":
        seconds = 20 + dice.below(600)
        page.set("videoId", resource.id)
        page.set("url", "/resources/videos/:slug")
        page.set("source", "youtube")
        page.set("duration", str(seconds))
        page.set("isShort", "true" if seconds <= 60 else "false")
        page.set("preview", f"https://images.example.org/videos/{resource.id}/preview.jpg")
    elif resource.type == "signals":
        page.front["platform_signals"] = _signal(7_310_022_448_816_640_001 + resource.number, dice, when)
    elif resource.type in ("recipes", "workshops"):
        page.mapping(
            "card", title=resource.short_title, content=f"All about it, by {page.front['author'][8:-1]}"
        )


def _signal(post: int, dice: Dice, when: str) -> str:
    numbers = ("impressions", "members_reached", "reactions", "comments", "reposts")
    performance = "".join(f"      {name}: {dice.below(2000)}\n" for name in numbers)
    return (
        "platform_signals:\n"
        "  - platform: LinkedIn\n"
        f"    post_url: https://social.example.org/posts/{post}\n"
        f'    post_id: "{post}"\n'
        f"    post_date: {when}:00Z\n"
        f"    performance:\n{performance}"
    )


def _references(page: Draft, resource: Resource, prose: Prose, length: int) -> None:
    """Notes in a literal block of about so many characters; the long text that a term has in Instructions."""
    notes = [prose.paragraph(length // 4), ""]
    for number in range(1, 6):
        notes += [
            f"{number}. **{next(prose.items(1))}**  ",
            *(f"   - {item}  " for item in prose.items(3)),
            "",
        ]
    notes += [f"- {prose.sentence()}" for _ in range(5)] + [""]
    left = length - len("\n".join(notes)) - 6 * len(notes) - 120
    text = "\n".join([*notes, prose.paragraph(left)])
    page.front["references"] = (
        f"references:\n  - title: The log of {resource.day}\n"
        f"    link: https://log.example.org/{resource.number}\n"
        f"    notes: |-\n{indented(text, '      ')}"
    )


def _body(plan: Plan, resource: Resource, prose: Prose, length: int) -> str:
    """About so many characters, with links to terms and to other resources."""
    tags = plan.tags_near(resource.number * 3, 5)
    parts = [prose.paragraph(500), "## What We Saw"]
    parts += [f"{prose.sentence()} That is a case of {link(tag.ref, tag.title)}." for tag in tags[:2]]
    parts += ["## What We Changed", "\n".join(f"- **{item}**: {prose.sentence()}" for item in prose.items(4))]
    parts += [f"More on {link(tag.ref, tag.title)}: {prose.paragraph(300)}" for tag in tags[2:]]
    parts += ["## Afterwards — a Look Back"]
    if plan.resources > 1:
        other = plan.resource(resource.number + 11)
        parts += [f"The story goes on in {link(other.ref, other.short_title)}."]
    while len("\n\n".join(parts)) < length - 200:
        parts.append(prose.paragraph(min(700, length - len("\n\n".join(parts)))))
    return "\n\n".join(parts) + "\n"

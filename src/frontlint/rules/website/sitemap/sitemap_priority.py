"""Use the sitemap priority of the page's kind.

Why: Priorities tell search engines which pages matter more. They mean something only if all pages follow one
rule. The scripts compute them, so a number that is left from a copied page is wrong.
Bad:
    # content/resources/recipes/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: recipes
    weight: 300
    sitemap:
      priority: 0.9
      changefreq: weekly
Good:
    # content/resources/recipes/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: recipes
    weight: 300
    sitemap:
      priority: 0.6
      changefreq: weekly
Fix: Writes the number that follows. Only the sitemap changes.
Note: A classification has 0.7 with a body and 0.5 without one. A resource with changefreq, as the scripts
now write it, has (1000 - weight) / 999 to one decimal, plus the step of its type, and at least 0.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import dataclass
from frontlint.hugo.values.cast import format_float
from frontlint.lint import Finding, Page, Value, assignment, code, set_value, shorten, to_words
from frontlint.lint.option import option
from frontlint.website.collect import facts_of
from frontlint.website.ids import item_kind
from frontlint.website.rule import WebsitePageRule
from frontlint.website.sitemap import is_classification, resource_type, sitemaps_of

_LOWER = (
    "blog",
    "signals",
    "newsletters",
    "guides",
    "engineering-notes",
    "workshops",
    "recipes",
    "principles",
)
_SAME = 0.001
_WEIGHTS = range(1001)


@dataclass(frozen=True, slots=True)
class Options:
    """The numbers of the rule."""

    with_body: float = option(0.7, "The priority of a classification with a body.")
    without_body: float = option(0.5, "The priority of a classification without one.")
    steps: Mapping[str, float] = option(
        {"case-studies": 0.0, **dict.fromkeys(_LOWER, -0.1), "videos": -0.2, "podcast": -0.2},
        "What the type of a resource adds to the priority that its weight gives.",
    )
    other_types: float = option(-0.4, "What the type of a resource adds that is in neither table.")
    fixed: Mapping[str, float] = option(
        {"outcomes": 0.9, "capabilities": 0.9, "course": 0.8, "mentor-program": 0.8},
        "Types that have one priority, at any weight.",
    )
    lowest: float = option(0.1, "The lowest priority of a resource.")


class SitemapPriority(WebsitePageRule):
    """A priority that does not follow from the page's kind, body, weight and type."""

    budget = 28_000  # the priority is worked out
    options_type = Options
    options: Options
    keys = frozenset({"sitemap"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the priority."""
        found = page.inner("sitemap", "priority")
        if found is None or not _is_number(found[0]):
            return
        value, route = found
        wanted, why = (
            self._classification(page) if is_classification(facts_of(page)) else self._resource(page)
        )
        if wanted is not None and isinstance(value, int | float) and abs(value - wanted) > _SAME:
            number = format_float(wanted)
            written = code(page.written(*route), 10)
            message = f"`{to_words(route)}` is {written}, but should be `{number}` ({why})"
            change = set_value(route, wanted)
            line = assignment(page.document.format, str(route[-1]), wanted)
            fix = self.fix(page, f"write `{line}`", change, outputs=sitemaps_of(page.config))
            yield self.at(page, route, message, fix=fix)

    def _classification(self, page: Page) -> tuple[float | None, str]:
        if page.has_body:
            return self.options.with_body, "a classification with a body"
        return self.options.without_body, "a classification without a body"

    def _resource(self, page: Page) -> tuple[float | None, str]:
        """The priority by the formula, None where it does not apply."""
        type_, weight = resource_type(facts_of(page), page.location), page.get("weight")
        if not type_ or page.inner("sitemap", "changefreq") is None:
            return None, ""
        if type_ in self.options.fixed:
            return self.options.fixed[type_], f"type `{shorten(type_)}`"
        if not isinstance(weight, int) or isinstance(weight, bool) or weight not in _WEIGHTS:
            return None, ""
        if type_ not in self.options.steps and item_kind(facts_of(page).marks) not in ("", "resource"):
            return None, ""
        step = self.options.steps.get(type_, self.options.other_types)
        priority = round(round((1000 - weight) / 999, 1) + step, 1)
        return max(priority, self.options.lowest), f"type `{shorten(type_)}`, weight {weight}"


def _is_number(value: Value) -> bool:
    """A number of a priority; others are for the schema."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1

"""Use weights in steps of five.

Why: The scripts compute a weight from two scores, and the result is always a multiple of five. Another
number was typed by hand, and the next run of the scripts silently replaces it.
Bad:
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    weight: 312
Good:
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    weight: 310
Fix: Writes the nearest multiple, only on request: pages may change places in lists.
Note: The rule looks only at pages with an id, an ItemKind or a ClassificationType: elsewhere, a weight is a
position.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Page, Severity, assignment, set_value
from frontlint.lint.option import option
from frontlint.website.rule import WebsitePageRule


@dataclass(frozen=True, slots=True)
class Options:
    """The step."""

    step: int = option(5, "Weights are multiples of this number; 1 or less allows all.")


class WeightStep(WebsitePageRule):
    """A weight that is not a multiple of the step."""

    severity = Severity.INFO
    options_type = Options
    options: Options
    keys = frozenset({"weight"})
    marks = frozenset({"classificationtype", "resourceid", "itemid", "itemkind"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the weight."""
        weight, step = page.get("weight"), self.options.step
        if not isinstance(weight, int) or isinstance(weight, bool) or step <= 1 or weight % step == 0:
            return
        below = weight - weight % step
        message = f"`weight: {weight}` is not a multiple of {step}, as the scripts write it"
        near = below if weight - below <= step / 2 and below else below + step
        key, form = str(page.key("weight")), page.document.format
        title = f"write `{assignment(form, key, near)}`"
        fix = self.fix(page, title, set_value(("weight",), near), safe=False)
        other = below if near != below else below + step
        help_ = f"{title} or `{assignment(form, key, other)}`" if other else title
        yield self.at(page, "weight", message, help=help_, fix=fix)

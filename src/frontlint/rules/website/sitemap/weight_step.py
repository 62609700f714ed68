"""Give weights in steps of five.

Why: The scripts compute a weight from two scores, and it always comes out as a multiple of five. Another
number was typed by hand, and the next run of the scripts replaces it without a word.
Bad:
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    weight: 312
Good:
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    weight: 310
Fix: Writes the nearest multiple, on request only: pages may change places in lists.
Note: Looks only at pages with an id, an ItemKind or a ClassificationType: elsewhere a weight is a position.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Page, Severity, set_value
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
        message = f"weight {weight} is not a multiple of {step}, as the scripts write it"
        near = below if weight - below <= step / 2 and below else below + step
        title = f"write `weight: {near}`"
        fix = self.fix(page, title, set_value(("weight",), near), safe=False)
        other = below if near != below else below + step
        yield self.at(
            page, "weight", message, help=f"{title} or `weight: {other}`" if other else title, fix=fix
        )

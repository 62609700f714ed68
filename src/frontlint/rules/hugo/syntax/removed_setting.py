"""Replace settings that Hugo has removed.

Why: Hugo still applies the setting, but then its build fails. The settings are `lang`, `includeFiles` and
    `excludeFiles` in `module.mounts`, and `lang` in a segment that Hugo renders.
Bad:
    # hugo.yaml
    module: {mounts: [{source: content, target: content, lang: en}]}
    # content/posts/page.md
    title: A page
Good:
    # hugo.yaml
    module: {mounts: [{source: content, target: content, sites: {matrix: {languages: [en]}}}]}
    # content/posts/page.md
    title: A page
Note: The rule is silent if Hugo is older than 0.168. It does not look at mounts in the settings of a theme.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter.route import to_words
from frontlint.lint import Finding, Severity, Site, SiteRule, shorten


class RemovedSetting(SiteRule):
    """Of scope site because settings belong to no page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such setting."""
        for one in site.config.removed:
            above = to_words(tuple(step for step in one.keys[:-1] if isinstance(step, str)))
            yield self.at_setting(
                one.keys,
                f"Hugo removed `{one.name}` in `{shorten(above, 50)}`, so its build fails",
                help=one.help,
                label="this setting",
            )

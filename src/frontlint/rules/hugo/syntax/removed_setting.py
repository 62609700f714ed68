"""Replace settings that Hugo has removed.

Why: Hugo still follows the setting, and its build ends with an error all the more: `lang`, `includeFiles` and
    `excludeFiles` in `module.mounts`, and `lang` in a segment that is rendered.
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
Note: Silent where Hugo is older than 0.168. Mounts in the settings of a theme are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter.route import to_words
from frontlint.lint import Finding, Severity, Site, SiteRule


class RemovedSetting(SiteRule):
    """Of scope site because settings belong to no page."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such setting."""
        for one in site.config.removed:
            above = to_words(tuple(step for step in one.keys[:-1] if isinstance(step, str)))
            yield self.at_setting(
                one.keys,
                f"Hugo has removed `{one.name}` in `{above}`, so its build fails",
                help=one.help,
                label="this setting",
            )

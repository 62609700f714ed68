"""A page must keep its ResourceId.

Why: The id is the page's permanent name. Its short link contains it, and other systems know the page only by
    its id. With another id, it is another page to them.
Bad:
    # old/content/resources/videos/kettle/index.md
    ResourceId: aB3-dE_fG9h
    # new/content/resources/videos/kettle/index.md
    ResourceId: Zy9-xW_vU8t
Good:
    # old/content/resources/videos/kettle/index.md
    ResourceId: aB3-dE_fG9h
    # new/content/resources/videos/the-kettle/index.md
    ResourceId: aB3-dE_fG9h
Note: A page that shared its id with another page may get a new one: `id-not-unique` asks for that. The rule
    needs `--since` or `--staged`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Severity, code, contrast
from frontlint.site.history.history import History
from frontlint.website.rule import WebsiteHistoryRule
from frontlint.website.site import website_of

_KEY = "ResourceId"


class IdChanged(WebsiteHistoryRule):
    """Pages whose file is still there, under whatever name."""

    severity = Severity.ERROR

    def check(self, history: History) -> Iterator[Finding]:
        """One finding for each page with another id, or none."""
        before, now = website_of(history.old), website_of(history.new)
        for page in history.old.pages:
            old = before.of(page).marks.get(_KEY)
            facts = history.file_now(page)
            if old is None or facts is None or not facts.readable:
                continue
            new = now.of_file(facts.path).marks.get(_KEY)
            if (new is not None and new.value == old.value) or len(before.ids.get(old.value, ())) > 1:
                continue
            had, has = contrast(old.value, new.value if new else "", 24)
            changed = f"the page's `{_KEY}` was {code(had, 24)}, but now it is {code(has, 24)}"
            yield self.at(
                facts,
                (_KEY.lower(),) if new is None else new,
                f"the page lost its `{_KEY}`, which was {code(had)}" if new is None else changed,
                help=f"write `{_KEY}: {old.value}`; if this is a new page, write it to another file",
            )

"""A video's ids and its folder must match.

Why: Players, links and scripts find a video by its YouTube id. A key that is left from a copied page shows
one video under the title of another.
Bad:
    # content/resources/videos/youtube/dEsC4le_K-t/index.md
    title: Descaling a kettle
    ResourceId: dEsC4le_K-t
    ResourceType: videos
    videoId: k3tTl3_0ldX
Good:
    # content/resources/videos/youtube/dEsC4le_K-t/index.md
    title: Descaling a kettle
    ResourceId: dEsC4le_K-t
    ResourceType: videos
    videoId: dEsC4le_K-t
Note: The rule looks at pages with a videoId whose ResourceType or ItemType is videos. The folder counts if
the page is an index file in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, Route, Severity, code
from frontlint.website.collect import facts_of
from frontlint.website.rule import WebsitePageRule
from frontlint.website.videos import bundle_folder, is_video


class VideoIdDisagrees(WebsitePageRule):
    """One finding at most: where two of the three agree, the third is the odd one."""

    severity = Severity.ERROR
    keys = frozenset({"videoid"})

    def check(self, page: Page) -> Iterator[Finding]:
        """The odd one of the three; of three that all differ, the videoId."""
        video = as_text(page.get("videoId")).strip()
        mark = facts_of(page).marks.get("ResourceId")
        resource = mark.value if mark else ""
        folder = bundle_folder(page.facts.path)
        if not video or not is_video(facts_of(page)) or len({video, resource, folder} - {""}) == 1:
            return
        if mark is not None and video == folder:
            yield self._odd(page, mark.route, resource, f"`videoId` and the folder are {code(video, 20)}")
        elif resource in ("", video):
            yield self._odd(page, ("videoId",), video, f"the folder is {code(folder, 30)}")
        else:
            also = f" and the folder {code(folder, 20)}" if folder not in ("", resource) else ""
            yield self._odd(page, ("videoId",), video, f"`ResourceId` is {code(resource, 20)}{also}")

    def _odd(self, page: Page, where: Route, value: str, others: str) -> Finding:
        key = str(where[0])
        mark = facts_of(page).marks.get("ResourceId")
        return self.at(
            page,
            where,
            f"`{key}` is {code(value, 20)}, but {others}",
            help=_help(page, key, bundle_folder(page.facts.path)),
            label=f"this {key}",
            related=(Label(page.facts.path, page.at(*mark.route), "the ResourceId"),)
            if mark is not None and key == "videoId" and mark.value != value
            else (),
        )


def _help(page: Page, key: str, folder: str) -> str:
    """What two of the three say, for the third; if they all differ, only the author knows."""
    video = as_text(page.get("videoId")).strip()
    if key != "videoId":
        return f"write `{key}: {video}`"
    mark = facts_of(page).marks.get("ResourceId")
    if mark is not None and mark.value == folder:
        return f"write `videoId: {folder}`, or the video's YouTube id in all three places"
    return "write the video's YouTube id as `videoId`, as `ResourceId` and as the name of the folder"

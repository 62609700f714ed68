"""The preview must show the page's own video.

Why: Cards and shared links show the preview image. One that is left from a copied page shows another video.
Bad:
    videoId: dEsC4le_K-t
    preview: https://i.ytimg.com/vi/k3tTl3_0ldX/maxresdefault.jpg
Good:
    videoId: dEsC4le_K-t
    preview: https://i.ytimg.com/vi/dEsC4le_K-t/maxresdefault.jpg
Note: The rule looks for an id among the folders of the image's path. It does not report an image without an
id, or one with the ResourceId or the name of the page's folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.fields import as_text
from frontlint.lint import Finding, Label, Page, Severity, code, lazy_pattern
from frontlint.website.collect import facts_of
from frontlint.website.ids import is_id, looks_random
from frontlint.website.rule import WebsitePageRule
from frontlint.website.videos import bundle_folder

# YouTube's own addresses of thumbnails: i.ytimg.com/vi/ID/, img.youtube.com/vi_webp/ID/
_THUMBNAIL = lazy_pattern(r"(?:ytimg\.com|youtube\.com)/(?:vi|vi_webp|an_webp)/([A-Za-z0-9_-]{11})/")


class PreviewOfOtherVideo(WebsitePageRule):
    """The image's path names an id, and it is not this page's."""

    severity = Severity.WARNING
    keys = frozenset({"preview"})
    marks = frozenset({"videoid"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding at most."""
        video, preview = as_text(page.get("videoId")).strip(), as_text(page.get("preview"))
        if not is_id(video) or any(own in preview for own in _own_ids(page, video)):
            return
        other = _id_in(preview)
        if other:
            yield self.at(
                page,
                "preview",
                f"the preview shows the video `{other}`, but `videoId` is `{video}`",
                help=f"write {code(preview.replace(other, video), 120)}",
                label="of another video",
                related=(Label(page.facts.path, page.at("videoId"), "this page's video"),),
            )


def _own_ids(page: Page, video: str) -> set[str]:
    """Which of them is wrong where they differ is for video-id-disagrees to say."""
    mark = facts_of(page).marks.get("ResourceId")
    return {video, mark.value if mark else "", bundle_folder(page.facts.path)} - {""}


def _id_in(preview: str) -> str:
    """The id in the path of an image. A file's name, such as `Banner2x720.png`, looks too much like one."""
    thumbnail = _THUMBNAIL.search(preview)
    if thumbnail:
        return thumbnail[1]
    folders = preview.partition("?")[0].split("/")[:-1]
    return next((folder for folder in folders if is_id(folder) and looks_random(folder)), "")

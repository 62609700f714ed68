"""The website's videos: each is known by one id, in its front matter and as the name of its folder."""

from __future__ import annotations

from frontlint.website.facts import WebsiteFacts

VIDEOS = "videos"
"""The type of a video, which is also the folder of all videos."""


def is_video(facts: WebsiteFacts) -> bool:
    """Whether the page says that it is a video of the website."""
    marks = facts.marks
    return any(marks.text(name) == VIDEOS for name in ("ResourceType", "ItemType"))


def bundle_folder(path: str) -> str:
    """The name of the folder that is a leaf bundle, `a` for `content/a/index.md`; empty for other files."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name.lower().startswith("index.") else ""

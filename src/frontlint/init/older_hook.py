"""A hook of an older frontlint in `.pre-commit-config.yaml`: what the file would be with today's hook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frontlint.base.edit import Edit, apply
from frontlint.base.span import Span
from frontlint.init.blocks import composed, end_of, entries, items, load
from frontlint.init.hooks import local_hook
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError

_KEPT = ("alias", "args", "language_version", "log_file", "stages", "verbose")
"""Keys of an old hook that go on to mean the same; the others say which files it gets."""
_DROPPED = frozenset({"--force-exclude", "--staged"})
_INSTALLED = ("language", "additional_dependencies")


def runs_frontlint(config: Any) -> bool:
    """Whether a hook of the configuration is one of ours, or runs frontlint in its own way."""
    return any(
        str(hook.get("id", "")).startswith("frontlint") or "frontlint" in str(hook.get("entry", ""))
        for repo in _mappings(config, "repos")
        for hook in _mappings(repo, "hooks")
    )


def renewed(text: str, origin: Origin) -> str | None:
    """The text with our hooks as they are now, None where they are.

    A hook with another id is its owner's own, and so is one that runs on the whole site. Raises
    LeaveAloneError for a text whose places are not plain to see.
    """
    found = (edit for repo in items(composed(text).get("repos")) for edit in _edits(text, repo, origin))
    newer = apply(text, dict.fromkeys(found))  # an alias is met more than once
    if newer == text:
        return None
    load(newer)
    return newer


def _mappings(above: Any, key: str) -> Iterator[Any]:
    """The mappings in the list below a key, if that is what is there."""
    found = above.get(key) if isinstance(above, dict) else None
    return (item for item in found if isinstance(item, dict)) if isinstance(found, list) else iter(())


def _edits(text: str, repo: Any, origin: Origin) -> Iterator[Edit]:
    keys = entries(repo)
    ours = [hook for hook in items(keys.get("hooks")) if _said(hook, "id").startswith("frontlint")]
    if not ours:
        return
    if _said(repo, "repo") == "local":
        for hook in ours:
            if _is_older(hook, origin):
                yield _replaced(text, hook, origin)
    elif _same(_said(repo, "repo"), origin.repository) and _said(repo, "rev") not in ("", origin.revision):
        rev = keys["rev"]
        yield Edit(Span(rev.start_mark.index, rev.end_mark.index), f"'{origin.revision}'")


def _same(one: str, other: str) -> bool:
    """Whether two addresses are of one repository."""
    names = [name.rstrip("/").removesuffix(".git").lower() for name in (one, other)]
    return bool(other) and names[0] == names[1]


def _is_older(hook: Any, origin: Origin) -> bool:
    """Whether a local hook gets by with a part of what a commit does, or runs another frontlint."""
    if "frontlint" not in _said(hook, "entry"):
        return False
    if (_said(hook, "pass_filenames"), _said(hook, "always_run")) != ("false", "true"):
        return True
    if origin.local:
        return False
    needs = [item.value for item in items(entries(hook).get("additional_dependencies"))]
    return _said(hook, "language") != "python" or needs != [origin.requirement]


def _replaced(text: str, hook: Any, origin: Origin) -> Edit:
    start, end = hook.start_mark.index, end_of(hook)
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.strip(" ") != "-":
        raise LeaveAloneError("its frontlint hook is older, and written in brackets")
    words = _said(hook, "entry").partition(" check")[2].split()
    new = local_hook(origin, " ".join(word for word in words if word not in _DROPPED))
    keys = [key.lstrip("- ") for key in new.splitlines()]
    kept: tuple[str, ...] = _KEPT
    if origin.local:  # the old source is the best that is known
        keys = [key for key in keys if not key.startswith(_INSTALLED)]
        kept = (*_KEPT, *_INSTALLED)
    keys += [text[key.start_mark.index : end_of(value)] for key, value in hook.value if key.value in kept]
    return Edit(Span(start, end), ("\n" + " " * hook.start_mark.column).join(keys))


def _said(node: Any, key: str) -> str:
    """The text of a value, empty for none or for a list; booleans as YAML's small words."""
    value = getattr(entries(node).get(key), "value", "")
    text = value if isinstance(value, str) else ""
    return text.lower() if text.lower() in ("true", "false") else text

"""Adds our hook to `.pre-commit-config.yaml`, after the hooks that are there, and changes nothing else."""

from __future__ import annotations

from frontlint.base.edit import Edit, apply
from frontlint.init.blocks import Block, composed, end_of, indented, insertion, load, same
from frontlint.init.destination import Destination
from frontlint.init.hooks import wanted
from frontlint.init.older_hook import renewed, runs_frontlint
from frontlint.init.origin import BLANK_COMMIT, Origin
from frontlint.init.step import LeaveAloneError, OlderError, PendingError, Step, Verdict, add_to, commented

NAME = ".pre-commit-config.yaml"
NO_REPOSITORY = "this is not a Git repository: run `git init`, then `frontlint init` again"
FILL_IN = "its frontlint hook is commented out: write where frontlint is, then remove the `# `"
_COMMENT = """\
frontlint was installed from a folder, and no public remote has its
commit. Write a repository that has it and a full commit, then remove
each `# ` below:
"""
_FRESH_COMMENT = _COMMENT.replace("each `# `", "`[]` above and each `# `")


def hook_step(place: Destination, origin: Origin) -> Step:
    """Writes the file, or adds to the list `repos` in it; as a comment for an origin that is `local`."""
    path = place.root / NAME
    if not place.repository:
        return Step(path, Verdict.LEFT, why=NO_REPOSITORY)
    piece = wanted(origin)
    step = add_to(path, _fresh(origin), piece, lambda text: merge(text, origin))
    return step._replace(why=FILL_IN) if origin.local and step.writes else step


def merge(text: str, origin: Origin) -> tuple[Edit, ...]:
    """What to insert so that the list `repos` ends with our entry; nothing where a hook of ours is there.

    Raises OlderError for a hook of an older frontlint, and LeaveAloneError for a text in which the place is
    not plain to see. ruamel reads both texts, and has the last word: the new one must be the old one and one
    more item, or one more comment.
    """
    old = load(text)
    if runs_frontlint(old):
        newer = renewed(text, origin)
        if newer is not None:
            raise OlderError("its frontlint hook is not the one that this version writes", newer)
        return ()
    if origin.local and BLANK_COMMIT in text:
        raise PendingError(FILL_IN)
    piece = commented(_COMMENT + wanted(origin)) if origin.local else wanted(origin)
    edit = _edit(text, old, origin, piece)
    if not _adds(old, apply(text, [edit]), origin):
        raise LeaveAloneError("frontlint cannot tell where its list `repos` ends")
    return (edit,)


def _adds(old: object, text: str, origin: Origin) -> bool:
    """Whether a text is what there was, and our entry; a comment adds at most an empty list."""
    before = old if isinstance(old, dict) else {}
    items = before.get("repos") or []
    try:
        new = load(text)
    except LeaveAloneError:
        return False
    if origin.local and "repos" in before:
        return same(new, before)
    return same(new, {**before, "repos": [*items, *([] if origin.local else load(wanted(origin)))]})


def _edit(text: str, old: object, origin: Origin, piece: str) -> Edit:
    """The insertion: after the last item of `repos`, or at the end of a file that has no such list."""
    nodes = composed(text)  # pre-commit reads with PyYAML, which takes less than ruamel
    if old is None:
        return insertion(text, len(text), _fresh(origin))
    if not isinstance(old, dict):
        raise LeaveAloneError("it is not a mapping with a list `repos`")
    if "repos" not in old:
        return insertion(text, len(text), _fresh(origin))
    node = nodes["repos"]
    block = Block.of(node)
    if block is Block.LIST:
        return insertion(text, end_of(node), indented(piece, node.start_mark.column))
    if block is Block.EMPTY:
        return insertion(text, node.end_mark.index, indented(piece, 2))
    raise LeaveAloneError("its list `repos` is written in brackets")


def _fresh(origin: Origin) -> str:
    if origin.local:
        return "repos: []\n" + indented(commented(_FRESH_COMMENT + wanted(origin)), 2)
    return "repos:\n" + indented(wanted(origin), 2)

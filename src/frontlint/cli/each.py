"""One command for several sites: what fails at one of them is told, and does not take the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from frontlint.base.errors import UsageError
from frontlint.base.shown import shown_path
from frontlint.cli.exit import Exit
from frontlint.cli.places import Lost, Place, Places
from frontlint.cli.streams import bug, safe, say
from frontlint.engine.internal_error import Crashes
from frontlint.engine.outcome import Unchecked

_T = TypeVar("_T")
_I = TypeVar("_I")


class Sites:
    """The sites of one command; where it is about one alone, whatever fails there is raised."""

    def __init__(self, places: Places) -> None:
        self.root = places.root
        self._whole = places.whole
        self._found = places.found
        self._lost = list(places.lost)
        self.crashes = Crashes()
        """Failures of ours that are not those of one site's request."""
        self._shown = 0

    @property
    def several(self) -> bool:
        """Whether it is about more than one."""
        return self.root is not None

    def each(self, do: Callable[[Place], _T]) -> list[_T]:
        """What `do` gives at each site that can be found."""
        return self.each_of(((place.project, place) for place in self._found), do)

    def each_of(self, items: Iterable[tuple[Path, _I]], do: Callable[[_I], _T]) -> list[_T]:
        """The same for something of each site, by the folders of the sites."""
        done: list[_T] = []
        for folder, item in items:
            try:
                done.append(do(item))
            except UsageError as error:
                if not self.several:
                    raise
                self._lost.append(Lost(folder, error))
            except OSError:  # stdout is lost, or the disk is full
                raise
            except Exception as error:
                if not self.several:
                    raise
                self.crashes.log(shown_path(folder), error)
        return done

    @property
    def whole(self) -> bool:
        """Whether all sites of the list are in the report."""
        return self._whole and not self._lost and not self.crashes.logs

    def lifted(self, project: Path, paths: Iterable[str]) -> Iterable[str]:
        """Paths of a site as the report has them."""
        if self.root is None:
            return paths
        from frontlint.engine.joined import Lift  # most repositories have one site

        return map(Lift(project, self.root).path, paths)

    def unchecked(self) -> tuple[Unchecked, ...]:
        """The sites that are not in the report, because something failed there."""
        return tuple(
            Unchecked(shown_path(one.folder), one.error.message, one.error.path, one.error.line)
            for one in self._lost
        )

    def tell(self) -> Exit:
        """Says on stderr what failed at which site, one sentence each; the exit code that this asks for."""
        said = dict.fromkeys(map(_sentence, self._lost))
        for line in said:
            say(f"frontlint: {safe(line)}")
        return Exit.USAGE if said else Exit.OK

    def over(self, codes: Iterable[int], crashes: Iterable[Crashes] = ()) -> Exit:
        """The exit code of a command at whose sites this came out: that of the worst. Prints logs of ours."""
        failed = self.tell()
        logs = [log for one in (self.crashes, *crashes) for log in one.logs]
        return worst((failed, bug(logs) if logs else Exit.OK, *codes))

    def heading(self, project: Path) -> str:
        """The line above what is printed of one of several sites, after an empty one between two."""
        if not self.several:
            return ""
        self._shown += 1
        return "\n" * (self._shown > 1) + f"{safe(shown_path(project))}:\n"

    def name(self, project: Path) -> str:
        """What a line about one of several sites begins with; nothing for one alone."""
        return f"{safe(shown_path(project))}: " if self.several else ""


def worst(codes: Iterable[int]) -> Exit:
    """The exit code of a run of several sites: that of the site that fared worst."""
    return Exit(max(codes, default=Exit.OK))


def _sentence(one: Lost) -> str:
    """What failed; without a file that says where, at which site."""
    return str(one.error) if one.error.path else f"{shown_path(one.folder)}: {one.error}"

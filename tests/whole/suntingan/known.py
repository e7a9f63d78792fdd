"""The causes known to break pairs, each with the pairs that it breaks, until it is mended."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import NamedTuple

from tests.whole.suntingan.pairs import Pair


class Cause(NamedTuple):
    """One cause; `edit`, `change` and `form` are patterns of names, as of files."""

    reason: str
    edit: str = "*"
    change: str = "*"
    form: str = "*"
    strict: bool = True
    """Whether all pairs that match fail; not so while it is being mended elsewhere."""

    def breaks(self, pair: Pair) -> bool:
        return all(
            fnmatch(name, pattern)
            for name, pattern in (
                (pair.edit, self.edit),
                (pair.change, self.change),
                (pair.form, self.form),
            )
        )


CAUSES = (
    Cause("a logo of the new data is not put in", change="logo_added", strict=False),
    Cause("ends of sections are not tracked", change="as_keduanya", form="pohon", strict=False),
    Cause("ends of sections are not tracked", change="as_pohon", form="keduanya", strict=False),
    Cause("looks set over everything do not reach a row that moves", "everything_*", "sub_*"),
    Cause("a picture goes with a redrawn sheet", "picture_in_box", "program_*", strict=False),
)


def cause_of(pair: Pair) -> Cause | None:
    """Return why a pair is known to fail, None for one that must hold."""
    return next((one for one in CAUSES if one.breaks(pair)), None)

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
    Cause(
        "a bookmark goes with its heading to the new sheet, and not back",
        "cross_reference_in_text",
        "sasaran_reordered",
        "pohon",
    ),
)


def cause_of(pair: Pair) -> Cause | None:
    """Return why a pair is known to fail, None for one that must hold."""
    return next((one for one in CAUSES if one.breaks(pair)), None)

"""A document handed back as a file: opened, and told apart from what is none of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.limits import SIBLINGS
from generator.opc.parts import BadPackageError, TooMuchError, read_file, read_parts
from generator.opc.xml import within
from generator.revision.read.edits import EditMade, edits_of
from generator.revision.read.stories import Stories
from generator.revision.stamp import DamagedStamp, Stamp, read_stamp
from generator.values import Place


@dataclass(frozen=True, slots=True)
class StampedFile:
    """A document of this program as it is now; `edits` is what people changed since it was made.

    `base` and `now` are the document as made and as it is, read.
    """

    path: Path
    data: bytes
    stamp: Stamp
    edits: tuple[EditMade, ...]
    base: Stories
    now: Stories

    @property
    def texts(self) -> Mapping[tuple[str, ...], str]:
        """What each value reads now, by its lasting name; the first edit of one value counts."""
        printed = {one.identity: one.text for one in self.stamp.anchors}
        edited: dict[tuple[str, ...], str] = {}
        for edit in self.edits:
            if edit.anchor:
                edited.setdefault(edit.anchor.identity, edit.new)
        return printed | edited


def open_stamped(path: Path, original: Path | None = None) -> StampedFile | Diagnostic:
    """Return the document in a file, or the finding that says why it is not known as one.

    Where it lost its stamp, it is known by that of `original`, the file that it was made from.
    """
    place = Place(path.name)
    try:
        data = read_file(path)
    except (OSError, ValueError) as error:
        return finding("berkas-tidak-terbuka", place, galat=reason(error))
    except TooMuchError as error:
        return error.finding(path.name)
    try:
        stamp = read_stamp(data)
        if original and not isinstance(stamp, Stamp):
            known = open_stamped(original)
            if isinstance(known, Diagnostic):
                return known
            stamp = known.stamp
        if stamp is None:
            return finding("keputusan-tanpa-stempel", place)
        if isinstance(stamp, DamagedStamp):
            return finding("stempel-lebih-baru" if stamp.newer else "stempel-rusak", place)
        base, now = _stories(stamp.base), _stories(data)
        return StampedFile(path, data, stamp, edits_of(stamp, base, now), base, now)
    except TooMuchError as error:
        return error.finding(path.name)
    except BadPackageError:
        return finding("bukan-dokumen-word", place)


_CROWDED = etree.XPath(f"boolean(//*/*[{SIBLINGS.limit + 1}])")


def _stories(data: bytes) -> Stories:
    """Return a Word file of which each part may become a tree."""
    parts = read_parts(data)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            within(part)
    stories = Stories(parts)
    if _CROWDED(stories.document.root):
        raise TooMuchError(SIBLINGS)
    return stories

"""A decree handed back as a file: opened, and told apart from what is none of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.decree.package import BadPackageError, read_parts
from generator.diagnostics import Diagnostic, Place, finding
from generator.revision.edits import EditMade, edits_between
from generator.revision.stamp import DamagedStamp, Stamp, read_stamp
from generator.revision.stories import Stories


@dataclass(frozen=True, slots=True)
class DecreeFile:
    """A decree of this program as it is now; `edits` is what people changed since it was made.

    `base` and `now` are the decree as made and as it is, read.
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


def open_decree(path: Path) -> DecreeFile | Diagnostic:
    """Return the decree in a file, or the finding that says why it is not known as one."""
    place = Place(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        return finding("berkas-tidak-terbuka", place, galat=error.strerror or str(error))
    try:
        stamp = read_stamp(data)
        if stamp is None:
            return finding("keputusan-tanpa-stempel", place)
        if isinstance(stamp, DamagedStamp):
            return finding("stempel-lebih-baru" if stamp.newer else "stempel-rusak", place)
        base, now = Stories(read_parts(stamp.base)), Stories(read_parts(data))
        return DecreeFile(path, data, stamp, edits_between(stamp, base, now), base, now)
    except BadPackageError:
        return finding("bukan-dokumen-word", place)

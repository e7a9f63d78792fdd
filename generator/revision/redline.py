"""Two decrees as one, with what differs as tracked changes; the work of an optional package."""

from __future__ import annotations

import re
from datetime import date
from subprocess import CalledProcessError

from generator.decree.package import Package, read_parts, to_bytes
from generator.decree.structure import check_structure
from generator.diagnostics import Diagnostic, Place, finding
from generator.revision.stamp import without_stamp

AUTHOR = "Generator SK"
_NO_DAY = date(2000, 1, 1)
_DATES = re.compile(rb' w:date="[^"]*"')
_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def redline(old: bytes, new: bytes, day: date | None, place: Place) -> bytes | Diagnostic:
    """Return `new` as a .docx that tracks what changed since `old`, dated `day` or not at all.

    It carries no stamp, for it is neither decree. Raises BadPackageError when one is no .docx.
    """
    try:
        from python_redlines import DocxodusEngine
        from python_redlines.engines import EngineNotInstalledError
    except ImportError:
        return finding("redline-tidak-terpasang", place)
    try:
        compared, _, _ = DocxodusEngine().run_redline(
            AUTHOR,
            original=_plain(old),
            modified=_plain(new),
            date_time=f"{day or _NO_DAY:%Y-%m-%d}T00:00:00Z",
        )
    except EngineNotInstalledError:
        return finding("redline-tidak-terpasang", place)
    except (CalledProcessError, OSError) as error:
        return finding("redline-gagal", place, galat=" ".join(str(error).split()))
    parts = read_parts(compared)
    if day is None:
        parts = {
            name: _DATES.sub(b"", part) if _STORY.fullmatch(name) else part
            for name, part in parts.items()
        }
    package = Package(parts)
    if faults := check_structure(package):
        return finding("redline-gagal", place, galat="; ".join(faults))
    return to_bytes(package)


def _plain(decree: bytes) -> bytes:
    return to_bytes(Package(without_stamp(read_parts(decree))))

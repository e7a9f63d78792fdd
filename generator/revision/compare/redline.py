"""Two decrees as one, with what differs as tracked changes; the work of an optional package."""

from __future__ import annotations

import re
from datetime import date
from subprocess import CalledProcessError

from lxml import etree

from generator.files.system import reason
from generator.findings.finding import Diagnostic, finding
from generator.opc.parts import read_parts, to_bytes
from generator.opc.xml import parse, to_xml
from generator.revision.read.blocks import ANCHOR
from generator.revision.stamp import without_stamp
from generator.values import Place
from generator.word.wordml import w

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
    except CalledProcessError as error:
        return finding("redline-gagal", place, galat=f"berhenti dengan kode {error.returncode}")
    except OSError as error:
        return finding("redline-gagal", place, galat=reason(error))
    parts = read_parts(compared)
    if day is None:
        parts = {
            name: _DATES.sub(b"", part) if _STORY.fullmatch(name) else part
            for name, part in parts.items()
        }
    return to_bytes(parts)


def _plain(decree: bytes) -> bytes:
    """Return a decree without stamp and anchors, which would stand there twice."""
    parts = without_stamp(read_parts(decree))
    mark = ANCHOR.encode()
    found = {name: part for name, part in parts.items() if _STORY.fullmatch(name) and mark in part}
    return to_bytes(parts | {name: _without_anchors(part) for name, part in found.items()})


def _without_anchors(story: bytes) -> bytes:
    root = parse(story)
    anchors = [one for one in root.iter(w("bookmarkStart")) if _is_anchor(one)]
    numbers = {one.get(w("id")) for one in anchors}
    ends = [one for one in root.iter(w("bookmarkEnd")) if one.get(w("id")) in numbers]
    for mark in (*anchors, *ends):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    return to_xml(root)


def _is_anchor(bookmark: etree._Element) -> bool:
    return bookmark.get(w("name"), "").startswith(ANCHOR)

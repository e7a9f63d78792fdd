"""What a Word file would do of itself once it is opened: fetch from elsewhere, run programs.

Hyperlinks wait for a click and are no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.opc.parts import BadPackageError, Parts
from generator.opc.relations import Relation, related, source_of
from generator.opc.xml import Element, parse
from generator.word.wordml import w


class ActiveContent(NamedTuple):
    """The part it is in, what it is, and how people take it out; the latter in Indonesian."""

    part: str
    what: str
    cure: str


_MACROS = (
    "makro (VBA)",
    "Simpan sebagai Dokumen Word (*.docx) yang tidak memuat makro.",
)
_OBJECT = (
    "objek program lain (OLE atau ActiveX)",
    "Ganti objek itu dengan gambar, tabel, atau teks biasa.",
)
_CHUNK = (
    "berkas lain yang disisipkan utuh (altChunk)",
    "Buka di Word lalu simpan lagi sebagai .docx, sehingga isinya menyatu.",
)
_OUTSIDE = (
    "isi yang diambil dari luar berkas ({})",
    "Putuskan tautannya di Word (File › Info › Edit Tautan ke File), atau sisipkan isinya.",
)
_ATTACHED = (
    "templat terlampir dari jaringan ({})",
    "Ganti templat terlampirnya di Word (Pengembang › Templat Dokumen) dengan Normal.dotm.",
)
_FIELD = (
    "bidang {}",
    "Ubah bidang itu menjadi teks biasa (pilih, lalu Ctrl+Shift+F9), atau hapus.",
)
_KINDS: Mapping[str, tuple[str, str]] = {
    "vbaProject": _MACROS,
    "wordVbaData": _MACROS,
    "keyMapCustomizations": _MACROS,
    "oleObject": _OBJECT,
    "control": _OBJECT,
    "activeXControlBinary": _OBJECT,
    "aFChunk": _CHUNK,
}
_ELEMENTS: Mapping[str, tuple[str, str]] = {
    w("altChunk"): _CHUNK,
    w("object"): _OBJECT,
    w("control"): _OBJECT,
    "{urn:schemas-microsoft-com:office:office}OLEObject": _OBJECT,
}
_FETCHING = (
    *("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "IMPORT", "LINK", "EMBED", "DATABASE", "RD"),
    *("MACROBUTTON", "CONTROL", "HTMLCONTROL", "HTMLACTIVEX"),
)
"""Fields that fetch or run; INCLUDEPICTURE besides, where it is told to fetch from elsewhere."""
_PICTURE = re.compile(r'\s*INCLUDEPICTURE\s+"?([^"\s]*)', re.IGNORECASE)
_CHARACTER, _INSTRUCTION, _DELETED, _SIMPLE = map(
    w, ("fldChar", "instrText", "delInstrText", "fldSimple")
)
_MACRO_PART = re.compile(r"vba(Project|Data)[^/]{0,200}\.(bin|xml)$", re.IGNORECASE)
_LOCAL = re.compile(r"(?:file:///?)?[A-Za-z]:[\\/]|file:///(?!/)|(?![/\\]{2})[^:]*$", re.IGNORECASE)
"""A file of this computer: on a drive, by its path, or beside the document; none of another."""
_PLAIN = re.compile(
    rb"\s*+(?:\xef\xbb\xbf\s*+)?<(?!\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-?8|us-ascii)[^>]*>)",
    re.IGNORECASE,
)
"""How a part begins whose names can be searched for without parsing it."""
_SUSPECT = re.compile(rb"instrText|InstrText|fldSimple|altChunk|object|control|OLEObject")
_SHOWN = 60


def active_contents(parts: Parts, roots: Mapping[str, Element] = {}) -> list[ActiveContent]:
    """Return what the parts of a Word file hold of that kind, each once a part.

    `roots` are those of the parts that are parsed already.
    """
    found = dict.fromkeys(_found(parts, roots))
    return list(found)


def _found(parts: Parts, roots: Mapping[str, Element]) -> Iterator[ActiveContent]:
    for name, data in parts.items():
        if _MACRO_PART.search(name):
            yield ActiveContent(name, *_MACROS)
        if not name.endswith((".xml", ".rels")) or _is_plainly_harmless(name, data):
            continue
        try:
            root = roots[name] if name in roots else parse(data, bare=True, huge=True)
        except BadPackageError:
            continue
        if name.endswith(".rels"):
            source = source_of(name)
            for one in related(root, source):
                if why := _of_relation(one):
                    yield ActiveContent(source or name, *why)
        else:
            for why in _of_story(root):
                yield ActiveContent(name, *why)


def _is_plainly_harmless(name: str, data: bytes) -> bool:
    if name.endswith(".rels"):
        return False
    return _PLAIN.match(data) is not None and _SUSPECT.search(data) is None


def _of_relation(one: Relation) -> tuple[str, str] | None:
    if one.kind in _KINDS:
        return _KINDS[one.kind]
    if not one.is_external or one.kind == "hyperlink":
        return None
    what, cure = _OUTSIDE
    if one.kind == "attachedTemplate":
        if _LOCAL.match(one.target):
            return None
        what, cure = _ATTACHED
    return what.format(_shown(one.target)), cure


def _of_story(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_ELEMENTS):
        yield _ELEMENTS[element.tag]
    for code in _fields(root):
        if why := _of_field(code):
            yield why


def _of_field(code: str | None) -> tuple[str, str] | None:
    what, cure = _FIELD
    if code is None:
        return what.format("yang namanya disusun oleh bidang lain"), cure
    picture = _PICTURE.match(code)
    name = code.split(maxsplit=1)[0].upper() if code.strip() else ""
    if name in _FETCHING or (picture and not _LOCAL.match(picture[1])):
        return what.format(_shown(" ".join(code.split()))), cure
    return None


def _fields(root: Element) -> Iterator[str | None]:
    """Yield the code of each field, None where the name of a field is made by another."""
    codes: list[str | None] = []
    for element in root.iter(_CHARACTER, _INSTRUCTION, _DELETED, _SIMPLE):
        if element.tag == _SIMPLE:
            yield element.get(w("instr"), "")
        elif element.tag != _CHARACTER:
            if codes and codes[-1] is not None:
                codes[-1] += element.text or ""
            elif not codes:
                yield element.text or ""
        elif (kind := element.get(w("fldCharType"))) == "begin":
            if codes and codes[-1] is not None and not codes[-1].strip():
                codes[-1] = None
            codes.append("")
        elif kind == "end" and codes:
            yield codes.pop()
    yield from codes


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

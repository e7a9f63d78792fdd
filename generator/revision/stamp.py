"""What a decree knows about itself, in a custom XML part that Word and LibreOffice leave alone.

The stamp tells an untouched decree from an edited one, gives the machine-made document back when
an edited one has to be compared, and leads from every printed value to its cell.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree

from generator.files.output import Standing
from generator.opc.parts import CONTENT_TYPES, BadPackageError, read_parts, to_bytes
from generator.opc.relations import (
    NO_RELATIONS,
    declare,
    declare_default,
    open_relations,
    relate,
    related,
    relations_name,
    undeclare,
    unrelate,
)
from generator.opc.xml import parse, to_xml
from generator.values import Place
from generator.word.render import Anchor, Package
from generator.word.wordml import DOCUMENT, DOCUMENT_RELS

FORMAT = 1
"""Raised when a stamp is written in a form that an older program cannot read."""

VERSION = 2
"""Raised when a stamp tells more than before, in a form that an older program still reads.

1 were stamps without a kind.
"""

NAMESPACE = "urn:sk-cascading:stamp"
STORE_ID = "{D3B58EF0-2BF8-5AE6-AAE2-C4417665E8A8}"

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LEVEL = 1
_DAMAGE = (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What a stamp raises that says something else than `_write` does."""
_MAX_UNPACKED = 64 << 20
"""Bytes that a list in a stamp may hold unpacked."""


Lineage = tuple[str, str, str, str]
"""Kode, Jenis, Kode of the parent and name of a node of the cascade."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made from. `inputs` are the books by file name, each with its SHA-256.

    `simpul` are the nodes of its cascade: of their codes and parents a decree prints nothing.
    `kind` and `key` say which document it is among all that the books ask for; stamps of before
    there were kinds are of the decree.
    """

    program: str
    template: str
    template_digest: str
    tahun: str
    inputs: Mapping[str, str]
    perangkat_daerah: str = ""
    simpul: tuple[Lineage, ...] = ()
    kind: str = "keputusan"
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp as read back.

    `digests` are the SHA-256 of the content parts as they were made; `base` is the whole
    document before it was stamped, a .docx of its own.
    """

    origin: Origin
    digests: Mapping[str, str]
    anchors: tuple[Anchor, ...]
    base: bytes


@dataclass(frozen=True, slots=True)
class DamagedStamp:
    """There is a stamp, and it cannot be read; `newer` when a later program wrote it."""

    newer: bool = False


def stamp(package: Package, origin: Origin) -> Package:
    """Return the package with its stamp; the same input gives the same bytes."""
    number = next(n for n in count(1) if f"customXml/item{n}.xml" not in package.parts)
    item, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    of_item = parse(NO_RELATIONS)
    relate(of_item, "customXmlProps", f"itemProps{number}.xml")
    of_document = open_relations(package.parts, DOCUMENT)
    relate(of_document, "customXml", f"../{item}")
    types = parse(package.parts[CONTENT_TYPES])
    declare_default(types, "xml", "application/xml")
    declare(types, props, _PROPS_TYPE)
    return Package(
        {
            **package.parts,
            item: _write(package, origin),
            props: (
                f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{STORE_ID}"><ds:schemaRefs>'
                f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
            ).encode(),
            relations_name(item): etree.tostring(of_item),
            DOCUMENT_RELS: to_xml(of_document),
            CONTENT_TYPES: to_xml(types),
        },
        package.anchors,
    )


def restamp(edited: Mapping[str, bytes], base: Package, origin: Origin) -> Package:
    """Return an edited decree's parts with the stamp of another base in place of its own, if any.

    It stays an edited one, for the digests are those of the base.
    """
    name, _ = _find(edited)
    if not name:
        edited = stamp(Package(edited), origin).parts
        name, _ = _find(edited)
    return Package({**edited, name: _write(base, origin)}, base.anchors)


def read_stamp(source: bytes | Path) -> Stamp | DamagedStamp | None:
    """Return the stamp of a .docx, None when it never had one.

    Raises BadPackageError when the file is no .docx, OSError when it cannot be read.
    """
    _, root = _find(read_parts(source))
    if root is None or isinstance(root, DamagedStamp):
        return root
    try:
        head, base = _unpack(root, "head"), _decode(root, "base")
        if head["base"] != sha256(base).hexdigest():
            return DamagedStamp()
        anchors = _anchors(_unpack(root, "anchors"))
        return Stamp(_origin(head["origin"]), head["digests"], anchors, base)
    except _DAMAGE:
        return DamagedStamp(newer=_version(root) > VERSION)


def _origin(said: Mapping[str, Any]) -> Origin:
    """Return the origin that a stamp tells of; what a later program tells besides is passed over.

    Raises KeyError when a part that every stamp has is missing.
    """
    names = {field.name for field in fields(Origin)}
    known = {name: value for name, value in said.items() if name in names}
    lists = {"simpul": tuple(map(tuple, said["simpul"])), "key": tuple(said.get("key", ()))}
    return Origin(**known | lists)


def _version(root: etree._Element) -> int:
    """Return which version of the content a stamp says it has; 1 when it does not say."""
    return _number(root.get("version", "1"))


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 1


def without_stamp(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a .docx but for its stamp and what points at it."""
    mark = NAMESPACE.encode()
    marked = {
        name for name, data in parts.items() if name.startswith("customXml/") and mark in data
    }
    gone = marked | {relations_name(name) for name in marked}
    kept = {name: data for name, data in parts.items() if name not in gone}
    relations, types = open_relations(parts, DOCUMENT), parse(parts[CONTENT_TYPES])
    for one in related(relations, DOCUMENT):
        if one.part in marked:
            unrelate(relations, one.id)
    for name in marked:
        undeclare(types, name)
    return kept | {DOCUMENT_RELS: to_xml(relations), CONTENT_TYPES: to_xml(types)}


def is_untouched(source: bytes | Path) -> bool:
    """Whether the file is a decree exactly as this program made it."""
    try:
        parts = read_parts(source)
        _, root = _find(parts)
        if root is None or isinstance(root, DamagedStamp):
            return False
        return bool(_unpack(root, "head")["digests"] == _digests(parts))
    except (BadPackageError, OSError, *_DAMAGE):
        return False


def standing(path: Path) -> Standing:
    """Say what a Word file is that is in the way of a decree."""
    if is_untouched(path):
        return Standing.UNTOUCHED
    try:
        stamped = read_stamp(path) is not None
    except (BadPackageError, OSError):
        return Standing.FOREIGN
    return Standing.EDITED if stamped else Standing.FOREIGN


def _digests(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the digests of what a reader or the law sees: all but properties and plumbing.

    A digital signature is content, for a signed decree must never be replaced.
    """
    return {
        name: sha256(data).hexdigest()
        for name, data in sorted(parts.items())
        if name != CONTENT_TYPES
        and not name.startswith(("docProps/", "customXml/"))
        and not name.endswith(".rels")
    }


def _write(package: Package, origin: Origin) -> bytes:
    base = to_bytes(package.parts)
    head = {
        "origin": {
            "program": origin.program,
            "template": origin.template,
            "template_digest": origin.template_digest,
            "tahun": origin.tahun,
            "inputs": dict(sorted(origin.inputs.items())),
            "perangkat_daerah": origin.perangkat_daerah,
            "simpul": origin.simpul,
            "kind": origin.kind,
            "key": origin.key,
        },
        "digests": _digests(package.parts),
        "base": sha256(base).hexdigest(),
    }
    return b"".join(
        (
            f'<stamp xmlns="{NAMESPACE}" format="{FORMAT}" version="{VERSION}">'.encode(),
            b"<head>" + _pack(head) + b"</head>",
            b"<anchors>" + _pack(_columns(package.anchors)) + b"</anchors>",
            b"<base>" + base64.b64encode(base) + b"</base>",
            b"</stamp>",
        )
    )


def _columns(anchors: tuple[Anchor, ...]) -> dict[str, list[object]]:
    """Return the anchors column by column, which packs best; a text as typed is not repeated."""
    places = [one.place for one in anchors]
    return {
        "name": [one.name for one in anchors],
        "identity": [one.identity for one in anchors],
        "occurrence": [one.occurrence for one in anchors],
        "book": [place.book for place in places],
        "sheet": [place.sheet for place in places],
        "row": [place.row for place in places],
        "column": [place.column for place in places],
        "heading": [place.heading for place in places],
        "text": [one.text for one in anchors],
        "raw": [None if one.raw == one.text else one.raw for one in anchors],
    }


def _anchors(columns: Mapping[str, list[Any]]) -> tuple[Anchor, ...]:
    names = ("name", "identity", "occurrence", "book", "sheet", "row", "column", "heading")
    return tuple(
        Anchor(
            name,
            tuple(identity),
            occurrence,
            Place(book, sheet, row, column, heading),
            text,
            text if raw is None else raw,
        )
        for name, identity, occurrence, book, sheet, row, column, heading, text, raw in zip(
            *(columns[key] for key in (*names, "text", "raw")), strict=True
        )
    )


def _pack(value: object) -> bytes:
    text = json.dumps(value, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), _LEVEL))


def _decode(root: etree._Element, name: str) -> bytes:
    packed = root.findtext(f"{{{NAMESPACE}}}{name}")
    if not packed:
        raise KeyError(name)
    return base64.b64decode("".join(packed.split()), validate=True)


def _unpack(root: etree._Element, name: str) -> Any:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(_decode(root, name), _MAX_UNPACKED)
    if not unpacking.eof:
        raise ValueError(name)
    return json.loads(text)


def _find(parts: Mapping[str, bytes]) -> tuple[str, etree._Element | DamagedStamp | None]:
    """Return name and root of the stamp; by its namespace, for office programs rename the part."""
    mark = NAMESPACE.encode()
    marked = [
        (name, data)
        for name, data in parts.items()
        if name.startswith("customXml/") and mark in data
    ]
    for name, data in marked:
        try:
            root = parse(data, huge=True)
        except BadPackageError:
            continue
        if root.tag == f"{{{NAMESPACE}}}stamp":
            version = root.get("format", "")
            newer = _number(version) > FORMAT
            return name, root if version == str(FORMAT) else DamagedStamp(newer)
    return "", DamagedStamp() if marked else None

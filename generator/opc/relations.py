"""How the parts of a package hang together: what each refers to, and of what type it is."""

from __future__ import annotations

from itertools import count
from posixpath import basename, dirname, join, normpath
from typing import NamedTuple

from lxml import etree

from generator.opc.parts import BadPackageError, Parts
from generator.opc.xml import Element, parse

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Where the kinds of relations are named, and the attributes that refer to relations."""
NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


class Relation(NamedTuple):
    """What a part refers to: `target` as written, `part` the name it leads to, "" outside.

    `kind` is the last word of the type ("image", "worksheet").
    """

    id: str
    kind: str
    target: str
    part: str
    is_external: bool


def relations_name(part: str) -> str:
    """Return the name of the part that lists the relations of a part, of the package for ""."""
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def source_of(relations: str) -> str:
    """Return the part whose relations a part of that name lists."""
    return join(dirname(dirname(relations)), basename(relations).removesuffix(".rels"))


def open_relations(parts: Parts, source: str) -> Element:
    """Return the list of relations of a part, an empty one when there is none."""
    return parse(parts.get(relations_name(source), NO_RELATIONS))


def related(relations: Element, source: str) -> list[Relation]:
    """Return the relations that a list holds, targets resolved from where `source` stands."""
    return [_relation(one, dirname(source)) for one in relations.iterchildren(_RELATION)]


def _relation(one: Element, folder: str) -> Relation:
    target = one.get("Target", "")
    is_external = one.get("TargetMode") == "External"
    part = "" if is_external else normpath(join("/", folder, target)).lstrip("/")
    kind = one.get("Type", "").rpartition("/")[2]
    return Relation(one.get("Id", ""), kind, target, part, is_external)


def relate(relations: Element, kind: str, target: str, stem: str = "rId", first: int = 1) -> str:
    """Add a relation; return its id, the stem with the first number from `first` that is free."""
    taken = {one.get("Id") for one in relations}
    free = next(name for n in count(first) if (name := f"{stem}{n}") not in taken)
    attributes = {"Id": free, "Type": f"{KINDS}/{kind}", "Target": target}
    etree.SubElement(relations, _RELATION, attributes)
    return free


def retarget(relations: Element, identity: str, target: str) -> None:
    """Let a relation lead to another target."""
    for one in relations.iterchildren(_RELATION):
        if one.get("Id") == identity:
            one.set("Target", target)


def unrelate(relations: Element, identity: str) -> None:
    """Remove a relation by its id."""
    for one in list(relations.iterchildren(_RELATION)):
        if one.get("Id") == identity:
            relations.remove(one)


def referred(parts: Parts) -> set[str]:
    """Return all parts that some relation leads to; a damaged list of relations leads nowhere."""
    found: set[str] = set()
    for name in parts:
        if name.endswith(".rels"):
            try:
                relations = parse(parts[name])
            except BadPackageError:
                continue
            found.update(one.part for one in related(relations, source_of(name)))
    return found


_DEFAULT = f"{{{_PACKAGE}/content-types}}Default"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"


def overrides(types: Element) -> dict[str, str]:
    """Return part → content type as declared for that part alone."""
    declared = types.iterchildren(_OVERRIDE)
    return {one.get("PartName", "")[1:]: one.get("ContentType", "") for one in declared}


def defaults(types: Element) -> dict[str, str]:
    """Return extension, in small letters → content type of all parts that are named so."""
    declared = types.iterchildren(_DEFAULT)
    return {one.get("Extension", "").lower(): one.get("ContentType", "") for one in declared}


def type_of(types: Element, part: str) -> str:
    """Return the content type of a part, "" when none is declared."""
    usual = defaults(types).get(part.rpartition(".")[2].lower(), "")
    return overrides(types).get(part, usual)


def declare(types: Element, part: str, content_type: str) -> None:
    """Say of what type a part is."""
    for one in types.iterchildren(_OVERRIDE):
        if one.get("PartName") == f"/{part}":
            one.set("ContentType", content_type)
            return
    attributes = {"PartName": f"/{part}", "ContentType": content_type}
    etree.SubElement(types, _OVERRIDE, attributes)


def declare_default(types: Element, extension: str, content_type: str) -> None:
    """Declare the type of all parts with that extension, unless it is declared."""
    if extension not in defaults(types):
        attributes = {"Extension": extension, "ContentType": content_type}
        types.insert(0, etree.Element(_DEFAULT, attributes))


def undeclare(types: Element, part: str) -> None:
    """Say no more of what type a part is."""
    for one in list(types.iterchildren(_OVERRIDE)):
        if one.get("PartName") == f"/{part}":
            types.remove(one)

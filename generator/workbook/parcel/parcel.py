"""An .xlsx opened to change a few of its parts; every other part keeps its very bytes.

openpyxl would write the whole book anew and lose what it does not know: stored formula results,
dropdowns that Excel keeps in extensions, pictures, formatting inside a cell. A clerk goes on
working in our copies, so they are the book itself with something added.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generator.findings.finding import Diagnostic
from generator.workbook.opening.convert import converted
from generator.workbook.opening.package import OtherFormat, open_bytes
from generator.workbook.opening.parsing import MAIN, Element, parse

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ID = f"{{{_RELATED}}}id"
"""The attribute by which a part names one of its relations."""
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES = "[Content_Types].xml"


@dataclass
class Parcel:
    """The parts of a book by zip name, some of them open as trees."""

    parts: dict[str, bytes]
    _trees: dict[str, Element] = field(default_factory=dict)
    _digests: dict[str, bytes] = field(default_factory=dict)
    """What each open part said when it was opened."""

    def tree(self, name: str) -> Element:
        """Return the root of an XML part; what is changed in it is written by `to_parts`.

        Raises KeyError when there is no such part, etree.XMLSyntaxError when it is damaged.
        """
        if name not in self._trees:
            self._trees[name] = parse(self.parts[name])
            self._digests[name] = _digest(to_xml(self._trees[name]))
        return self._trees[name]

    def to_parts(self) -> dict[str, bytes]:
        """Return all parts as they are now; one that was opened and not changed as it was."""
        changed = {
            name: xml
            for name, tree in self._trees.items()
            if _digest(xml := to_xml(tree)) != self._digests[name]
        }
        return self.parts | changed

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part of that type."""
        self.parts[name] = data
        self.declare(name, content_type)

    def declare(self, name: str, content_type: str) -> None:
        """Say of what type a part is."""
        types = self.tree(_CONTENT_TYPES)
        for one in types.iter(f"{_TYPES}Override"):
            if one.get("PartName") == f"/{name}":
                one.set("ContentType", content_type)
                return
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(types, f"{_TYPES}Override", attributes)

    def remove(self, name: str) -> None:
        """Remove a part with its relations; parts that only it used stay unless removed too."""
        for gone in (name, _relations_of(name)):
            self.parts.pop(gone, None)
            self._trees.pop(gone, None)
        for one in list(self.tree(_CONTENT_TYPES).iter(f"{_TYPES}Override")):
            if one.get("PartName") == f"/{name}":
                _detach(one)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Make `source` refer to `target` by a relation of that kind; return its id."""
        name = _relations_of(source)
        if name not in self.parts:
            self.parts[name] = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()
        relations = self.tree(name)
        taken = {one.get("Id") for one in relations}
        free = next(f"rIdSk{n}" for n in range(1, len(taken) + 2) if f"rIdSk{n}" not in taken)
        attributes = {"Id": free, "Type": f"{_RELATED}/{kind}", "Target": f"/{target}"}
        etree.SubElement(relations, f"{_RELATIONS}Relationship", attributes)
        return free

    def unrelate(self, source: str, relation: str) -> None:
        """Remove a relation by its id."""
        for one in list(self.tree(_relations_of(source))):
            if one.get("Id") == relation:
                _detach(one)

    def related(self, source: str, kind: str | None = None) -> dict[str, str]:
        """Return id → part of what `source` refers to inside the file, of one kind or of all."""
        if _relations_of(source) not in self.parts:
            return {}
        folder = posixpath.dirname(source)
        return {
            str(one.get("Id")): posixpath.normpath(
                posixpath.join("/", folder, str(one.get("Target")))
            )[1:]
            for one in self.tree(_relations_of(source)).iter(f"{_RELATIONS}Relationship")
            if one.get("TargetMode") != "External"
            and (kind is None or str(one.get("Type")).endswith(f"/{kind}"))
        }

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" when none is declared."""
        types = self.tree(_CONTENT_TYPES)
        by_name = {one.get("PartName"): one for one in types.iter(f"{_TYPES}Override")}
        by_end = {one.get("Extension"): one for one in types.iter(f"{_TYPES}Default")}
        said = by_name.get(f"/{name}", by_end.get(name.rpartition(".")[2]))
        return "" if said is None else str(said.get("ContentType"))

    def default_type(self, extension: str, content_type: str) -> None:
        """Declare the type of all parts with that extension, unless it is declared."""
        types = self.tree(_CONTENT_TYPES)
        if extension not in {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}:
            attributes = {"Extension": extension, "ContentType": content_type}
            types.insert(0, etree.Element(f"{_TYPES}Default", attributes))

    def free_name(self, pattern: str) -> str:
        """Return the first name of the pattern ("xl/comments{}.xml") that no part has."""
        return next(
            name
            for number in range(1, len(self.parts) + 2)
            if (name := pattern.format(number)) not in self.parts
        )

    @property
    def workbook(self) -> str:
        """The name of the part that lists the sheets."""
        (name,) = self.related("", "officeDocument").values()
        return name

    def sheets(self) -> dict[str, str]:
        """Return sheet name → part, in the order of the tabs."""
        parts = self.related(self.workbook)
        return {
            str(one.get("name")): parts[str(one.get(ID))]
            for one in self.tree(self.workbook).iter(f"{MAIN}sheet")
        }


def open_parcel(path: Path) -> Parcel | None:
    """Open the book at `path`, one of another format as LibreOffice converts it.

    Returns None when it cannot be had; raises OSError and zipfile.BadZipFile, all of which
    happens to no book that could be read a moment ago.
    """
    data: bytes | None = path.read_bytes()
    format = open_bytes(data or b"", path.name)
    if isinstance(format, OtherFormat):
        data = converted(path, format)
    if data is None or isinstance(format, Diagnostic):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    return Parcel(parts)


def required(parent: Element, name: str) -> Element:
    """Return a child of the main namespace; raise KeyError when the book lacks it."""
    found = parent.find(f"{MAIN}{name}")
    if found is None:
        raise KeyError(name)
    return found


def to_xml(tree: Element) -> bytes:
    """Return an XML part as bytes."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _digest(xml: bytes) -> bytes:
    return hashlib.sha256(xml).digest()


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _detach(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

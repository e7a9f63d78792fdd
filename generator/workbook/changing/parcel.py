"""An .xlsx opened to change a few of its parts; every other part keeps its very bytes.

openpyxl would write the whole book anew and lose what it does not know: stored formula results,
dropdowns that Excel keeps in extensions, pictures, formatting inside a cell. A clerk goes on
working in our copies, so they are the book itself with something added.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from generator.findings.finding import Diagnostic
from generator.opc import relations
from generator.opc.limits import CELL_NODES, NODES
from generator.opc.parts import CONTENT_TYPES, Zip, read_file
from generator.opc.relations import KINDS, NO_RELATIONS, relations_name
from generator.opc.xml import Element, parse, to_xml, within
from generator.workbook.opening.convert import converted
from generator.workbook.opening.folding import fold_rows, unfold_rows
from generator.workbook.opening.package import BOOK, OtherFormat, open_bytes
from generator.workbook.opening.parsing import MAIN

ID = f"{{{KINDS}}}id"
"""The attribute by which a part names one of its relations."""


@dataclass
class Parcel:
    """The parts of a book by zip name, some of them open as trees."""

    parts: dict[str, bytes]
    _trees: dict[str, Element] = field(default_factory=dict)
    _digests: dict[str, bytes] = field(default_factory=dict)
    """What each open part said when it was opened."""

    def tree(self, name: str) -> Element:
        """Return the root of an XML part; what is changed in it is written by `to_parts`.

        Rows of a large sheet in which nothing stands are folded. Raises KeyError when there is no
        such part, BadPackageError when it is damaged or too large.
        """
        if name not in self._trees:
            part = fold_rows(self.parts[name])
            bound = CELL_NODES if b"sheetData" in part else NODES
            self._trees[name] = parse(within(part, bound), bare=True)
            self._digests[name] = _digest(to_xml(self._trees[name]))
        return self._trees[name]

    def to_parts(self) -> dict[str, bytes]:
        """Return all parts as they are now; one that was opened and not changed as it was."""
        changed = {
            name: unfold_rows(xml)
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
        relations.declare(self.tree(CONTENT_TYPES), name, content_type)

    def remove(self, name: str) -> None:
        """Remove a part with its relations; parts that only it used stay unless removed too."""
        for gone in (name, relations_name(name)):
            self.parts.pop(gone, None)
            self._trees.pop(gone, None)
        relations.undeclare(self.tree(CONTENT_TYPES), name)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Make `source` refer to `target` by a relation of that kind; return its id."""
        name = relations_name(source)
        self.parts.setdefault(name, NO_RELATIONS)
        return relations.relate(self.tree(name), kind, f"/{target}", stem="rIdSk")

    def unrelate(self, source: str, relation: str) -> None:
        """Remove a relation by its id."""
        relations.unrelate(self.tree(relations_name(source)), relation)

    def related(self, source: str, kind: str | None = None) -> dict[str, str]:
        """Return id → part of what `source` refers to inside the file, of one kind or of all."""
        name = relations_name(source)
        if name not in self.parts:
            return {}
        return {
            one.id: one.part
            for one in relations.related(self.tree(name), source)
            if not one.is_external and kind in (None, one.kind)
        }

    def type_of(self, name: str) -> str:
        """Return the content type of a part, "" when none is declared."""
        return relations.type_of(self.tree(CONTENT_TYPES), name)

    def default_type(self, extension: str, content_type: str) -> None:
        """Declare the type of all parts with that extension, unless it is declared."""
        relations.declare_default(self.tree(CONTENT_TYPES), extension, content_type)

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

    Returns None when it cannot be had; raises OSError and BadPackageError, all of which
    happens to no book that could be read a moment ago.
    """
    read = read_file(path)
    format = open_bytes(read, path.name)
    data = converted(path, format) if isinstance(format, OtherFormat) else read
    if isinstance(data, Diagnostic) or isinstance(format, Diagnostic):
        return None
    return Parcel(Zip(data, BOOK).parts())


def required(parent: Element, name: str) -> Element:
    """Return a child of the main namespace; raise KeyError when the book lacks it."""
    found = parent.find(f"{MAIN}{name}")
    if found is None:
        raise KeyError(name)
    return found


def _digest(xml: bytes) -> bytes:
    return sha256(xml).digest()

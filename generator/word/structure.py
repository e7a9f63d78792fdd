"""Look for what Word calls a damaged file, in milliseconds, before the file reaches anybody.

The validators of OOXML overlook a nested table that ends a cell, content controls with one id
and text outside paragraphs; they are slow, and no user has them. Faults are Indonesian lines,
since with a template of the office's own they are shown to the one who has to mend it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from urllib.parse import unquote

from lxml import etree

from generator.opc.parts import CONTENT_TYPES, DOCTYPE, BadPackageError
from generator.opc.relations import defaults, overrides, related, relations_name, source_of
from generator.opc.xml import parse
from generator.word.render import Package
from generator.word.story import Fault, leftover_tags, shape_faults, story_faults
from generator.word.wordml import MC, R, W, find, spot, w

MAX_NAME = 40
"""Letters of a bookmark's name that Word keeps."""

_SHOWN = 5
_STORIES = frozenset(map(w, ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")))
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_ID, _NAME, _VAL = w("id"), w("name"), w("val")
_INTEGER = re.compile(r"-?[0-9]+")
_STYLE = 'gaya "{}" tidak ada'
_REFERENCES = {
    "pStyle": (_STYLE, "w:style[@w:type='paragraph']", "styleId"),
    "rStyle": (_STYLE, "w:style[@w:type='character']", "styleId"),
    "tblStyle": (_STYLE, "w:style[@w:type='table']", "styleId"),
    "numId": ("penomoran {} tidak ada", "w:num", "numId"),
    "abstractNumId": ("bentuk penomoran {} tidak ada", "w:abstractNum", "abstractNumId"),
}
"""What refers to something by its value: the fault, what defines it, and by which attribute."""

Roots = Mapping[str, etree._Element]


class BrokenDocumentError(Exception):
    """A document made from the stock template failed its check: a fault in this program."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def check_structure(package: Package) -> list[str]:
    """Return one line a fault, as "part, place in it: what is wrong"; none when Word will open it.

    Linear in the size of the parts. Of one kind of fault in one part the first five are listed.
    """
    roots, faults = _parse(package.parts)
    faults += _content_type_faults(package.parts, roots.get(CONTENT_TYPES))
    for name, root in roots.items():
        if name.endswith(".rels"):
            faults += _relation_faults(package.parts, name, root)
        if root.tag.startswith(f"{{{W}}}"):
            faults += _lines(name, _prefix_faults(root))
            faults += _lines(name, shape_faults(root))
        if root.tag in _STORIES:
            faults += _lines(name, story_faults(root))
            faults += _lines(name, _dangling(root, roots.get(relations_name(name)), name))
            if b"{" in package.parts[name]:
                faults += _lines(name, leftover_tags(root))
    faults += _reference_faults(roots)
    stories = {name: root for name, root in roots.items() if root.tag in _STORIES}
    faults += _bookmark_faults(stories)
    faults += _control_faults(stories)
    return faults


def _lines(part: str, faults: Iterable[Fault]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for element, what in faults:
        counts[what] += 1
        if counts[what] <= _SHOWN:
            yield f"{', '.join(filter(None, (part, spot(element))))}: {what}"


def _parse(parts: Mapping[str, bytes]) -> tuple[dict[str, etree._Element], list[str]]:
    roots: dict[str, etree._Element] = {}
    faults = []
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            roots[name] = parse(data, bare=True, huge=True)
        except BadPackageError as error:
            if error.why == DOCTYPE:
                faults.append(f"{name}: berisi DOCTYPE")
            else:
                faults.append(f"{name}: bukan XML yang benar ({error.why})")
    return roots, faults


def _content_type_faults(parts: Mapping[str, bytes], types: etree._Element | None) -> Iterator[str]:
    if types is None:
        yield f"{CONTENT_TYPES}: tidak ada"
        return
    alone, usual = overrides(types), defaults(types)
    for name in parts:
        extension = name.rpartition(".")[2].lower()
        if name != CONTENT_TYPES and name not in alone and extension not in usual:
            yield f"{name}: tanpa jenis isi (content type)"


def _relation_faults(parts: Mapping[str, bytes], name: str, root: etree._Element) -> Iterator[str]:
    source = source_of(name)
    if source and source not in parts:
        yield f"{name}: bagian {source} tidak ada"
    relations = related(root, source)
    for one in relations:
        target = unquote(one.part)
        if not one.is_external and target not in parts:
            yield f"{name}: {one.id} menunjuk bagian yang tidak ada, {target}"
    for identity in _repeated(one.id for one in relations):
        yield f"{name}: {identity} dipakai dua kali"


def _dangling(root: etree._Element, rels: etree._Element | None, part: str) -> Iterator[Fault]:
    known = set() if rels is None else {one.id for one in related(rels, part)}
    for element in find("//@r:*/..", root):
        for key, value in element.attrib.items():
            if str(key).startswith(f"{{{R}}}") and value and value not in known:
                yield element, f"menunjuk hubungan {value!s} yang tidak ada"


def _prefix_faults(root: etree._Element) -> Iterator[Fault]:
    for prefix in root.get(f"{{{MC}}}Ignorable", "").split():
        if prefix not in root.nsmap:
            yield root, f"awalan {prefix} pada mc:Ignorable tidak dikenal"


def _reference_faults(roots: Roots) -> Iterator[str]:
    defining = [root for root in roots.values() if root.tag in (w("styles"), w("numbering"))]
    known = {(w("numId"), "0")} | {
        (w(name), one.get(w(identity)))
        for name, (_, path, identity) in _REFERENCES.items()
        for root in defining
        for one in find(path, root)
    }
    messages = {w(name): message for name, (message, _, _) in _REFERENCES.items()}
    for name, root in roots.items():
        users = ((one, (one.tag, one.get(_VAL))) for one in root.iter(*messages))
        yield from _lines(
            name,
            ((one, messages[one.tag].format(key[1])) for one, key in users if key not in known),
        )


def _bookmark_faults(stories: Roots) -> Iterator[str]:
    """Bookmarks are numbered and named across the whole document, yet end where they start."""
    numbers: list[str] = []
    names: list[str] = []
    for part, root in stories.items():
        opened: set[str] = set()
        closed: set[str] = set()
        for mark in root.iter(_START, _END):
            number = mark.get(_ID, "")
            if mark.tag == _START:
                opened.add(number)
                numbers.append(number)
                names.append(mark.get(_NAME, ""))
            elif number not in opened or number in closed:
                yield f"{part}, {spot(mark)}: akhir penanda {number} tanpa awal"
            else:
                closed.add(number)
        for number in islice(sorted(opened - closed), _SHOWN):
            yield f"{part}: penanda {number} tidak ditutup"
    for number in islice((one for one in numbers if not _INTEGER.fullmatch(one)), _SHOWN):
        yield f'nomor penanda "{number}" bukan bilangan bulat'
    for number in _repeated(numbers):
        yield f"nomor penanda {number} dipakai dua kali"
    for name in _repeated(names):
        yield f'nama penanda "{name}" dipakai dua kali'
    for name in islice((one for one in names if not 0 < len(one) <= MAX_NAME), _SHOWN):
        yield f'nama penanda "{name}" kosong atau lebih dari {MAX_NAME} huruf'


def _control_faults(stories: Roots) -> Iterator[str]:
    numbers = [
        one.get(_VAL, "") for root in stories.values() for one in find("//w:sdtPr/w:id", root)
    ]
    for number in numbers:
        if not _INTEGER.fullmatch(number):
            yield f'nomor kendali isi (sdt) "{number}" bukan bilangan bulat'
    for number in _repeated(numbers):
        yield f"nomor kendali isi (sdt) {number} dipakai dua kali"


def _repeated(values: Iterable[str]) -> Iterator[str]:
    """Yield what occurs more than once, at most the first few."""
    counts = Counter(values)
    return islice((value for value, count in counts.items() if count > 1), _SHOWN)

"""A Word file as a judge reads it: its lines, words and objects, its looks and its markup."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from itertools import permutations
from posixpath import normpath

from lxml import etree

from tests.whole.suntingan.accept import W, accept_all, reject_all

OURS = "Generator SK"
WORD = re.compile(r"\s*ORANG\w+")
"""The words that edits type."""

_WORD = re.compile(r"[^\s;]+;*|;+")
"""One word as it is compared: where people join items, no space is left behind the mark."""

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _T, _RUN = W + "p", W + "t", W + "r"
_PIECES = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_UNSEEN = (_XML_SPACE, "{http://schemas.microsoft.com/office/word/2010/wordml}paraId")
_NOTES = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}
_OWN_MARKS = ("_sk_", "_pohon_", "_lanjutan_")
_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")

Objects = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Reading:
    """One file; `roots` are its stories by the name of their part."""

    parts: Mapping[str, bytes]
    roots: Mapping[str, etree._Element]

    @staticmethod
    def of(data: bytes) -> Reading:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return Reading.of_parts({name: package.read(name) for name in package.namelist()})

    @staticmethod
    def of_parts(parts: Mapping[str, bytes]) -> Reading:
        roots = {
            name: etree.fromstring(part) for name, part in parts.items() if _STORIES.fullmatch(name)
        }
        return Reading(parts, roots)

    def accepted(self, author: str | None = None) -> Reading:
        return self._with({name: accept_all(one, author) for name, one in self.roots.items()})

    def rejected(self, author: str | None = None) -> Reading:
        return self._with({name: reject_all(one, author) for name, one in self.roots.items()})

    def _with(self, roots: Mapping[str, etree._Element]) -> Reading:
        written = {name: etree.tostring(one) for name, one in roots.items()}
        return Reading({**self.parts, **written}, roots)

    @property
    def main(self) -> etree._Element:
        return self.roots["word/document.xml"]

    @cached_property
    def paragraphs(self) -> list[tuple[str, etree._Element]]:
        """The paragraphs of body, headers and footers with text, as it reads."""
        found = []
        for name, root in self.roots.items():
            if not name.startswith(("word/footnotes", "word/endnotes")):
                for paragraph in root.iter(_P):
                    text = line(paragraph)
                    if text.strip():
                        found.append((text, paragraph))
        return found

    @cached_property
    def lines(self) -> list[str]:
        return [text for text, _ in self.paragraphs]

    @property
    def boxed(self) -> Iterator[tuple[str, str]]:
        """Yield the lines of text boxes, each with the line of the paragraph that it hangs on."""
        for text, paragraph in self.paragraphs:
            box = next(paragraph.iterancestors(W + "txbxContent"), None)
            if box is not None:
                yield bare(text), bare(line(next(box.iterancestors(_P))))

    @property
    def mates(self) -> Iterator[tuple[str, str]]:
        """Yield the lines that stand in one cell, each with each other."""
        for cell in self.main.iter(W + "tc"):
            lines = [text for one in cell.iterchildren(_P) if (text := bare(line(one)))]
            yield from permutations(lines, 2)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(word for text in self.lines for word in _WORD.findall(text))

    @cached_property
    def objects(self) -> Objects:
        """What is no plain text, by kind and by what tells one from the other."""
        found: Objects = Counter()
        for name, root in self.roots.items():
            found.update(self._objects(name, root))
        return found

    def _objects(self, part: str, root: etree._Element) -> Iterator[tuple[str, str]]:
        relations = self._relations(part)
        for one in root.iter():
            match one.tag:
                case tag if tag == _A + "blip":
                    yield "gambar", self._digest(part, relations, one.get(_R + "embed", ""))
                case tag if tag == _V + "imagedata":
                    yield "gambar", self._digest(part, relations, one.get(_R + "id", ""))
                case tag if tag == _V + "textpath":
                    yield "tanda air", one.get("string", "")
                case tag if tag == W + "txbxContent":
                    if next(one.iterancestors(_MC + "Fallback"), None) is None:
                        yield "kotak teks", " ".join(line(p) for p in one.iter(_P))
                case tag if tag == W + "footnoteReference":
                    yield "catatan kaki", self._note("word/footnotes.xml", one)
                case tag if tag == W + "endnoteReference":
                    yield "catatan akhir", self._note("word/endnotes.xml", one)
                case tag if tag == W + "commentReference":
                    author, text = self._comments.get(one.get(W + "id", ""), ("", "?"))
                    if author != OURS:
                        yield "komentar", text
                case tag if tag == W + "hyperlink":
                    target = relations.get(one.get(_R + "id", ""), one.get(W + "anchor", ""))
                    yield "tautan", target
                case tag if tag == W + "bookmarkStart":
                    bookmark = one.get(W + "name", "")
                    if not bookmark.startswith((*_OWN_MARKS, "_GoBack", "__")):
                        yield "penanda", bookmark
                case tag if tag == W + "fldSimple":
                    yield "bidang", " ".join(one.get(W + "instr", "").split())
                case tag if tag == W + "instrText":
                    yield "bidang", " ".join((one.text or "").split())
                case tag if tag == W + "sym":
                    yield "simbol", f"{one.get(W + 'font')} {one.get(W + 'char')}"
                case tag if tag == W + "sdtPr":
                    named = one.find(W + "tag")
                    yield "kendali isi", "" if named is None else named.get(W + "val", "")
                case tag if tag == W + "br" and one.get(W + "type") == "page":
                    yield "pindah halaman", ""
                case tag if tag == W + "sectPr" and _is_of_paragraph(one):
                    size = one.find(W + "pgSz")
                    yield "bagian", "" if size is None else size.get(W + "orient", "portrait")
                case _:
                    continue

    def _relations(self, part: str) -> dict[str, str]:
        folder, _, name = part.rpartition("/")
        data = self.parts.get(f"{folder}/_rels/{name}.rels")
        if data is None:
            return {}
        return {one.get("Id", ""): one.get("Target", "") for one in etree.fromstring(data)}

    def _digest(self, part: str, relations: Mapping[str, str], identity: str) -> str:
        target = relations.get(identity, "?")
        folder = part.rpartition("/")[0]
        path = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
        return sha256(self.parts.get(path, b"?")).hexdigest()[:8]

    def _note(self, part: str, reference: etree._Element) -> str:
        root = self.roots.get(part)
        for one in () if root is None else root:
            if one.get(W + "id") == reference.get(W + "id"):
                return " ".join(filter(None, (line(p).strip() for p in one.iter(_P))))
        return "?"

    @cached_property
    def letters_of_styles(self) -> dict[str, Look]:
        """What each paragraph style says of letters, with what it inherits, by its id."""
        root = etree.fromstring(self.parts["word/styles.xml"])
        styles = {one.get(W + "styleId", ""): one for one in root.iter(W + "style")}
        return {identity: _letters_of(identity, styles) for identity in styles}

    @cached_property
    def _comments(self) -> dict[str, tuple[str, str]]:
        data = self.parts.get("word/comments.xml")
        root = () if data is None else etree.fromstring(data)
        return {
            one.get(W + "id", ""): (
                one.get(W + "author", ""),
                " ".join(line(p).strip() for p in one.iter(_P)),
            )
            for one in root
        }

    def unlike(
        self, other: Reading, but: Collection[str] = ()
    ) -> dict[str, tuple[list[str], list[str]]]:
        """Return the stories that are not marked up alike, as their authors wrote them.

        One string stands for a paragraph or for what holds them. Blocks at both ends that are the
        same letter by letter are left out, and so are the bookmarks called as in `but`.
        """
        found = {}
        for name in self.roots:
            both = [(one, one._without_dropped_notes(name)) for one in (self, other)]
            _without_shared_ends(*(copy for _, copy in both))
            marks = (*_OWN_MARKS, *but)
            here, there = (_markup(copy, reading._our_comments, marks) for reading, copy in both)
            if here != there:
                found[name] = (here, there)
        return found

    def _without_dropped_notes(self, part: str) -> etree._Element:
        """Return a copy of a part without the notes that no text refers to any more.

        A note goes with its mark, in Word and in LibreOffice.
        """
        copy = deepcopy(self.roots[part])
        kind = _NOTES.get(part)
        marks = self.main.iter(f"{W}{kind}Reference") if kind else ()
        used = {one.get(W + "id") for one in marks}
        for one in list(copy) if kind else ():
            if one.get(W + "type") is None and one.get(W + "id") not in used:
                _drop(one)
        return copy

    @cached_property
    def _our_comments(self) -> frozenset[str]:
        return frozenset(one for one, (author, _) in self._comments.items() if author == OURS)


def _is_of_paragraph(section: etree._Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == W + "pPr"


def line(paragraph: etree._Element) -> str:
    """Return the text of a paragraph without that of text boxes in it and of deletions.

    Results of fields are left out too: Word reckons them anew.
    """
    pieces: list[str] = []
    depth = 0
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(_P, W + "fldSimple"), None) is not paragraph:
            continue
        for one in run:
            if one.tag == W + "fldChar":
                depth += {"begin": 1, "end": -1}.get(one.get(W + "fldCharType", ""), 0)
            elif depth > 0:
                continue
            elif one.tag == _T:
                pieces.append(one.text or "")
            elif one.tag in _PIECES and one.get(W + "type") != "page":
                pieces.append(_PIECES[one.tag])
    return "".join(pieces)


def bare(text: str) -> str:
    """Return a line without the words that edits type."""
    return WORD.sub("", text).strip()


def caption(paragraph: etree._Element) -> str:
    """Return the name of the table that a paragraph stands in, empty where it has none."""
    table = next(paragraph.iterancestors(W + "tbl"), None)
    named = None if table is None else table.find(f"{W}tblPr/{W}tblCaption")
    return "" if named is None else named.get(W + "val", "")


Look = dict[str, str]


def look(paragraph: etree._Element, usual: Mapping[str, Look]) -> Look:
    """Return the direct looks of a paragraph and of its text, property by property.

    `usual` are the letters that its styles give, by their ids: letters set to what they are anyway
    look as they did.
    """
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    given = usual.get("" if style is None else style.get(W + "val", ""), {})
    found: Look = {}
    for one in paragraph.iterfind(f"{W}pPr/*"):
        if one.tag not in (W + "rPr", W + "sectPr", W + "pPrChange"):
            found[f"paragraf {_local(one)}"] = _said(one)
    letters: dict[str, list[str]] = {}
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(_P), None) is paragraph and any(
            (one.text or "").strip() for one in run.iter(_T)
        ):
            for one in run.iterfind(f"{W}rPr/*"):
                if one.tag != W + "rPrChange" and given.get(_local(one)) != _said(one):
                    letters.setdefault(f"huruf {_local(one)}", []).append(_said(one))
    return found | {name: " | ".join(sorted(set(said))) for name, said in letters.items()}


def _letters_of(identity: str, styles: Mapping[str, etree._Element]) -> Look:
    style = styles.get(identity)
    if style is None:
        return {}
    parent = style.find(W + "basedOn")
    above = {} if parent is None else _letters_of(parent.get(W + "val", ""), styles)
    return above | {_local(one): _said(one) for one in style.iterfind(f"{W}rPr/*")}


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _said(element: etree._Element) -> str:
    inner = sorted(
        f"{etree.QName(str(key)).localname}={value!s}" for key, value in element.attrib.items()
    )
    more = (f"{_local(one)}({_said(one)})" for one in element)
    return " ".join((*inner, *more))


def _without_shared_ends(here: etree._Element, there: etree._Element) -> None:
    body = W + "body"
    one, other = (root if root.find(body) is None else root[0] for root in (here, there))
    for end in (0, -1):
        while len(one) and len(other) and etree.tostring(one[end]) == etree.tostring(other[end]):
            one.remove(one[end])
            other.remove(other[end])


def _markup(copy: etree._Element, comments: frozenset[str], marks: tuple[str, ...]) -> list[str]:
    _without_marks(copy, comments, marks)
    etree.strip_elements(copy, W + "proofErr", W + "lastRenderedPageBreak", with_tail=False)
    for one in copy.iter():
        for key in list(one.attrib):
            if "rsid" in str(key) or key in _UNSEEN:
                del one.attrib[key]
        if (
            one.tag == W + "pPr"
        ):  # LibreOffice writes the end of a section first; order says nothing
            one[:] = sorted(one, key=lambda property: str(property.tag))
        if one.tag in (W + "ins", W + "del", W + "moveFrom", W + "moveTo"):
            one.attrib.pop(W + "id", "")
    _spell_out_fields(copy)
    _without_lone_merges(copy)
    _without_empty(copy)
    for parent in list(copy.iter()):
        _merge_alike(parent, (W + "ins", W + "del"))
    for parent in list(copy.iter()):
        _merge_runs(parent)
    found = []
    for one in copy.iter(_P, W + "tblPr", W + "tblGrid", W + "trPr", W + "tcPr", W + "sectPr"):
        inside = {_P, W + "pPr"} - ({_P} if one.tag == _P else set())
        if not any(up.tag in inside for up in one.iterancestors()):
            found.append(_written(one))
    return found


def _written(element: etree._Element) -> str:
    """Return markup that is the same whatever prefixes and order of attributes are used."""
    attributes = "".join(f" {key!s}={value!r}" for key, value in sorted(element.items()))
    inner = "".join(map(_written, element))
    return f"<{_local(element)}{attributes}>{element.text or ''}{inner}</>".replace(W, "")


def _without_marks(root: etree._Element, comments: frozenset[str], marks: tuple[str, ...]) -> None:
    """Take away the bookmarks that begin so and what refers to these comments."""
    ours = {
        one.get(W + "id")
        for one in root.iter(W + "bookmarkStart")
        if one.get(W + "name", "").startswith(marks)
    }
    for one in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        if one.get(W + "id") in ours:
            _drop(one)
    for one in list(
        root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    ):
        if one.get(W + "id") in comments:
            parent = one.getparent()
            _drop(parent if one.tag == W + "commentReference" and parent is not None else one)


def _spell_out_fields(root: etree._Element) -> None:
    """Write simple fields as the runs that mean the same."""
    for field in list(root.iter(W + "fldSimple")):
        edges = [etree.Element(_RUN) for _ in range(3)]
        for edge, kind in zip(edges, ("begin", "separate", "end"), strict=True):
            etree.SubElement(edge, W + "fldChar", {W + "fldCharType": kind})
        code = etree.Element(_RUN)
        etree.SubElement(code, W + "instrText").text = field.get(W + "instr")
        for one in (edges[0], code, edges[1], *field, edges[2]):
            field.addprevious(one)
        _drop(field)


def _without_lone_merges(root: etree._Element) -> None:
    """Take away what says that a cell begins a merge, where no cell below goes on with it."""
    for row in root.iter(W + "tr"):
        below = next(row.itersiblings(W + "tr"), None)
        going_on = set() if below is None else _continued(below)
        for at, cell in _columns(row):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(W + "val") == "restart" and at not in going_on:
                _drop(merge)


def _columns(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    at = 0
    for cell in row.iterchildren(W + "tc"):
        yield at, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        at += 1 if span is None else int(span.get(W + "val", "1"))


def _continued(row: etree._Element) -> set[int]:
    merges = ((at, cell.find(f"{W}tcPr/{W}vMerge")) for at, cell in _columns(row))
    return {at for at, one in merges if one is not None and one.get(W + "val") != "restart"}


def _without_empty(root: etree._Element) -> None:
    for one in list(root.iter(W + "rPr", W + "pPr", W + "trPr", W + "tcPr")):
        if not len(one):
            _drop(one)
    for one in list(root.iter(W + "pPr")):
        if not len(one):
            _drop(one)
    for one in list(root.iter(_RUN)):
        if all(child.tag == W + "rPr" for child in one):
            _drop(one)
    for one in list(root.iter(W + "ins", W + "del")):
        parent = one.getparent()
        if not len(one) and parent is not None and parent.tag not in (W + "rPr", W + "trPr"):
            _drop(one)


def _merge_alike(parent: etree._Element, tags: tuple[str, ...]) -> None:
    for one in list(parent):
        before = one.getprevious()
        if (
            one.tag in tags
            and before is not None
            and before.tag == one.tag
            and before.items() == one.items()
        ):
            before.extend(list(one))
            parent.remove(one)


def _merge_runs(parent: etree._Element) -> None:
    for one in list(parent):
        before = one.getprevious()
        if one.tag != _RUN:
            continue
        if before is not None and before.tag == _RUN and _letters(before) == _letters(one):
            before.extend([child for child in one if child.tag != W + "rPr"])
            parent.remove(one)
            one = before
        for text in list(one.iter(_T, W + "delText")):
            left = text.getprevious()
            if left is not None and left.tag == text.tag and text.getparent() is one:
                left.text = (left.text or "") + (text.text or "")
                one.remove(text)


def _letters(run: etree._Element) -> bytes:
    found = run.find(W + "rPr")
    return b"" if found is None else etree.tostring(found, method="c14n")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)

"""Word files changed at random, as hostile or unlucky hands would: the same file for a seed."""

from __future__ import annotations

import base64
import json
import lzma
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

from lxml import etree

Parts = dict[str, bytes]
Dice = random.Random

GARBAGE = (
    *("", "abc", "-1", "0", "1", "2147483648", "9" * 5_000, "1.5", "1e999", "NaN", " 7 ", "+3"),
    *("٣", "²", "true", "\u202e", "{{ 1 }}", "word/document.xml", "../../x", "rId1", "_sk_"),
)
TYPES = ("application/xml", "image/png", "x", "")


def mutated(original: bytes, seed: int) -> bytes:
    """Return the file with one to four random changes of its parts, and perhaps one of its zip."""
    dice = random.Random(seed)
    with zipfile.ZipFile(BytesIO(original)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        if parts:
            dice.choice(_OF_PARTS)(parts, dice)
    return _zipped(parts, dice)


# -- of elements -------------------------------------------------------------------------------


def _opened(parts: Parts, dice: Dice) -> tuple[str, etree._Element | None]:
    """Return a part of XML and its root; those that hold the text more often than others."""
    names = [name for name in sorted(parts) if name.endswith((".xml", ".rels"))]
    often = [name for name in names if name in ("word/document.xml", "word/styles.xml")]
    if not names:
        return "", None
    name = dice.choice((*names, *often * 8))
    try:
        return name, etree.fromstring(parts[name], etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError:
        return name, None


def _elements(parts: Parts, dice: Dice, most: int = 4) -> Iterator[etree._Element]:
    """Yield some elements of one part to change, and store it afterwards."""
    name, root = _opened(parts, dice)
    if root is None:
        return
    below = [one for one in root.iter("*") if one is not root]
    yield from dice.sample(below, min(len(below), dice.randint(1, most)))
    parts[name] = etree.tostring(root)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _delete_elements(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        parent = _parent(element)
        if parent is not element:
            parent.remove(element)


def _repeat_elements(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        copy = etree.fromstring(etree.tostring(element, with_tail=False))
        _parent(element).insert(dice.randint(0, 3), copy)


def _move_elements(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        target = dice.choice([*element.getroottree().getroot().iter("*")])
        if element not in (target, *target.iterancestors()):
            target.insert(dice.randint(0, 3), element)


def _rename_elements(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        others = [one.tag for one in element.getroottree().getroot().iter("*")]
        element.tag = dice.choice((dice.choice(others), "x", "{urn:x}p"))


def _wrap_elements(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        parent = _parent(element)
        tag = dice.choice([one.tag for one in parent.getroottree().getroot().iter("*")])
        if parent is not element:
            wrap = etree.Element(tag)
            parent.replace(element, wrap)
            wrap.append(element)


def _spoil_text(parts: Parts, dice: Dice) -> None:
    for element in _elements(parts, dice):
        element.text = dice.choice((*GARBAGE, "x" * 40_000))


# -- of attributes -----------------------------------------------------------------------------


def _with_attributes(parts: Parts, dice: Dice) -> Iterator[etree._Element]:
    name, root = _opened(parts, dice)
    if root is None:
        return
    having = [one for one in root.iter("*") if one.attrib]
    yield from dice.sample(having, min(len(having), dice.choice((1, 2, 5, 40))))
    parts[name] = etree.tostring(root)


def _spoil_attributes(parts: Parts, dice: Dice) -> None:
    for element in _with_attributes(parts, dice):
        key = dice.choice([*element.attrib])
        element.set(str(key), dice.choice(GARBAGE))


def _spoil_one_attribute_everywhere(parts: Parts, dice: Dice) -> None:
    name, root = _opened(parts, dice)
    if root is None:
        return
    pairs = sorted({(str(one.tag), str(key)) for one in root.iter("*") for key in one.attrib})
    if pairs:
        tag, key = dice.choice(pairs)
        value = dice.choice(GARBAGE)
        for element in root.iter(tag):
            element.set(key, value)
        parts[name] = etree.tostring(root)


def _delete_attributes(parts: Parts, dice: Dice) -> None:
    for element in _with_attributes(parts, dice):
        del element.attrib[dice.choice([*element.attrib])]


def _swap_attributes(parts: Parts, dice: Dice) -> None:
    """Give elements the values of others: ids twice, relations that lead elsewhere."""
    for element in _with_attributes(parts, dice):
        key = dice.choice([*element.attrib])
        same = [one for one in element.getroottree().getroot().iter("*") if key in one.attrib]
        element.set(str(key), str(dice.choice(same).attrib[key]))


# -- of the stamp ------------------------------------------------------------------------------


def _spoil_stamp(parts: Parts, dice: Dice) -> None:
    """Let the stamp say something else, or hold another document as the one that was made."""
    for name, data in parts.items():
        if b"urn:sk-cascading:stamp" in data and name.startswith("customXml/item"):
            break
    else:
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
        head, anchors, base = (
            {etree.QName(one).localname: one for one in root}[key]
            for key in ("head", "anchors", "base")
        )
        said, columns = (
            json.loads(zlib.decompress(base64.b64decode(one.text or ""))) for one in (head, anchors)
        )
        document = base64.b64decode(base.text or "")
    except (etree.XMLSyntaxError, KeyError, ValueError, zlib.error):
        return
    match dice.randrange(4):
        case 0 | 1:
            if not _is_damaged(document):
                document = mutated(document, dice.getrandbits(32))
            said["base"] = sha256(document).hexdigest()
        case 2:
            _spoil_json(said, dice)
        case _:
            _spoil_json(columns, dice)
    base.text = base64.b64encode(document).decode()
    for element, value in ((head, said), (anchors, columns)):
        element.text = base64.b64encode(zlib.compress(json.dumps(value).encode(), 1)).decode()
    parts[name] = etree.tostring(root)


def _is_damaged(document: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            return archive.testzip() is not None
    except (zipfile.BadZipFile, NotImplementedError, OSError, lzma.LZMAError, zlib.error):
        return True


def _spoil_json(value: Any, dice: Dice) -> None:
    """Change something inside an object or list, however deep."""
    while isinstance(value, (dict, list)) and value:
        key = dice.choice(sorted(value)) if isinstance(value, dict) else dice.randrange(len(value))
        inner = value[key]
        if not isinstance(inner, (dict, list)) or not inner or dice.random() < 0.2:
            value[key] = dice.choice((None, True, -1, 10**30, 1.5, "", "x", [], [1], {}, {"x": 1}))
            return
        value = inner


# -- of bytes, parts and names -----------------------------------------------------------------


def _change_namespaces(parts: Parts, dice: Dice) -> None:
    name = dice.choice(sorted(parts))
    parts[name] = parts[name].replace(
        *dice.choice(
            (
                (b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml"),
                (b"xmlns:w=", b"xmlns:v="),
                (b"wordprocessingml/2006", b"wordprocessingml/2007"),
                (b"relationships", b"relations"),
                (b"urn:sk-cascading", b"urn:sk"),
            )
        )
    )


def _remove_bookmarks(parts: Parts, dice: Dice) -> None:
    name, root = _opened(parts, dice)
    if root is None:
        return
    share = dice.choice((0.1, 0.5, 1.0))
    for tag in dice.choice(
        (("bookmarkStart",), ("bookmarkEnd",), ("bookmarkStart", "bookmarkEnd"))
    ):
        for element in list(root.iter(f"{{*}}{tag}")):
            if dice.random() < share:
                _parent(element).remove(element)
    parts[name] = etree.tostring(root)


def _drop_part(parts: Parts, dice: Dice) -> None:
    del parts[dice.choice(sorted(parts))]


def _empty_part(parts: Parts, dice: Dice) -> None:
    parts[dice.choice(sorted(parts))] = dice.choice((b"", b"<x/>", b"<x", b"\0\0"))


def _swap_parts(parts: Parts, dice: Dice) -> None:
    one, other = (dice.choice(sorted(parts)) for _ in range(2))
    parts[one], parts[other] = parts[other], parts[one]


def _rename_part(parts: Parts, dice: Dice) -> None:
    name = dice.choice(sorted(parts))
    parts[dice.choice((name.upper(), f"{name}x", f"x/{name}", name[1:] or "x"))] = parts.pop(name)


def _cut_part(parts: Parts, dice: Dice) -> None:
    name = dice.choice(sorted(parts))
    parts[name] = parts[name][: dice.randrange(len(parts[name]) + 1)]


def _flip_bytes(parts: Parts, dice: Dice) -> None:
    name = dice.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(dice.randint(1, 20)):
        if content:
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    parts[name] = bytes(content)


_OF_PARTS: tuple[Callable[[Parts, Dice], None], ...] = (
    *(_delete_elements, _repeat_elements, _move_elements, _rename_elements, _wrap_elements),
    *(_spoil_text, _spoil_attributes, _spoil_attributes, _spoil_attributes),
    *(_spoil_one_attribute_everywhere, _spoil_one_attribute_everywhere),
    *(_delete_attributes, _swap_attributes, _change_namespaces, _remove_bookmarks),
    *(_spoil_stamp, _spoil_stamp, _spoil_stamp),
    *(_drop_part, _empty_part, _swap_parts, _rename_part, _cut_part, _flip_bytes),
)


# -- of the zip --------------------------------------------------------------------------------


def _zipped(parts: Parts, dice: Dice) -> bytes:
    """Zip the parts; once in a while with packing that Word does not know, or damaged."""
    odd = dice.choice(sorted(parts)) if parts else ""
    method = dice.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, *[zipfile.ZIP_DEFLATED] * 18))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(info, data, method if name == odd else zipfile.ZIP_DEFLATED)
        where = {one.filename: one for one in archive.infolist()}
    zipped = bytearray(buffer.getvalue())
    match dice.randrange(20):
        case 0:
            del zipped[dice.randrange(len(zipped)) :]
        case 1 if odd:
            _spoil_member(zipped, where[odd], dice)
        case 2:
            zipped[dice.randrange(len(zipped))] ^= 0xFF
    return bytes(zipped)


def _spoil_member(data: bytearray, member: zipfile.ZipInfo, dice: Dice) -> None:
    """Damage what a member holds, or say of it a wrong check sum or method."""
    start = member.header_offset + 30 + len(member.filename)
    central = data.rfind(b"PK\x01\x02", 0, data.rfind(member.filename.encode()))
    match dice.randrange(3):
        case 0 if member.compress_size:
            data[start + dice.randrange(member.compress_size)] ^= 0xFF
        case 1:
            data[central + 16 : central + 20] = struct.pack("<I", dice.getrandbits(32))
        case _:
            method = struct.pack("<H", dice.choice((1, 6, 9, 12, 14, 99)))
            data[central + 10 : central + 12] = method
            data[member.header_offset + 8 : member.header_offset + 10] = method

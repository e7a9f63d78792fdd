import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.files.output import Standing
from generator.opc.parts import BadPackageError, read_parts, to_bytes
from generator.revision import stamp as stamp_module
from generator.revision.stamp import (
    DamagedStamp,
    Origin,
    Stamp,
    is_untouched,
    read_stamp,
    stamp,
    standing,
)
from generator.values import Place
from generator.word.render import Anchor, Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT_RELS
from tests.support.packages import SECTION, package
from tests.support.soffice import convert

ORIGIN = Origin(
    program="0.1.0",
    template="1",
    template_digest="ab" * 32,
    tahun="2022",
    inputs={"eselon-2.xlsx": "cd" * 32, "keputusan.xlsx": "ef" * 32},
    perangkat_daerah="Badan Kepegawaian",
    simpul=(("S1", "Utama", "", ""), ("P1", "Program", "S1", "Program A")),
)

TYPED = Anchor(
    "_sk_typed_0",
    ("eselon-2", "Sasaran", "S1", "sasaran"),
    0,
    Place("eselon-2.xlsx", "Sasaran", 4, "D", "Sasaran"),
    "MENINGKATNYA KUALITAS ASN",
    "MENINGKATNYA KUALITAS ASN",
)
EXPANDED = Anchor(
    "_sk_expanded_1",
    ("keputusan", "Identitas", "tentang"),
    1,
    Place("keputusan.xlsx", "Identitas", 12, "B", "Isi"),
    "TAHUN 2022 <&\n é",
    "TAHUN {tahun} <&\n é",
)

WHOLE = replace(
    package(f"<w:p><w:r><w:t>Menimbang</w:t></w:r></w:p>{SECTION}"), anchors=(TYPED, EXPANDED)
)
STAMPED = stamp(WHOLE, ORIGIN)
ITEM = "customXml/item1.xml"


def changed(parts: dict[str, bytes | None]) -> bytes:
    whole: dict[str, bytes | None] = {**STAMPED.parts, **parts}
    return to_bytes({name: data for name, data in whole.items() if data is not None})


def stamp_of(data: bytes) -> Stamp:
    found = read_stamp(data)
    assert isinstance(found, Stamp)
    return found


def test_origin_and_anchors_come_back() -> None:
    found = stamp_of(to_bytes(STAMPED.parts))

    assert found.origin == ORIGIN
    assert found.anchors == (TYPED, EXPANDED)


def test_base_is_the_document_before_it_was_stamped() -> None:
    assert read_parts(stamp_of(to_bytes(STAMPED.parts)).base) == dict(WHOLE.parts)


def test_reads_a_path(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(to_bytes(STAMPED.parts))

    assert isinstance(read_stamp(path), Stamp)


def test_same_input_same_bytes() -> None:
    other_order = replace(ORIGIN, inputs=dict(reversed(list(ORIGIN.inputs.items()))))

    assert to_bytes(stamp(WHOLE, other_order).parts) == to_bytes(STAMPED.parts)


def test_stamped_document_has_a_sound_structure() -> None:
    assert check_structure(STAMPED) == []


def test_stamp_is_a_custom_xml_part_with_our_store_id() -> None:
    props = STAMPED.parts["customXml/itemProps1.xml"].decode()
    rels = STAMPED.parts["word/_rels/document.xml.rels"].decode()

    assert stamp_module.STORE_ID in props
    assert 'Target="../customXml/item1.xml"' in rels


def test_takes_the_next_free_number_beside_other_custom_xml() -> None:
    other = Package({**WHOLE.parts, "customXml/item1.xml": b"<a/>"}, WHOLE.anchors)

    stamped = stamp(other, ORIGIN)

    assert stamped.parts["customXml/item1.xml"] == b"<a/>"
    assert stamp_of(to_bytes(stamped.parts)).origin == ORIGIN


def test_document_without_stamp() -> None:
    assert read_stamp(to_bytes(WHOLE.parts)) is None
    assert not is_untouched(to_bytes(WHOLE.parts))


def test_what_is_no_docx(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(BadPackageError):
        read_stamp(path)
    assert not is_untouched(path)
    assert not is_untouched(tmp_path / "tidak-ada.docx")


def test_our_bytes_are_untouched() -> None:
    assert is_untouched(to_bytes(STAMPED.parts))


@pytest.mark.parametrize("part", ["document", "styles", "numbering"])
def test_edited_part_is_touched(part: str) -> None:
    name = f"word/{part}.xml"
    edited = changed({name: STAMPED.parts[name].replace(b"><", b"> <", 1)})

    assert not is_untouched(edited)
    assert stamp_of(edited).origin == ORIGIN


@pytest.mark.parametrize("name", ["word/comments.xml", "_xmlsignatures/sig1.xml"])
def test_added_comments_or_signature_touch(name: str) -> None:
    assert not is_untouched(changed({name: b"<a/>"}))


def test_removed_part_is_touched() -> None:
    assert not is_untouched(changed({"word/numbering.xml": None}))


def test_file_properties_do_not_touch() -> None:
    assert is_untouched(changed({"docProps/core.xml": b"<a/>"}))


def edit(element: str, text: str | None) -> bytes:
    root = etree.fromstring(STAMPED.parts[ITEM])
    found = root.find(f"{{{stamp_module.NAMESPACE}}}{element}")
    assert found is not None
    if text is None:
        root.remove(found)
    else:
        found.text = text
    return etree.tostring(root)


@pytest.mark.parametrize("element", ["head", "anchors", "base"])
@pytest.mark.parametrize("text", [None, "", "###", "QUJD", "e30="])
def test_damaged_payload(element: str, text: str | None) -> None:
    assert read_stamp(changed({ITEM: edit(element, text)})) == DamagedStamp()


def test_format_of_ever_so_many_digits() -> None:
    later = STAMPED.parts[ITEM].replace(b'format="1"', b'format="%s"' % (b"9" * 5000))
    assert read_stamp(changed({ITEM: later})) == DamagedStamp()


def test_document_without_a_list_of_relations_is_stamped_with_one() -> None:
    alone = {name: data for name, data in WHOLE.parts.items() if name != DOCUMENT_RELS}
    assert stamp_of(to_bytes(stamp(Package(alone), ORIGIN).parts)).origin == ORIGIN


def test_damaged_xml() -> None:
    assert read_stamp(changed({ITEM: STAMPED.parts[ITEM][:-20]})) == DamagedStamp()


def test_lost_item() -> None:
    assert read_stamp(changed({ITEM: None})) == DamagedStamp()


def test_document_with_damaged_stamp_counts_as_touched() -> None:
    assert not is_untouched(changed({ITEM: edit("head", "QUJD")}))


def test_stamp_of_a_later_program() -> None:
    later = STAMPED.parts[ITEM].replace(b'format="1"', b'format="2"')

    assert read_stamp(changed({ITEM: later})) == DamagedStamp(newer=True)


def rewritten(version: str | None, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return the document with another origin in its stamp, as another program wrote it."""
    root = etree.fromstring(STAMPED.parts[ITEM])
    head = json.loads(zlib.decompress(base64.b64decode(find(root, "head").text or "")))
    change(head["origin"])
    find(root, "head").text = base64.b64encode(zlib.compress(json.dumps(head).encode())).decode()
    del root.attrib["version"]
    if version:
        root.set("version", version)
    return changed({ITEM: etree.tostring(root)})


def find(root: etree._Element, name: str) -> etree._Element:
    found = root.find(f"{{{stamp_module.NAMESPACE}}}{name}")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda head: json.dumps(head).encode() + b" " * (64 << 20),
        lambda head: b"[" * 100_000,
        lambda head: json.dumps(head | {"origin": []}).encode(),
    ],
    ids=["swells", "nested", "of another type"],
)
def test_payload_that_would_harm(change: Callable[[dict[str, Any]], bytes]) -> None:
    said = find(etree.fromstring(STAMPED.parts[ITEM]), "head").text or ""
    head = change(json.loads(zlib.decompress(base64.b64decode(said))))
    packed = base64.b64encode(zlib.compress(head, 1)).decode()
    assert read_stamp(changed({ITEM: edit("head", packed)})) == DamagedStamp()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", 1),
        ("name", None),
        ("identity", "eselon-2"),
        ("identity", [1, 2]),
        ("occurrence", "0"),
        ("occurrence", 1.5),
        ("occurrence", True),
        ("occurrence", -1),
        ("occurrence", 10**18),
        ("book", None),
        ("sheet", 7),
        ("row", "4"),
        ("column", ["D"]),
        ("heading", {}),
        ("text", None),
        ("raw", 5),
    ],
)
def test_anchors_of_other_types_are_damage(column: str, value: object) -> None:
    columns = json.loads(zlib.decompress(base64.b64decode(said("anchors"))))
    columns[column][0] = value
    packed = base64.b64encode(zlib.compress(json.dumps(columns).encode())).decode()

    assert read_stamp(changed({ITEM: edit("anchors", packed)})) == DamagedStamp()


@pytest.mark.parametrize(
    "change",
    [
        {"tahun": 2022},
        {"kind": None},
        {"perangkat_daerah": ["Badan"]},
        {"inputs": ["eselon-2.xlsx"]},
        {"inputs": {"eselon-2.xlsx": 1}},
        {"simpul": {"S1": "Utama"}},
        {"simpul": ["S1"]},
        {"simpul": [["S1", "Utama", ""]]},
        {"simpul": [["S1", "Utama", "", 1]]},
        {"key": "Kepala Dinas"},
    ],
    ids=str,
)
def test_origin_of_other_types_is_damage(change: dict[str, Any]) -> None:
    assert read_stamp(rewritten("2", lambda origin: origin.update(change))) == DamagedStamp()


def said(name: str) -> str:
    return find(etree.fromstring(STAMPED.parts[ITEM]), name).text or ""


def test_kind_and_key_are_read_back() -> None:
    origin = replace(ORIGIN, kind="perjanjian", key=("Kepala Dinas",))
    read = read_stamp(to_bytes(stamp(WHOLE, origin).parts))
    assert isinstance(read, Stamp)
    assert read.origin == origin


def test_stamp_of_before_there_were_kinds_is_of_the_decree() -> None:
    def as_before(origin: dict[str, Any]) -> None:
        del origin["kind"], origin["key"]

    read = read_stamp(rewritten(None, as_before))
    assert isinstance(read, Stamp)
    assert (read.origin.kind, read.origin.key) == ("keputusan", ())


def test_what_a_later_program_tells_besides_is_passed_over() -> None:
    read = read_stamp(rewritten("3", lambda origin: origin.update(nomor_naskah="1")))
    assert isinstance(read, Stamp)
    assert read.origin == ORIGIN


@pytest.mark.parametrize(("version", "newer"), [("3", True), (None, False), ("tiga", False)])
def test_what_cannot_be_read_is_newer_or_damaged(version: str | None, newer: bool) -> None:
    data = rewritten(version, lambda origin: origin.pop("simpul"))
    assert read_stamp(data) == DamagedStamp(newer=newer)


EDITED = changed({"word/document.xml": b"<a/>"})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (to_bytes(STAMPED.parts), Standing.UNTOUCHED),
        (EDITED, Standing.EDITED),
        (changed({ITEM: None}), Standing.EDITED),
        (to_bytes(WHOLE.parts), Standing.FOREIGN),
        (b"%PDF-1.7", Standing.FOREIGN),
    ],
    ids=["untouched", "edited", "damaged", "without stamp", "no docx"],
)
def test_standing_of_a_file(tmp_path: Path, data: bytes, expected: Standing) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(data)

    assert standing(path) is expected


@pytest.mark.requires("soffice")
def test_stamp_survives_a_save_in_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(to_bytes(STAMPED.parts))
    (tmp_path / "lo").mkdir()

    saved = convert(path, "docx", tmp_path / "lo")

    assert read_stamp(saved) == read_stamp(path)
    assert not is_untouched(saved)

import pytest

from generator.opc.relations import (
    NO_RELATIONS,
    declare,
    declare_default,
    open_relations,
    overrides,
    referred,
    relate,
    related,
    relations_name,
    retarget,
    source_of,
    type_of,
    undeclare,
    unrelate,
)
from generator.opc.xml import parse, to_xml

NO_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", "_rels/.rels"),
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("isi.xml", "_rels/isi.xml.rels"),
    ],
)
def test_where_the_relations_of_a_part_stand(part: str, name: str) -> None:
    assert relations_name(part) == name
    assert source_of(name) == part


@pytest.mark.parametrize(
    ("source", "target", "part"),
    [
        ("", "word/document.xml", "word/document.xml"),
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "../customXml/item1.xml", "customXml/item1.xml"),
        ("xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"),
        ("isi.xml", "../../gambar.png", "gambar.png"),
    ],
)
def test_a_target_leads_on_from_its_source(source: str, target: str, part: str) -> None:
    relations = parse(NO_RELATIONS)
    relate(relations, "image", target)
    (relation,) = related(relations, source)

    assert relation == ("rId1", "image", target, part, False)


def test_a_target_outside_is_no_part() -> None:
    relations = parse(NO_RELATIONS)
    relate(relations, "hyperlink", "https://contoh.go.id/")
    relations[0].set("TargetMode", "External")
    (relation,) = related(relations, "word/document.xml")

    assert (relation.part, relation.is_external) == ("", True)


def test_a_new_relation_takes_the_first_free_id() -> None:
    relations = parse(NO_RELATIONS)
    taken = [relate(relations, "image", name) for name in ("a.png", "b.png", "c.png")]
    unrelate(relations, "rId2")

    assert taken == ["rId1", "rId2", "rId3"]
    assert relate(relations, "image", "d.png") == "rId2"
    assert relate(relations, "image", "e.png", "rIdSk", 7) == "rIdSk7"


def test_a_relation_can_lead_elsewhere() -> None:
    relations = parse(NO_RELATIONS)
    for name in ("a.png", "b.png"):
        relate(relations, "image", name)
    retarget(relations, "rId1", "c.png")

    assert [one.part for one in related(relations, "")] == ["c.png", "b.png"]


def test_a_part_without_relations_has_an_empty_list() -> None:
    assert related(open_relations({}, "word/document.xml"), "word/document.xml") == []


def test_all_parts_that_are_referred_to() -> None:
    relations = parse(NO_RELATIONS)
    relate(relations, "image", "media/a.png")
    parts = {"word/_rels/header1.xml.rels": to_xml(relations), "word/_rels/b.xml.rels": b"<"}

    assert referred(parts) == {"word/media/a.png"}


def test_a_part_is_of_its_own_type_or_of_that_of_its_extension() -> None:
    types = parse(NO_TYPES)
    declare_default(types, "png", "image/png")
    declare_default(types, "png", "image/lain")
    declare(types, "isi.png", "image/satu")
    declare(types, "isi.png", "image/dua")

    assert overrides(types) == {"isi.png": "image/dua"}
    assert [type_of(types, name) for name in ("isi.png", "b.PNG", "c.gif")] == [
        "image/dua",
        "image/png",
        "",
    ]
    undeclare(types, "isi.png")
    assert type_of(types, "isi.png") == "image/png"

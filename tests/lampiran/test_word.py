"""The sheets as WordprocessingML: anchors, fields, order of texts, validity."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from generator.cascade.model import Cascade, Jenis
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.styles import all_styles
from generator.lampiran.word import draw, write
from generator.values import Isian
from tests.conftest import Golden
from tests.support.drawn_word import F4, Anchors, save
from tests.support.paths import ROOT
from tests.support.trees import TREES, bkpsdm_2022, jenjang, many, numbered, one_program_60, simpul
from tests.support.validators import openxml_audit, sdk_validate

GOLDEN = ROOT / "tests/lampiran/golden"


def plain_run(value: Isian) -> str:
    return f"<w:r><w:t>{value.text}</w:t></w:r>"


def small() -> Cascade:
    leaves = [simpul(Jenis.SUB_KEGIATAN, "Aman", [("Jumlah pos", "3 Unit")], nama="Jaga")]
    program = simpul(Jenis.PROGRAM, "Tertib", [("Persentase tertib", "90%")], leaves, "Tertib")
    return Cascade(
        jenjang(), (), numbered([simpul(Jenis.UTAMA, "AMAN", [("Indeks", "8")], [program])])
    )


def test_a_small_cascade_gives_this_xml(golden: Golden) -> None:
    xml = "".join(draw(small(), F4)(plain_run))
    golden(GOLDEN / "kecil.xml", re.sub(r"(</w:(?:tr|p|tblGrid)>)", r"\1\n", xml))


def test_every_style_it_names_is_declared() -> None:
    declared = {gaya.style_id for gaya in all_styles()}
    for make in TREES.values():
        used = re.findall(r'w:pStyle w:val="(\w+)"', "".join(draw(make(), F4)(plain_run)))
        assert set(used) <= declared


def test_every_value_is_printed_through_the_given_run() -> None:
    cascade = bkpsdm_2022()
    printed: list[str] = []

    def run(value: Isian) -> str:
        printed.append(value.text)
        return ""

    xml = "".join(draw(cascade, F4)(run))
    left = set(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))
    assert {"SASARAN (PENDUKUNG) III", "8,2%", "ESELON IV"} <= set(printed)
    assert {text for text in left if not text.isdigit()} == {
        "Ikhtisar pohon kinerja",
        "Pohon kinerja: ",
        " › ",
        " (halaman ",
        ")",
    }


def test_a_value_on_several_sheets_is_printed_once_on_each() -> None:
    printed: list[str] = []

    def run(value: Isian) -> str:
        printed.append(value.text)
        return ""

    pohon = lay_out(one_program_60(), F4)
    list(write(pohon, run, True))
    assert printed.count("BUPATI") == sum(len(sheet.charts) for sheet in pohon.sheets)


def test_colours_can_be_switched_off() -> None:
    assert "w:shd" in "".join(draw(small(), F4)(plain_run))
    assert "w:shd" not in "".join(draw(small(), F4, colours=False)(plain_run))


def test_tables_have_a_title_and_a_description() -> None:
    xml = "".join(draw(small(), F4)(plain_run))
    assert '<w:tblCaption w:val="Pohon kinerja: SASARAN I › Tertib"/>' in xml
    assert xml.count("<w:tblDescription ") == xml.count("<w:tbl>")


def test_the_same_cascade_gives_the_same_bytes() -> None:
    assert "".join(draw(bkpsdm_2022(), F4)(plain_run)) == "".join(
        draw(bkpsdm_2022(), F4)(plain_run)
    )


def test_rows_of_a_table_cover_all_its_columns() -> None:
    for make in TREES.values():
        for table in "".join(draw(make(), F4)(plain_run)).split("<w:tbl>")[1:]:
            count = table.count("<w:gridCol ")
            for row in table.split("<w:tr>")[1:]:
                spans = (re.search(r'gridSpan w:val="(\d+)"', c) for c in row.split("<w:tc>")[1:])
                assert sum(int(span[1]) if span else 1 for span in spans) == count


def in_order(cascade: Cascade, text: str) -> None:
    """Check that parents stand before their children and siblings in their order."""
    # A sheet starts where its heading stands; the overview before it names the sasaran too.
    at = -1
    for node in cascade.akar:
        assert node.sasaran
        at = text.index(f" {node.sasaran.text} ", at + 1)
    for node in cascade.walk():
        last = -1
        for child in node.anak:
            assert node.sasaran
            assert child.sasaran
            start = text.rindex(f" {node.sasaran.text} ")
            found = text.find(f" {child.indikator[0].teks.text} ", max(start, last))
            assert found > start


def test_python_docx_reads_parents_before_their_children(tmp_path: Path) -> None:
    path = save(draw(small(), F4), tmp_path / "kecil.docx")
    body = docx.Document(str(path)).element.body
    texts = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    sheet = texts.index("Pohon kinerja: SASARAN I › Tertib") + 1
    assert [text for text in texts[sheet:] if text] == [
        "BUPATI",
        "ESELON II",
        "SASARAN I",
        "AMAN",
        "INDIKATOR KINERJA UTAMA (IKU)",
        "TARGET",
        "Indeks",
        "8",
        "ESELON III",
        "Tertib",
        "Sasaran Prog",
        "Indikator",
        "Target",
        "Tertib",
        "Persentase tertib",
        "90%",
        "ESELON IV",
        "Jaga",
        "Sasaran Sub. Keg",
        "Indikator",
        "Target",
        "Aman",
        "Jumlah pos",
        "3 Unit",
    ]


@pytest.mark.requires("pandoc")
def test_pandoc_reads_the_tree_in_order(tmp_path: Path) -> None:
    path = save(draw(bkpsdm_2022(), F4), tmp_path / "pohon.docx")
    command = ["pandoc", "-t", "html", "--wrap=none", str(path)]
    html = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    text = f" {' '.join(re.sub('<[^>]+>', ' ', html).split())} "
    in_order(bkpsdm_2022(), text)


def test_openxml_audit_finds_no_fault(tmp_path: Path) -> None:
    assert openxml_audit(save(draw(bkpsdm_2022(), F4), tmp_path / "pohon.docx")) == []


@pytest.mark.requires("sdk")
def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path) -> None:
    files = [save(draw(make(), F4), tmp_path / f"{name}.docx") for name, make in TREES.items()]
    assert sdk_validate(files) == []


def test_two_thousand_indikator_are_all_printed() -> None:
    cascade = many(2000)
    printed = "".join(draw(cascade, F4)(Anchors()))
    for node in cascade.walk():
        for row in node.indikator:
            assert f">{row.teks.text}<" in printed

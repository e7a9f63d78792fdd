"""The annexes of a printed decree, as LibreOffice shows them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from generator.app.buat import make
from generator.app.pohon import draw
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.opc.parts import read_parts, to_bytes
from generator.word.render import Package
from generator.word.wordml import DOCUMENT, find, w
from tests.support.paths import ROOT
from tests.support.sheets import IDENTITAS, SUB_KEGIATAN, write_folder
from tests.support.soffice import convert, pdf_text
from tests.support.templates import STOCK
from tests.support.word_text import lines, open_word

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"
MATRIKS = {
    "keputusan": {
        "Identitas": f"""
            {IDENTITAS.strip()}
            | Lampiran   | keduanya           |
            | Pangkat    | Pembina Utama Muda |
            | NIP        | 999999999999999999 |
        """
    },
    "eselon-3": {
        "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Penanggung Jawab | Pagu          |
            | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 120    | Kepala Bidang A  | `1500000 as 0` |
        """  # noqa: E501
    },
    "eselon-4": {
        "Sub Kegiatan": """
            | Kode Induk | Kode | Jenis        | Nama       | Sasaran        | Indikator | Target | Penanggung Jawab | Pagu           |
            | P1         | K1   | Sub Kegiatan | Kegiatan A | Meningkatnya C | Jumlah    | 12     | Kepala Seksi C   | `700000 as 0`  |
            | P1         | K2   | Sub Kegiatan | Kegiatan B | Meningkatnya D | Jumlah D  | 15     | Kepala Seksi D   | `800000 as 0`  |
        """  # noqa: E501
    },
}
TEMPLATES: Mapping[str, tuple[str, str, str]] = {
    "bawaan": ("", "", ""),
    "a4": (DOCUMENT, 'w:w="18709" w:h="12189"', 'w:w="16838" w:h="11906"'),
    "judul-besar": (
        "word/styles.xml",
        r'(w:styleId="LampiranJudul".*?)</w:style>',
        r'\1<w:rPr><w:sz w:val="40"/></w:rPr></w:style>',
    ),
}
"""Templates of an office: in this part, where it says this, that is put."""


def printed(folder: Path, output: Path) -> Path:
    outcome = make(folder, output)
    assert outcome.exit_code == 0, outcome
    (path,) = output.glob("*.docx")
    return path


@pytest.fixture(scope="module")
def decrees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The decree of the example, as each template prints it."""
    root = tmp_path_factory.mktemp("templat")
    made = {}
    for name, (part, pattern, new) in TEMPLATES.items():
        folder = root / name
        folder.mkdir()
        for book in EXAMPLE.glob("*.xlsx"):
            (folder / book.name).write_bytes(book.read_bytes())
        if part:
            parts = read_parts(STOCK.read_bytes())
            text, count = re.subn(pattern, new, parts[part].decode())
            assert count
            own = Package({**parts, part: text.encode()})
            (folder / KEPUTUSAN_CASCADING.template_name).write_bytes(to_bytes(own.parts))
        made[name] = printed(folder, folder / "hasil").rename(root / f"{name}.docx")
    return made


@pytest.fixture(scope="module")
def pages(decrees: dict[str, Path]) -> dict[str, list[str]]:
    """The text of each page of the annex, by template."""
    made = convert(list(decrees.values()), "pdf", next(iter(decrees.values())).parent)
    texts = {path.stem: pdf_text(path).split("\f")[:-1] for path in made}
    return {name: all_[_annex(all_) :] for name, all_ in texts.items()}


def _annex(pages: list[str]) -> int:
    return next(nth for nth, page in enumerate(pages) if "LAMPIRAN" in page)


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", TEMPLATES)
def test_each_sheet_stands_on_the_page_that_the_overview_names(
    pages: dict[str, list[str]], decrees: dict[str, Path], name: str
) -> None:
    """LibreOffice works page references out anew; the file has to hold the same beforehand."""
    root = etree.fromstring(read_parts(decrees[name].read_bytes())[DOCUMENT])
    stored = re.findall(r"\(halaman (\d+)\)", "".join(one.text or "" for one in root.iter(w("t"))))
    shown = re.findall(r"\(halaman (\d+)\)", pages[name][0] + pages[name][1])
    real = {
        nth
        for nth, page in enumerate(pages[name], 1)
        if re.search(r"^Pohon kinerja: (?!.*\(lembar (?!1 dari))", page, re.M)
    }

    assert len(stored) >= 5
    assert stored == shown
    assert real <= set(map(int, stored))


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", TEMPLATES)
def test_the_signature_stands_below_the_last_sheet(pages: dict[str, list[str]], name: str) -> None:
    assert "Pohon kinerja: SASARAN (PENDUKUNG) III" in pages[name][-1]
    assert "H. R. GATOT SUWARSO" in pages[name][-1]


@pytest.mark.requires("soffice", "poppler")
@pytest.mark.parametrize("name", ["bawaan", "judul-besar"])
def test_thirteen_sub_kegiatan_stand_on_one_f4_page(pages: dict[str, list[str]], name: str) -> None:
    (sheet,) = [page for page in pages[name] if "Pohon kinerja: SASARAN (PENDUKUNG) I › " in page]
    assert len(re.findall(r"\bTarget\b", sheet)) == 1 + 13  # the program's, then one a box


@pytest.mark.requires("soffice", "poppler")
def test_both_annexes_have_heading_title_and_signature(tmp_path: Path) -> None:
    write_folder(tmp_path, MATRIKS)
    pdf = convert(printed(tmp_path, tmp_path / "hasil"), "pdf", tmp_path)
    body, _, annexes = pdf_text(pdf).partition("LAMPIRAN I\n")
    first, _, second = annexes.partition("LAMPIRAN II\n")

    assert "tercantum dalam Lampiran I dan Lampiran II" in re.sub(r"\s+", " ", body)
    for annex in (first, second):
        assert "PENETAPAN CASCADING" in annex
        assert "NIP. 999999999999999999" in annex


def test_the_matrix_prints_penanggung_jawab_and_pagu_of_each_level(tmp_path: Path) -> None:
    write_folder(tmp_path, MATRIKS)
    texts = lines(open_word(printed(tmp_path, tmp_path / "hasil")))
    matrix = texts[texts.index("LAMPIRAN II") :]
    extras = (
        *("Penanggung Jawab", "Pagu"),
        *("Kepala Bidang A", "1.500.000"),
        *("Kepala Seksi C", "700.000"),
        *("Kepala Seksi D", "800.000"),
    )

    assert [text for text in matrix if text in extras] == list(extras)


@pytest.mark.requires("soffice", "poppler")
def test_the_signature_of_the_matrix_never_stands_alone(tmp_path: Path) -> None:
    folder = tmp_path / "kerja"
    shutil.copytree(EXAMPLE, folder)
    book = load_workbook(folder / "keputusan.xlsx")
    (row,) = (row for row in book["Identitas"].iter_rows() if row[0].value == "Lampiran")
    row[1].value = "matriks"
    book.save(folder / "keputusan.xlsx")
    pdf = convert(printed(folder, tmp_path / "hasil"), "pdf", tmp_path)
    last = pdf_text(pdf).split("\f")[-2]

    assert "H. R. GATOT SUWARSO" in last
    assert "Penyusunan Dokumen Perencanaan" in last


@pytest.mark.parametrize(("warna", "coloured"), [("Ya", True), ("Tidak", False)])
def test_colours_are_a_setting(tmp_path: Path, warna: str, coloured: bool) -> None:
    identitas = f"{IDENTITAS.rstrip()}\n| Warna Lampiran | {warna} |\n| Lampiran | keduanya |\n"
    write_folder(tmp_path, {"keputusan": {"Identitas": identitas}})
    parts = read_parts(printed(tmp_path, tmp_path / "hasil").read_bytes())
    shades = find("//w:tc/w:tcPr/w:shd", etree.fromstring(parts[DOCUMENT]))

    assert bool(shades) is coloured


def test_each_table_of_the_annexes_has_title_and_description(tmp_path: Path) -> None:
    write_folder(tmp_path, MATRIKS)
    parts = read_parts(printed(tmp_path, tmp_path / "hasil").read_bytes())
    tables = find("//w:tbl", etree.fromstring(parts[DOCUMENT]))

    assert len(tables) == 5
    for table in tables:
        assert find("w:tblPr/w:tblCaption", table)
        assert find("w:tblPr/w:tblDescription", table)


def test_the_drawing_is_written_once_and_replaced_until_somebody_edits_it(tmp_path: Path) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    write_folder(folder)
    file = tmp_path / "pohon.svg"
    draw(folder, tmp_path, file)
    first = file.read_bytes()
    draw(folder, tmp_path, file)
    assert file.read_bytes() == first
    assert len(list(tmp_path.glob("*.svg"))) == 1

    file.write_bytes(first.replace(b"#fff", b"#eee"))
    outcome = draw(folder, tmp_path, file)
    assert (tmp_path / "pohon (2).svg").read_bytes() == first
    assert "berkas-disunting" in {one.rule.name for one in outcome.findings}


def test_a_folder_with_a_fault_draws_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    write_folder(folder, {"eselon-4": {"Sub Kegiatan": SUB_KEGIATAN.replace("| P1 ", "| P9 ")}})
    assert draw(folder, tmp_path / "hasil").exit_code == 1
    assert not (tmp_path / "hasil").exists()

"""The decree of 2022 as two people live with it: edited in Word, and made again for 2023."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from lxml.etree import _Element
from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.outcome import DONE, Outcome
from generator.app.perbarui import update_document
from generator.app.tahun_baru import begin_year
from generator.contoh.fill import write_contoh
from generator.opc.parts import to_bytes
from generator.word.wordml import drop
from tests.lampiran.test_tracked_changes import DECIDE
from tests.support.outcomes import entered, rendered
from tests.support.soffice import run_uno
from tests.support.tracked import accept, authors, body, lines, reject, rows
from tests.support.validators import openxml_audit, sdk_validate

OURS = "Generator SK"
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c"
    "63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""A picture of one dot."""

TEXTS = {
    "cascading dan pohon kinerja sebagaimana dimaksud": "cascading sebagaimana dimaksud",
    "Jumlah Peserta yang mengikuti": "Banyaknya peserta yang mengikuti",
    "Jumlah Tugas Belajar dan": "Jumlah tugas belajar serta",
    "Jumlah Dokumen RENSTRA": "Jumlah naskah RENSTRA",
}
"""What people write (right) where the decree has something else (left).

The second stands on a sheet that is drawn anew, the third in a box that moves to another sheet,
the fourth on a sheet that keeps its boxes.
"""
PARAGRAPH = "Dengan persetujuan bupati,"
ITEM = "bahwa butir ini ditambahkan bagian hukum;"
ROW = ("KEEMPAT", ":", "Baris ini ditambahkan bagian hukum.")
COLUMN = "Keterangan"
TRACKED = " (usul bagian hukum)"
GONE = "Diklat, Jalan Manunggal II Telp. (0742) 7000 173 – 0828 740 1918"
CONFLICT = ("10 Orang", "11 Orang")
"""A target of 9: as people mended it, and as the books of 2023 have it."""


@dataclass(frozen=True)
class Year:
    """The decree of 2022 before anybody touched it, and the folder and decree of 2023."""

    decree: Path
    folder: Path
    new: bytes


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    root = tmp_path_factory.mktemp("tahun")
    old, folder = root / "2022", root / "2023"
    write_contoh(old)
    assert make(old, root / "hasil").exit_code == DONE
    begin_year(old, "2023", folder)
    fill_in(folder)
    printed = rendered(read_folder(folder))
    assert isinstance(printed, tuple)
    return Year(next((root / "hasil").glob("*.docx")), folder, to_bytes(printed[0].parts))


def fill_in(folder: Path) -> None:
    """Fill in the targets of 2023; a sub kegiatan goes, one comes, one moves, one is renamed."""
    for name in ("eselon-2.xlsx", "eselon-3.xlsx", "eselon-4.xlsx"):
        book = load_workbook(folder / name)
        sheets: Any = book.worksheets
        for sheet in sheets:
            heads = {cell.value: cell.column for cell in sheet[1]}
            if "Target Tahun Lalu" in heads:
                for row in range(2, sheet.max_row + 1):
                    last = sheet.cell(row, heads["Target Tahun Lalu"])
                    target = sheet.cell(row, heads["Target"])
                    target.value, target.number_format = last.value, last.number_format
        if name == "eselon-4.xlsx":
            change_sub_kegiatan(book["Sub Kegiatan"])
        book.save(folder / name)


def change_sub_kegiatan(sheet: Any) -> None:
    heads = {cell.value: cell.column - 1 for cell in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        kode, target = row[heads["Kode"]].value, row[heads["Target"]]
        if target.value is None:
            continue
        target.value = {"K2": 11, "K28": 18}.get(kode, target.value + 1)
        if kode == "K3":
            row[heads["Kode Induk"]].value = "P2"
        elif kode == "K27":
            row[heads["Nama"]].value = "Penyusunan Laporan Kinerja"
        elif kode == "K25":
            gone = row[0].row
    sheet.delete_rows(gone)
    sheet.append(
        [
            "P4",
            "K99",
            "Sub Kegiatan",
            "Penyediaan Arsip",
            "Arsip tertata",
            "Jumlah arsip",
            5,
            "Unit",
        ]
    )


def edit_in_word(path: Path, target: Path) -> None:
    """Edit the decree as the legal section does in Word, in every way it is free to."""
    document = docx.Document(str(path))
    for old, new in TEXTS.items():
        for paragraph in every_paragraph(document):
            for run in paragraph.runs:
                if old in run.text:
                    run.text = run.text.replace(old, new)
    nomor = paragraph_of(document, "NOMOR : ")
    nomor.runs[-1].text = "31/SK/2022"
    paragraph_of(document, "9 Orang").runs[0].text = CONFLICT[0]
    memutuskan = paragraph_of(document, "MEMUTUSKAN")
    memutuskan.runs[0].italic = True
    memutuskan.paragraph_format.space_before = Pt(17)
    memutuskan.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    memutuskan.insert_paragraph_before(PARAGRAPH)
    for text in ("Jumlah Peserta", "Banyaknya peserta"):
        for paragraph in every_paragraph(document):
            if paragraph.text.startswith(text):
                paragraph.runs[0].font.name = "Arial"
    document.styles["Pohon Isi"].font.size = Pt(8)
    document.sections[0].left_margin = Cm(4)
    document.sections[0].header.paragraphs[0].add_run(" – naskah bagian hukum")
    footer = document.sections[0].footer.paragraphs[0]
    footer.text, footer.style = "kaki bagian hukum", "Normal"
    document.paragraphs[0].runs[0].add_picture(BytesIO(LOGO), width=Cm(2))
    considering, deciding = document.tables[:2]
    items = considering.rows[0].cells[2].paragraphs
    items[0].insert_paragraph_before(ITEM, items[0].style)
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    considering.rows[1].cells[2].paragraphs[0]._p.get_or_add_pPr().append(number)
    row: Any = deciding.add_row()  # type: ignore[no-untyped-call]
    for cell, text in zip(row.cells, ROW, strict=True):
        cell.text = text
    deciding.add_column(Cm(1)).cells[0].text = COLUMN
    drop(paragraph_of(document, GONE)._p)
    change = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="70001" w:author="Bagian Hukum" w:date="2022-02-01T08:00:00Z">'
        f'<w:r><w:t xml:space="preserve">{TRACKED}</w:t></w:r></w:ins>'
    )
    paragraph_of(document, "Ditetapkan di")._p.append(change)
    document.add_comment(memutuskan.runs[0], "Sudah benar?", "Bagian Hukum", "BH")
    document.save(str(target))


IN_LIBREOFFICE = """
import json
from com.sun.star.beans import PropertyValue
from com.sun.star.style.ParagraphAdjust import RIGHT
from com.sun.star.awt.FontSlant import ITALIC
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

def main(desktop, source, target, told):
    wanted = json.loads(told)
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (hidden,))

    def found(text):
        search = document.createSearchDescriptor()
        search.SearchString = text
        search.SearchCaseSensitive = True
        return document.findFirst(search)

    for old, new in wanted["texts"].items():
        replace = document.createReplaceDescriptor()
        replace.SearchString, replace.ReplaceString = old, new
        replace.SearchCaseSensitive = True
        assert document.replaceAll(replace), old
    found("28 / BKPSDM / 2022").String = "31/SK/2022"
    deciding = found("MEMUTUSKAN")
    deciding.CharPosture, deciding.ParaAdjust = ITALIC, RIGHT
    cursor = document.Text.createTextCursorByRange(deciding.Start)
    document.Text.insertString(cursor, wanted["paragraph"], False)
    document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    pages = document.StyleFamilies.getByName("PageStyles")
    for name in ("First Page", deciding.PageStyleName):
        pages.getByName(name).LeftMargin = 4000
    table = document.TextTables.getByIndex(1)
    rows = table.Rows.Count
    table.Rows.insertByIndex(rows, 1)
    for column, text in zip("ABC", wanted["row"]):
        table.getCellByName(f"{column}{rows + 1}").String = text
    document.RecordChanges = True
    place = found("Ditetapkan di")
    end = place.Text.createTextCursorByRange(place)
    end.gotoEndOfParagraph(False)
    place.Text.insertString(end, wanted["tracked"], False)
    document.RecordChanges = False
    word = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
    document.storeToURL("file://" + target, (word,))
    document.close(True)
"""


def every_paragraph(document: Document) -> list[Paragraph]:
    return [Paragraph(one, document._body) for one in document.element.body.iter(qn("w:p"))]


def paragraph_of(document: Document, start: str) -> Paragraph:
    return next(one for one in every_paragraph(document) if one.text.startswith(start))


def updated(year: Year, edited: Path) -> tuple[Outcome, bytes]:
    before = edited.read_bytes()
    target = edited.with_name(f"hasil-{edited.name}")
    update = update_document(edited, year.folder, target, force=False, day=None)
    assert edited.read_bytes() == before
    assert update.exit_code == DONE, [(str(one.place), one.message) for one in update.findings]
    return update, target.read_bytes()


def as_people_wrote(text: str) -> str:
    for old, new in TEXTS.items():
        text = text.replace(old, new)
    return text.replace(CONFLICT[1], " ".join(CONFLICT))


@pytest.fixture(scope="module")
def from_word(year: Year, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome, bytes]:
    edited = tmp_path_factory.mktemp("word") / "naskah.docx"
    edit_in_word(year.decree, edited)
    return edited, *updated(year, edited)


def test_accepting_gives_the_new_data_with_all_edits(
    year: Year, from_word: tuple[Path, Outcome, bytes]
) -> None:
    accepted = lines(accept(body(from_word[2]), OURS))
    expected = Counter(map(as_people_wrote, lines(body(year.new))))
    place = next(line for line in expected if line.startswith("Ditetapkan di"))
    expected.subtract([GONE, place])
    expected.update([PARAGRAPH, ITEM, *ROW, COLUMN, place + TRACKED])
    assert Counter(accepted) == +expected
    assert "KEEMPAT" in accepted


def test_rows_are_those_of_the_new_decree_with_all_edits(
    year: Year, from_word: tuple[Path, Outcome, bytes]
) -> None:
    accepted = rows(accept(body(from_word[2]), OURS))
    expected = Counter(tuple(map(as_people_wrote, row)) for row in rows(body(year.new)))
    considering, deciding = rows(body(year.new))[0], rows(body(year.new))[2]
    expected.subtract([considering, deciding, tuple(map(as_people_wrote, considering))])
    expected.update(
        [
            considering,
            (*considering[:2], " ".join([ITEM, as_people_wrote(considering[2])])),
            (*deciding, COLUMN),
            ROW,
        ]
    )
    assert Counter(accepted) == +expected


def test_rejecting_gives_the_text_of_their_file(from_word: tuple[Path, Outcome, bytes]) -> None:
    edited, _, result = from_word
    assert lines(reject(body(result), OURS)) == lines(body(edited))
    assert rows(reject(body(result), OURS)) == rows(body(edited))


def test_looks_pages_and_pictures_stay(from_word: tuple[Path, Outcome, bytes]) -> None:
    document = docx.Document(BytesIO(from_word[2]))
    deciding = paragraph_of(document, "MEMUTUSKAN")
    assert deciding.runs[0].italic
    assert deciding.paragraph_format.space_before == Pt(17)
    assert deciding.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert document.styles["Pohon Isi"].font.size == Pt(8)
    assert _left_margin(document) == pytest.approx(Cm(4), abs=Pt(2))
    assert "naskah bagian hukum" in document.sections[0].header.paragraphs[0].text
    assert document.sections[0].footer.paragraphs[0].text == "kaki bagian hukum"
    assert len(document.inline_shapes) == 1
    first_basis = document.tables[0].rows[1].cells[2].paragraphs[0]._p
    assert first_basis.pPr.numPr.numId.val == 1


def test_their_changes_and_comments_stay_theirs(from_word: tuple[Path, Outcome, bytes]) -> None:
    document = docx.Document(BytesIO(from_word[2]))
    theirs = [one for one in document.comments if one.author == "Bagian Hukum"]
    assert [one.text for one in theirs] == ["Sudah benar?"]
    assert authors(body(from_word[2])) == {OURS, "Bagian Hukum"}


def test_conflict_has_both_values_and_a_comment(from_word: tuple[Path, Outcome, bytes]) -> None:
    _, update, result = from_word
    (comment,) = [one.text for one in docx.Document(BytesIO(result)).comments if one.author == OURS]
    assert all(f'"{value}"' in comment for value in CONFLICT)
    assert [(one.old, one.new) for one in entered(update).conflicts] == [CONFLICT]
    assert "nilai-bentrok" in told(update)


def test_number_and_date_of_last_year_are_gone_even_where_typed(
    from_word: tuple[Path, Outcome, bytes],
) -> None:
    text = "\n".join(lines(accept(body(from_word[2]), OURS)))
    assert [old for old in ("31/SK/2022", "28 / BKPSDM", "Januari 2022") if old in text] == []
    assert told(from_word[1]).count("nomor-tanggal-diganti") == 4


def test_changes_are_dated_only_when_there_is_a_date(
    year: Year, from_word: tuple[Path, Outcome, bytes]
) -> None:
    assert _dates(from_word[2]) == {None}
    target = from_word[0].with_name("bertanggal.docx")
    update_document(from_word[0], year.folder, target, force=False, day=date(2023, 1, 3))
    assert _dates(target.read_bytes()) == {"2023-01-03T00:00:00Z"}


def test_result_is_updated_again_without_a_change(
    year: Year, from_word: tuple[Path, Outcome, bytes]
) -> None:
    path = from_word[0].with_name("sekali-lagi.docx")
    path.write_bytes(from_word[2])
    update, result = updated(year, path)
    assert entered(update).entered == ()
    assert lines(accept(body(result), OURS)) == lines(accept(body(from_word[2]), OURS))


def test_result_is_valid(from_word: tuple[Path, Outcome, bytes]) -> None:
    path = from_word[0].with_name(f"hasil-{from_word[0].name}")
    before = openxml_audit(from_word[0])
    assert [fault for fault in openxml_audit(path) if fault not in before] == []


@pytest.mark.requires("sdk")
def test_result_is_valid_for_the_sdk(from_word: tuple[Path, Outcome, bytes]) -> None:
    path = from_word[0].with_name(f"hasil-{from_word[0].name}")
    assert sdk_validate([path]) == []


@pytest.mark.requires("soffice", "uno")
@pytest.mark.parametrize(
    ("command", "decide"),
    [("AcceptAllTrackedChanges", accept), ("RejectAllTrackedChanges", reject)],
)
def test_own_reader_of_changes_reads_what_libreoffice_makes_of_them(
    command: str,
    decide: Callable[[_Element], _Element],
    from_word: tuple[Path, Outcome, bytes],
    tmp_path: Path,
) -> None:
    source, result = tmp_path / "hasil.docx", tmp_path / "diputus.docx"
    source.write_bytes(from_word[2])
    run_uno(DECIDE, source, result, command)
    assert lines(body(result)) == lines(decide(body(source)))
    assert rows(body(result)) == rows(decide(body(source)))


@pytest.mark.requires("soffice", "uno")
def test_decree_edited_in_libreoffice(year: Year, tmp_path: Path) -> None:
    edited = tmp_path / "naskah.docx"
    wanted = {"texts": TEXTS, "paragraph": PARAGRAPH, "row": ROW, "tracked": TRACKED}
    run_uno(IN_LIBREOFFICE, year.decree, edited, json.dumps(wanted))
    _, result = updated(year, edited)

    assert lines(reject(body(result), OURS)) == lines(body(edited))
    expected = Counter(map(as_people_wrote, lines(body(year.new))))
    place = next(line for line in expected if line.startswith("Ditetapkan di"))
    expected.subtract([place])
    expected.update([PARAGRAPH, *ROW, place + TRACKED])
    accepted = Counter(lines(accept(body(result), OURS)))
    both = " ".join(CONFLICT)
    assert accepted == +Counter(
        {line.replace(both, CONFLICT[1]): count for line, count in expected.items()}
    )
    document = docx.Document(BytesIO(result))
    deciding = paragraph_of(document, "MEMUTUSKAN")
    assert deciding.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert _left_margin(document) == pytest.approx(Cm(4), abs=Pt(2))
    assert authors(body(result)) > {OURS}


def told(update: Outcome) -> list[str]:
    return [one.rule.name for one in update.findings]


def _left_margin(document: Document) -> int:
    margin = document.sections[0].left_margin
    assert margin is not None
    return margin


def _dates(result: bytes) -> set[str | None]:
    root = body(result)
    changes = [*root.iter(qn("w:ins"), qn("w:del"))]
    return {one.get(qn("w:date")) for one in changes if one.get(qn("w:author")) == OURS}

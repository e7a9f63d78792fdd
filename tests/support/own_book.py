"""A filled eselon-3.xlsx that a clerk made her own, with all that a program easily loses."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName

from generator.workbook.opening.parsing import MAIN
from tests.support.sheets import change_parts, parts_of, workbook

HEAD = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |"
ROWS = """
    | S1 | P1 | Program A | Meningkatnya B | Jumlah | `120 as #,##0` | Orang | 90 | Catatan kami |
    | S1 | P2 | Program B | Meningkatnya C | Jumlah | `8`            | Orang | 7  | -            |
"""
PROGRAM = f"{HEAD} Target Tahun Lalu | Catatan |\n{ROWS.strip()}"
"""The sheet as read: column I is the clerk's own, J counts twice the target."""
DAFTAR = """
    | Lembar ini mengisi daftar pilihan pada lembar lain. | | |
    | -             |                    |              |
    | Satuan        | Kode Induk         | Catatan      |
    | Orang         | S1 – MENINGKATNYA Z | dari renstra |
    | Satuan Kami   | S8 – HAPUS         |              |
    | -             | S9 – HAPUS         |              |
"""
SHEET, LISTS = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LIST = (
    b'<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"'
    b' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    b'<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    b'<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Coretan!$A$1:$A$2</xm:f>'
    b"</x14:formula1><xm:sqref>I2:I50</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    b"</extLst>"
)
_NAMESPACE = f' xmlns="{MAIN[1:-1]}"'.encode()
_ANCHOR = (
    b'<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
    b'spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    b"<xdr:from><xdr:col>11</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>"
    b'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="500000" cy="500000"/><xdr:pic>'
    b'<xdr:nvPicPr><xdr:cNvPr id="9" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
    b'<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    b' r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>'
    b'<a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
)
_PICTURE_OF = (
    b'<Relationship Id="rIdLogo" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/image" Target="/xl/media/image1.png"/></Relationships>'
)
_CHAIN = (
    b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<c r="J2" i="1" l="1"/><c r="J3"/></calcChain>'
)
_CHAIN_OF = (
    b'<Relationship Id="rIdChain" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/calcChain" Target="calcChain.xml"/></Relationships>'
)
_CHAIN_TYPE = (
    b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.calcChain+xml"/></Types>'
)


def write_own_book(path: Path) -> None:
    """Write it with a picture, a chart, text in two looks, results of formulas and more."""
    sheets = {"Program": PROGRAM, "Coretan": "| satu |\n| dua |", "Daftar": DAFTAR}
    book = workbook("eselon-3", sheets)
    sheet: Any = book["Program"]
    for row in (2, 3):
        sheet[f"J{row}"] = f"=F{row}*2"
    sheet["D2"] = CellRichText("Meningkatnya ", TextBlock(InlineFont(b=True), "B"))
    sheet["C2"].comment = Comment("Tanya Bidang Mutasi", "kami", height=90, width=280)
    sheet.column_dimensions["I"].width = 33
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    hatched = DifferentialStyle(fill=PatternFill("lightUp"))
    rule = Rule(type="cellIs", operator="equal", formula=['"Orang"'], dxf=hatched)
    sheet.conditional_formatting.add("G2:G9", rule)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=6, min_row=2, max_row=3))
    sheet.add_chart(chart, "L8")
    for name, area in (("Sasaran_Kami", "Program!$D$2"), ("Daftar_Induk", "Daftar!$B$4:$B$6")):
        book.defined_names[name] = DefinedName(name, attr_text=area)
    book.save(path)
    parts = parts_of(path)
    sheet_part = parts[SHEET].replace(b"</worksheet>", LIST + b"</worksheet>")
    for row, result in ((2, 240), (3, 16)):
        formula = f"<f>F{row}*2</f>".encode()
        assert formula in sheet_part
        for empty in (b"<v></v>", b"<v/>", b"<v />"):
            sheet_part = sheet_part.replace(formula + empty, formula + b"<v>%d</v>" % result)
    drawing = parts["xl/drawings/drawing1.xml"]
    end = drawing.rindex(b"</")
    ends = b"</Types>", b"</Relationships>"
    drawn, related = "xl/drawings/_rels/drawing1.xml.rels", "xl/_rels/workbook.xml.rels"
    types = parts["[Content_Types].xml"].replace(ends[0], _CHAIN_TYPE)
    png = b'<Default Extension="png" ContentType="image/png"/></Types>'
    change_parts(
        path,
        {
            SHEET: sheet_part,
            "xl/media/image1.png": PICTURE,
            "xl/drawings/drawing1.xml": drawing[:end] + _ANCHOR + drawing[end:],
            drawn: parts[drawn].replace(ends[1], _PICTURE_OF),
            "xl/calcChain.xml": _CHAIN,
            related: parts[related].replace(ends[1], _CHAIN_OF),
            "[Content_Types].xml": types.replace(ends[0], png),
        },
    )


def cells(part: bytes) -> dict[str, bytes]:
    """Return every cell of a sheet as XML without its namespace, by its address."""
    return {str(one.get("r")): xml(one) for one in etree.fromstring(part).iter(f"{MAIN}c")}


def around(part: bytes) -> dict[str, list[bytes]]:
    """Return all of a sheet but its cells as XML, by the name of the element."""
    found: dict[str, list[bytes]] = {}
    for child in etree.fromstring(part):
        if child.tag != f"{MAIN}sheetData":
            found.setdefault(etree.QName(child).localname, []).append(xml(child))
    return found


def xml(element: etree._Element) -> bytes:
    text = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    return text.replace(_NAMESPACE, b"")

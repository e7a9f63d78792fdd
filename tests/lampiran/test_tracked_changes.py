"""The yearly update marks a sheet's rows as deleted and those of its successor as inserted."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from generator.lampiran.layout.pages import lay_out
from generator.lampiran.word import write
from tests.support.drawn_word import F4, save
from tests.support.soffice import run_uno
from tests.support.trees import bkpsdm_2022

BOTH = 'w:id="{id}" w:author="sk-cascading" w:date="2023-01-02T00:00:00Z"'
DECIDE = """
from com.sun.star.beans import PropertyValue
from com.sun.star.util import URL

def main(desktop, source, target, command):
    hidden = PropertyValue("Hidden", 0, True, 0)
    now = PropertyValue("SynchronMode", 0, True, 0)
    document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (hidden,))
    url = URL()
    url.Complete, url.Protocol, url.Path = ".uno:" + command, ".uno:", command
    document.CurrentController.Frame.queryDispatch(url, "_self", 0).dispatch(url, (now,))
    word = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
    document.storeToURL("file://" + target, (word,))
    document.close(True)
"""


@pytest.mark.requires("soffice", "uno")
@pytest.mark.parametrize("first", [0, 2], ids=["ikhtisar", "sasaran"])
@pytest.mark.parametrize(
    ("command", "kept"), [("AcceptAllTrackedChanges", 1), ("RejectAllTrackedChanges", 0)]
)
def test_a_replaced_sheet_is_exactly_one_of_the_two_afterwards(
    command: str, kept: int, first: int, tmp_path: Path
) -> None:
    pohon = lay_out(bkpsdm_2022(), F4)
    path = save(lambda run: write(pohon, run, True), tmp_path / "pohon.docx")
    document = docx.Document(str(path))
    tables = document.element.body.findall(qn("w:tbl"))
    old, new = tables[first : first + 2]
    wanted = [_rows(table) for table in tables if table is not (old, new)[1 - kept]]
    _mark(old, "del")
    _mark(new, "ins")
    document.save(str(path))

    result = tmp_path / "hasil.docx"
    run_uno(DECIDE, path, result, command)
    tables = docx.Document(str(result)).element.body.findall(qn("w:tbl"))
    assert [_rows(table) for table in tables] == wanted


def _rows(table: BaseOxmlElement) -> list[list[str]]:
    """Return the texts of a table row by row, as Word would show it without changes."""
    rows = []
    for row in table.findall(qn("w:tr")):
        cells = [
            "".join(text.text or "" for text in cell.iter(qn("w:t"))).replace("\u200d", "")
            for cell in row.findall(qn("w:tc"))
        ]
        rows.append([text for text in cells if text])
    return rows


def _mark(table: BaseOxmlElement, change: str) -> None:
    """Mark all rows and runs of a table as deleted ("del") or inserted ("ins")."""
    number = 5000 if change == "del" else 6000
    for row in table.findall(qn("w:tr")):
        number += 1
        mark = parse_xml(f"<w:{change} {nsdecls('w')} {BOTH.format(id=number)}/>")
        row[0].append(mark)  # trPr, which every row of a sheet has
        for run in list(row.iter(qn("w:r"))):
            number += 1
            wrapper = parse_xml(f"<w:{change} {nsdecls('w')} {BOTH.format(id=number)}/>")
            run.addprevious(wrapper)
            wrapper.append(run)
            if change == "del":
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")
                for field in run.findall(qn("w:instrText")):
                    field.tag = qn("w:delInstrText")

"""Edits of whole blocks: items, paragraphs, rows, columns, tables and sheets."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm

from tests.whole.suntingan.registry import edit, edit_named
from tests.whole.suntingan.word_file import (
    ITEMS,
    NotHereError,
    WordFile,
    drop,
    filled,
    run_of,
    text_of,
    xml,
)


def _holder(file: WordFile, name: str) -> Any:
    """Return the block that an item is: a row of diktum, else a paragraph."""
    item = file.item(name)._p
    return next(item.iterancestors(qn("w:tr"))) if name == "Diktum" else item


def _item_added(file: WordFile, name: str, after: bool) -> None:
    holder = _holder(file, name)
    new = deepcopy(holder)
    for mark in list(new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        drop(mark)
    paragraph = filled(new)[-1]
    for run in paragraph.runs[1:]:
        drop(run._r)
    paragraph.runs[0].text = f"butir {file.word} ditambahkan;"
    if name == "Diktum":
        filled(new)[0].runs[0].text = "KE-TAMBAHAN"
    if after:
        holder.addnext(new)
    else:
        holder.addprevious(new)


def _item_deleted(file: WordFile, name: str) -> None:
    drop(_holder(file, name))


def _item_moved(file: WordFile, name: str) -> None:
    items = file.items(name)
    moved, place = file.chance.sample(items, 2)
    blocks: list[Any] = [moved._p, place._p]
    if name == "Diktum":
        blocks = [next(one.iterancestors(qn("w:tr"))) for one in blocks]
    blocks[1].addprevious(blocks[0])


for _name in ITEMS:
    _low = _name.lower()
    edit_named(f"item_added_before_in_{_low}", partial(_item_added, name=_name, after=False))
    edit_named(f"item_added_after_in_{_low}", partial(_item_added, name=_name, after=True))
    edit_named(f"item_deleted_in_{_low}", partial(_item_deleted, name=_name))
    edit_named(f"item_moved_in_{_low}", partial(_item_moved, name=_name))


@edit
def item_split_by_enter(file: WordFile) -> None:
    item = file.item(file.chance.choice(["Menimbang", "Mengingat", "Tembusan"]))
    run = file.run_with_text(item)
    rest = deepcopy(item._p)
    for one in [one for one in rest if one.tag != qn("w:pPr")]:
        rest.remove(one)
    words = run.text.split(" ")
    half = len(words) // 2
    run.text = " ".join(words[:half])
    rest.append(xml(run_of(f"{file.word} {' '.join(words[half:])}")))
    item._p.addnext(rest)


@edit
def items_joined(file: WordFile) -> None:
    items = file.items(file.chance.choice(["Menimbang", "Mengingat", "Tembusan"]))
    first = file.chance.randrange(len(items) - 1)
    for one in list(items[first + 1]._p):
        if one.tag != qn("w:pPr"):
            items[first]._p.append(one)
    drop(items[first + 1]._p)


@edit
def paragraph_added(file: WordFile) -> None:
    place = file.chance.choice(file.top())
    place.insert_paragraph_before(f"Paragraf {file.word} disisipkan.", place.style)


@edit
def paragraph_added_in_the_box(file: WordFile) -> None:
    box = file.annex_text()
    new = deepcopy(box._p)
    for one in [one for one in new if one.tag != qn("w:pPr")]:
        new.remove(one)
    new.append(xml(run_of(f"tambahan {file.word}")))
    box._p.addnext(new)


@edit
def paragraph_deleted(file: WordFile) -> None:
    drop(file.chance.choice(list(file.top()[:9]))._p)


@edit
def paragraph_moved(file: WordFile) -> None:
    top = file.top()[:8]
    moved, place = file.chance.sample(top, 2)
    place._p.addprevious(moved._p)


@edit
def pasted_from_elsewhere(file: WordFile) -> None:
    """A paragraph of another file, whose style this one does not have."""
    place = file.chance.choice(file.top())
    style = '<w:pStyle w:val="Normal"/><w:spacing w:after="200"/><w:jc w:val="both"/>'
    looks = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:color w:val="1F497D"/>'
    text = run_of(f"Tempelan {file.word}", looks)
    place._p.addprevious(xml(f"<w:p><w:pPr>{style}</w:pPr>{text}</w:p>"))


@edit
def empty_paragraphs_added(file: WordFile) -> None:
    place = file.chance.choice(file.top())
    for _ in range(3):
        place._p.addnext(xml("<w:p/>"))


@edit
def own_table_inserted(file: WordFile) -> None:
    place = file.chance.choice(file.top())
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{run_of(one)}</w:p></w:tc>'
        for one in (f"kolom {file.word}", "isi sendiri")
    )
    width = '<w:tblW w:w="0" w:type="auto"/>'
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    rows = f"<w:tr>{cells}</w:tr>" * 2
    place._p.addnext(xml("<w:p/>"))
    place._p.addnext(xml(f"<w:tbl><w:tblPr>{width}</w:tblPr>{grid}{rows}</w:tbl>"))


@edit
def signature_moved_into_a_table(file: WordFile) -> None:
    every = file.document.paragraphs
    start = next(n for n, one in enumerate(every) if one.text.startswith("Ditetapkan di"))
    moved = [one._p for one in every[start : start + 4]]
    width, column = '<w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>', '<w:gridCol w:w="4500"/>'
    table = xml(
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{column * 2}'
        f"</w:tblGrid><w:tr><w:tc>{width}<w:p>{run_of(file.word)}</w:p></w:tc>"
        f"<w:tc>{width}</w:tc></w:tr></w:tbl>"
    )
    moved[0].addprevious(table)
    for one in moved:
        table.findall(f".//{qn('w:tc')}")[1].append(one)
    table.addnext(xml("<w:p/>"))


def _rows(file: WordFile) -> list[Any]:
    return [row._tr for row in file.diktum_rows()]


@edit
def row_added_to_the_matrix(file: WordFile) -> None:
    """As Word adds it: merged where the row below is, else with cells of its own."""
    row = file.chance.choice(file.matrix_rows())
    new = deepcopy(row)
    for mark in list(new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        drop(mark)
    for paragraph in new.iter(qn("w:p")):
        for one in [one for one in paragraph if one.tag != qn("w:pPr")]:
            paragraph.remove(one)
    below = row.getnext()
    for nth, cell in enumerate(new.tc_lst):
        merged = (
            below is not None
            and len(below.tc_lst) > nth
            and getattr(below.tc_lst[nth], "vMerge", None) == "continue"
        )
        cell.vMerge = "continue" if merged else None
    new.tc_lst[-1].p_lst[0].append(xml(run_of(f"baris {file.word}")))
    row.addnext(new)


@edit
def row_deleted_from_the_matrix(file: WordFile) -> None:
    row = file.chance.choice(file.matrix_rows()[1:])
    below = row.getnext()
    for nth, cell in enumerate(row.tc_lst if below is not None else ()):
        beneath = below.tc_lst[nth] if nth < len(below.tc_lst) else None
        if cell.vMerge == "restart" and beneath is not None and beneath.vMerge == "continue":
            beneath.vMerge = "restart"
    drop(row)


@edit
def row_moved_in_the_matrix(file: WordFile) -> None:
    rows = [
        row for row in file.matrix_rows() if all(cell.vMerge != "restart" for cell in row.tc_lst)
    ]
    moved, place = file.chance.sample(rows, 2)
    place.addprevious(moved)


@edit
def column_added_to_the_matrix(file: WordFile) -> None:
    _column_added(file, file.matrix()._tbl, str(file.word))


@edit
def column_added_to_diktum(file: WordFile) -> None:
    _column_added(file, file.table_of("Menetapkan")._tbl, str(file.word))


def _column_added(file: WordFile, table: Any, word: str) -> None:
    table.tblGrid.append(xml('<w:gridCol w:w="900"/>'))
    for nth, row in enumerate(table.tr_lst):
        row.append(
            xml(
                '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>'
                f"<w:p>{run_of(f'kolom {word}B{nth}')}</w:p></w:tc>"
            )
        )


@edit
def column_deleted_from_the_matrix(file: WordFile) -> None:
    table = file.matrix()._tbl
    drop(table.tblGrid[-1])
    for row in table.tr_lst:
        last = row.tc_lst[-1]
        if last.grid_span > 1:
            last.grid_span -= 1
        else:
            drop(last)


@edit
def cells_merged(file: WordFile) -> None:
    row = file.chance.choice(_rows(file))
    first, second = row.tc_lst[0], row.tc_lst[1]
    width = first.width + second.width if first.width and second.width else None
    for one in list(second):
        if one.tag == qn("w:p"):
            first.append(one)
    drop(second)
    first.get_or_add_tcPr().append(xml('<w:gridSpan w:val="2"/>'))
    if width:
        first.width = width


@edit
def column_widened(file: WordFile) -> None:
    for row in file.table_of("Menetapkan").rows:
        row.cells[0].width = Cm(4)


@edit
def cell_shaded(file: WordFile) -> None:
    cell: Any = next(file.annex_text()._p.iterancestors(qn("w:tc")))
    properties = cell.get_or_add_tcPr()
    for old in properties.findall(qn("w:shd")):
        drop(old)
    shade = xml('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>')
    later = [
        one
        for one in properties
        if one.tag in (qn("w:noWrap"), qn("w:tcMar"), qn("w:vAlign"), qn("w:hideMark"))
    ]
    if later:
        later[0].addprevious(shade)
    else:
        properties.append(shade)


@edit
def row_height_set(file: WordFile) -> None:
    row = file.chance.choice(_rows(file))
    row.get_or_add_trPr().append(xml('<w:trHeight w:val="900" w:hRule="atLeast"/>'))


@edit
def overview_deleted(file: WordFile) -> None:
    heading, sheet = file.sheet_headings()[0], file.sheets()[0]
    if not heading.text.startswith("Ikhtisar"):
        raise NotHereError("ikhtisar")
    drop(heading._p)
    drop(sheet)


@edit
def sheet_deleted(file: WordFile) -> None:
    nth = file.chance.randrange(1, len(file.sheets()))
    heading, sheet = file.sheet_headings()[nth], file.sheets()[nth]
    drop(heading._p)
    drop(sheet)


@edit
def box_emptied(file: WordFile) -> None:
    box = file.annex_text()
    for one in [one for one in box._p if one.tag != qn("w:pPr")]:
        box._p.remove(one)


@edit
def row_added_to_a_sheet(file: WordFile) -> None:
    sheet = file.chance.choice(file.sheets()[1:])
    rows = [row for row in sheet.tr_lst if text_of(row).strip()]
    row = file.chance.choice(rows)
    new = deepcopy(row)
    for mark in list(new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        drop(mark)
    texts = filled(new)
    for one in texts:
        for run in one.runs:
            drop(run._r)
    texts[-1]._p.append(xml(run_of(f"baris {file.word}")))
    row.addnext(new)


@edit
def row_deleted_from_a_sheet(file: WordFile) -> None:
    sheet = file.chance.choice(file.sheets()[1:])
    rows = [row for row in sheet.tr_lst if "Jumlah" in text_of(row)]
    if not rows:
        raise NotHereError("baris indikator")
    drop(file.chance.choice(rows))


@edit
def text_moved_between_boxes(file: WordFile) -> None:
    box, other = file.chance.sample(file.boxed(lambda text: "Jumlah" in text), 2)
    for one in [one for one in box._p if one.tag != qn("w:pPr")]:
        other._p.append(one)

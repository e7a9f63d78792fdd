"""Edits of looks: letters, paragraphs, styles, pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tests.whole.suntingan.registry import edit, edit_named
from tests.whole.suntingan.word_file import WordFile, drop, run_of, xml

_LETTERS: dict[str, Callable[[Any], None]] = {
    "bold": lambda run: setattr(run, "bold", True),
    "italic": lambda run: setattr(run, "italic", True),
    "underlined": lambda run: setattr(run, "underline", True),
    "coloured": lambda run: setattr(run.font.color, "rgb", RGBColor(200, 0, 0)),
    "in_another_font": lambda run: setattr(run.font, "name", "Tahoma"),
    "in_another_size": lambda run: setattr(run.font, "size", Pt(13)),
    "highlighted": lambda run: setattr(run.font, "highlight_color", WD_COLOR_INDEX.YELLOW),
    "struck": lambda run: setattr(run.font, "strike", True),
}


def _on_run(file: WordFile, how: Callable[[Any], None]) -> None:
    how(file.run_with_text(file.anywhere()))


def _on_all(file: WordFile, how: Callable[[Any], None]) -> None:
    for paragraph in file.paragraphs():
        for run in paragraph.runs:
            how(run)


for _name, _how in _LETTERS.items():
    edit_named(f"text_{_name}", partial(_on_run, how=_how))
for _name in ("bold", "in_another_font", "in_another_size", "coloured"):
    edit_named(f"everything_{_name}", partial(_on_all, how=_LETTERS[_name]))


@edit
def one_word_bold(file: WordFile) -> None:
    paragraph = file.anywhere()
    run = file.run_with_text(paragraph)
    words = run.text.split(" ")
    run.text = " ".join(words[:-1])
    run._r.addnext(xml(run_of(f" {words[-1]}", "<w:b/>")))


_SHAPES: dict[str, Callable[[Paragraph], None]] = {
    "aligned": lambda one: setattr(one, "alignment", WD_ALIGN_PARAGRAPH.RIGHT),
    "indented": lambda one: setattr(one.paragraph_format, "left_indent", Cm(1.5)),
    "spaced": lambda one: setattr(one.paragraph_format, "space_before", Pt(17)),
    "kept_together": lambda one: setattr(one.paragraph_format, "keep_with_next", True),
    "begun_on_a_page": lambda one: setattr(one.paragraph_format, "page_break_before", True),
    "spaced_by_lines": lambda one: setattr(one.paragraph_format, "line_spacing", 1.5),
    "in_style_normal": lambda one: setattr(one, "style", "Normal"),
}


def _on_paragraph(file: WordFile, how: Callable[[Paragraph], None]) -> None:
    how(file.anywhere())


for _name, _shape in _SHAPES.items():
    edit_named(f"paragraph_{_name}", partial(_on_paragraph, how=_shape))


@edit
def style_changed(file: WordFile) -> None:
    styles: Any = file.document.styles
    styles["Diktum"].font.size = Pt(13)
    styles["Diktum"].paragraph_format.space_after = Pt(9)


@edit
def own_style_applied(file: WordFile) -> None:
    styles: Any = file.document.styles
    style = styles.add_style(f"Gaya {file.word}", 1)
    style.font.italic = True
    file.anywhere().style = style


@edit
def numbering_restarted(file: WordFile) -> None:
    item = file.item("Mengingat")
    item._p.get_or_add_pPr().insert(
        1, xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    )


@edit
def numbering_switched_off(file: WordFile) -> None:
    item = file.item("Menimbang")
    item._p.get_or_add_pPr().insert(
        1, xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    )


@edit
def page_break_inserted(file: WordFile) -> None:
    place = file.chance.choice(file.top()[:12])
    place._p.addprevious(xml('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))


@edit
def page_break_in_a_paragraph(file: WordFile) -> None:
    file.run_with_text(file.chance.choice(file.top()))._r.addnext(
        xml('<w:r><w:br w:type="page"/></w:r>')
    )


@edit
def section_break_inserted(file: WordFile) -> None:
    place = file.starting("Tembusan")
    section = '<w:sectPr><w:pgSz w:w="12191" w:h="18711"/><w:type w:val="nextPage"/></w:sectPr>'
    section = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="12191" w:h="18711"/></w:sectPr>'
    place._p.addprevious(xml(f"<w:p><w:pPr>{section}</w:pPr></w:p>"))


@edit
def break_moved_to_the_last_paragraph(file: WordFile) -> None:
    """As LibreOffice saves it: the section ends with the last filled paragraph."""
    holder = next(file.body.iter(qn("w:sectPr")))
    paragraph = holder.getparent().getparent()
    before = next(paragraph.itersiblings(qn("w:p"), preceding=True))
    before.get_or_add_pPr().append(holder)
    drop(paragraph)


@edit
def turned_to_landscape(file: WordFile) -> None:
    section = file.document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


@edit
def margins_set(file: WordFile) -> None:
    for section in file.document.sections:
        section.left_margin = Cm(3.5)


@edit
def header_written(file: WordFile) -> None:
    section = file.document.sections[0]
    section.header.paragraphs[0].add_run(f" kepala {file.word}")


@edit
def footer_written(file: WordFile) -> None:
    footer = file.document.sections[-1].footer
    footer.is_linked_to_previous = False
    footer.paragraphs[0].add_run(f"kaki {file.word}")

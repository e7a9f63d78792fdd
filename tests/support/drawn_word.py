"""A bare Word file around an annex, for rendering tests and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, Twips

from generator.lampiran.sheet import MM, PageGeometry
from generator.lampiran.styles import FONT, all_styles
from generator.values import Isian
from generator.word.styles import Alignment


def page_of_mm(width: float, height: float, margin: float) -> PageGeometry:
    """Return a page with the same margin on all sides."""
    side = round(margin * MM)
    return PageGeometry(round(width * MM), round(height * MM), side, side, side, side)


F4 = page_of_mm(330, 215, 18)
A4 = page_of_mm(297, 210, 20)
A3 = page_of_mm(420, 297, 20)

_ALIGNMENT = {
    Alignment.KIRI: WD_ALIGN_PARAGRAPH.LEFT,
    Alignment.TENGAH: WD_ALIGN_PARAGRAPH.CENTER,
    Alignment.KANAN: WD_ALIGN_PARAGRAPH.RIGHT,
}


class Anchors:
    """Prints runs as the decree does: each in a bookmark of its own."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, value: Isian) -> str:
        self.count += 1
        text = escape(value.text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        return (
            f'<w:bookmarkStart w:id="{self.count}" w:name="_sk_{self.count}"/>'
            f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
            f'<w:bookmarkEnd w:id="{self.count}"/>'
        )


def save(content: Callable[[Anchors], Iterable[str]], path: Path, page: PageGeometry = F4) -> Path:
    """Write a Word file that holds this content alone, on pages of this size."""
    document = docx.Document()
    _define_styles(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    for name in ("width", "height"):
        setattr(section, f"page_{name}", Twips(getattr(page, name)))
    for name in ("left", "right", "top", "bottom"):
        setattr(section, f"{name}_margin", Twips(getattr(page, name)))
    section.header_distance = section.footer_distance = Twips(300)
    body = document.element.body
    xml = "".join(content(Anchors()))
    for element in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def _define_styles(document: docx.document.Document) -> None:
    for gaya in all_styles():
        style = document.styles.add_style(gaya.name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), gaya.style_id)
        style.base_style = document.styles[gaya.based_on] if gaya.based_on else None
        style.font.name = FONT
        style.font.size = Pt(gaya.size)
        style.font.bold = gaya.bold
        form = style.paragraph_format
        form.alignment = _ALIGNMENT[gaya.align]
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(gaya.line)
        form.space_before, form.space_after = Pt(gaya.before), Pt(gaya.after)
        form.left_indent = form.right_indent = Pt(gaya.indent)
        form.keep_with_next = gaya.keep_next
        form.widow_control = False

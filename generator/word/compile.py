"""From a Word template's XML to Jinja source, once: docxtpl's tags, every printed value anchored.

The source keeps one rule that error messages stand on: each Jinja tag begins a line of its own
inside its braces, so the number of a line is the number of its tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.opc.xml import integer

PRINT = "cetak"
BLOCK = "blok"
"""Filters of the renderer: a value as anchored runs, and block content."""

LOGO = "logo"
"""The alternative text that marks a picture as the place of the office's logo."""

LOGO_SIZES = "_logo"
"""The name under which the renderer gives width and height (EMU) of each logo."""

_NOISE = re.compile(
    r'\s(?:w:rsid\w*|w14:paraId|w14:textId)="[^"]*"'
    r"|<w:(?:bookmarkStart|bookmarkEnd|proofErr|lastRenderedPageBreak)\b[^>]*/>"
    r"|(?<=<w:sdtPr>)<w:id\b[^>]*/>"
    r'|(?<=<w:cantSplit)\s+w:val="true"'  # LibreOffice's way, which the schema does not know
)
_HARD_SPACE = re.compile(r"(\{[{%](?:p|tr|tc|r)?)\u00a0")
_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]*>|[^<{]+|\{", re.DOTALL)
_TEXT = '<w:t xml:space="preserve">'
_EMPTY_TEXT = f"{_TEXT}</w:t>"
_EMPTY_RUN = re.compile(r"<w:r>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?</w:r>")
_CONSTANT = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_FILTER = re.compile(rf"({_CONSTANT})|\|\s*\w+(?:\s*\((?:{_CONSTANT}|[^()\"'])*\))?")
"""A filter of a tag with what it takes; or, caught, a constant, in which a bar is no filter."""
_DRAWING = re.compile(r"<w:drawing>(?:(?!</w:drawing>).)*</w:drawing>", re.DOTALL)
_DESCRIPTION = re.compile(r'<wp:docPr\b[^>]*\b(?:descr|title)="\s*([^"]*?)\s*"')
_EXTENT = re.compile(r'(<(?:wp:extent|a:ext)\s+cx=")(\d+)("\s+cy=")(\d+)(")')
_EMBED = re.compile(r'r:embed="([^"]+)"')


@dataclass(frozen=True, slots=True)
class LogoBox:
    """Where a template wants the logo: part, relationship of the picture, largest size in EMU."""

    part: str
    relationship: str
    width: int
    height: int


def patch(xml: str) -> str:
    """Return the XML with docxtpl's tags resolved into Jinja; imports docxtpl, which is slow."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped, unused-ignore]

    patched: str = DocxTemplate("").patch_xml(_HARD_SPACE.sub(r"\1 ", _NOISE.sub("", xml)))
    return patched


def place_logo(part: str, xml: str, first: int) -> tuple[str, tuple[LogoBox, ...]]:
    """Make the pictures called "logo" print only when there is one, in its own proportions.

    `first` is how many logos the parts before this one hold.
    """
    boxes: list[LogoBox] = []

    def conditional(match: re.Match[str]) -> str:
        drawing = match[0]
        description = _DESCRIPTION.search(drawing)
        extent, embed = _EXTENT.search(drawing), _EMBED.search(drawing)
        if not (description and extent and embed) or description[1].casefold() != LOGO:
            return drawing
        size = f"{LOGO_SIZES}[{first + len(boxes)}]"
        boxes.append(LogoBox(part, embed[1], integer(extent[2], 0), integer(extent[4], 0)))
        sized = _EXTENT.sub(rf"\1{{{{ {size}[0] }}}}\3{{{{ {size}[1] }}}}\5", drawing)
        return f"{{% if {LOGO_SIZES} %}}{sized}{{% endif %}}"

    return _DRAWING.sub(conditional, xml), tuple(boxes)


def compile_source(patched: str) -> str:
    """Return Jinja source in which every printed value goes through the filter `cetak`.

    Values get runs of their own with the properties of the run they stood in; block content
    (a tag outside paragraphs) goes through `blok`. Text outside of runs becomes XML that nothing
    reads.
    """
    out: list[str] = []
    properties: list[str] = []  # of the runs we are in, a text box's run inside another's
    paragraphs = 0
    in_text = False
    opening = False  # just behind <w:r>, where its properties stand
    reading = False  # inside them
    for token in _TOKEN.findall(patched.replace("\r", " ").replace("\n", " ")):
        if reading:
            properties[-1] += token
            reading = token != "</w:rPr>"
            if not reading:
                out.append(properties[-1])
            continue
        if token.startswith("<w:rPr") and opening:
            properties[-1] = token
            reading = not token.endswith("/>")
            if not reading:
                out.append(token)
        elif re.match(r"<w:r[ >]", token) and not token.endswith("/>"):
            properties.append("")
            out.append("<w:r>")
        elif token == "</w:r>":
            del properties[-1:]
            out.append(token)
        elif re.match(r"<w:p[ >]", token) and not token.endswith("/>"):
            paragraphs += 1
            out.append(token)
        elif token == "</w:p>":
            paragraphs -= 1
            out.append(token)
        elif re.match(r"<w:t[ >]", token) and not token.endswith("/>"):
            in_text = True
            out.append(_TEXT)
        elif token == "</w:t>":
            in_text = False
            out.append(token)
        elif token.startswith(("{{", "{%")):
            own = properties[-1] if in_text and properties else ""
            tag = _tag(token, own, block=not paragraphs)
            around = ("</w:t></w:r>", f"<w:r>{own}{_TEXT}") if in_text else ("", "")
            out.extend((around[0], tag, around[1]))
        elif not token.startswith("{#"):
            out.append(_own_lines(token) if token.startswith("<") else token)
        opening = out[-1] == "<w:r>" if out else False
    return _EMPTY_RUN.sub("", "".join(out).replace(_EMPTY_TEXT, ""))


def base_of(expression: str) -> str:
    """Return the expression without its filters.

    >>> base_of('judul.jabatan|join(" / ")|upper or "-"')
    'judul.jabatan or "-"'
    """
    return _FILTER.sub(lambda match: match[1] or "", expression).strip()


def _tag(token: str, properties: str, *, block: bool) -> str:
    """Return one tag with its line break; `properties` are those of the run it prints in."""
    inner = token[2:-2].strip().strip("-+").strip()
    if token.startswith("{%"):
        return f"{{%\n{inner} %}}"
    if block:
        return f"{{{{\n({inner})|{BLOCK} }}}}"
    quoted = properties.replace("\\", "\\\\").replace("'", "&apos;")
    base = base_of(inner)
    arguments = f"'{quoted}'" if base == inner else f"'{quoted}', ({base})"
    return f"{{{{\n({inner})|{PRINT}({arguments}) }}}}"


def _own_lines(element: str) -> str:
    return element.replace("{{", "{{\n") if "{{" in element else element

"""Word files for tests, made by hand: only what Word needs, and the body a test gives."""

from generator.word.render import Package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

SECTION = '<w:sectPr><w:pgSz w:w="12191" w:h="18711"/></w:sectPr>'

_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>
</Types>"""

_RELS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>
</Relationships>"""

_DOCUMENT_RELS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{R}/numbering" Target="numbering.xml"/>
</Relationships>"""

_STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="table" w:styleId="Tabel"><w:name w:val="Tabel"/></w:style>
</w:styles>"""

_NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"""


def document(body: str, attributes: str = "") -> str:
    """Return the XML of a main part with this content of its body."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}" {attributes}><w:body>{body}</w:body></w:document>'
    )


def package(body: str = f"<w:p/>{SECTION}", **parts: str | None) -> Package:
    """Return a valid file with this body.

    Other parts by short name ("styles", "document_rels"); None leaves a part out.
    """
    names = {
        "types": "[Content_Types].xml",
        "rels": "_rels/.rels",
        "document_rels": "word/_rels/document.xml.rels",
    }
    texts: dict[str, str | None] = {
        "types": _TYPES,
        "rels": _RELS,
        "document": document(body),
        "document_rels": _DOCUMENT_RELS,
        "styles": _STYLES,
        "numbering": _NUMBERING,
    }
    return Package(
        {
            names.get(name, f"word/{name}.xml"): text.encode()
            for name, text in (texts | parts).items()
            if text is not None
        }
    )

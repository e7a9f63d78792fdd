"""What a file links to is never fetched: not by the converter, and not asked for by the file."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.files.output import Written
from generator.files.pdf import to_pdf
from generator.files.unlinked import unlinked
from generator.opc.parts import AS_GIVEN, read_parts, to_bytes
from generator.workbook.opening.convert import converted
from generator.workbook.opening.package import OtherFormat
from tests.support.packages import R, package

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    f'xmlns:office="{_ODF}office:1.0" xmlns:table="{_ODF}table:1.0" xmlns:text="{_ODF}text:1.0" '
    f'xmlns:draw="{_ODF}drawing:1.0" xmlns:svg="{_ODF}svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def linked_book(address: str) -> bytes:
    """Return an .ods with a picture, a hyperlink and a sheet from somewhere else."""
    content = f"""<office:document-content {_SPACES} office:version="1.2"><office:body>
    <office:spreadsheet><table:table table:name="A"><table:shapes>
    <draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/gambar.png"
      xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></table:shapes>
    <table:table-row><table:table-cell office:value-type="string"><text:p>
    <text:a xlink:href="{address}/tautan">isi</text:a></text:p></table:table-cell></table:table-row>
    </table:table><table:table table:name="B"><table:table-source xlink:href="{address}/lain.ods"
    table:table-name="A"/><table:table-row><table:table-cell/></table:table-row></table:table>
    </office:spreadsheet></office:body></office:document-content>"""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_SPREADSHEET}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    parts = {
        "mimetype": _SPREADSHEET.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }
    return to_bytes(parts, AS_GIVEN)


def linked_document(address: str) -> bytes:
    """Return a Word file with a linked picture, a remote template and a hyperlink."""
    parts = dict(
        package(
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:imagedata r:href="p"/></v:shape></w:pict></w:r></w:p>'
        ).parts
    )
    links = "".join(
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{address}/{id}" TargetMode="External"/>'
        for id, kind in (("p", "image"), ("t", "attachedTemplate"), ("h", "hyperlink"))
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Rel", links.encode() + b"</Rel")
    return to_bytes(parts)


def test_links_of_a_word_file_lead_nowhere_but_hyperlinks() -> None:
    parts = read_parts(unlinked(linked_document("http://contoh.test")))

    relations = parts["word/_rels/document.xml.rels"].decode()
    assert 'Target="http://contoh.test/h"' in relations
    assert "contoh.test/p" not in relations
    assert "contoh.test/t" not in relations
    assert relations.count('Target="NULL"') == 2


def test_links_of_a_spreadsheet_lead_nowhere_but_hyperlinks() -> None:
    content = read_parts(unlinked(linked_book("http://contoh.test")))["content.xml"].decode()

    assert '<text:a xlink:href="http://contoh.test/tautan">' in content
    assert content.count("contoh.test") == 1


def test_a_file_without_links_keeps_its_bytes() -> None:
    data = to_bytes(package().parts, AS_GIVEN)

    assert unlinked(data) == data
    assert unlinked(b"no package") == b"no package"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address, and what is asked for there."""
    paths: list[str] = []

    class Told(BaseHTTPRequestHandler):
        def _tell(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _tell  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Told)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


@pytest.mark.requires("soffice")
def test_a_book_is_converted_and_nobody_asked(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    book = tmp_path / "buku.ods"
    book.write_bytes(linked_book(address))

    assert converted(book, OtherFormat.ODS)
    assert paths == []


@pytest.mark.requires("soffice")
def test_a_document_is_printed_and_nobody_asked(
    tmp_path: Path, asked: tuple[str, list[str]]
) -> None:
    address, paths = asked
    document = tmp_path / "naskah.docx"
    document.write_bytes(linked_document(address))

    assert isinstance(to_pdf(document), Written)
    assert paths == []

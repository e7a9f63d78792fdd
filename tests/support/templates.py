"""Decrees and Word templates for tests: a made-up office, and a template with any body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from generator.opc.parts import read_parts, to_bytes
from generator.values import Isian, Place, PrintRun
from generator.word.render import Package
from generator.word.wordml import DOCUMENT
from tests.support.packages import R, W
from tests.support.paths import ROOT

STOCK = ROOT / "generator" / "naskah/keputusan_cascading/template/keputusan.docx"
NIP = "999999999999999999"


def isian(text: str, *identity: str) -> Isian:
    """Return a value as it comes from Identitas; its identity is what is given, or its text."""
    return Isian(text, text, Place("keputusan.xlsx", "Identitas", 2, "B"), identity or (text,))


def values(*texts: str) -> list[Isian]:
    return [isian(text) for text in texts]


def table(*rows: tuple[str, str]) -> Any:
    """Return block content: a table of two columns."""

    def block(print_run: PrintRun) -> Iterator[str]:
        cell = (
            '<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
            '<w:pStyle w:val="PohonIsi"/></w:pPr>{}</w:p></w:tc>'
        )
        lines = "".join(
            f"<w:tr>{''.join(cell.format(print_run(isian(one))) for one in row)}</w:tr>"
            for row in rows
        )
        yield (
            '<w:tbl><w:tblPr><w:tblW w:w="10000" w:type="dxa"/></w:tblPr><w:tblGrid>'
            f'<w:gridCol w:w="5000"/><w:gridCol w:w="5000"/></w:tblGrid>{lines}</w:tbl>'
        )

    return block


def lampiran(nomor: str = "", isi: Any = None) -> dict[str, Any]:
    return {
        "nomor": nomor,
        "judul": values("POHON KINERJA DINAS CONTOH", "TAHUN 2030"),
        "isi": isi or table(("Indeks Contoh", "8,2%")),
        "pangkat": isian("Pembina Utama Muda"),
        "nip": isian(NIP),
    }


def context(**changes: Any) -> dict[str, Any]:
    """Return the names of a whole decree; `changes` replaces them at the top level."""
    return {
        "kop": {
            "pemerintah": isian("PEMERINTAH KABUPATEN CONTOH"),
            "perangkat_daerah": values("DINAS CONTOH"),
            "alamat": values("Jalan Contoh Nomor 1"),
            "kota": isian("KOTA CONTOH"),
            "kode_pos": isian("12345"),
            "laman": isian("https://contoh.example"),
            "surel": isian("dinas@contoh.example"),
            "logo": False,
        },
        "judul": {
            "jenis": isian("KEPUTUSAN"),
            "jabatan": values("KEPALA DINAS CONTOH", "KABUPATEN CONTOH"),
            "nomor": isian("1/DC/2030"),
            "tentang": values("PENETAPAN CASCADING", "TAHUN 2030"),
        },
        "pembuka": values("KEPALA DINAS CONTOH,"),
        "menimbang": values("bahwa pertimbangan satu;", "bahwa pertimbangan dua;"),
        "mengingat": values("Undang-Undang satu;", "Undang-Undang dua;"),
        "menetapkan": isian("Keputusan tentang Contoh."),
        "diktum": [
            {"nama": "KESATU", "isi": isian("Menetapkan contoh;")},
            {"nama": "KEDUA", "isi": isian("Keputusan ini mulai berlaku.")},
        ],
        "penetapan": {"tempat": isian("Kota Contoh"), "tanggal": isian("2 Januari 2030")},
        "penandatangan": {
            "jabatan": values("KEPALA DINAS"),
            "nama": isian("NAMA PEJABAT"),
            "pangkat": None,
            "nip": None,
        },
        "tembusan": [],
        "daftar_lampiran": [lampiran()],
        **changes,
    }


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cells(*contents: str) -> str:
    """Return a row; each content is block content, or the text of one paragraph."""
    blocks = (one if one.startswith("<w:") else paragraph(one) for one in contents)
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in blocks) + "</w:tr>"


def rows(*contents: str) -> str:
    """Return a table of such rows, as wide as the widest."""
    columns = max(one.count("<w:tc>") for one in contents)
    grid = '<w:gridCol w:w="3000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(contents)}</w:tbl>"


def template_parts(body: str, **parts: str) -> dict[str, bytes]:
    """Return the parts of the stock template with another body; `parts` by short name."""
    stock = read_parts(STOCK)
    section = '<w:sectPr><w:pgSz w:w="12191" w:h="18711"/></w:sectPr>'
    xml = (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:p/>{section}</w:body>'
        "</w:document>"
    )
    extra = {f"word/{name}.xml": text.encode() for name, text in parts.items()}
    rels = re.sub(rb'<Relationship Id="rIdLogo"[^>]*/>', b"", stock["word/_rels/document.xml.rels"])
    del stock["word/media/logo.png"]
    return {**stock, DOCUMENT: xml.encode(), "word/_rels/document.xml.rels": rels, **extra}


def write_template(folder: Path, body: str, **parts: str) -> Path:
    """Write a template of the office's own with this body."""
    path = folder / "templat-keputusan.docx"
    path.write_bytes(to_bytes(template_parts(body, **parts)))
    return path


def write(package: Package, folder: Path, name: str = "keputusan.docx") -> Path:
    path = folder / name
    path.write_bytes(to_bytes(package.parts))
    return path


def texts(package: Package, part: str = DOCUMENT) -> list[str]:
    """Return the text of every paragraph that has one, breaks and tabs as characters."""
    characters = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    found = []
    for paragraph in etree.fromstring(package.parts[part]).iter(f"{{{W}}}p"):
        runs = (node for run in paragraph.iter(f"{{{W}}}r") for node in run)
        found.append("".join(characters.get(node.tag, node.text or "") for node in runs))
    return [text for text in found if text]

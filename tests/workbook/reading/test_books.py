"""Files of a folder: what is a book, what only looks like one, what is doubled or missing."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.findings.finding import Diagnostic
from generator.findings.rule import Severity
from generator.opc.limits import FILE, Bound
from generator.opc.parts import Limits
from generator.schema.books import BOOKS
from generator.schema.types import KIND_PROPERTY, TEMPLATE_VERSION
from generator.workbook.opening import package
from generator.workbook.reading.books import read_books
from tests.support import soffice
from tests.support.paths import ROOT
from tests.support.sheets import (
    FOLDER,
    PROGRAM,
    column,
    open_package,
    read_folder,
    said,
    to_bytes,
    workbook,
    write_folder,
)

BLANK_BOOKS = ROOT / "input_templates" / "kosong"


def names(folder: Path) -> list[str]:
    return [book.name for book in read_books(folder)[0]]


def findings(folder: Path) -> list[str]:
    return said(read_books(folder)[1])


def test_all_books_at_the_top_are_read_in_natural_order(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "lama").mkdir()
    shutil.copy(tmp_path / "eselon-2.xlsx", tmp_path / "lama")
    (tmp_path / "eselon-4.xlsx").rename(tmp_path / "eselon-10.xlsx")
    assert names(tmp_path) == ["eselon-2.xlsx", "eselon-3.xlsx", "eselon-10.xlsx", "keputusan.xlsx"]
    assert findings(tmp_path) == ["buku-di-subfolder: lama"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("~$eselon-3.xlsx", "buku-sedang-dibuka: eselon-3.xlsx"),
        (".~lock.eselon-3.xlsx#", "buku-sedang-dibuka: eselon-3.xlsx"),
        ("eselon-3.csv", "berkas-bukan-buku: eselon-3.csv"),
        ("Program.et", "berkas-bukan-buku: Program.et"),
    ],
)
def test_files_that_may_hold_entries_and_are_not_read(tmp_path: Path, name: str, rule: str) -> None:
    write_folder(tmp_path)
    (tmp_path / name).write_bytes(b"apa saja")
    assert findings(tmp_path) == [rule]


def test_another_working_folder_and_our_copies_are_no_books_below(tmp_path: Path) -> None:
    for name in ("tahun lalu", "hasil-periksa"):
        (tmp_path / name).mkdir()
        write_folder(tmp_path / name)
    write_folder(tmp_path)
    assert findings(tmp_path) == []


def test_the_published_blank_books_can_be_read() -> None:
    books, found = read_books(BLANK_BOOKS)
    assert {book.kind for book in books} == {book.kind for book in BOOKS}
    assert found == []


@pytest.mark.parametrize(
    "name", ["~$eselon-9.xlsx", ".~lock.catatan.odt#", "logo.png", "catatan.pdf", "surat.docx"]
)
def test_other_files_are_none_of_our_business(tmp_path: Path, name: str) -> None:
    write_folder(tmp_path)
    (tmp_path / name).write_bytes(b"apa saja")
    assert findings(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert findings(tmp_path / "berkas") == ["folder-tidak-ada: berkas"]


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    write_folder(tmp_path)
    assert findings(tmp_path / "keputusan.xlsx") == ["bukan-folder: keputusan.xlsx"]


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert findings(tmp_path) == [f"folder-tidak-terbuka: {tmp_path.name}"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert findings(tmp_path) == [f"tidak-ada-buku: {tmp_path.name}"]


def encrypted() -> bytes:
    return package._OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")


def old_word() -> bytes:
    return package._OLE + b"\0" * 512 + "WordDocument".encode("utf-16-le")


def word() -> bytes:
    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def zipped(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return buffer.getvalue()


def truncated() -> bytes:
    return good()[:-400]


def good() -> bytes:
    return to_bytes(workbook("eselon-3", {"Program": PROGRAM}))


def edited(change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the good book with each part changed by `change(name, content)`."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(good())) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return buffer.getvalue()


def repacked(method: int) -> bytes:
    """Return the good book as no office program packs it."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(good())) as before, zipfile.ZipFile(buffer, "w", method) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
    return buffer.getvalue()


def with_entities() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
        return bomb + part if name.endswith("sheet1.xml") else part

    return edited(change)


def with_broken_xml() -> bytes:
    return edited(
        lambda name, part: part[:-20] if "sharedStrings" in name or "sheet1" in name else part
    )


@pytest.mark.parametrize(
    ("content", "rule", "words"),
    [
        (b"", "buku-kosong", "tidak berisi"),
        (b"\0" * 4096, "buku-kosong", "tidak berisi"),
        (b"<html><table></table></html>", "bukan-excel", "berkas jenis lain"),
        (b"%PDF-1.7", "bukan-excel", "berkas jenis lain"),
        (word(), "bukan-excel", "dokumen Word"),
        (zipped(ppt__presentation_DOT_xml=b"<a/>"), "bukan-excel", "presentasi PowerPoint"),
        (zipped(foto_DOT_jpg=b"a"), "bukan-excel", "berkas zip biasa"),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_DOT_xml=b"<a/>"),
            "bukan-excel",
            "OpenDocument jenis lain",
        ),
        (old_word(), "bukan-excel", "dokumen Office lama"),
        (encrypted(), "buku-terenkripsi", "kata sandi"),
        (truncated(), "buku-rusak", "terpotong"),
        (with_entities(), "buku-rusak", "rusak"),
        (with_broken_xml(), "buku-rusak", "rusak"),
        (b"PK\x03\x04" + b"\xff" * 300, "buku-rusak", "rusak"),
        (repacked(zipfile.ZIP_BZIP2), "buku-rusak", "rusak"),
        (repacked(zipfile.ZIP_LZMA), "buku-rusak", "rusak"),
    ],
)
def test_a_file_that_only_looks_like_a_book(
    tmp_path: Path, content: bytes, rule: str, words: str
) -> None:
    write_folder(tmp_path)
    (tmp_path / "eselon-3.xlsx").write_bytes(content)
    _, found = read_books(tmp_path)
    assert said(found) == [f"{rule}: eselon-3.xlsx"]
    assert words in found[0].message


def test_a_folder_that_is_named_like_a_book(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "lama.xlsx").mkdir()
    assert findings(tmp_path) == ["bukan-excel: lama.xlsx"]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "lama.xlsx").symlink_to(tmp_path / "hilang.xlsx")
    assert findings(tmp_path) == ["buku-tidak-terbuka: lama.xlsx"]


class TestSize:
    def test_a_part_that_swells_is_not_unpacked(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        bomb = zipped(**{"[Content_Types]_DOT_xml": b" " * (9 << 20)})
        (tmp_path / "eselon-3.xlsx").write_bytes(bomb)
        assert findings(tmp_path) == ["buku-terlalu-besar: eselon-3.xlsx"]

    def test_nor_are_many_that_swell_together(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_folder(tmp_path)
        monkeypatch.setattr(package, "BOOK", Limits(Bound(0, "MB")))
        assert set(findings(tmp_path)) == {f"buku-terlalu-besar: {name}.xlsx" for name in FOLDER}

    def test_a_large_file_is_not_even_opened(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_folder(tmp_path)
        with (tmp_path / "eselon-3.xlsx").open("r+b") as file:
            file.truncate((FILE.limit << 20) + 1)
        monkeypatch.setattr(Path, "read_bytes", None)
        opened = open_package(tmp_path / "eselon-3.xlsx")
        assert isinstance(opened, Diagnostic)
        assert opened.rule.name == "buku-terlalu-besar"


class TestKind:
    def test_stands_in_the_file_and_not_in_its_name(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        (tmp_path / "eselon-3.xlsx").rename(tmp_path / "Program bidang.XLSX")
        assert findings(tmp_path) == []

    def test_stands_on_petunjuk_when_the_property_was_lost(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        petunjuk = """
    | Buku Eselon III |          |
    | Jenis buku      | eselon-3 |
    | Versi templat   | `1`      |
    """
        book = workbook(None, {"Petunjuk": petunjuk, "Program": PROGRAM})
        book.save(tmp_path / "eselon-3.xlsx")
        assert findings(tmp_path) == []

    @pytest.mark.parametrize("kind", [None, "eselon-9"])
    def test_that_is_unknown_is_guessed_from_the_sheets(
        self, tmp_path: Path, kind: str | None
    ) -> None:
        write_folder(tmp_path)
        workbook(kind, {"Program": PROGRAM}).save(tmp_path / "eselon-3.xlsx")
        _, found = read_books(tmp_path)
        assert said(found) == ["buku-tidak-dikenal: eselon-3.xlsx"]
        assert "mirip Buku Eselon III (eselon-3.xlsx)" in found[0].message

    def test_a_stranger_is_told_and_left_alone(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        workbook(None, {"Absensi": "| Nama |\n| A |"}).save(tmp_path / "absensi.xlsx")
        books, found = read_books(tmp_path)
        assert said(found) == ["buku-lain: absensi.xlsx"]
        assert found[0].severity is Severity.PERIKSA
        assert "absensi.xlsx" not in [book.name for book in books]

    def test_a_stranger_with_a_sheet_of_our_name_only_is_a_stranger(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        workbook(None, {"Program": "| Jam | Acara |\n| 8 | A |"}).save(tmp_path / "acara.xlsx")
        assert findings(tmp_path) == ["buku-lain: acara.xlsx"]

    def test_one_that_calls_itself_ours_holds_up_the_work(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        workbook("pejabat", {"Pejabat": "| Nama |\n| A |"}).save(tmp_path / "pejabat.xlsx")
        _, found = read_books(tmp_path)
        assert said(found) == ["buku-tidak-dikenal: pejabat.xlsx"]
        assert 'Katanya ini buku "pejabat"' in found[0].message

    def test_digest_is_of_the_bytes_that_were_read(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        path = tmp_path / "eselon-3.xlsx"
        before = sha256(path.read_bytes()).hexdigest()
        book = next(one for one in read_books(tmp_path)[0] if one.name == path.name)
        path.write_bytes(b"saved anew meanwhile")
        assert book.digest == before

    def test_of_a_newer_version_is_refused(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        book: Any = workbook("eselon-3", {"Program": PROGRAM})
        book.custom_doc_props.props[1].value = str(TEMPLATE_VERSION + 1)
        book.save(tmp_path / "eselon-3.xlsx")
        assert findings(tmp_path) == ["templat-lebih-baru: eselon-3.xlsx"]


class TestTwice:
    def test_a_copy(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        shutil.copy(tmp_path / "eselon-3.xlsx", tmp_path / "eselon-3 - Copy.xlsx")
        books, found = read_books(tmp_path)
        assert said(found) == ["buku-kembar: eselon-3 - Copy.xlsx"]
        assert "eselon-3.xlsx" in found[0].message
        assert [book.name for book in books if book.kind == "eselon-3"] == ["eselon-3.xlsx"]

    def test_a_copy_with_a_row_moved_and_a_cell_changed(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        shutil.copy(tmp_path / "eselon-3.xlsx", tmp_path / "Copy of eselon-3.xlsx")
        book = load_workbook(tmp_path / "eselon-3.xlsx")
        book["Program"].insert_rows(2)
        book["Program"]["F3"] = "121"
        book.save(tmp_path / "eselon-3.xlsx")
        assert findings(tmp_path) == ["buku-kembar: eselon-3.xlsx"]

    def test_two_bidang_of_one_echelon_are_merged(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        other = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator  | Target | Satuan |
    | S1         | P2   | Program B | Meningkatnya C  | Persentase | 80     | %      |
    """
        workbook("eselon-3", {"Program": other}).save(tmp_path / "eselon-3 mutasi.xlsx")
        tables, found = read_folder(tmp_path)
        assert said(found) == []
        assert column(tables, "kode") == ["S1", "P1", "P2", "K1"]

    def test_two_blank_books_have_no_rows_to_double(self, tmp_path: Path) -> None:
        for name in ("eselon-3.xlsx", "eselon-3 b.xlsx"):
            shutil.copy(BLANK_BOOKS / "eselon-3.xlsx", tmp_path / name)
        assert "buku-kembar" not in " ".join(findings(tmp_path))

    def test_two_decrees(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        other = {
            "Identitas": "| Isian | Isi |\n| Tahun | 2031 |",
            "Menimbang": "| Isi |\n| bahwa X; |",
        }
        workbook("keputusan", other).save(tmp_path / "keputusan-2031.xlsx")
        assert findings(tmp_path) == ["dua-buku-keputusan: keputusan-2031.xlsx"]


class TestOtherFormats:
    def test_macros_are_named_and_the_book_is_read(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        (tmp_path / "eselon-3.xlsx").unlink()
        with zipfile.ZipFile(tmp_path / "eselon-3.xlsm", "w") as after:
            with zipfile.ZipFile(BytesIO(good())) as before:
                for name in before.namelist():
                    after.writestr(name, before.read(name))
            after.writestr("xl/vbaProject.bin", b"makro")
        assert findings(tmp_path) == ["buku-bermakro: eselon-3.xlsm"]
        assert "eselon-3.xlsm" in names(tmp_path)

    def test_without_libreoffice_the_way_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        write_folder(tmp_path)
        ods = zipped(
            mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_DOT_xml=b""
        )
        (tmp_path / "eselon-3.ods").write_bytes(ods)
        _, found = read_books(tmp_path)
        assert said(found) == ["format-lain: eselon-3.ods"]
        assert "OpenDocument (.ods)" in found[0].message
        assert "LibreOffice tidak terpasang" in found[0].message

    @pytest.mark.requires("soffice")
    @pytest.mark.parametrize("format", ["ods", "xls"])
    def test_libreoffice_reads_the_others(self, tmp_path: Path, format: str) -> None:
        write_folder(tmp_path)
        source = tmp_path / "eselon-3.xlsx"
        soffice.convert(source, format, tmp_path)
        source.unlink()
        tables, found = read_folder(tmp_path)
        assert said(found) == []
        assert column(tables, "kode") == ["S1", "P1", "K1"]

    def test_a_strict_book_is_one_of_the_others(self, tmp_path: Path) -> None:
        def make_strict(name: str, part: bytes) -> bytes:
            transitional = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            return part.replace(transitional, b"http://purl.oclc.org/ooxml/spreadsheetml/main")

        (tmp_path / "eselon-3.xlsx").write_bytes(edited(make_strict))
        opened = open_package(tmp_path / "eselon-3.xlsx")
        assert opened is package.OtherFormat.STRICT

    @pytest.mark.requires("soffice")
    def test_what_libreoffice_cannot_read_is_told(self, tmp_path: Path) -> None:
        write_folder(tmp_path)
        (tmp_path / "lama.xls").write_bytes(package._OLE + "Workbook".encode("utf-16-le") * 99)
        assert findings(tmp_path) == ["format-lain: lama.xls"]

    @pytest.mark.requires("soffice")
    def test_a_book_saved_by_libreoffice_says_the_same(self, tmp_path: Path) -> None:
        before, after = tmp_path / "excel", tmp_path / "libreoffice"
        before.mkdir()
        after.mkdir()
        write_folder(before)
        soffice.convert(sorted(before.glob("*.xlsx")), "xlsx", after)
        tables, found = read_folder(after)
        assert said(found) == []
        assert tables.baris.equals(read_folder(before)[0].baris)


def test_a_book_says_what_it_is_in_a_property_that_stays() -> None:
    with zipfile.ZipFile(BytesIO(good())) as archive:
        assert KIND_PROPERTY.encode() in archive.read("docProps/custom.xml")

"""Every kind of edit is listed with its place, and a value with the cell it came from."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from generator.opc.parts import read_parts
from generator.revision.read.edits import EditMade, Suntingan, edits_of
from generator.revision.read.stories import Stories
from generator.revision.stamp import Stamp, read_stamp
from generator.word.wordml import drop
from tests.revision.offices import first_year

DECREE = first_year("pohon")
CONSIDERING = 'tabel "Menimbang dan Mengingat", baris 1, sel 3'


def edits(edit: Callable[[Document], object]) -> list[EditMade]:
    document = docx.Document(BytesIO(DECREE))
    edit(document)
    buffer = BytesIO()
    document.save(buffer)
    stamp = read_stamp(DECREE)
    assert isinstance(stamp, Stamp)
    base, now = (Stories(read_parts(one)) for one in (stamp.base, buffer.getvalue()))
    return list(edits_of(stamp, base, now))


def _item(document: Document) -> Paragraph:
    first: Paragraph = document.tables[0].rows[0].cells[2].paragraphs[0]
    return first


def test_untouched_decree_has_none() -> None:
    assert edits(lambda _: None) == []


def test_value_has_its_cell_and_stands_alone_without_the_fixed_text_around_it() -> None:
    def fill_in(document: Document) -> None:
        nomor = next(one for one in document.paragraphs if one.text.startswith("NOMOR"))
        nomor.runs[-1].text = "31/SK/2022"

    (edit,) = edits(fill_in)
    assert (edit.kind, edit.new) == (Suntingan.TEKS, "31/SK/2022")
    assert set(edit.old) == {"…"}
    assert edit.anchor is not None
    assert edit.anchor.place.book == "keputusan.xlsx"


def test_value_has_its_cell_even_when_its_bookmark_is_lost() -> None:
    (edit,) = edits(lambda document: setattr(_item(document), "text", "bahwa kinerja perlu;"))
    assert edit.anchor is not None
    assert (edit.anchor.place.sheet, edit.anchor.place.cell) == ("Menimbang", "A2")
    assert (edit.old, edit.new) == ("bahwa kinerja satu perlu ditata;", "bahwa kinerja perlu;")


@pytest.mark.parametrize(
    ("edit", "kind", "place", "new"),
    [
        (
            lambda document: _item(document).insert_paragraph_before("bahwa baru;"),
            *(Suntingan.DITAMBAH, CONSIDERING, "bahwa baru;"),
        ),
        (lambda document: drop(_item(document)._p), Suntingan.DIHAPUS, CONSIDERING, ""),
        (
            lambda document: setattr(_item(document).runs[0], "bold", True),
            *(Suntingan.BENTUK, f"{CONSIDERING}, tebal", "ya"),
        ),
        (
            lambda document: setattr(document.sections[0], "left_margin", Pt(100)),
            *(Suntingan.HALAMAN, "bagian 1, tepi halaman", "1134 1134 1134 2000"),
        ),
        (
            lambda document: document.sections[0].header.paragraphs[0].add_run("rahasia"),
            *(
                Suntingan.KEPALA_KAKI,
                "kepala halaman bagian 1 (halaman biasa), paragraf 1",
                "rahasia",
            ),
        ),
        (
            lambda document: setattr(document.styles["Pohon Isi"].font, "size", Pt(7)),
            *(Suntingan.GAYA, 'gaya "Pohon Isi", ukuran huruf', "14"),
        ),
        (
            lambda document: document.add_comment(_item(document).runs[0], "Benar?", "Hukum", "H"),
            *(Suntingan.KOMENTAR, "oleh Hukum", "Benar?"),
        ),
    ],
    ids=[
        one.name
        for one in Suntingan
        if one not in (Suntingan.TEKS, Suntingan.GAMBAR, Suntingan.REVISI)
    ],
)
def test_kind_and_place(
    edit: Callable[[Document], object], kind: Suntingan, place: str, new: str
) -> None:
    (found,) = edits(edit)
    assert (found.kind, found.place, found.new) == (kind, place, new)

"""Who answers for a box: named where boxes would otherwise read alike, or in all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.buat import make
from generator.cascade.model import Cascade, Jenis
from generator.lampiran.content.boxes import plain
from generator.lampiran.layout.pages import lay_out
from tests.support.drawn_word import F4
from tests.support.sheets import IDENTITAS, write_folder
from tests.support.trees import answered, jenjang, puskesmas, simpul
from tests.support.word_text import lines, open_word


def test_46_puskesmas_with_the_same_words_are_told_apart() -> None:
    sheets = lay_out(puskesmas(), F4).sheets
    cells = [cell for sheet in sheets for chart in sheet.charts for cell in chart.cells]
    texts = {plain(alinea) for cell in cells for alinea in cell.teks}
    wanted = {f"Penanggung Jawab: Kepala UPTD Puskesmas Wilayah {nth}" for nth in range(1, 47)}
    assert wanted <= texts


def test_boxes_that_differ_do_not_name_who_answers() -> None:
    leaves = [
        answered(simpul(Jenis.SUB_KEGIATAN, "Rapi", [("Jumlah", "1")], nama=name), name)
        for name in ("Penataan", "Pendataan")
    ]
    goal = simpul(
        Jenis.UTAMA, "AMAN", (), [simpul(Jenis.PROGRAM, "Tertib", (), leaves, "Program A")]
    )
    sheets = lay_out(Cascade(jenjang(), (), (goal,)), F4).sheets
    cells = [cell for sheet in sheets for chart in sheet.charts for cell in chart.cells]
    texts = [plain(alinea) for cell in cells for alinea in cell.teks]
    assert {"Penataan", "Pendataan"} <= set(texts)
    assert not [one for one in texts if one.startswith("Penanggung Jawab")]


@pytest.mark.parametrize(("said", "times"), [("Ya", 1), ("Tidak", 0), ("", 0)])
def test_a_key_names_them_in_every_box(tmp_path: Path, said: str, times: int) -> None:
    books = {
        "keputusan": {
            "Identitas": f"{IDENTITAS.rstrip()}\n| Penanggung Jawab di Kotak | {said} |\n"
        },
        "eselon-3": {
            "Program": """
            | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Penanggung Jawab |
            | S1         | P1   | Program A | Meningkatnya B  | Jumlah    | 120    | Kepala Bidang A  |
            """  # noqa: E501
        },
    }
    write_folder(tmp_path, books)
    assert make(tmp_path, tmp_path / "hasil").exit_code == 0
    (path,) = (tmp_path / "hasil").glob("*.docx")
    texts = lines(open_word(path))
    assert texts.count("Penanggung Jawab: Kepala Bidang A") == times

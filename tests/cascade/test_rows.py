"""The row rules: what a blank cell means, and what cannot be known."""

from __future__ import annotations

from pathlib import Path

from tests.support.outline import build, build_all, outline

NOTHING_BELOW = {
    "eselon-3": {
        "Program": "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |"
    },
    "eselon-4": {
        "Sub Kegiatan": "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target |"
    },
}


def test_a_blank_kode_continues_the_row_above(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    |            |      |       |         | Dua       | 2      |
    |            |      |       | Naik A  | Tiga      | 3      |
    """
    cascade, findings = build_all(tmp_path, {"eselon-2": {"Sasaran": table}, **NOTHING_BELOW})
    assert outline(cascade) == ["S1 Naik A: Satu = 1, Dua = 2, Tiga = 3"]
    assert findings == []


def test_a_kode_repeated_on_the_next_row_continues_it(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    |            | s1   | Utama | Naik A  | Dua       | 2      |
    """
    cascade, findings = build_all(tmp_path, {"eselon-2": {"Sasaran": table}, **NOTHING_BELOW})
    assert outline(cascade) == ["S1 Naik A: Satu = 1, Dua = 2"]
    assert findings == []


def test_merged_cells_stand_for_every_row_they_cover(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    |            | ^    | ^     | ^       | Dua       | 2      |
    """
    cascade, findings = build_all(tmp_path, {"eselon-2": {"Sasaran": table}, **NOTHING_BELOW})
    assert outline(cascade) == ["S1 Naik A: Satu = 1, Dua = 2"]
    assert findings == []


def test_program_and_parent_are_as_above_where_blank(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    |            | P2   |           | Naik C          | Dua       | 2      |
    """
    cascade, findings = build(tmp_path, "eselon-3", {"Program": table})
    first, second = cascade.akar[0].anak
    assert (str(first.nama), str(second.nama)) == ("Program A", "Program A")
    assert second.nama is not None
    assert second.nama.place.cell == "C2"
    assert findings == []


def test_indikator_and_target_never_fill_down(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    | S1         | P2   | Program A | Naik C          |           |        |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["simpul-tanpa-indikator: eselon-3.xlsx Program E3"]


def test_a_first_row_without_kode_continues_nothing(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         |      | Program A | Naik B          | Satu      | 1      |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["kode-kosong: eselon-3.xlsx Program B2"]


def test_another_sasaran_without_kode_is_wrong(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    |            |      |       | Naik B  | Dua       | 2      |
    """
    _, findings = build(tmp_path, "eselon-2", {"Sasaran": table})
    assert findings == ["sasaran-tanpa-kode: eselon-2.xlsx Sasaran D3"]


def test_another_program_without_kode_is_wrong(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    |            |      | Program B |                 | Dua       | 2      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["isian-tanpa-kode: eselon-3.xlsx Program C3"]


def test_a_repeated_kode_with_another_text_is_wrong(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    |            | S1   | Utama | Naik B  | Dua       | 2      |
    """
    _, findings = build(tmp_path, "eselon-2", {"Sasaran": table})
    assert findings == ["kode-berubah-isi: eselon-2.xlsx Sasaran D3"]


def test_a_kode_used_elsewhere_again_is_wrong(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    | S1         | P2   | Program A | Naik C          | Dua       | 2      |
    | S1         | P1   | Program A | Naik B          | Tiga      | 3      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["kode-ganda: eselon-3.xlsx Program B4"]


def test_a_blank_kode_induk_on_sheet_sasaran_means_no_parent(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    |            | S1   | Utama | Naik A  | Satu      | 1      |
    | S1         | S2   | Utama | Naik B  | Dua       | 2      |
    |            | S3   | Utama | Naik C  | Tiga      | 3      |
    """
    cascade, findings = build_all(tmp_path, {"eselon-2": {"Sasaran": table}, **NOTHING_BELOW})
    assert outline(cascade) == [
        "S1 Naik A: Satu = 1",
        "  S2 Naik B: Dua = 2",
        "S3 Naik C: Tiga = 3",
    ]
    assert findings == []


def test_after_another_jenis_a_blank_kode_induk_is_unclear(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan     | A    | Naik A  | Satu      | 1      |
    |            | K2   | Sub Kegiatan | B    | Naik B  | Dua       | 2      |
    """
    _, findings = build_all(
        tmp_path,
        {"eselon-4": {"Sub Kegiatan": table}, "keputusan": {"Jenjang": JENJANG_WITH_KEGIATAN}},
    )
    assert findings == ["induk-tidak-jelas: eselon-4.xlsx Sub Kegiatan A3"]


def test_a_blank_nama_after_another_jenis_is_not_as_above(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan     | A    | Naik A  | Satu      | 1      |
    | K1         | K2   | Sub Kegiatan |      | Naik B  | Dua       | 2      |
    """
    _, findings = build_all(
        tmp_path,
        {"eselon-4": {"Sub Kegiatan": table}, "keputusan": {"Jenjang": JENJANG_WITH_KEGIATAN}},
    )
    assert findings == ["isian-kosong: eselon-4.xlsx Sub Kegiatan D3"]


def test_a_kegiatan_with_children_needs_no_sasaran_of_its_own(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan     | A    |         |           |        |
    | K1         | K2   | Sub Kegiatan | B    | Naik B  | Dua       | 2      |
    | P1         | K3   | Kegiatan     | C    |         |           |        |
    """
    cascade, findings = build_all(
        tmp_path,
        {"eselon-4": {"Sub Kegiatan": table}, "keputusan": {"Jenjang": JENJANG_WITH_KEGIATAN}},
    )
    assert outline(cascade)[2:4] == ["    K1", "      K2 Naik B: Dua = 2"]
    assert findings == [
        "sasaran-kegiatan-kosong: eselon-4.xlsx Sub Kegiatan E4",
        "simpul-tanpa-indikator: eselon-4.xlsx Sub Kegiatan F4",
    ]


def test_pagu_of_a_box_stands_once(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target | Pagu      |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      | `1000000` |
    |            |      |           |                 | Dua       | 2      | `2000000` |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["isian-kotak-berbeda: eselon-3.xlsx Program G3"]


JENJANG_WITH_KEGIATAN = """
    | Tingkat       | Label      | Judul Indikator | Judul Target |
    | Sasaran Utama | ESELON II  | INDIKATOR       | TARGET       |
    | Program       | ESELON III | Indikator       | Target       |
    | Kegiatan      | ESELON IV  | Indikator       | Target       |
    | Sub Kegiatan  | ESELON IV  | Indikator       | Target       |
"""

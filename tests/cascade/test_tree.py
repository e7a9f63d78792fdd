"""The tree: parents by code, levels in use, order, numbers and lasting names."""

from __future__ import annotations

from pathlib import Path

from generator.cascade.model import Jenis, boxes
from tests.cascade.test_rows import JENJANG_WITH_KEGIATAN, NOTHING_BELOW
from tests.support.outline import build, build_all, outline


def test_the_good_folder_is_one_branch(tmp_path: Path) -> None:
    cascade, findings = build_all(tmp_path, {})
    assert outline(cascade) == [
        "S1 MENINGKATNYA A: Persentase = 68%",
        "  P1 Meningkatnya B: Jumlah = 120 Orang",
        "    K1 Meningkatnya C: Jumlah = 12 Bulan",
    ]
    assert findings == []


def test_every_value_knows_its_cell_and_has_a_lasting_name(tmp_path: Path) -> None:
    cascade, _ = build_all(tmp_path, {})
    program = cascade.akar[0].anak[0]
    target = program.indikator[0].target.isian
    assert str(target.place) == 'eselon-3.xlsx › lembar "Program" › sel F2 (kolom "Target")'
    assert target.identity == ("eselon-3", "Program", "P1", "0", "target")
    assert program.nama is not None
    assert program.nama.identity == ("eselon-3", "Program", "P1", "nama")


def test_a_choice_with_its_text_is_taken_as_its_code(tmp_path: Path) -> None:
    table = """
    | Kode Induk          | Kode | Program | Sasaran Program | Indikator | Target |
    | S1 – MENINGKATNYA A | P1   | A       | Naik B          | Satu      | 1      |
    """
    cascade, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert [child.kode for child in cascade.akar[0].anak] == ["P1"]
    assert findings == []


def test_a_choice_whose_text_has_changed_since_asks_to_look(tmp_path: Path) -> None:
    table = """
    | Kode Induk        | Kode | Program | Sasaran Program | Indikator | Target |
    | S1 – BERKURANGNYA | P1   | A       | Naik B          | Satu      | 1      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["buku-berselisih: eselon-3.xlsx Program A2"]


def test_kode_induk_may_differ_in_case_and_spaces(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | s1         | P1   | A       | Naik B          | Satu      | 1      |
    """
    cascade, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert [child.kode for child in cascade.akar[0].anak] == ["P1"]
    assert findings == []


def test_an_unknown_parent_is_an_orphan(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | S1         | P1   | A       | Naik B          | Satu      | 1      |
    | S9         | P2   | B       | Naik C          | Dua       | 2      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["induk-tidak-ditemukan: eselon-3.xlsx Program A3"]


def test_a_program_without_parent_is_wrong(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    |            | P1   | A       | Naik B          | Satu      | 1      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["induk-kosong: eselon-3.xlsx Program A2"]


def test_a_sub_kegiatan_under_a_sasaran_skips_program(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | S1         | K1   | Sub Kegiatan | A    | Naik A  | Satu      | 1      |
    """
    _, findings = build(tmp_path, "eselon-4", {"Sub Kegiatan": table})
    assert findings == ["jenjang-terlewati: eselon-4.xlsx Sub Kegiatan A2"]


def test_without_program_in_use_a_sub_kegiatan_hangs_on_a_sasaran(tmp_path: Path) -> None:
    jenjang = """
    | Tingkat       | Label      | Judul Indikator | Judul Target |
    | Sasaran Utama | ESELON III | INDIKATOR       | TARGET       |
    | Sub Kegiatan  | ESELON IV  | Indikator       | Target       |
    """
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | S1         | K1   | Sub Kegiatan | A    | Naik A  | Satu      | 1      |
    """
    cascade, findings = build_all(
        tmp_path,
        {
            "keputusan": {"Jenjang": jenjang},
            "eselon-3": NOTHING_BELOW["eselon-3"],
            "eselon-4": {"Sub Kegiatan": table},
        },
    )
    assert outline(cascade) == ["S1 MENINGKATNYA A: Persentase = 68%", "  K1 Naik A: Satu = 1"]
    assert findings == []


def test_a_program_cannot_hang_on_a_sub_kegiatan(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |
    | S1         | P1   | A       | Naik B          | Satu      | 1      |
    | K1         | P2   | B       | Naik C          | Dua       | 2      |
    """
    _, findings = build(tmp_path, "eselon-3", {"Program": table})
    assert findings == ["induk-salah-jenjang: eselon-3.xlsx Program A3"]


def test_a_circle_is_told_once_with_its_chain(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    | S2         | S1   | Utama | Naik A  | Satu      | 1      |
    | S3         | S2   | Utama | Naik B  | Dua       | 2      |
    | S1         | S3   | Utama | Naik C  | Tiga      | 3      |
    |            | S4   | Utama | Naik D  | Empat     | 4      |
    """
    cascade, findings = build_all(tmp_path, {"eselon-2": {"Sasaran": table}, **NOTHING_BELOW})
    assert findings == ["induk-melingkar: eselon-2.xlsx Sasaran A2"]
    assert outline(cascade) == ["S4 Naik D: Empat = 4"]


def test_a_level_that_is_not_in_use_must_be_empty(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis    | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan | A    | Naik A  | Satu      | 1      |
    | P1         | K2   | Kegiatan | B    | Naik B  | Satu      | 1      |
    """
    _, findings = build(tmp_path, "eselon-4", {"Sub Kegiatan": table})
    assert findings == ["jenjang-tidak-dipakai: eselon-4.xlsx Sub Kegiatan B2"]


def test_a_row_with_a_bad_key_raises_nothing_more(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode         | Program | Sasaran Program | Indikator | Target |
    | S1         | `2022-01-10` | A       | Naik B          | Satu      | 1      |
    |            |              |         |                 | Dua       | 2      |
    """
    _, findings = build_all(
        tmp_path, {"eselon-3": {"Program": table}, "eselon-4": NOTHING_BELOW["eselon-4"]}
    )
    assert findings == ["kode-tanggal: eselon-3.xlsx Program B2"]


def test_sasaran_are_numbered_within_their_jenis(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis     | Sasaran | Indikator | Target |
    |            | S1   | Utama     | Naik A  | Satu      | 1      |
    |            | SP1  | Pendukung | Naik B  | Dua       | 2      |
    |            | S2   | Utama     | Naik C  | Tiga      | 3      |
    """
    jenjang = """
    | Tingkat           | Label     | Judul Indikator | Judul Target |
    | Sasaran Utama     | ESELON II | INDIKATOR       | TARGET       |
    | Sasaran Pendukung | ESELON II | INDIKATOR       | TARGET       |
    """
    cascade, _ = build_all(
        tmp_path,
        {"eselon-2": {"Sasaran": table}, "keputusan": {"Jenjang": jenjang}, **NOTHING_BELOW},
    )
    assert [(node.kode, node.nomor) for node in cascade.akar] == [("S1", 1), ("SP1", 1), ("S2", 2)]


def test_programs_of_one_name_under_one_parent_share_a_box(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target |
    | S1         | P1   | Program A | Naik B          | Satu      | 1      |
    | S1         | P2   | Program B | Naik C          | Dua       | 2      |
    | S1         | P3   | Program A | Naik D          | Tiga      | 3      |
    """
    cascade, _ = build(tmp_path, "eselon-3", {"Program": table})
    drawn = [[node.kode for node in box.simpul] for box in boxes(cascade.akar[0].anak)]
    assert drawn == [["P1", "P3"], ["P2"]]


def test_kegiatan_carry_their_sub_kegiatan(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran | Indikator | Target |
    | P1         | K1   | Kegiatan     | A    | Naik A  | Satu      | 1      |
    | K1         | K2   | Sub Kegiatan | B    | Naik B  | Dua       | 2      |
    | P1         | K3   | Sub Kegiatan | C    | Naik C  | Tiga      | 3      |
    """
    cascade, findings = build_all(
        tmp_path,
        {"eselon-4": {"Sub Kegiatan": table}, "keputusan": {"Jenjang": JENJANG_WITH_KEGIATAN}},
    )
    assert outline(cascade)[2:] == [
        "    K1 Naik A: Satu = 1",
        "      K2 Naik B: Dua = 2",
        "    K3 Naik C: Tiga = 3",
    ]
    assert findings == []


def test_kinerja_daerah_stands_in_the_top_box(tmp_path: Path) -> None:
    daerah = """
    | Kode | Sasaran Daerah | Indikator | Target |
    | D1   | Naiknya tata   | Indeks RB | 72,5   |
    """
    sasaran = """
    | Kode Induk | Kode | Jenis | Sasaran | Indikator | Target |
    | D1         | S1   | Utama | Naik A  | Satu      | 1      |
    """
    cascade, findings = build(tmp_path, "eselon-2", {"Kinerja Daerah": daerah, "Sasaran": sasaran})
    assert [node.kode for node in cascade.kinerja_daerah] == ["D1"]
    assert cascade.kinerja_daerah[0].jenis is Jenis.KEPALA_DAERAH
    assert [node.kode for node in cascade.akar] == ["S1"]
    assert findings == []


def test_several_books_of_one_echelon_are_one_level(tmp_path: Path) -> None:
    of_bidang_10 = """
    | Kode Induk | Kode | Program                | Sasaran Program    | Indikator | Target |
    | S1         | P2   | Program Penataan Ruang | Tertatanya wilayah | Luas      | 7      |
    """
    build(tmp_path, "eselon-3", {"Program": of_bidang_10})
    (tmp_path / "eselon-3.xlsx").rename(tmp_path / "eselon-3 bidang 10.xlsx")
    cascade, findings = build_all(tmp_path, {})
    assert [child.kode for child in cascade.akar[0].anak] == ["P1", "P2"]
    assert findings == []

"""What was left empty: once where it is empty throughout, else place by place."""

from __future__ import annotations

from pathlib import Path

from tests.cascade.checks.checked import cells, check


def officers(folder: Path, sasaran: str, *program: str) -> list[str]:
    """Check the Penanggung Jawab of a sasaran and of its programs, a box each."""
    eselon_2 = f"""
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator    | Target | Penanggung Jawab |
    |            | S1   | Utama | MENINGKATNYA A | Persentase A | 68%    | {sasaran}        |
    """
    head = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target "
    rows = [
        f"| S1 | P{n} | Program {n} | Meningkatnya {n} | Jumlah {n} | 12 Orang | {one} |"
        for n, one in enumerate(program, start=1)
    ]
    eselon_3 = "\n".join([head + "| Penanggung Jawab |", *rows])
    books = {"eselon-2": {"Sasaran": eselon_2}, "eselon-3": {"Program": eselon_3}}
    findings = check(folder, books)
    return [
        place for place in cells(findings, "penanggung-jawab-kosong") if "eselon-4" not in place
    ]


def test_a_box_without_officer_among_others_is_found(tmp_path: Path) -> None:
    assert officers(tmp_path, "Kepala Badan", "Kabid Mutasi", "") == ["eselon-3 G3"]


def test_a_sheet_without_officers_is_one_finding(tmp_path: Path) -> None:
    assert officers(tmp_path, "Kepala Badan", "", "") == ["eselon-3 Program"]


def test_a_box_of_two_sasaran_needs_one_officer(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target   | Penanggung Jawab |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah B  | 12 Orang | Kabid Mutasi     |
    | S1         | P2   | Program A | Meningkatnya C  | Jumlah C  | 12 Orang |                  |
    """
    findings = check(tmp_path, {"eselon-3": {"Program": table}})
    assert "eselon-3 G3" not in cells(findings, "penanggung-jawab-kosong")


def test_no_officer_anywhere_is_an_empty_column(tmp_path: Path) -> None:
    findings = check(tmp_path, {})
    assert cells(findings, "penanggung-jawab-kosong") == []
    assert [one.facts["judul"] for one in findings if one.rule.name == "kolom-kosong"] == [
        "Target Tahun Lalu",
        "Formulasi",
        "Penanggung Jawab",
        "Pagu",
    ]


def test_a_column_filled_once_is_not_empty_throughout(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator | Target   | Pagu   | Formulasi |
    | S1         | P1   | Program A | Meningkatnya B  | Jumlah B  | 12 Orang | `1000` | B         |
    """
    findings = check(tmp_path, {"eselon-3": {"Program": table}})
    assert [one.facts["judul"] for one in findings if one.rule.name == "kolom-kosong"] == [
        "Target Tahun Lalu",
        "Penanggung Jawab",
    ]


def test_an_empty_column_is_named_by_its_letter(tmp_path: Path) -> None:
    table = """
    | Kode Induk | Kode | Jenis | Sasaran        | Indikator    | Target | Pagu |
    |            | S1   | Utama | MENINGKATNYA A | Persentase A | 68%    |      |
    """
    findings = check(tmp_path, {"eselon-2": {"Sasaran": table}})
    places = [str(one.place) for one in findings if one.rule.name == "kolom-kosong"]
    assert places[-1] == 'eselon-2.xlsx › lembar "Sasaran" › kolom G (kolom "Pagu")'


def test_an_empty_top_box_is_found(tmp_path: Path) -> None:
    (found,) = (one for one in check(tmp_path, {}) if one.rule.name == "kinerja-daerah-kosong")
    assert found.message.startswith('Kotak "BUPATI" akan tercetak kosong')
    assert str(found.place) == 'eselon-2.xlsx › lembar "Kinerja Daerah"'


def test_a_filled_or_unused_top_box_is_well(tmp_path: Path) -> None:
    filled = """
    | Kode | Sasaran Daerah | Indikator | Target | Satuan |
    | D1   | Meningkatnya X | Indeks X  | 72     | Poin   |
    """
    unused = """
    | Tingkat       | Label      | Judul Kotak      | Judul Indikator | Judul Target |
    | Sasaran Utama | ESELON II  | SASARAN {nomor}  | INDIKATOR       | TARGET       |
    | Program       | ESELON III |                  | Indikator       | Target       |
    | Sub Kegiatan  | ESELON IV  |                  | Indikator       | Target       |
    """
    for books in ({"eselon-2": {"Kinerja Daerah": filled}}, {"keputusan": {"Jenjang": unused}}):
        assert cells(check(tmp_path, books), "kinerja-daerah-kosong") == []

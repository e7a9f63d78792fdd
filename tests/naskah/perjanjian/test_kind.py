"""Agreements of performance from the clean example: who signs what with whom, and what lasts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from openpyxl import load_workbook

from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import DONE, MEND, MISUSE
from generator.app.perbarui import update_document, update_documents
from generator.app.periksa import check
from generator.app.tahun_baru import begin_year
from generator.app.template import add_books
from generator.app.usulan_balik import bring_back
from generator.naskah.perjanjian.form import FORM
from generator.naskah.perjanjian.kind import PERJANJIAN
from generator.opc.parts import read_parts
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT
from scripts.make_perjanjian_template import STYLES as TEMPLATE_STYLES
from scripts.make_perjanjian_template import document as template_document
from tests.support.outcomes import entered, summary
from tests.support.perjanjian import (
    FOLDER,
    Cells,
    agreements,
    cells_of,
    edit,
    money,
    row_of,
    rules,
    table,
    texts,
    type_over,
    with_officials,
)
from tests.support.sheets import said
from tests.support.tracked import accept, body, lines, reject

STATEMENT = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:",
    "selanjutnya disebut pihak pertama",
    "selaku atasan pihak pertama, selanjutnya disebut pihak kedua",
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja "
    "tersebut menjadi tanggung jawab kami.",
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi.",
)
"""PermenPANRB 53/2014, Lampiran I, anak lampiran I/2-6."""


@cache
def papers() -> dict[str, Path]:
    """Return the agreements of the clean example by office, made once."""
    folder = Path(mkdtemp())
    return agreements(with_officials(folder / "berkas"), folder / "hasil")


def juta(*amounts: int) -> list[str]:
    return [f"Rp{amount * 1_000_000:,}".replace(",", ".") for amount in amounts]


def test_the_template_is_what_its_script_makes() -> None:
    made = FORM.stock_source()
    parts = read_parts(FORM.stock_file())
    assert parts[DOCUMENT].decode().endswith(template_document()), "run make generated"
    assert "Pihak pertama berjanji" in made
    assert all(style.encode() in parts["word/styles.xml"] for style in TEMPLATE_STYLES)


def test_without_officials_there_is_the_decree_alone(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    make(folder, tmp_path / "dengan")
    (folder / "pejabat.xlsx").unlink()
    outcome = make(folder, tmp_path / "tanpa")

    assert outcome.exit_code == DONE
    (alone,) = (tmp_path / "tanpa").iterdir()
    same = tmp_path / "dengan" / alone.name
    assert read_parts(same)[DOCUMENT] == read_parts(alone)[DOCUMENT]


def test_a_fault_among_officials_holds_up_their_papers_alone(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas", {("pejabat", "Pejabat", "A4"): "Kepala Dinas"})
    outcome = make(folder, tmp_path / "hasil")

    assert "jabatan-ganda" in rules(outcome)
    assert outcome.exit_code == MEND
    assert [path.suffix for path in (tmp_path / "hasil").iterdir()] == [".docx"]
    assert summary(outcome)[-1] == (
        "Perjanjian kinerja belum dapat dibuat; betulkan dulu yang bertingkat Salah."
    )


def test_the_decree_alone_is_asked_for(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas", {("pejabat", "Pejabat", "A4"): "Kepala Dinas"})
    outcome = make(folder, tmp_path / "hasil", only=["keputusan"])

    assert outcome.exit_code == DONE
    (decree,) = (tmp_path / "hasil").iterdir()
    assert decree.name.startswith("SK Cascading")


def test_every_official_gets_a_sound_paper(tmp_path: Path) -> None:
    assert len(papers()) == 22
    assert {path for path in papers().values() if check_structure(Package(read_parts(path)))} == (
        set()
    )
    assert summary(check(with_officials(tmp_path)))[-1] == ("Perjanjian kinerja (22) dapat dibuat.")


def test_the_statement_stands_word_for_word_once() -> None:
    for path in papers().values():
        printed = texts(path)
        assert [printed.count(one) for one in STATEMENT] == [1] * len(STATEMENT), path
        assert printed.count("PERJANJIAN KINERJA TAHUN 2024") == 2


@pytest.mark.parametrize(
    ("jabatan", "atasan", "indikator", "baris", "jumlah"),
    [
        ("Kepala Dinas", "Bupati Lembah Sagara", 8, (4950, 2030, 1150, 1120, 24360), 33610),
        ("Sekretaris Dinas", "Kepala Dinas", 2, (360, 24000), 24360),
        ("Kepala Bidang Kesehatan Masyarakat", "Kepala Dinas", 4, (4950, 1120), 6070),
        ("Kepala Bidang Sumber Daya Kesehatan", "Kepala Dinas", 2, (1480, 550, 1150), 3180),
        (
            "Kepala Seksi Kesehatan Keluarga",
            "Kepala Bidang Kesehatan Masyarakat",
            3,
            (1450, 1300, 1250, 950),
            4950,
        ),
        (
            "Analis Sumber Daya Manusia Kesehatan",
            "Kepala Seksi Sumber Daya Manusia Kesehatan",
            3,
            (1480, 550),
            2030,
        ),
        ("Pengelola Gizi", "Kepala Seksi Kesehatan Keluarga", 1, (950,), 950),
    ],
)
def test_performance_money_and_superior_follow_from_the_tree(
    jabatan: str, atasan: str, indikator: int, baris: tuple[int, ...], jumlah: int
) -> None:
    path = papers()[jabatan]
    assert table(path, "Identitas pihak kedua")[1][2] == atasan
    assert len(table(path, "Sasaran, indikator, dan target")) == indikator
    *rows, total = money(path)
    assert [row[2] for row in rows if row[0]] == juta(*baris)
    assert total[1:3] == ("JUMLAH", *juta(jumlah))


def test_several_nodes_above_head_their_own_rows() -> None:
    rows = money(papers()["Analis Sumber Daya Manusia Kesehatan"])
    assert [(row[0], row[2]) for row in rows] == [
        ("", "Rp1.480.000.000"),
        ("1.", "Rp1.480.000.000"),
        ("", "Rp550.000.000"),
        ("2.", "Rp550.000.000"),
        ("", "Rp2.030.000.000"),
    ]


def test_a_new_official_and_new_targets_leave_edits_alone(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    edited = agreements(folder, tmp_path / "hasil")["Kepala Dinas"]
    edit(edited, "melakukan supervisi", "memberikan supervisi")
    before = lines(body(edited))
    type_over(
        folder,
        {
            ("pejabat", "Pejabat", "B3"): "NAMA KEPALA BARU, M.Kes.",
            ("pejabat", "Pejabat", "C3"): "Pembina Utama Madya",
            ("pejabat", "Pejabat", "D3"): "19750707 200003 1 007",
        },
    )
    outcome = update_document(edited, folder, tmp_path / "baru.docx", force=False, day=None)

    assert outcome.exit_code == DONE
    assert entered(outcome).conflicts == ()
    assert {one.new for one in entered(outcome).entered} == {
        "NAMA KEPALA BARU, M.Kes.",
        "Pembina Utama Madya",
        "19750707 200003 1 007",
    }
    new = lines(accept(body(tmp_path / "baru.docx")))
    assert lines(reject(body(tmp_path / "baru.docx"))) == before
    assert sum("NAMA KEPALA BARU, M.Kes." in line for line in new) == 3
    assert sum("Pembina Utama Madya" in line for line in new) == 2
    assert sum("19750707 200003 1 007" in line for line in new) == 2
    assert sum("memberikan supervisi" in line for line in new) == 1


def test_all_edited_papers_of_a_folder_are_renewed_at_once(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    papers = agreements(folder, tmp_path / "hasil")
    for jabatan in ("Kepala Dinas", "Sekretaris Dinas"):
        edit(papers[jabatan], "melakukan supervisi", "memberikan supervisi")
    type_over(folder, {("pejabat", "Pejabat", "B3"): "NAMA KEPALA BARU, M.Kes."})
    outcome = update_documents(papers["Kepala Dinas"].parent, folder, force=False, day=None)

    assert outcome.exit_code == DONE
    assert sorted(path.stem for path in papers["Kepala Dinas"].parent.glob("*(diperbarui)*")) == [
        "PK 2024 Kepala Dinas (diperbarui)",
        "PK 2024 Sekretaris Dinas (diperbarui)",
    ]
    assert [line for line in summary(outcome) if line.startswith("Terbawa")] == [
        "Terbawa: 1 suntingan orang."
    ] * 2
    assert summary(outcome)[-1] == (
        "20 naskah lain belum disunting orang; perintah buat membuatnya baru."
    )


def test_the_paper_of_an_office_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    agreements(folder, tmp_path / "hasil")
    type_over(folder, {("pejabat", "Pejabat", f"{letter}24"): None for letter in "ABCD"})
    outcome = make(folder, tmp_path / "hasil")
    (found,) = [one for one in outcome.findings if one.rule.name == "naskah-tanpa-pemilik"]
    assert Path(found.place.book).stem == "PK 2024 Pengadministrasi Keuangan"


def test_the_next_year_begins_with_the_same_officials(tmp_path: Path) -> None:
    cells: Cells = {
        ("pejabat", "Perjanjian", "B2"): "Perubahan",
        ("pejabat", "Perjanjian", "B4"): "15 Januari 2024",
    }
    begin_year(with_officials(tmp_path / "berkas", cells), "2025", tmp_path / "baru")
    book = load_workbook(tmp_path / "baru" / "pejabat.xlsx")
    assert book["Pejabat"]["B3"].value == "NAMA KEPALA DINAS, M.Kes."
    assert [book["Perjanjian"][cell].value for cell in ("B2", "B4")] == [None, None]


def test_the_book_of_officials_begins_from_the_tree(tmp_path: Path) -> None:
    folder = with_officials(tmp_path)
    (folder / "pejabat.xlsx").unlink()
    assert add_books(folder, [PERJANJIAN]).exit_code == DONE
    sheet = load_workbook(folder / "pejabat.xlsx")["Pejabat"]
    begun = [cell.value for cell in sheet["A"] if cell.value]
    assert begun[:3] == ["Jabatan", "Bupati Lembah Sagara", "Kepala Dinas"]
    assert len(begun) == 1 + 1 + 22


def test_an_edited_number_leads_back_to_its_cell(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    edited = agreements(folder, tmp_path / "hasil")["Kepala Dinas"]
    edit(edited, "19700101 199603 2 001", "19700101 199603 2 009")
    outcome = bring_back(edited, folder, write=False)
    assert said(outcome.findings) == ["usulan-dari-word: pejabat.xlsx Pejabat D3"]


@pytest.mark.parametrize("typed", [950_000_000, "Rp 950.000.000", "950.000.000,00"])
def test_money_prints_alike_however_it_was_typed(typed: str | int, tmp_path: Path) -> None:
    cell = ("eselon-4", "Sub Kegiatan", cells_of("K1D")["Pagu"])
    folder = with_officials(tmp_path / "berkas", {cell: typed})
    edited = agreements(folder, tmp_path / "hasil")["Pengelola Gizi"]
    assert [row[2] for row in money(edited)] == juta(950, 950)

    edit(edited, "950.000.000", "960.000.000")
    outcome = bring_back(edited, folder, write=False)
    assert said(outcome.findings) == [f"usulan-dari-word: eselon-4.xlsx Sub Kegiatan {cell[2]}"]


def test_who_only_looks_after_an_office_is_called_so(tmp_path: Path) -> None:
    folder = with_officials(
        tmp_path / "berkas",
        {
            ("pejabat", "Pejabat", "E3"): "Plt.",
            ("pejabat", "Pejabat", "B3"): "NAMA SEKRETARIS, S.Sos., M.Si.",
            ("pejabat", "Pejabat", "D3"): "19720404 199803 1 004",
        },
    )
    path = agreements(folder, tmp_path / "hasil")["Kepala Dinas"]

    assert table(path, "Identitas pihak pertama")[1][2] == "Plt. Kepala Dinas"
    assert texts(path)[-1] == "PLT. KEPALA DINAS"
    row = row_of(folder, "Sekretaris Dinas")
    (found,) = [one for one in check(folder).findings if one.rule.name == "pihak-sama"]
    assert found.place.cell == f"G{row}"


def test_info_calls_it_by_its_name() -> None:
    assert summary(describe(papers()["Pengelola Gizi"]))[0] == (
        "Perjanjian kinerja: PK 2024 Pengelola Gizi.docx"
    )


def test_a_folder_without_officials_does_not_know_it(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    edited = agreements(folder, tmp_path / "hasil")["Kepala Dinas"]
    (folder / "pejabat.xlsx").unlink()
    outcome = update_document(edited, folder, tmp_path / "baru.docx", force=False, day=None)

    assert rules(outcome)[-1] == "naskah-tidak-dimuat"
    assert not (tmp_path / "baru.docx").exists()


def test_an_own_template_prints_and_its_fault_is_told(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas")
    own = folder / "templat-perjanjian.docx"
    own.write_bytes(FORM.stock_file())
    edit(own, "Pihak Pertama,", "PIHAK KESATU,")
    edit(own, "{{ i.target }}", "{{ i.nilai }} ({{ i.satuan }})")
    path = agreements(folder, tmp_path / "hasil")["Pengelola Gizi"]
    assert "PIHAK KESATU," in [cell for row in table(path, "Tanda tangan") for cell in row]
    assert table(path, "Sasaran, indikator, dan target")[0][3].endswith("(Dokumen)")

    edit(own, "{{ pihak_kedua.nama }}", "{{ pihak_ketiga.nama }}")
    outcome = make(folder, tmp_path / "lagi")
    assert outcome.exit_code == MISUSE
    told = [one for one in outcome.findings if one.rule.name == "tag-nama-tidak-dikenal"]
    assert {one.cure for one in told} == {'Tulis "pihak_kedua" bila itu maksudnya.'}
    assert [path.suffix for path in (tmp_path / "lagi").iterdir()] == [".docx"]


def test_an_agreement_that_replaces_another_says_so(tmp_path: Path) -> None:
    folder = with_officials(tmp_path / "berkas", {("pejabat", "Perjanjian", "B2"): "Perubahan"})
    make(folder, tmp_path / "hasil")
    path = tmp_path / "hasil" / FOLDER / "PK Perubahan 2024 Kepala Dinas.docx"
    assert texts(path)[0] == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024"

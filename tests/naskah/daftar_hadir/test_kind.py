"""A second kind of document comes by itself: all the program does for the decree it does for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from generator.app.bandingkan import compare_years
from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import DONE, MEND, MISUSE, Outcome
from generator.app.perbarui import update_document
from generator.app.periksa import check
from generator.app.usulan_balik import bring_back
from generator.naskah.registry import KINDS
from generator.opc.parts import read_parts, to_bytes
from generator.revision.stamp import Stamp, read_stamp
from generator.word.render import Package
from generator.word.structure import check_structure
from generator.word.wordml import DOCUMENT
from scripts.compile_template import source
from tests.naskah.daftar_hadir.kind import DAFTAR_HADIR
from tests.support.outcomes import entered, summary
from tests.support.sheets import Sheets, workbook, write_folder
from tests.support.templates import cells, paragraph, rows, template_parts
from tests.support.tracked import accept, body, lines, reject

BOTH = (*KINDS, DAFTAR_HADIR)
HADIR: Sheets = {
    "Rapat": "| Acara | Tanggal |\n| Rapat Kerja | 3 Januari 2022 |",
    "Peserta": """
    | Nama    | Jabatan    |
    | NAMA A  | Kepala     |
    | NAMA B  | Sekretaris |
    """,
}
BODY = "".join(
    (
        paragraph("DAFTAR HADIR"),
        paragraph("{{ acara }}"),
        paragraph("{% if tanggal %}{{ tanggal }}{% endif %}"),
        rows(
            cells("Nama", "Jabatan"),
            cells("{%tr for p in peserta %}", ""),
            cells("{{ p.nama }}", "{{ p.jabatan }}"),
            cells("{%tr endfor %}", ""),
        ),
    )
)
RENEW = "the made-up template has changed; write both files anew from BODY"


def with_list(folder: Path, sheets: Sheets = HADIR) -> Path:
    """Write the good folder with the book of the second kind."""
    folder.mkdir(exist_ok=True)
    write_folder(folder)
    workbook("daftar-hadir", sheets).save(folder / "daftar-hadir.xlsx")
    return folder


def made(folder: Path, output: Path) -> Path:
    assert make(folder, output, kinds=BOTH).exit_code == DONE
    return output / "Daftar Hadir.docx"


def rules(outcome: Outcome) -> list[str]:
    return [one.rule.name for one in outcome.findings if one.severity.value == "Salah"]


def test_template_and_source_are_what_body_makes() -> None:
    parts = template_parts(BODY)
    assert read_parts(DAFTAR_HADIR.form.stock_file()) == parts, RENEW
    assert DAFTAR_HADIR.form.stock_source() == source(parts[DOCUMENT].decode()), RENEW


def test_a_template_saved_by_word_compiles_to_the_same() -> None:
    document = template_parts(BODY)[DOCUMENT].decode()
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    assert source(declared + document) == source(document)


def test_its_book_asks_for_it_and_the_decree_stays_as_it_was(tmp_path: Path) -> None:
    make(write_folder(tmp_path), tmp_path / "tanpa", kinds=BOTH)
    folder = with_list(tmp_path / "berkas")
    outcome = make(folder, tmp_path / "dengan", kinds=BOTH)

    (alone,) = (tmp_path / "tanpa").iterdir()
    decree, hadir = sorted((tmp_path / "dengan").iterdir(), reverse=True)
    assert hadir.name == "Daftar Hadir.docx"
    assert read_parts(decree)[DOCUMENT] == read_parts(alone)[DOCUMENT]
    assert summary(outcome)[2:] == (
        f"Keputusan ditulis: {decree}",
        f"Daftar hadir ditulis: {hadir}",
    )


def test_every_value_is_anchored_and_the_stamp_says_what_it_is(tmp_path: Path) -> None:
    path = made(with_list(tmp_path / "berkas"), tmp_path)
    stamp = read_stamp(path)
    assert isinstance(stamp, Stamp)
    assert (stamp.origin.kind, stamp.origin.key) == ("daftar-hadir", ())
    assert [(one.identity, one.place.cell, one.text) for one in stamp.anchors] == [
        (("daftar-hadir", "Rapat", "1", "acara"), "A2", "Rapat Kerja"),
        (("daftar-hadir", "Rapat", "1", "tanggal"), "B2", "3 Januari 2022"),
        (("daftar-hadir", "Peserta", "1", "nama"), "A2", "NAMA A"),
        (("daftar-hadir", "Peserta", "1", "jabatan"), "B2", "Kepala"),
        (("daftar-hadir", "Peserta", "2", "nama"), "A3", "NAMA B"),
        (("daftar-hadir", "Peserta", "2", "jabatan"), "B3", "Sekretaris"),
    ]
    assert check_structure(Package(read_parts(path))) == []


def test_a_fault_in_its_book_holds_up_it_alone(tmp_path: Path) -> None:
    folder = with_list(tmp_path / "berkas", {**HADIR, "Rapat": "| Acara |\n| {bulan} |"})
    outcome = make(folder, tmp_path / "hasil", kinds=BOTH)

    assert outcome.exit_code == MEND
    assert [path.name.split()[0] for path in (tmp_path / "hasil").iterdir()] == ["SK"]
    assert summary(outcome)[-1] == (
        "Daftar hadir belum dapat dibuat; betulkan dulu yang bertingkat Salah."
    )


def test_a_fault_in_the_decree_s_books_does_not_hold_it_up(tmp_path: Path) -> None:
    folder = with_list(tmp_path / "berkas")
    write_folder(folder, {"keputusan": {"Menimbang": "| Isi |\n| bahwa {bulan}; |"}})
    outcome = check(folder, kinds=BOTH)

    assert outcome.exit_code == MEND
    assert summary(outcome)[-2:] == (
        "Daftar hadir dapat dibuat.",
        "Keputusan belum dapat dibuat; betulkan dulu yang bertingkat Salah.",
    )


def test_a_fault_of_its_own_template_is_told_and_holds_up_it_alone(tmp_path: Path) -> None:
    folder = with_list(tmp_path / "berkas")
    wrong = BODY.replace("{{ p.jabatan }}", "{{ p.jabtan }}")
    template = folder / "templat-daftar-hadir.docx"
    template.write_bytes(to_bytes(template_parts(wrong)))
    outcome = make(folder, tmp_path / "hasil", kinds=BOTH)

    told = next(one for one in outcome.findings if one.rule.name == "tag-nama-tidak-dikenal")
    assert 'Tulis "peserta[].jabatan" bila' in told.message + told.cure
    assert outcome.exit_code == MISUSE
    assert [path.name.split()[0] for path in (tmp_path / "hasil").iterdir()] == ["SK"]


def test_an_own_template_prints(tmp_path: Path) -> None:
    folder = with_list(tmp_path / "berkas")
    own = BODY.replace("DAFTAR HADIR", "ABSENSI")
    path = folder / DAFTAR_HADIR.template_name
    path.write_bytes(to_bytes(template_parts(own)))
    assert Document(str(made(folder, tmp_path))).paragraphs[0].text == "ABSENSI"


def test_info_calls_it_by_its_name(tmp_path: Path) -> None:
    path = made(with_list(tmp_path / "berkas"), tmp_path)
    said = summary(describe(path, BOTH))
    assert said[0] == "Daftar hadir: Daftar Hadir.docx"
    assert said[1:3] == ("Perangkat daerah: Badan Kepegawaian", "Tahun: 2022")
    assert said[4].startswith("Templat Word: bawaan program")


def test_a_program_that_does_not_know_it_says_so(tmp_path: Path) -> None:
    path = made(with_list(tmp_path / "berkas"), tmp_path)
    assert rules(describe(path, KINDS)) == ["jenis-naskah-asing"]


def edit(path: Path, old: str, new: str) -> None:
    """Type over a text in Word."""
    document = Document(str(path))
    paragraphs = [
        *document.paragraphs,
        *(one for row in document.tables[0].rows for cell in row.cells for one in cell.paragraphs),
    ]
    for one in paragraphs:
        for run in one.runs:
            run.text = run.text.replace(old, new)
    document.save(str(path))


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The list as people left it: a heading reworded, an office corrected."""
    path = made(with_list(tmp_path / "berkas"), tmp_path)
    edit(path, "DAFTAR HADIR", "DAFTAR HADIR RAPAT")
    edit(path, "Sekretaris", "Sekretaris Badan")
    return path


def test_perbarui_keeps_edits_and_enters_changed_data(edited: Path, tmp_path: Path) -> None:
    peserta = (
        "| Nama | Jabatan |\n| NAMA A | Kepala Badan |\n| NAMA B | Sekretaris |\n| NAMA C | Staf |"
    )
    folder = with_list(tmp_path / "berkas", {**HADIR, "Peserta": peserta})
    outcome = update_document(edited, folder, None, force=False, day=None, kinds=BOTH)

    assert outcome.exit_code == DONE
    assert summary(outcome)[-1].startswith("Daftar hadir diperbarui: ")
    assert len(entered(outcome).carried) == 2
    assert entered(outcome).conflicts == ()
    result = next(tmp_path.glob("*(diperbarui).docx")).read_bytes()
    assert check_structure(Package(read_parts(result))) == []
    assert [line for line in lines(accept(body(result))) if line] == [
        *("DAFTAR HADIR RAPAT", "Rapat Kerja", "3 Januari 2022", "Nama", "Jabatan"),
        *("NAMA A", "Kepala Badan", "NAMA B", "Sekretaris Badan", "NAMA C", "Staf"),
    ]
    assert [line for line in lines(reject(body(result))) if line] == [
        *("DAFTAR HADIR RAPAT", "Rapat Kerja", "3 Januari 2022", "Nama", "Jabatan"),
        *("NAMA A", "Kepala", "NAMA B", "Sekretaris Badan"),
    ]


def test_perbarui_without_its_book_says_what_is_missing(edited: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lain"
    folder.mkdir()
    outcome = update_document(edited, write_folder(folder), None, force=False, day=None, kinds=BOTH)
    assert (outcome.exit_code, rules(outcome)) == (MEND, ["naskah-tidak-dimuat"])
    assert "Naskah ini Daftar hadir;" in outcome.findings[-1].message


def test_usulan_balik_leads_to_the_cell(edited: Path, tmp_path: Path) -> None:
    outcome = bring_back(edited, tmp_path / "berkas", kinds=BOTH)
    proposals = [one for one in outcome.findings if one.edits]
    assert [(str(one.place), one.edits[0].new) for one in proposals] == [
        ('daftar-hadir.xlsx › lembar "Peserta" › sel B3 (kolom "Jabatan")', "Sekretaris Badan")
    ]


def test_a_decree_is_not_laid_beside_it(edited: Path, tmp_path: Path) -> None:
    decree = next(tmp_path.glob("SK *.docx"))
    target = tmp_path / "beda.docx"
    outcome = compare_years(edited, decree, word=target, kinds=BOTH)
    assert rules(outcome) == ["naskah-berlainan"]
    assert not target.exists()


def test_a_folder_of_its_book_alone_is_enough(tmp_path: Path) -> None:
    workbook("daftar-hadir", HADIR).save(tmp_path / "daftar-hadir.xlsx")
    berkas = read_folder(tmp_path, (DAFTAR_HADIR,))
    assert [one.kind.key for one in berkas.naskah] == ["daftar-hadir"]
    assert [one.rule.name for one in berkas.findings] == []

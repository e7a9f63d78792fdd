"""The commands as a user types them: what they print, where, and their exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.opc.parts import read_parts, to_bytes
from generator.revision.stamp import Stamp, read_stamp, restamp
from generator.word.render import Package
from tests.support.paths import ROOT
from tests.support.sheets import write_folder

EXAMPLE = ROOT / "input_templates/contoh-bkpsdm-2022"
SK = "SK Cascading 2022 Badan Kepegawaian.docx"


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("sk-cascading")
    return subprocess.run(
        [program, *words], capture_output=True, text=True, cwd=cwd, check=False, encoding="utf-8"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder without a fault; only Nomor and Tanggal are missing."""
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


@pytest.mark.parametrize(
    "command",
    [
        "contoh",
        "template",
        "isi-nomenklatur",
        "nomenklatur",
        "periksa",
        "terima",
        "buat",
        "perbarui",
        "tahun-baru",
        "bandingkan",
        "info",
        "usulan-balik",
    ],
)
def test_each_command_has_indonesian_help(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Pemakaian: sk-cascading {command}")
    english = ("Usage", "Options", "Show", "default", "argument", "required")
    assert [word for word in english if word in done.stdout] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["info"], "Belum disebutkan 'BERKAS'."),
        (["tahun-baru", "x"], "x bukan tahun"),
        (["tahun-baru", "x", "y", "2027"], "Kata ini tidak diperlukan: y"),
        (["buat", "x", "--warna"], "Pilihan --warna tidak dikenal."),
        (["cetak"], "Perintah cetak tidak dikenal."),
        (["periks", "x"], "Mungkin maksudnya 'periksa'."),
        (["periksa", "x", "y"], "Kata ini tidak diperlukan: y"),
        (["buat", "x", "-o"], "Pilihan -o memerlukan isi."),
        (["template", "x", "--word", "--dari", "y"], "hanya dapat dipakai bersama"),
        (["template", "x", "--jenis", "dinas"], "dinas bukan jenis kantor; yang ada: kecamatan"),
    ],
)
def test_wrong_use_is_told_in_indonesian_with_exit_code_2(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_example_has_nothing_to_mend(tmp_path: Path) -> None:
    books = shutil.copytree(EXAMPLE, tmp_path / "contoh")
    assert run("periksa", books).returncode == 0
    made = run("buat", books, "-o", tmp_path)
    assert made.returncode == 0
    assert "5 sasaran, 5 program, 6 sasaran program, 4 kegiatan, 24 sub kegiatan, 49 indikator" in (
        made.stdout
    )


def test_periksa_with_only_periksa_findings_is_done(folder: Path) -> None:
    done = run("periksa", folder)
    assert done.returncode == 0
    assert [line[:8] for line in done.stdout.splitlines()[:2]] == ["[DOK-22]", "[DOK-23]"]
    assert "Temuan: 0 Salah, 2 Periksa, " in done.stdout


def test_json_stands_alone_on_standard_output(folder: Path) -> None:
    done = run("periksa", folder, "--json")
    found = json.loads(done.stdout)["temuan"]
    assert [one["kode"] for one in found if one["tingkat"] == "Periksa"] == ["DOK-22", "DOK-23"]


def test_json_names_waivers_and_cures_even_when_there_are_none(folder: Path) -> None:
    told = json.loads(run("periksa", folder, "--json").stdout)
    assert (told["versi"], told["dikecualikan"]) == (1, [])
    assert {(one["butir"], *one["usulan"]) for one in told["temuan"]} == {(None,)}


def test_a_waived_finding_is_listed_with_its_reason(folder: Path) -> None:
    waivers = "| Kode | Alasan |\n| DOK-22 | Nomor diberikan kemudian. |"
    write_folder(folder, {"keputusan": {"Pengecualian": waivers}})
    said = run("periksa", folder).stdout.splitlines()
    assert [line for line in said if "dikecualikan (Nomor diberikan kemudian.)" in line]
    assert [line for line in said if line.endswith("Dikecualikan: 1.")]


def test_copies_are_told_of_with_the_next_step_and_the_closing_comes_last(folder: Path) -> None:
    done = run("periksa", folder, "--tandai")
    assert done.returncode == 0
    marked = folder / "hasil-periksa" / "keputusan (ditandai).xlsx"
    *_, copy, look, then, closing = done.stdout.splitlines()
    assert copy == f"Salinan bertanda: {marked}"
    assert look.startswith("Buka salinan itu: setiap temuan berwarna dan berkomentar di selnya.")
    assert then.endswith(f'sk-cascading terima "{folder}"')
    assert closing == "Keputusan dapat dibuat."
    assert marked.exists()


def test_json_stands_alone_even_when_copies_are_written(folder: Path) -> None:
    done = run("periksa", folder, "--json", "--tandai")
    assert json.loads(done.stdout)["versi"] == 1
    assert (folder / "hasil-periksa" / "keputusan (ditandai).xlsx").exists()


def test_a_copy_that_is_open_is_a_message(folder: Path) -> None:
    run("periksa", folder, "--tandai")
    (folder / "hasil-periksa" / "~$keputusan (ditandai).xlsx").touch()
    done = run("periksa", folder, "--tandai")
    assert done.returncode == 1
    assert "keputusan (ditandai).xlsx: Berkas ini sedang dibuka" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_salah_stops_before_anything_is_written(folder: Path, tmp_path: Path) -> None:
    (folder / "eselon-4.xlsx").unlink()
    done = run("buat", folder, "-o", tmp_path / "hasil")
    assert done.returncode == 1
    assert "[BRK-05]" in done.stdout
    assert not (tmp_path / "hasil").exists()


def test_the_decree_goes_to_output_by_itself(folder: Path, tmp_path: Path) -> None:
    done = run("buat", folder, cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "output" / SK).exists()


def test_an_untouched_decree_is_made_anew_under_its_name(folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("buat", folder, "-o", tmp_path).returncode == 0
    assert [path.name for path in tmp_path.glob("*.docx")] == [SK]


def test_any_other_file_in_the_way_stays_and_the_new_one_gets_a_number(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / SK).write_text("catatan saya")
    done = run("buat", folder, "-o", tmp_path)
    assert done.returncode == 0
    assert (tmp_path / SK).read_text() == "catatan saya"
    assert (tmp_path / "SK Cascading 2022 Badan Kepegawaian (2).docx").exists()
    assert "(2).docx" in done.stdout


def test_a_file_that_is_open_is_a_message(folder: Path, tmp_path: Path) -> None:
    run("buat", folder, "-o", tmp_path)
    before = (tmp_path / SK).read_bytes()
    (tmp_path / f".~lock.{SK}#").touch()
    done = run("buat", folder, "-o", tmp_path)
    assert done.returncode == 1
    assert "sedang" in done.stdout
    assert (tmp_path / SK).read_bytes() == before


def test_the_same_books_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    run("buat", folder, "-o", tmp_path / "satu")
    shutil.copytree(folder, tmp_path / "salinan")
    run("buat", tmp_path / "salinan", "-o", tmp_path / "dua")
    assert (tmp_path / "satu" / SK).read_bytes() == (tmp_path / "dua" / SK).read_bytes()


@pytest.mark.parametrize(
    ("words", "folder"), [((), "contoh-bersih"), (("--2022",), "contoh-bkpsdm-2022")]
)
def test_contoh_writes_an_example_and_never_over_a_file(
    words: tuple[str, ...], folder: str, tmp_path: Path
) -> None:
    assert run("contoh", *words, cwd=tmp_path).returncode == 0
    books = tmp_path / folder
    assert {path.name for path in books.iterdir()} >= {
        "keputusan.xlsx",
        "eselon-2.xlsx",
        "eselon-3.xlsx",
        "eselon-4.xlsx",
    }
    (books / "eselon-2.xlsx").write_text("isian saya")
    done = run("contoh", *words, cwd=tmp_path)
    assert (books / "eselon-2.xlsx").read_text() == "isian saya"
    assert "sudah ada, tidak diubah" in done.stdout


def test_template_writes_books_that_ask_to_be_filled(tmp_path: Path) -> None:
    assert run("template", tmp_path).returncode == 0
    done = run("buat", tmp_path, "-o", tmp_path / "hasil")
    assert done.returncode == 1
    assert "[PHN-20]" in done.stdout
    assert "Tidak ada yang ditulis" in done.stdout
    assert not (tmp_path / "hasil").exists()


def test_template_word_exports_the_template(tmp_path: Path) -> None:
    assert run("template", tmp_path, "--word").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["templat-keputusan.docx"]


def test_nothing_is_told_twice_and_no_progress_goes_to_a_pipe(folder: Path) -> None:
    done = run("periksa", folder)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == len(set(done.stdout.splitlines()))


def test_an_edited_decree_stays_and_buat_says_how_to_update_it(
    folder: Path, tmp_path: Path
) -> None:
    run("buat", folder, "-o", tmp_path)
    document = docx.Document(str(tmp_path / SK))
    document.paragraphs[0].add_run(" (disunting)")
    document.save(str(tmp_path / SK))
    done = run("buat", folder, "-o", tmp_path)
    assert f'sk-cascading perbarui "{tmp_path / SK}" "{folder}"' in done.stdout
    updated = run("perbarui", tmp_path / SK, folder)
    assert updated.returncode == 0
    assert "Terbawa: 1 suntingan orang." in updated.stdout
    assert (tmp_path / f"{Path(SK).stem} (diperbarui).docx").exists()


def test_info_shows_what_a_stamp_says_without_obeying_it(folder: Path, tmp_path: Path) -> None:
    run("buat", folder, "-o", tmp_path)
    path = tmp_path / SK
    parts = read_parts(path)
    stamp = read_stamp(path)
    assert isinstance(stamp, Stamp)
    origin = replace(stamp.origin, perangkat_daerah="Badan \x1b[2J\x9b1m\u202eX", tahun="2022\nx")
    hostile = restamp(parts, Package(read_parts(stamp.base), stamp.anchors), origin)
    path.write_bytes(to_bytes(hostile.parts))

    told = run("info", path).stdout

    assert "Perangkat daerah: Badan �[2J�1m�X\nTahun: 2022 x\n" in told


def test_json_of_perbarui_has_its_lists(folder: Path, tmp_path: Path) -> None:
    run("buat", folder, "-o", tmp_path)
    told = json.loads(run("perbarui", tmp_path / SK, folder, "--json").stdout)
    lists = {name: told[name] for name in ("terbawa", "dimasukkan", "bentrok")}
    assert lists == {"terbawa": [], "dimasukkan": [], "bentrok": []}


def test_perbarui_wants_a_date_that_can_be_read(folder: Path) -> None:
    done = run("perbarui", "sk.docx", folder, "--tanggal", "kemarin")
    assert done.returncode == 2
    assert "kemarin bukan tanggal" in done.stderr


@pytest.mark.parametrize("command", ["periksa", "buat", "tahun-baru", "template"])
def test_help_is_had_by_a_short_option_too(command: str) -> None:
    assert run(command, "-h").stdout == run(command, "--help").stdout


def test_the_folder_is_by_itself_the_one_that_one_is_in(folder: Path) -> None:
    assert "Temuan: 0 Salah, 2 Periksa, " in run("periksa", cwd=folder).stdout
    assert run("buat", cwd=folder).returncode == 0
    assert (folder / "output" / SK).exists()
    assert run("tahun-baru", "2023", cwd=folder).returncode == 0
    assert (folder.parent / "kerja-2023" / "keputusan.xlsx").exists()


@pytest.mark.parametrize("command", ["periksa", "terima", "buat", "pohon"])
@pytest.mark.parametrize("name", ["tidak-ada", "kosong", "berkas.txt"])
def test_a_wrong_folder_is_wrong_use_and_nothing_is_counted(
    command: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "berkas.txt").touch()
    done = run(command, tmp_path / name)
    assert done.returncode == 2
    assert f"{name}: " in done.stdout
    assert not any(word in done.stdout for word in ("Terbaca", "Temuan:", "betulkan dulu"))
    assert list((tmp_path / "kosong").iterdir()) == []


def test_what_was_proposed_is_taken_with_one_command(folder: Path) -> None:
    rows = (
        "| Kode | Jenis | Sasaran | Indikator | Target | Satuan |\n"
        "| S1 | Utama | Meningkatnya dimana A | Persentase A | 8 | % |"
    )
    write_folder(folder, {"eselon-2": {"Sasaran": rows}})
    assert "[PHN-70]" in run("periksa", folder, "--tandai", "--usulkan").stdout
    done = run("terima", cwd=folder)
    assert done.returncode == 0
    assert "eselon-2.xlsx: diganti dengan salinannya" in done.stdout
    assert "[PHN-70]" not in run("periksa", folder).stdout

"""Where the system itself refuses: a message in Indonesian, an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from generator.app.periksa import check
from tests.support.sheets import write_folder
from tests.support.users import plain_user

PROGRAM = Path(sys.executable).with_name("sk-cascading")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    return write_folder(work)


def shell(line: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which "$0" is the program and "$1" the first word."""
    return subprocess.run(
        ["bash", "-c", line, PROGRAM, *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", ["periksa", "periksa --json", "bandingkan . ", "buat -o {out}"])
def test_full_standard_output_is_told(folder: Path, tmp_path: Path, command: str) -> None:
    line = f'cd "$1" && "$0" {command.format(out=tmp_path / "hasil")} . > /dev/full'
    done = shell(line, folder)

    assert (done.returncode, done.stderr) == (
        1,
        "Salah: Hasil perintah ini tidak dapat ditampilkan (diska penuh).\n",
    )


def test_closed_standard_output_is_nobody_s_business(folder: Path) -> None:
    done = shell('"$0" periksa "$1" >&-', folder)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["periksa .", "--help", "bandingkan . ."])
def test_reader_that_leaves_early(folder: Path, command: str) -> None:
    done = shell(f'cd "$1" && "$0" {command} | true', folder)

    assert done.stderr == ""


@pytest.mark.parametrize(
    "words",
    [
        ["pohon", "{folder}", "--svg", ""],
        ["bandingkan", "{folder}", "{folder}", "--xlsx", ""],
        ["buat", "{folder}", "-o", ""],
        ["template", ""],
    ],
)
def test_empty_name_is_wrong_use(folder: Path, words: list[str]) -> None:
    done = shell('"$0" "$@"', *(word.format(folder=folder) for word in words))

    assert done.returncode == 2
    assert "namanya kosong" in done.stderr


LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ["periksa", LONG],
        ["template", LONG],
        ["contoh", LONG],
        ["buat", "{folder}", "-o", LONG],
        ["tahun-baru", "{folder}", "2027", "-o", LONG],
        ["bandingkan", LONG, "{folder}"],
        ["info", LONG],
        ["pohon", "{folder}", "--svg", LONG],
    ],
)
def test_name_that_is_too_long(folder: Path, words: list[str]) -> None:
    done = shell('"$0" "$@"', *(word.format(folder=folder) for word in words))

    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "terlalu panjang" in said or "tidak dapat ditulis" in said
    assert "Traceback" not in said
    assert "too long" not in said


def test_device_is_no_file(folder: Path) -> None:
    done = shell('"$0" pohon "$1" --svg /dev/full', folder)

    assert done.returncode == 1
    assert "nama sebuah perangkat, bukan berkas" in done.stdout


@pytest.mark.parametrize("name", ["logo.png", "templat-keputusan.docx"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_pipe_or_folder_in_place_of_a_file(folder: Path, name: str, make: object) -> None:
    assert callable(make)
    make(folder / name)
    done = shell('timeout 30 "$0" periksa "$1"', folder)

    assert done.returncode in (1, 2)
    said = [line for line in done.stdout.splitlines() if name in line]
    assert any("bukan berkas biasa" in line or "itu sebuah folder" in line for line in said)


def test_working_folder_that_is_gone(tmp_path: Path) -> None:
    line = 'mkdir "$1/x" && cd "$1/x" && rmdir "$1/x" && "$0" template a'
    done = shell(line, tmp_path)

    assert done.returncode == 1
    assert "tidak dapat ditulis" in done.stdout


@pytest.mark.parametrize("command", ["template", "contoh"])
def test_no_room_for_books(tmp_path: Path, command: str) -> None:
    done = shell(f'ulimit -f 1; "$0" {command} "$1"', tmp_path / "baru")

    assert done.returncode == 1
    assert "diska penuh" in done.stderr or "tidak dapat ditulis" in done.stdout
    assert not list(tmp_path.rglob("*.xlsx"))


def test_home_and_language_are_not_needed(folder: Path, tmp_path: Path) -> None:
    line = 'env -i PATH=/usr/bin:/bin LC_ALL=C "$0" buat "$1" -o "$2"'
    done = shell(line, folder, tmp_path / "hasil")

    assert done.returncode == 0
    assert (tmp_path / "hasil").is_dir()


def test_ctrl_c_while_the_program_is_being_loaded(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "periksa", "."],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_folder_for_copies_that_may_not_be_entered() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        check(write_folder(folder), tandai=True, usulkan=True)
        (folder / "hasil-periksa").chmod(0)
        with plain_user():
            outcome = check(folder, tandai=True, usulkan=True)

    assert outcome.exit_code == 1
    assert {"folder-tidak-dapat-ditulisi"} <= {one.rule.name for one in outcome.findings}

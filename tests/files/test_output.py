import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.files.output import (
    BESIDE,
    KEEP,
    OVER,
    Standing,
    Written,
    make_folder,
    renewing,
    write,
)
from generator.findings.finding import Diagnostic


def rule_of(result: Diagnostic | Written | None) -> str:
    assert isinstance(result, Diagnostic)
    return result.rule.name


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def standing(path: Path) -> Standing:
    """What these tests call a file, by its content."""
    return {b"ours": Standing.UNTOUCHED, b"edited": Standing.EDITED}.get(
        path.read_bytes(), Standing.FOREIGN
    )


@contextmanager
def plain_user() -> Iterator[None]:
    """Give up the powers of root, to whom no folder is closed."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o700)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a kilobyte."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_writes_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"

    assert write(path, b"new", OVER) == Written(path)
    assert path.read_bytes() == b"new"


def test_replaces_an_earlier_file_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"old")

    write(path, b"new", OVER)

    assert path.read_bytes() == b"new"
    assert names(tmp_path) == {"keputusan.docx"}


def test_new_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    path = tmp_path / "keputusan.docx"

    write(path, b"new", OVER)

    assert path.stat().st_mode == ordinary.stat().st_mode


@pytest.mark.parametrize(
    "lock",
    [".~lock.keputusan.docx#", "~$putusan.docx", "~$keputusan.docx", "~$eputusan.docx"],
)
def test_file_open_in_an_office_program_is_left(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"old")
    (tmp_path / lock).touch()

    assert rule_of(write(path, b"new", OVER)) == "berkas-sedang-dibuka"
    assert path.read_bytes() == b"old"


def test_system_that_refuses_to_replace_an_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(13, "being used by another process", str(source), None, str(target))

    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)

    assert rule_of(write(path, b"new", OVER)) == "berkas-sedang-dibuka"
    assert names(tmp_path) == {"keputusan.docx"}


def test_missing_folder(tmp_path: Path) -> None:
    found = write(tmp_path / "hasil" / "keputusan.docx", b"new", OVER)

    assert rule_of(found) == "folder-hasil-tidak-ada"


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "hasil").touch()

    found = write(tmp_path / "hasil" / "keputusan.docx", b"new", OVER)

    assert rule_of(found) == "folder-hasil-tidak-ada"


def test_name_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "keputusan.docx").mkdir()

    assert rule_of(write(tmp_path / "keputusan.docx", b"new", OVER)) == "nama-dipakai-folder"
    assert names(tmp_path) == {"keputusan.docx"}


def test_folder_that_may_only_be_read(closed_folder: Path) -> None:
    with plain_user():
        found = write(closed_folder / "keputusan.docx", b"new", OVER)

    assert rule_of(found) == "folder-tidak-dapat-ditulisi"


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"old")

    with full_disk():
        found = write(path, b"x" * 5000, OVER)

    assert rule_of(found) == "diska-penuh"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"keputusan.docx"}


@pytest.mark.parametrize("name", ["k" * 300 + ".docx", "a\0b.docx"])
def test_impossible_name(tmp_path: Path, name: str) -> None:
    assert rule_of(write(tmp_path / name, b"new", OVER)) == "nama-berkas-tidak-sah"
    assert rule_of(write(tmp_path / name, b"new", renewing(standing))) == "nama-berkas-tidak-sah"
    assert names(tmp_path) == set()


def test_other_failure_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)

    assert rule_of(write(tmp_path / "a.docx", b"new", OVER)) == "berkas-tidak-tertulis"
    assert names(tmp_path) == set()


def test_beside_what_is_there_names_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"theirs")

    second, third = (write(path, b"new", BESIDE) for _ in range(2))

    assert isinstance(second, Written)
    assert isinstance(third, Written)
    assert (second.path.name, rule_of(second.because)) == (
        "keputusan (2).docx",
        "nama-sudah-dipakai",
    )
    assert third.path.name == "keputusan (3).docx"
    assert path.read_bytes() == b"theirs"


def test_what_is_to_be_kept_stays(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"theirs")

    assert write(path, b"new", KEEP) == Written(path, kept=True)
    assert path.read_bytes() == b"theirs"


def test_what_is_to_be_kept_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"

    assert write(path, b"new", KEEP) == Written(path)
    assert path.read_bytes() == b"new"


def test_output_takes_a_free_name(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"

    assert write(path, b"new", renewing(standing)) == Written(path)
    assert path.read_bytes() == b"new"


def test_untouched_output_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"ours")

    assert write(path, b"new", renewing(standing)) == Written(path)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("content", "rule"), [(b"edited", "berkas-disunting"), (b"scan", "nama-sudah-dipakai")]
)
def test_anything_else_stays_and_the_output_gets_a_number(
    tmp_path: Path, content: bytes, rule: str
) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(content)

    written = write(path, b"new", renewing(standing))

    assert isinstance(written, Written)
    assert written.path.name == "keputusan (2).docx"
    assert written.path.read_bytes() == b"new"
    assert rule_of(written.because) == rule
    assert path.read_bytes() == content


def test_untouched_numbered_output_is_replaced_in_its_turn(tmp_path: Path) -> None:
    (tmp_path / "keputusan.docx").write_bytes(b"edited")
    (tmp_path / "keputusan (2).docx").write_bytes(b"ours")

    write(tmp_path / "keputusan.docx", b"new", renewing(standing))

    assert names(tmp_path) == {"keputusan.docx", "keputusan (2).docx"}
    assert (tmp_path / "keputusan (2).docx").read_bytes() == b"new"


def test_untouched_output_that_is_open_is_left(tmp_path: Path) -> None:
    path = tmp_path / "keputusan.docx"
    path.write_bytes(b"ours")
    (tmp_path / ".~lock.keputusan.docx#").touch()

    assert rule_of(write(path, b"new", renewing(standing))) == "berkas-sedang-dibuka"
    assert path.read_bytes() == b"ours"


def test_folder_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "keputusan.docx").mkdir()

    written = write(tmp_path / "keputusan.docx", b"new", renewing(standing))

    assert isinstance(written, Written)
    assert written.path.name == "keputusan (2).docx"


def test_output_that_cannot_be_written_leaves_no_empty_file(tmp_path: Path) -> None:
    with full_disk():
        found = write(tmp_path / "keputusan.docx", b"x" * 5000, renewing(standing))

    assert rule_of(found) == "diska-penuh"
    assert names(tmp_path) == set()


def test_processes_at_once_keep_each_other_s_files(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from generator.files.output import BESIDE, write;"
        "[write(Path(sys.argv[1]), sys.argv[2].encode(), BESIDE)"
        " for _ in range(20)]"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "a.docx"), name])
        for name in ("satu", "dua", "tiga")
    ]

    assert [run.wait() for run in runs] == [0, 0, 0]
    contents = sorted(path.read_text() for path in tmp_path.iterdir())
    assert contents == ["dua"] * 20 + ["satu"] * 20 + ["tiga"] * 20


def test_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "hasil" / "2022") is None
    assert (tmp_path / "hasil" / "2022").is_dir()


def test_folder_that_is_there_is_kept(tmp_path: Path) -> None:
    assert make_folder(tmp_path) is None


def test_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "hasil").touch()

    assert rule_of(make_folder(tmp_path / "hasil")) == "folder-tidak-dapat-dibuat"

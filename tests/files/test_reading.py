import errno
import os
from pathlib import Path

import pytest

from generator.files.reading import NotAFileError, read_whole, reason


def test_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"isi")

    assert read_whole(tmp_path / "logo.png") == b"isi"


def test_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")

    with pytest.raises(NotAFileError) as refused:
        read_whole(tmp_path / "logo.png")
    assert reason(refused.value) == "bukan berkas biasa"


def test_device_is_refused() -> None:
    with pytest.raises(NotAFileError):
        read_whole(Path("/dev/zero"))


def test_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as refused:
        read_whole(tmp_path)
    assert reason(refused.value) == "itu sebuah folder"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "tidak ada izin"),
        (errno.ENAMETOOLONG, "namanya terlalu panjang"),
        (errno.ENOSPC, "diska penuh"),
        (9999, "galat sistem nomor 9999"),
    ],
)
def test_reason_is_in_the_user_s_language(number: int, said: str) -> None:
    assert reason(OSError(number, "in English")) == said


def test_name_that_no_system_takes() -> None:
    assert reason(ValueError("embedded null byte")) == "namanya tidak diterima sistem"

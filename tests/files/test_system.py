import errno
import os
from pathlib import Path

import pytest

from generator.files.system import is_folder, is_special, reason


def test_pipe_is_special(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")

    assert is_special(tmp_path / "logo.png")
    assert is_special(Path("/dev/null"))


def test_folder_and_what_is_not_there_are_not_special(tmp_path: Path) -> None:
    assert is_folder(tmp_path)
    assert not is_special(tmp_path)
    assert not is_special(tmp_path / "tidak-ada")


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

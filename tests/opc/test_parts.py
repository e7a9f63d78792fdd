import zipfile
from pathlib import Path

import pytest

from generator.opc.parts import BadPackageError, Limits, Zip, read_parts, to_bytes

PARTS = {"word/document.xml": b"<isi/>", "[Content_Types].xml": b"<jenis/>", "a.xml": b"<a/>"}


def test_parts_come_back_as_they_were() -> None:
    assert read_parts(to_bytes(PARTS)) == PARTS


def test_order_of_parts_does_not_change_the_bytes() -> None:
    reversed_parts = dict(reversed(PARTS.items()))

    assert to_bytes(reversed_parts) == to_bytes(PARTS)


def test_content_types_come_first_and_dates_are_fixed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(to_bytes(PARTS))

    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()

    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_reads_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(to_bytes(PARTS))

    assert read_parts(path) == PARTS


@pytest.mark.parametrize("cut", [0, 10, 60, 200])
def test_truncated_file_is_no_package(cut: int) -> None:
    with pytest.raises(BadPackageError):
        read_parts(to_bytes(PARTS)[:cut])


def test_flipped_byte_is_no_package() -> None:
    data = bytearray(to_bytes({"a.xml": b"0123456789" * 50}))
    data[45] ^= 0xFF

    with pytest.raises(BadPackageError):
        read_parts(bytes(data))


def test_zip_bomb_is_refused() -> None:
    with pytest.raises(BadPackageError, match="too large"):
        Zip(to_bytes({"a.xml": b" " * 1001}), Limits(unpacked=1000))

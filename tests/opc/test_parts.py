import errno
import io
import os
import zipfile
from pathlib import Path

import pytest

from generator.opc.limits import MB, Bound
from generator.opc.parts import (
    AS_GIVEN,
    BadPackageError,
    Limits,
    TooMuchError,
    Zip,
    digest,
    read_file,
    read_parts,
    to_bytes,
)

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
    with pytest.raises(TooMuchError, match="over 1 MB"):
        Zip(to_bytes({"a.xml": b" " * (MB + 1)}), Limits(unpacked=Bound(1, "MB")))


def test_a_part_that_swells_is_refused_by_its_ratio() -> None:
    data = to_bytes({"a.xml": b" " * 10_000})

    with pytest.raises(TooMuchError, match="over 0 MB"):
        Zip(data, Limits(swollen=Bound(0, "MB"), ratio=20))


def test_a_zip_of_ever_so_many_parts_is_refused() -> None:
    ten = Limits(members=Bound(10, "bagian"))
    with pytest.raises(TooMuchError, match="over 10 bagian"):
        Zip(to_bytes({f"{number}.xml": b"" for number in range(11)}), ten)


def packed(method: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.xml", b"<a/>" * 100)
    return buffer.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_no_office_file_has_is_refused(method: int) -> None:
    with pytest.raises(BadPackageError, match="unknown compression"):
        read_parts(packed(method))


def test_no_more_is_unpacked_than_a_part_is_said_to_hold() -> None:
    said, real = (number.to_bytes(4, "little") for number in (20, 400))

    with pytest.raises(BadPackageError, match="CRC"):
        read_parts(packed(zipfile.ZIP_DEFLATED).replace(real, said))


def test_only_the_parts_that_are_wanted_are_unpacked() -> None:
    data = bytearray(to_bytes({"a.xml": b"<a/>", "b.xml": b"0123456789" * 50}))
    data[data.index(b"b.xml") + 6] ^= 0xFF
    archive = Zip(bytes(data))

    assert archive.names == ("a.xml", "b.xml")
    assert archive.parts(lambda name: name == "a.xml") == {"a.xml": b"<a/>"}
    with pytest.raises(BadPackageError):
        archive.part("b.xml")


def test_a_part_that_is_not_there_is_damage() -> None:
    with pytest.raises(BadPackageError):
        Zip(to_bytes(PARTS)).part("b.xml")


def test_folders_are_no_parts() -> None:
    assert read_parts(to_bytes({"word/": b"", "word/a.xml": b"<a/>"})) == {"word/a.xml": b"<a/>"}


def test_a_workbook_keeps_the_order_of_its_parts() -> None:
    archive = Zip(to_bytes(PARTS, AS_GIVEN))

    assert archive.names == tuple(PARTS)
    assert archive.parts() == PARTS


def test_the_digest_is_of_names_and_contents_in_any_order() -> None:
    assert digest(PARTS) == digest(dict(reversed(PARTS.items())))
    assert digest({"a": b"bc"}) != digest({"ab": b"c"})


def test_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")

    with pytest.raises(OSError, match=str(errno.ENODEV)):
        read_file(tmp_path / "a.docx")


def test_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)

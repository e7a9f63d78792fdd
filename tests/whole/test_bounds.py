"""What passes a bound is told with its place; what honest files hold is read."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.app.berkas import read_folder
from generator.app.buat import make
from generator.app.outcome import DONE
from generator.findings.finding import Diagnostic
from generator.opc.parts import read_parts, to_bytes
from generator.revision.opened import open_stamped
from generator.revision.stamp import DamagedStamp, read_stamp
from generator.word.logo import read_logo
from tests.support.bombs import png, swelling
from tests.support.sheets import SUB_KEGIATAN, change_parts, parts_of, write_folder


def salah_with(folder: Path, length: int) -> list[str]:
    """Return what is Salah when an indikator has so many letters; openpyxl writes none so long."""
    row = "| | | | | | PANJANG | 1 | Orang |"
    write_folder(folder, {"eselon-4": {"Sub Kegiatan": f"{SUB_KEGIATAN.rstrip()}\n{row}"}})
    book = folder / "eselon-4.xlsx"
    sheet = parts_of(book)["xl/worksheets/sheet1.xml"]
    assert b"PANJANG" in sheet
    text = b"Jumlah ab " * (length // 10) + b"a" * (length % 10)
    change_parts(book, {"xl/worksheets/sheet1.xml": sheet.replace(b"PANJANG", text)})
    found = read_folder(folder).findings
    return [f"{one.place}: {one.message}" for one in found if one.severity.value == "Salah"]


def test_a_cell_longer_than_excel_allows_is_told_with_its_place(tmp_path: Path) -> None:
    assert salah_with(tmp_path, 32_768)[0] == (
        'eselon-4.xlsx › lembar "Sub Kegiatan" › sel F3: '
        "Di sini ada lebih dari 32.767 huruf di satu sel, jadi berkas ini tidak dibaca."
    )


def test_a_cell_as_long_as_excel_allows_is_read(tmp_path: Path) -> None:
    assert not any("32.767" in one for one in salah_with(tmp_path, 32_767))


class TestLogo:
    def test_of_a_photograph_is_printed(self, tmp_path: Path) -> None:
        path = tmp_path / "logo.png"
        path.write_bytes(png(4_000, 3_000, zlib.compress(bytes(3_000 * 4_001), 1)))

        data, findings = read_logo(path)

        assert (data is not None, findings) == (True, [])

    @pytest.mark.parametrize(
        ("picture", "said"),
        [
            (png(20_000, 20_000, zlib.compress(b"\0")), "lebih dari 64.000.000 piksel"),
            (png(10, 10, swelling(64 << 20)), "rusak"),
            (png(10, 10, b"no zlib"), "rusak"),
        ],
        ids=["pixels", "swelling", "no-pixels"],
    )
    def test_that_no_program_could_draw_is_told(
        self, tmp_path: Path, picture: bytes, said: str
    ) -> None:
        path = tmp_path / "logo.png"
        path.write_bytes(picture)

        data, (finding,) = read_logo(path)

        assert data is None
        assert said in finding.message


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    work = tmp_path / "kerja"
    work.mkdir()
    assert make(write_folder(work), tmp_path / "hasil").exit_code == DONE
    (path,) = (tmp_path / "hasil").iterdir()
    return path


def restamp(path: Path, part: str, change: Callable[[object], object]) -> None:
    """Change what a list of the stamp says."""
    parts = read_parts(path)
    name = next(one for one in parts if b"<anchors>" in parts[one])
    before, _, rest = parts[name].partition(f"<{part}>".encode())
    packed, end, after = rest.partition(f"</{part}>".encode())

    said = change(json.loads(zlib.decompress(b64decode(packed))))
    made = b64encode(zlib.compress(json.dumps(said).encode()))
    path.write_bytes(to_bytes(parts | {name: before + f"<{part}>".encode() + made + end + after}))


class TestStamp:
    @pytest.mark.parametrize(
        ("part", "key", "value"),
        [
            ("head", "origin", {"tahun": 2022}),
            ("anchors", "row", {"a": 1}),
            ("anchors", "name", 7),
        ],
    )
    def test_that_says_something_of_another_type_is_damaged(
        self, decree: Path, part: str, key: str, value: object
    ) -> None:
        def change(said: object) -> object:
            assert isinstance(said, dict)
            return said | {key: value}

        restamp(decree, part, change)

        assert isinstance(read_stamp(decree), DamagedStamp)

    @pytest.mark.parametrize("value", [-1, 1 << 40, "1", [1], True])
    def test_with_a_row_that_is_none_is_damaged(self, decree: Path, value: object) -> None:
        def change(said: object) -> object:
            assert isinstance(said, dict)
            return said | {"row": [value, *said["row"][1:]]}

        restamp(decree, "anchors", change)

        assert isinstance(read_stamp(decree), DamagedStamp)

    def test_of_a_million_values_is_told(self, decree: Path) -> None:
        restamp(decree, "anchors", lambda _: [[]] * 1_000_001)

        found = open_stamped(decree)

        assert isinstance(found, Diagnostic)
        assert found.message == (
            "Di sini ada lebih dari 1.000.000 nilai di stempelnya, jadi berkas ini tidak dibaca."
        )

"""The worked example: everything of the 2022 decree, nothing else, entered as people do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from generator.contoh.fill import contoh_books, write_contoh
from generator.files.placed import Placement
from generator.schema.books import BOOKS, DAFTAR, PETUNJUK
from generator.schema.kinerja import SASARAN, SUB_KEGIATAN, URUTAN
from generator.schema.types import Printed
from generator.values import Target
from generator.workbook.reading.books import read_books
from generator.workbook.reading.tables import make_tables
from generator.workbook.renewing.folder import write_blank_books
from tests.support.canonical import differing_parts
from tests.support.paths import ROOT

COMMITTED = ROOT / "input_templates" / "contoh-bkpsdm-2022"
DATA = json.loads((ROOT / "tests" / "data" / "bkpsdm-2022.json").read_text(encoding="utf-8"))
NOT_ENTERED = {"sumber", "tanggal_iso", "kode"}
"""Keys of the data that say something about them, not what the decree says."""


@cache
def opened(name: str) -> Workbook:
    return load_workbook(BytesIO(contoh_books()[name]))


def rows(name: str, sheet: str) -> Iterator[tuple[Any, ...]]:
    """Yield the entries of a sheet, without the numbers that the program gives its rows."""
    for row in opened(name)[sheet].iter_rows(min_row=2, values_only=True):
        entered = row[:-1] if opened(name)[sheet].cell(1, len(row)).value == URUTAN.heading else row
        if entered is row or any(entered):
            yield entered


def entries() -> set[str]:
    """Return every text entered, cell by cell and line by line, with the year filled in."""
    cells = (
        str(cell.value).replace("{tahun}", "2022").replace("{lampiran}", "Lampiran")
        for name in contoh_books()
        for sheet in opened(name).worksheets
        if sheet.title not in (PETUNJUK, DAFTAR)
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell, Cell) and cell.value is not None
    )
    return {line for cell in cells for line in (cell, *cell.split("\n"))}


def texts(value: Any) -> Iterator[str]:
    """Yield the strings of the data that stand in the books as they are."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_ENTERED | {"target", "diktum"}:
                yield from texts(one)


def nodes(value: Any, key: str) -> Iterator[Any]:
    """Yield every dict of the data that has `key`, in order."""
    if isinstance(value, dict):
        if key in value and isinstance(value[key], str):
            yield value
        for one in value.values():
            yield from nodes(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one, key)


@pytest.mark.parametrize("name", [book.filename for book in BOOKS])
def test_the_committed_books_are_those_the_example_makes(name: str) -> None:
    committed = (COMMITTED / name).read_bytes()

    assert differing_parts(committed, contoh_books()[name]) == [], (
        "input_templates/ is older than generator/contoh: run make generated"
    )


def test_every_text_of_the_decree_is_entered() -> None:
    wanted = [*texts(DATA), *(text for _, text in DATA["diktum"])]

    assert len(wanted) > 200
    assert [text for text in wanted if text not in entries()] == []


def test_every_diktum_is_entered_without_its_name() -> None:
    diktum = [text for (text,) in rows("keputusan.xlsx", "Diktum")]

    assert len(diktum) == len(DATA["diktum"])
    assert not any(
        text.startswith(name) for text, (name, _) in zip(diktum, DATA["diktum"], strict=True)
    )


def test_nothing_is_entered_that_the_decree_does_not_say() -> None:
    settings = ["Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah", "2022", "Ya"]
    known = {*texts(DATA), *(text for _, text in DATA["diktum"]), *settings, "pohon", "Lampiran"}
    lines = [
        line.replace("{tahun}", "2022").replace("{lampiran}", "Lampiran")
        for book in BOOKS
        for sheet in book.sheets
        for row in rows(book.filename, sheet.name)
        for column, cell in zip(sheet.columns, row, strict=True)
        if column.printed is not Printed.TIDAK
        and column.role not in ("target", "satuan")
        and cell is not None
        for line in str(cell).split("\n")
    ]

    assert len(lines) > 150
    assert [line for line in lines if line not in known] == []


def test_each_target_prints_as_in_the_decree_beside_its_own_indikator() -> None:
    baris = make_tables(read_books(COMMITTED)[0])[0].baris
    entered = [
        (row["indikator"], row["target"].isian.text)
        for row in baris.to_dict("records")
        if isinstance(row["target"], Target)
    ]

    assert sorted(entered) == sorted(
        (node["indikator"], node["target"]) for node in nodes(DATA["lampiran"], "indikator")
    )
    assert len(entered) == 49


@pytest.mark.parametrize(
    ("row", "value", "number_format", "satuan"),
    [
        (3, 0.082, "0.0%", None),
        (5, 92, "General", "%"),
        (6, 55.9, "General", "%"),
        (7, "25%", "General", None),
        (8, 83, "General", None),
        (11, "LEVEL 2", "General", None),
    ],
)
def test_targets_are_stored_in_the_ways_people_type_them(
    row: int, value: object, number_format: str, satuan: str | None
) -> None:
    sheet = opened("eselon-2.xlsx")["Sasaran"]
    target = sheet[f"F{row}"]

    assert (target.value, target.number_format) == (value, number_format)
    assert sheet[f"G{row}"].value == satuan


def test_a_further_indikator_stands_below_its_kode_alone() -> None:
    first, second, *_ = rows("eselon-2.xlsx", "Sasaran")

    assert first[1:4] == ("S1", "Utama", "MENINGKATNYA KUALITAS DAN PROFESIONALISME APARATUR")
    assert second[:4] == (None,) * 4
    assert second[4] == "Persentase ASN yang mengikuti Pendidikan dan Pelatihan Formal"


def test_the_boxes_headed_sasaran_keg_are_kegiatan() -> None:
    jenis = {row[3]: row[2] for row in rows("eselon-4.xlsx", SUB_KEGIATAN.name)}
    labels = {"Sasaran Sub. Keg": "Sub Kegiatan", "Sasaran Keg": "Kegiatan"}

    assert jenis == {
        node["nama"]: labels[node["label"]] for node in nodes(DATA["lampiran"], "label")
    }
    assert list(jenis.values()).count("Kegiatan") == 4


def test_the_date_is_text_and_keeps_its_zero() -> None:
    identitas = dict(rows("keputusan.xlsx", "Identitas"))

    assert identitas["Tanggal"] == "03 Januari 2022"


def test_the_year_is_typed_in_one_cell_of_the_decree() -> None:
    identitas = dict(rows("keputusan.xlsx", "Identitas"))
    (first, *_), *_ = rows("keputusan.xlsx", "Diktum")

    assert identitas["Tahun"] == "2022"
    assert identitas["Tentang"].endswith("\nTAHUN {tahun}")
    assert identitas["Menetapkan"].endswith("Tahun {tahun}.")
    assert "Tahun {tahun} sebagaimana tercantum dalam {lampiran}" in first


def test_every_kode_is_used_once() -> None:
    baris = make_tables(read_books(COMMITTED)[0])[0].baris
    kode = [one for one in baris["kode"] if isinstance(one, str)]

    assert len(kode) == len(set(kode)) == 5 + 6 + 28


def test_kode_induk_is_chosen_from_the_dropdown() -> None:
    (first, *_), *_ = rows("eselon-3.xlsx", "Program")
    choices = [cell.value for cell in opened("eselon-3.xlsx")[DAFTAR]["B"]]

    assert first == "S1 – MENINGKATNYA KUALITAS DAN PROFESIONALISME APARATUR"
    assert first in choices


def test_the_dropdowns_are_those_that_template_would_write(tmp_path: Path) -> None:
    write_contoh(tmp_path)

    written, findings = write_blank_books(tmp_path)

    assert findings == []
    assert {one.placement for one in written} == {Placement.ADA}


def test_the_example_is_read_without_a_finding() -> None:
    books, read = read_books(COMMITTED)
    _, made = make_tables(books)

    assert [*read, *made] == []


def test_the_top_box_and_optional_columns_stay_empty() -> None:
    assert list(rows("eselon-2.xlsx", "Kinerja Daerah")) == []
    extra = len(SASARAN.columns) - 8
    assert all(row[-extra:] == (None,) * extra for row in rows("eselon-2.xlsx", "Sasaran"))


def test_a_copy_never_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "eselon-2.xlsx").write_bytes(b"milik saya")

    outcomes = {one.path.name: one.placement for one in write_contoh(tmp_path)}

    assert (tmp_path / "eselon-2.xlsx").read_bytes() == b"milik saya"
    assert outcomes["eselon-2.xlsx"] is Placement.ADA
    assert outcomes["eselon-3.xlsx"] is outcomes["Periksa.cmd"] is Placement.BARU

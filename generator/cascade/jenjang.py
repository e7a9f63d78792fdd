"""Sheet Jenjang: which levels are used and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.bahasa.wording import nearest
from generator.cascade.model import Jenjang, Tingkat
from generator.findings.finding import Diagnostic, finding
from generator.schema.keputusan import JENJANG, KEPUTUSAN, TINGKAT_DEFAULTS
from generator.schema.levels import TINGKAT, tingkat_of
from generator.values import Isian, Place, Row

LONGEST_HEADING = 150
"""Letters; headings stand in every box and beside every page."""


def build_jenjang(rows: Sequence[Row]) -> tuple[Jenjang, list[Diagnostic]]:
    """Make the levels of the rows of sheet Jenjang (architecture, "Jenjang").

    A level without a row, or with an empty Label, is not in the result. No rows at all, as
    when keputusan.xlsx could not be read, give the levels of a blank book.
    """
    if not rows:
        rows = [_default_row(number, cells) for number, cells in enumerate(TINGKAT_DEFAULTS, 2)]
    levels: dict[str, Tingkat] = {}
    seen: dict[str, Row] = {}
    findings: list[Diagnostic] = []
    for row in rows:
        cell = row.cells.get("tingkat")
        if cell is None:
            findings.append(finding("tingkat-kosong", row.at("tingkat")))
            continue
        name = tingkat_of(cell.text)
        if name is None:
            near = nearest(cell.text, TINGKAT) or "Program"
            findings.append(
                finding("tingkat-tidak-dikenal", row.at("tingkat"), isi=cell.text, mirip=near)
            )
        elif name in seen:
            findings.append(
                finding(
                    "tingkat-ganda",
                    row.at("tingkat"),
                    isi=name,
                    related=(seen[name].at("tingkat"),),
                )
            )
        else:
            seen[name] = row
            if row.cells.get("label"):
                levels[name] = _level(name, row)
                findings += _long_headings(row)
    return Jenjang(levels), findings


def _long_headings(row: Row) -> Iterator[Diagnostic]:
    for role, cell in row.cells.items():
        if len(cell.text) > LONGEST_HEADING:
            yield finding(
                "judul-jenjang-panjang",
                row.at(role),
                huruf=len(cell.text),
                paling=LONGEST_HEADING,
            )


def _default_row(number: int, texts: Sequence[str]) -> Row:
    place = Place(KEPUTUSAN.filename, JENJANG.name, number)
    return Row(
        place,
        {
            column.role: Isian(text, text, place)
            for column, text in zip(JENJANG.columns, texts, strict=True)
        },
    )


def _level(name: str, row: Row) -> Tingkat:
    cells = {
        role: cell.named(KEPUTUSAN.kind, JENJANG.name, name, role)
        for role, cell in row.cells.items()
        if cell
    }
    return Tingkat(
        nama=name,
        label=cells["label"],
        judul_kotak=cells.get("judul_kotak"),
        judul_kelompok=cells.get("judul_kelompok"),
        judul_sasaran=cells.get("judul_sasaran"),
        judul_indikator=cells.get("judul_indikator"),
        judul_target=cells.get("judul_target"),
    )

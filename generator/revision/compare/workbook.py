"""A comparison as an Excel workbook: what changed, every target, and a chart per sasaran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.series import SeriesLabel
from openpyxl.styles import NamedStyle
from openpyxl.worksheet.worksheet import Worksheet

from generator.revision.compare.butir import Butir
from generator.revision.compare.plan import add_plan
from generator.revision.compare.sheets import table, write_row
from generator.revision.compare.years import (
    ButirPair,
    ComparisonLine,
    Perubahan,
    UkuranPair,
    lines,
    pair_name,
)
from generator.workbook import look, measures
from generator.workbook.changing.save import to_bytes
from generator.workbook.making.blank import MADE

_CHANGES = (
    *(("Jenjang", 18), ("Kode", 10), ("Perubahan", 20), ("Hal", 50)),
    *(("Lama", 50), ("Baru", 50)),
)
_TARGETS = (
    *(("Jenjang", 18), ("Kode", 10), ("Indikator", 60)),
    *(("Target {lama}", 16), ("Target {baru}", 16)),
    *(("Selisih", 12), ("Perubahan (%)", 14), ("Keterangan", 20)),
)
_CHART = (("Kode", 10), ("Indikator", 60), ("{lama} = 100", 14), ("{baru}", 14))
_ALIGNMENTS = {"Isi": look.TOP, "Angka": look.RIGHT}
_PERCENT = "+0.0%;-0.0%;0.0%"
_BAR, _FRAME, _ROWS_A_CM = 1.1, 3.5, 1.9
"""Height of a pair of bars and of all around them, and rows of the sheet that make one, in cm."""


def comparison_book(
    pairs: Sequence[ButirPair],
    lama: str,
    baru: str,
    further: Iterable[ComparisonLine] = (),
    tahun: tuple[int, int] = (0, 0),
) -> bytes:
    """Return the .xlsx of a comparison of the years `lama` and `baru`; same input, same bytes.

    `further` are changes of the decree before its annex; `tahun` are the years of both, which
    are called otherwise when they are the same one.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, alignment in _ALIGNMENTS.items():
        style = NamedStyle(name, look.font(), border=look.GRID, alignment=alignment)
        workbook.add_named_style(style)
    workbook.properties.title = f"Perbandingan {lama} dan {baru}"
    workbook.properties.creator = "sk-cascading"
    workbook.properties.created = MADE
    years = {"lama": lama, "baru": baru}
    said = list(lines(pairs))
    table(workbook, "Perubahan", _CHANGES, years, map(_change, _changes((*further, *said))))
    _add_targets(workbook, years, said)
    _add_charts(workbook, years, pairs)
    add_plan(workbook, pairs, (lama, baru), tahun)
    return to_bytes(workbook)


def _changes(said: Iterable[ComparisonLine]) -> Iterator[ComparisonLine]:
    """Yield the lines that are not about the number in a target."""
    numbers = (Perubahan.TARGET, Perubahan.TETAP)
    return (line for line in said if line.perubahan not in numbers)


def _change(line: ComparisonLine) -> tuple[str, ...]:
    return (
        *(line.jenis.tingkat, line.kode, line.perubahan.value, line.hal),
        *(line.lama, line.baru),
    )


def _add_targets(
    workbook: Workbook, years: Mapping[str, str], said: Iterable[ComparisonLine]
) -> None:
    found = [(line, line.ukuran) for line in said if line.ukuran]
    sheet = table(
        workbook,
        "Target",
        _TARGETS,
        years,
        (
            (
                *(line.jenis.tingkat, line.kode, line.hal, line.lama, line.baru),
                *(_float(pair.selisih), _float(pair.bagian), line.perubahan.value),
            )
            for line, pair in found
        ),
    )
    for row, (_, pair) in enumerate(found, start=2):
        for letter in "DEFG":
            sheet[f"{letter}{row}"].style = "Angka"
        sheet[f"F{row}"].number_format = _signed_format(pair.selisih)
        sheet[f"G{row}"].number_format = _PERCENT


def _float(number: Decimal | None) -> float | None:
    return None if number is None else round(float(number), 6)


def _signed_format(number: Decimal | None) -> str:
    """Return the format that shows a difference with its sign and its own decimals."""
    places = max(0, -int(number.normalize().as_tuple().exponent)) if number else 0
    shown = f"#,##0.{'0' * places}" if places else "#,##0"
    return f"+{shown};-{shown};0"


def _add_charts(workbook: Workbook, years: Mapping[str, str], pairs: Sequence[ButirPair]) -> None:
    """Lay under one another, for each sasaran, its numbers and the chart of them.

    Units differ within a sasaran, so each target is shown as a part of the old one, which is 100.
    """
    sheet = table(workbook, "Grafik", _CHART, years, ())
    row = 3
    for sasaran, measured in _by_sasaran(pairs):
        look.put(sheet[f"A{row}"], sasaran.kode)
        look.put(sheet[f"B{row}"], sasaran.bunyi)
        for letter in "AB":
            sheet[f"{letter}{row}"].font = look.font(bold=True)
            sheet[f"{letter}{row}"].alignment = look.TOP
        for number, (kode, pair, index) in enumerate(measured, start=row + 1):
            write_row(sheet, number, (kode, pair_name(pair), 100, index), _CHART)
        last = row + len(measured)
        height = _FRAME + _BAR * len(measured)
        sheet.add_chart(_chart(sheet, row, last, years, sasaran, height), f"F{row}")
        row = max(last, row + round(height * _ROWS_A_CM)) + 2


def _chart(
    sheet: Worksheet, row: int, last: int, years: Mapping[str, str], sasaran: Butir, height: float
) -> BarChart:
    chart = BarChart()
    chart.type = "bar"
    chart.title = f"{sasaran.kode}: target {years['baru']} ({years['lama']} = 100)"
    chart.height, chart.width = height, 26
    for column, name in ((3, years["lama"]), (4, years["baru"])):
        chart.add_data(Reference(sheet, min_col=column, min_row=row + 1, max_row=last))
        chart.series[-1].tx = SeriesLabel(v=name)
    chart.set_categories(Reference(sheet, min_col=2, min_row=row + 1, max_row=last))
    for series, colour in zip(chart.series, (measures.LINE, measures.BLUE), strict=True):
        series.graphicalProperties.solidFill = colour
    chart.y_axis.scaling.min = 0
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    return chart


def _by_sasaran(
    pairs: Sequence[ButirPair],
) -> Iterator[tuple[Butir, list[tuple[str, UkuranPair, float]]]]:
    """Yield each sasaran with the comparable targets on it and below it, up to the next sasaran."""
    butir = {pair.baru.kode: pair.baru for pair in pairs if pair.baru}
    found: dict[str, list[tuple[str, UkuranPair, float]]] = {
        kode: [] for kode, one in butir.items() if one.jenis.is_sasaran
    }
    for pair in pairs:
        above = pair.baru
        while above and not above.jenis.is_sasaran:
            above = butir.get(above.induk)
        if pair.baru and above:
            found[above.kode] += [
                (pair.baru.kode, one, round(100 * (1 + float(one.bagian)), 1))
                for one in pair.ukuran
                if one.bagian is not None
            ]
    return ((butir[kode], measured) for kode, measured in found.items() if measured)

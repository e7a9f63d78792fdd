"""Plan against target in a comparison: the numbers of every indikator, and lines of the chief ones.

The plan is the later decree's; where that has none, it is the earlier one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from generator.cascade.model import Jenis
from generator.revision.compare.butir import Butir, Rencana, Ukuran
from generator.revision.compare.sheets import table, write_row
from generator.revision.compare.years import ButirPair, UkuranPair, pair_name
from generator.workbook import look

_BEFORE = (("Jenjang", 18), ("Kode", 10), ("Indikator", 50), ("Satuan", 14))
_CHART = (("Kode", 10), ("Tahun", 50), ("Rencana", 12), ("Target", 12))
_DRAWN = (Jenis.UTAMA, Jenis.PENDUKUNG, Jenis.PROGRAM)
"""Whose indikator have a chart; one for each sub kegiatan nobody would look at."""
_BASELINE = "Baseline"
_HEIGHT, _WIDTH, _ROWS, _ON_A_PAGE = 6.5, 16, 14, 7
"""Size of a chart in cm, the rows of the sheet beside it, and how many stand on a page."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An indikator with its plan by year, 0 the baseline."""

    butir: Butir
    ukuran: UkuranPair
    rencana: Mapping[int, Rencana]

    @property
    def satuan(self) -> str:
        return next((one.satuan for one in (self.ukuran.baru, self.ukuran.lama) if one), "")


def add_plan(
    workbook: Workbook, pairs: Sequence[ButirPair], names: tuple[str, str], tahun: tuple[int, int]
) -> None:
    """Add sheets Rencana and Grafik Rencana, where anything was planned.

    `names` are what the two decrees are called, `tahun` are their years.
    """
    planned = list(_planned(pairs))
    if not planned:
        return
    _add_numbers(workbook, planned, names, tahun[1])
    drawn = [one for one in planned if one.butir.jenis in _DRAWN and _can_be_drawn(one)]
    if drawn:
        _add_lines(workbook, drawn, tahun)


def _planned(pairs: Sequence[ButirPair]) -> Iterator[Planned]:
    for jenis in Jenis:
        for pair in pairs:
            for ukuran in pair.ukuran if pair.terkini.jenis is jenis else ():
                sides = (one.rencana for one in (ukuran.baru, ukuran.lama) if one)
                if rencana := next(filter(None, sides), ()):
                    yield Planned(pair.terkini, ukuran, {one.tahun: one for one in rencana})


def _can_be_drawn(one: Planned) -> bool:
    return sum(rencana.nilai is not None for rencana in one.rencana.values()) > 1


def _add_numbers(
    workbook: Workbook, planned: Sequence[Planned], names: tuple[str, str], baru: int
) -> None:
    """Write every plan with the targets that were set, and how far the later one is from it."""
    years = sorted({year for one in planned for year in one.rencana})
    columns = (
        *_BEFORE,
        *((f"Rencana {year}" if year else _BASELINE, 14) for year in years),
        *((f"Target {name}", 14) for name in names),
        ("Selisih", 12),
    )
    sheet = table(
        workbook,
        "Rencana",
        columns,
        {},
        (
            (
                *(one.butir.jenis.tingkat, one.butir.kode, pair_name(one.ukuran), one.satuan),
                *(_shown(one.rencana.get(year)) for year in years),
                *(_shown(side) for side in (one.ukuran.lama, one.ukuran.baru)),
                _above(one, baru),
            )
            for one in planned
        ),
    )
    for row in sheet.iter_rows(min_row=2, min_col=len(_BEFORE) + 1):
        for cell in row:
            cell.style = "Angka"


def _shown(one: Rencana | Ukuran | None) -> float | str:
    """Return the number of a target, its text where it is none."""
    if one is None:
        return ""
    return one.target if one.nilai is None else float(one.nilai)


def _above(one: Planned, tahun: int) -> float | str:
    rencana = one.rencana.get(tahun)
    nilai = one.ukuran.baru.nilai if one.ukuran.baru else None
    if rencana is None or rencana.nilai is None or nilai is None:
        return ""
    return round(float(nilai - rencana.nilai), 6)


def _add_lines(workbook: Workbook, drawn: Sequence[Planned], tahun: tuple[int, int]) -> None:
    """Lay under one another, for each indikator, its numbers by year and their lines."""
    sheet = table(workbook, "Grafik Rencana", _CHART, {}, ())
    row = 2
    for nth, one in enumerate(drawn):
        if nth and nth % _ON_A_PAGE == 0:
            sheet.row_breaks.append(Break(id=row - 1))
        write_row(sheet, row, (one.butir.kode, pair_name(one.ukuran), "", ""), _CHART)
        for letter in "AB":
            sheet[f"{letter}{row}"].font = look.font(bold=True)
        rows = list(_by_year(one, tahun))
        for number, values in enumerate(rows, start=row + 1):
            write_row(sheet, number, ("", *values), _CHART)
        chart = _chart(sheet, row, row + len(rows), one)
        chart.y_axis.scaling.min = _floor([nilai for _, *two in rows for nilai in two if nilai])
        sheet.add_chart(chart, f"F{row}")
        row += max(_ROWS, len(rows) + 2)


def _by_year(
    one: Planned, tahun: tuple[int, int]
) -> Iterator[tuple[str, float | None, float | None]]:
    """Yield each year with what was planned, and the target that a decree set."""
    sides = (one.ukuran.lama, one.ukuran.baru)
    targets = {year: side.nilai for year, side in zip(tahun, sides, strict=True) if side}
    for year in sorted({*one.rencana, *filter(None, targets)}):
        planned = one.rencana.get(year)
        nilai = planned.nilai if planned else None
        yield str(year or _BASELINE), _float(nilai), _float(targets.get(year) if year else None)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _floor(numbers: Sequence[float]) -> float:
    """Return where an axis begins so that its lines rise and fall: 60 for 68 to 75."""
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    step = 10.0 ** floor(log10(high - low)) if high > low else 1.0
    least = floor((low - (high - low) / 2) / step) * step
    return round(max(least, 0.0) if low >= 0 else least, 6)


def _chart(sheet: Worksheet, row: int, last: int, one: Planned) -> LineChart:
    """Return the lines of an indikator: dashed the plan, solid and black what was set."""
    chart = LineChart()
    chart.title = f"{one.butir.kode} ({one.satuan})" if one.satuan else one.butir.kode
    chart.height, chart.width = _HEIGHT, _WIDTH
    for column, (name, _) in enumerate(_CHART[2:], start=3):
        chart.add_data(Reference(sheet, min_col=column, min_row=row + 1, max_row=last))
        chart.series[-1].tx = SeriesLabel(v=name)
    chart.set_categories(Reference(sheet, min_col=2, min_row=row + 1, max_row=last))
    plan, target = chart.series
    _draw(plan, "808080", Marker("circle", 7), "FFFFFF", dash="dash")
    _draw(target, "000000", Marker("square", 7), "000000", dash="solid")
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend = Legend(legendPos="b")
    return chart


def _draw(series: Series, colour: str, marker: Marker, fill: str, dash: str) -> None:
    """Tell a series apart by its line and its marks, so that grey print shows which it is."""
    series.smooth = False
    line = series.graphicalProperties.line
    line.solidFill, line.width, line.dashStyle = colour, 19_050, dash
    edge = LineProperties(solidFill=colour)
    marker.graphicalProperties = GraphicalProperties(solidFill=fill, ln=edge)
    series.marker = marker

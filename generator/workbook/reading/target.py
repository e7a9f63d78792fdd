"""What stands in a Target, a code or a Pagu cell: numbers, ranges, units and their faults.

A cell arrives as openpyxl gives it, with its number format, because only the format tells
8,2 % from 0,082. Text must have been cleaned and must not be empty.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from generator.bahasa.numbers import format_number, read_number
from generator.bahasa.tanggal import format_tanggal
from generator.bahasa.wording import fold, nearest
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import SATUAN_TEKS
from generator.values import Place
from generator.workbook.reading.number_format import show

NeverTyped = bool | date | time | timedelta
CellValue = str | int | float | NeverTyped


@dataclass(frozen=True, slots=True)
class CellFault:
    """The name of a rule that a cell breaks, with the facts that its texts need."""

    rule: str
    facts: Mapping[str, Any]

    def at(self, place: Place) -> Diagnostic:
        """Return the finding of this fault in the cell at `place`."""
        return finding(self.rule, place, **self.facts)


@dataclass(frozen=True, slots=True)
class TargetText:
    """A target as it prints, unit included: "8,2%", "120 Orang", "LEVEL 2".

    `nilai` is the one number in it, None for text and ranges; `doubt` asks to look again.
    """

    text: str
    nilai: Decimal | None = None
    satuan: str = ""
    doubt: CellFault | None = None


def read_target(
    value: CellValue, number_format: str, satuan: str | None, known_units: frozenset[str]
) -> TargetText | CellFault:
    """Return how a Target cell prints beside its Satuan, or the rule that it breaks.

    >>> read_target(0.082, "0.0%", None, frozenset())
    TargetText(text='8,2%', nilai=Decimal('8.2'), satuan='%', doubt=None)
    """
    if isinstance(value, NeverTyped):
        return never_typed(value, "target-tanggal")
    satuan = satuan or ""
    if isinstance(value, str):
        if fold(satuan) == SATUAN_TEKS:
            return TargetText(value)
        if fault := _several(value, known_units):
            return fault
        return _read_text(" ".join(map(str.strip, value.split("\n"))), satuan, known_units)
    return _read_number(value, number_format, satuan, known_units)


@lru_cache(maxsize=4096, typed=True)
def _read_number(
    value: float, number_format: str, satuan: str, known_units: frozenset[str]
) -> TargetText | CellFault:
    if not math.isfinite(value):
        return CellFault("target-bukan-angka", {"isi": str(value), "contoh": "8,2"})
    shown = show(value, number_format)
    if fold(satuan) == SATUAN_TEKS:
        return TargetText(shown.as_typed)
    unit = shown.format.suffix.strip()
    if fault := _unit_fault(shown.as_typed, unit, satuan, known_units):
        return fault
    number, unit = shown.number, unit or satuan
    text = _join(number, unit)
    if (prefix := shown.format.prefix.strip()) and not fold(text).startswith(fold(prefix)):
        text = f"{shown.format.prefix}{text}"
    nilai = read_number(number)
    return TargetText(text, nilai, unit, None if shown.format.scale else _doubt(nilai, unit))


_JOINING = frozenset(("dan", "serta", "/", ";", ",", "&", "+", "|"))


def _several(text: str, known_units: frozenset[str]) -> CellFault | None:
    """Return the fault of several targets in one cell: "96 95,5", "LEVEL 2", a line, "BB"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    with_digits = [any(map(str.isdigit, line)) for line in lines]
    if len(lines) > 1 and len(set(with_digits)) == 1:
        return _split(text, lines)
    items: list[str] = []
    for word in text.replace(";", " ; ").split():
        if read_number(word.rstrip("%;,.")) is not None:
            items.append(word.rstrip(";,."))
        elif fold(word) in _words(known_units) and items:
            items[-1] += f" {word}"
        elif word not in _JOINING:
            return None
    return _split(text, items) if len(items) > 1 else None


def _split(text: str, items: Sequence[str]) -> CellFault:
    first, *others = (f'"{one}"' for one in items)
    facts = {"isi": " ".join(text.split()), "pertama": first, "lain": ", ".join(others)}
    return CellFault("dua-target", facts)


@cache
def _words(units: frozenset[str]) -> frozenset[str]:
    return frozenset(word for unit in units for word in fold(unit).split()) | {"%"}


_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_TARGET = re.compile(
    rf"(?P<sign>[-−]|[<>]=?|[≤≥±])?\s*(?P<first>{_NUMBER})\s*"
    r"(?:(?:(?P<percent>%)\s*)?(?:[-–—]|s\.?d\.?|s/d|sampai(?: dengan)?)\s*"
    rf"(?P<second>{_NUMBER})\s*)?"
    r"(?P<unit>[^\s0-9].*)?",
    re.DOTALL | re.IGNORECASE,
)
_MUST_BE_NUMBER = re.compile(r"[0-9<>≤≥±]")


def _read_text(text: str, satuan: str, known_units: frozenset[str]) -> TargetText | CellFault:
    match = _TARGET.fullmatch(text)
    if not _MUST_BE_NUMBER.match(text) and (not match or not match["sign"]):
        return _read_words(text, satuan)
    if not match or (match["second"] and (match["sign"] or match["percent"] != _percent(match))):
        return _not_a_number(text)
    numbers = [number for number in (match["first"], match["second"]) if number]
    for number in numbers:
        if fault := _number_fault(text, number):
            return fault
    typed = (match["unit"] or "").strip()
    if fault := _unit_fault(text, typed, satuan, known_units):
        return fault
    unit = typed or satuan
    nilai = read_number(numbers[0]) if len(numbers) == 1 else None
    if nilai and match["sign"] in ("-", "−"):
        nilai = nilai.copy_negate()
    if typed:
        return TargetText(re.sub(r"(?<!\s)\s+%", "%", text), nilai, unit)
    return TargetText(_join(text, unit), nilai, unit, _doubt(nilai, unit))


def _percent(match: re.Match[str]) -> str | None:
    """Return the "%" that both ends of a range must carry, or None: "80-90%" has it once."""
    return match["percent"] if match["unit"] == "%" else None


def _read_words(text: str, satuan: str) -> TargetText:
    if not satuan or fold(satuan) in fold(text):
        return TargetText(text)
    printed = _join(text, satuan)
    facts = {"isi": text, "satuan": satuan, "cetak": printed}
    return TargetText(printed, None, satuan, CellFault("target-teks-bersatuan", facts))


def _number_fault(text: str, number: str) -> CellFault | None:
    nilai = read_number(number)
    if nilai is not None and (number.count(".") != 1 or "," in number):
        return None
    comma = number.replace(".", ",")
    decimal = read_number(comma)
    if nilai is not None and decimal is not None:
        facts = {"isi": text, "ribuan": str(nilai), "desimal": format_number(decimal)}
        return CellFault("target-ambigu", facts)
    if decimal is not None:
        return CellFault("target-titik-desimal", {"isi": text, "contoh": comma})
    return _not_a_number(text)


def _not_a_number(text: str) -> CellFault:
    numbers = [one for one in re.findall(_NUMBER, text) if read_number(one) is not None]
    if len(numbers) > 1:
        facts = {"isi": text, "contoh": "satu angka saja di setiap baris"}
        return CellFault("target-bukan-angka", facts)
    found = next(iter(numbers), "8,2")
    is_percent = "%" in text or "persen" in fold(text)
    return CellFault(
        "target-bukan-angka",
        {"isi": text, "contoh": f'{found} dan pilih Satuan "%"' if is_percent else found},
    )


def _unit_fault(
    text: str, typed: str, satuan: str, known_units: frozenset[str]
) -> CellFault | None:
    """Return the fault of a unit typed in the Target cell itself, beside the row's Satuan."""
    if not typed or fold(typed) == fold(satuan):
        return None
    if satuan:
        near = typed == "%" or nearest(typed, (satuan,)) or fold(typed) in _folded(known_units)
        if not near:
            return _not_a_number(text)
        return CellFault("satuan-berbeda", {"isi": text, "satuan": satuan})
    if typed == "%" or fold(typed) in _folded(known_units):
        return None
    if choice := nearest(typed, sorted(known_units - {SATUAN_TEKS})):
        return CellFault("satuan-tidak-dikenal", {"isi": text, "satuan": typed, "mungkin": choice})
    return _not_a_number(text)


@cache
def _folded(units: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, units)) - {SATUAN_TEKS}


def _join(number: str, unit: str) -> str:
    if unit == "%":
        return f"{number}%"
    if fold(unit).rstrip(".") == "rp":
        return f"{unit}{number}"
    return f"{number} {unit}".rstrip()


def _doubt(nilai: Decimal | None, unit: str) -> CellFault | None:
    """Ask about 0,082 with Satuan %, which may have been meant as 8,2 %."""
    if unit != "%" or nilai is None or not 0 < nilai < 1:
        return None
    facts = {"cetak": _join(format_number(nilai), unit), "mungkin": format_number(nilai * 100)}
    return CellFault("persen-kecil", facts)


def without_unit(text: str, typed: str, satuan: str | None) -> str:
    """Return a target as a plan prints it: the unit is that of its row, unless it was typed.

    >>> without_unit("120 Orang", "120", "Orang")
    '120'
    """
    if not satuan or fold(typed).endswith(fold(satuan)):
        return text
    return text.removesuffix(f" {satuan}")


def read_code(value: CellValue, number_format: str) -> str | CellFault:
    """Return a code, Nomor, NIP or Kode Pos as text, or the rule that it breaks.

    A whole number keeps the zeros that its format puts before it: 512 as `00000` is "00512".
    """
    if isinstance(value, str):
        return value
    if isinstance(value, NeverTyped):
        return never_typed(value, "kode-tanggal")
    if not math.isfinite(value):
        return CellFault("kode-pecahan", {"isi": str(value)})
    shown = show(value, number_format)
    if (
        shown.nilai != shown.nilai.to_integral_value()
        or shown.format.decimals
        or shown.format.scale
    ):
        return CellFault("kode-pecahan", {"isi": shown.as_typed})
    digits = str(abs(int(shown.nilai)))
    if len(digits) > 15:
        return CellFault("kode-terlalu-panjang", {"isi": digits})
    sign = "-" if shown.nilai < 0 else ""
    return sign + digits.zfill(shown.format.min_digits)


_RUPIAH = re.compile(r"^rp\.?\s*|,?-$", re.IGNORECASE)


def read_pagu(value: CellValue) -> Decimal | CellFault:
    """Return a budget in rupiah, from a number or text such as "Rp 1.250.000,-"."""
    if isinstance(value, NeverTyped):
        return never_typed(value, "pagu-bukan-angka")
    number = None
    if isinstance(value, str):
        number = read_number(_RUPIAH.sub("", value))
    elif math.isfinite(value):
        number = show(value, "General").nilai
    if number is None or number < 0:
        return CellFault("pagu-bukan-angka", {"isi": str(value)})
    return number


def never_typed(value: NeverTyped, rule: str) -> CellFault:
    """Return the fault of a value that Excel made of what somebody typed."""
    if isinstance(value, bool):
        return CellFault("isi-benar-salah", {"isi": "BENAR (TRUE)" if value else "SALAH (FALSE)"})
    return CellFault(rule, {"isi": _moment(value)})


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return f"{format_tanggal(value)} {_moment(value.time())}"
    if isinstance(value, date):
        return format_tanggal(value)
    if isinstance(value, timedelta):
        return str(value)
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"

"""What a reader sees of a number in a cell: Excel's number formats, as far as they matter here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from generator.bahasa.numbers import format_number

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | [_*].
    | \[\$(?P<currency>[^\]-]*+)[^\]]*\] | \[[^\]]*\]
    | (?P<general>General) | (?P<digit>[0#?]) | (?P<exponent>[Ee][+-]) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One section of a format code, such as `0.0%` or `[$Rp-421]#,##0`.

    `decimals` is None where the format leaves them to the value; `scale` is the power of ten
    by which the number is shown larger than it is stored (2 for a percentage).
    """

    decimals: int | None = None
    scale: int = 0
    grouped: bool = False
    min_digits: int = 0
    prefix: str = ""
    suffix: str = ""
    has_digits: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it stands in its cell: 0.082 as `0.0%` is `nilai` 8.2 and suffix "%"."""

    nilai: Decimal
    format: NumberFormat

    @property
    def number(self) -> str:
        """The number as an Indonesian reads it, without prefix and suffix."""
        return format_number(self.nilai, self.format.decimals)

    @property
    def as_typed(self) -> str:
        """The whole content, grouped and filled up with zeros only where the format says so."""
        text = self.number
        if not self.format.grouped:
            text = text.replace(".", "")
        whole, _, fraction = text.partition(",")
        if fraction := fraction.ljust(self.format.decimals or 0, "0"):
            whole = f"{whole},{fraction}"
        return f"{self.format.prefix}{whole}{self.format.suffix}".strip()


def show(value: float, code: str) -> Shown:
    """Return what a cell with this format code shows of a finite number."""
    exact = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    sections = _read_sections(code)
    section = sections[0]
    if exact < 0 and len(sections) > 1:
        section = sections[1]
    elif exact == 0 and len(sections) > 2 and sections[2].has_digits:
        section = sections[2]
    return Shown(exact.scaleb(section.scale), section)


@lru_cache(maxsize=4096, typed=True)
def as_typed(value: float, code: str) -> str:
    """Return the whole of what a cell with this format code shows of a finite number."""
    return show(value, code).as_typed


@cache
def _read_sections(code: str) -> tuple[NumberFormat, ...]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(
        _read_section(tokens, negative=i == 1 and len(sections) > 1)
        for i, tokens in enumerate(sections)
    )


def _read_section(tokens: list[re.Match[str]], *, negative: bool) -> NumberFormat:
    prefix = suffix = ""
    seen = grouped = free = in_fraction = False
    commas = scale = places = min_digits = 0
    for token in tokens:
        literal = token["quoted"] or token["escaped"] or token["currency"] or ""
        if token["digit"] or token["general"]:
            seen, suffix = True, ""
            grouped, commas = grouped or commas > 0, 0
            free = free or token["general"] is not None
            places += in_fraction
            min_digits += token["digit"] == "0" and not in_fraction
        elif token["exponent"]:
            free = True
        elif (other := token["other"]) == ",":
            commas += seen
        elif other == ".":
            in_fraction = seen
            scale, commas = scale - 3 * commas, 0
        elif other == "/" and seen:
            free = True
        elif other and other != "@":
            literal = other
            scale += 2 * (other == "%")
        if seen:
            suffix += literal
        else:
            prefix += literal
    if negative:
        prefix, suffix = prefix.strip("-( "), suffix.rstrip(") ")
    return NumberFormat(
        decimals=places if seen and not free else None,
        scale=scale - 3 * commas,
        grouped=grouped,
        min_digits=min_digits,
        prefix=prefix.lstrip(),
        suffix=suffix.rstrip(),
        has_digits=seen,
    )

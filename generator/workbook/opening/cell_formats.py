"""The number formats of a book's cells, by the index that each cell carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from generator.opc.limits import STYLES
from generator.opc.parts import TooMuchError
from generator.opc.xml import Element
from generator.workbook.opening.parsing import attribute, called


class FormatKind(Enum):
    """What a number under a format is."""

    NUMBER = "a number"
    MOMENT = "a date, a time or both"
    DURATION = "hours that may exceed a day"


class CellFormat(NamedTuple):
    """Excel's format code ("0.0%"), and what it makes of a number."""

    code: str = "General"
    kind: FormatKind = FormatKind.NUMBER


_PLAIN = (CellFormat(),)
_CODES = r"""
1 0
2 0.00
3 #,##0
4 #,##0.00
5 "$"#,##0_);("$"#,##0)
6 "$"#,##0_);[Red]("$"#,##0)
7 "$"#,##0.00_);("$"#,##0.00)
8 "$"#,##0.00_);[Red]("$"#,##0.00)
9 0%
10 0.00%
11 0.00E+00
12 # ?/?
13 # ??/??
14 mm-dd-yy
15 d-mmm-yy
16 d-mmm
17 mmm-yy
18 h:mm AM/PM
19 h:mm:ss AM/PM
20 h:mm
21 h:mm:ss
22 m/d/yy h:mm
37 #,##0_);(#,##0)
38 #,##0_);[Red](#,##0)
39 #,##0.00_);(#,##0.00)
40 #,##0.00_);[Red](#,##0.00)
41 _(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)
42 _("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)
43 _(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)
44 _("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)
45 mm:ss
46 [h]:mm:ss
47 mmss.0
48 ##0.0E+0
49 @
"""
"""ECMA-376, part 1, 18.8.30: what a book need not declare; any other is General."""
_BUILT_IN = {
    int(number): code
    for number, _, code in (line.partition(" ") for line in _CODES.strip().splitlines())
}

_LITERAL = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DATE = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(hh?|mm?|ss?)\]", re.IGNORECASE)


def read_formats(styles: Element | None) -> Sequence[CellFormat]:
    """Return the format of each cell style (`cellXfs`); one plain style where there is none.

    Raises ValueError when an id is no number, KeyError when a format has no code, TooMuchError.
    """
    if styles is None:
        return _PLAIN
    declared = {
        int(attribute(one, "numFmtId")): attribute(one, "formatCode")
        for one in called(styles, "numFmts", "numFmt")
    }
    codes = _BUILT_IN | declared
    cell_styles = called(styles, "cellXfs", "xf")
    if len(cell_styles) > STYLES.limit:
        raise TooMuchError(STYLES)
    formats = [_format(codes.get(int(one.get("numFmtId", "0")), "General")) for one in cell_styles]
    return formats or _PLAIN


_LONGEST = 255
"""Excel knows no longer format."""


def _format(code: str) -> CellFormat:
    if len(code) > _LONGEST:
        return CellFormat()
    section = code.partition(";")[0]
    if not _DATE.search(_LITERAL.sub("", section)):
        return CellFormat(code)
    return CellFormat(code, FormatKind.DURATION if _ELAPSED.search(section) else FormatKind.MOMENT)

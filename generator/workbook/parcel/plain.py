"""A book of any kind made into a plain .xlsx: no template, and without its macros."""

from __future__ import annotations

from generator.workbook.parcel.parcel import Parcel

_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def make_plain(parcel: Parcel) -> None:
    """Let an opened book be what the name .xlsx says, or Excel would not open it."""
    if parcel.type_of(parcel.workbook) != _PLAIN:
        parcel.declare(parcel.workbook, _PLAIN)
    for relation, macros in parcel.related(parcel.workbook, "vbaProject").items():
        for signature in parcel.related(macros).values():
            parcel.remove(signature)
        parcel.remove(macros)
        parcel.unrelate(parcel.workbook, relation)

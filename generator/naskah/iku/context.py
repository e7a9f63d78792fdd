"""The names that the template of the decree on indicators may use, as one plain dict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cascade.model import Indikator
from generator.naskah.iku.model import BarisIku, KeputusanIku
from generator.naskah.keputusan_cascading.context import decree_names
from generator.naskah.keys import lines_of, merged
from generator.schema.kinerja import FORMULASI, SUMBER_DATA
from generator.schema.types import Column
from generator.values import Isian


def make_context(keputusan: KeputusanIku, logo: bool) -> Mapping[str, object]:
    """Return the template's names. Texts of cells are Isian, anchored where they print."""
    return merged(
        decree_names(keputusan.decree, logo),
        {
            "sasaran": list(_rows(keputusan.baris)),
            "dengan_target": keputusan.dengan_target,
        },
    )


def _rows(baris: tuple[BarisIku, ...]) -> Iterator[Mapping[str, object]]:
    """Yield the sasaran, numbered from 1 in each group, and their indikator throughout it."""
    nomor = count = 0
    for row in baris:
        if row.kelompok:
            nomor = count = 0
        nomor += 1
        node = row.simpul
        yield {
            "kelompok": row.kelompok or None,
            "nomor": str(nomor),
            "teks": node.sasaran or node.nama or node.kode,
            "penanggung_jawab": node.penanggung_jawab,
            "indikator": [
                _indikator(number, one) for number, one in enumerate(node.indikator, count + 1)
            ],
        }
        count += len(node.indikator)


def _indikator(nomor: int, one: Indikator) -> Mapping[str, object]:
    return {
        "nomor": str(nomor),
        "teks": one.teks,
        "target": one.target.isian,
        "formulasi": _lines(one, FORMULASI),
        "sumber_data": _lines(one, SUMBER_DATA),
    }


def _lines(one: Indikator, column: Column) -> list[Isian]:
    cell = one.said(column)
    return lines_of(cell) if cell else []

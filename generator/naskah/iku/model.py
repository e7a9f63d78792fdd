"""The decree on key performance indicators, frozen."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cascade.model import Simpul
from generator.naskah.keputusan_cascading.model import Decree
from generator.schema.keputusan_iku import KOLOM_TARGET


@dataclass(frozen=True, slots=True)
class BarisIku:
    """One sasaran of the annex. `kelompok` heads it where it is the first of its group."""

    simpul: Simpul
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class KeputusanIku:
    """The decree, and the sasaran whose indikator its annex lists."""

    decree: Decree
    baris: tuple[BarisIku, ...]

    @property
    def dengan_target(self) -> bool:
        return self.decree.identitas.isian.one(KOLOM_TARGET).text == "Ya"

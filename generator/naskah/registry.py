"""The kinds of document that the program makes; a new one is a folder and a line here."""

from __future__ import annotations

from typing import Any

from generator.naskah.iku.kind import IKU
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.naskah.kind import Kind
from generator.naskah.perjanjian.kind import PERJANJIAN

KINDS: tuple[Kind[Any], ...] = (KEPUTUSAN_CASCADING, PERJANJIAN, IKU)
"""In the order in which they are made and told of."""

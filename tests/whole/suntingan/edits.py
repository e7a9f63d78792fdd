"""All that the legal section does to a decree in Word, by name."""

from __future__ import annotations

from tests.whole.suntingan import blocks, looks, objects, texts
from tests.whole.suntingan.registry import EDITS

__all__ = ["EDITS", "blocks", "looks", "objects", "texts"]

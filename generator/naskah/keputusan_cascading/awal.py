"""With what the decree's book begins: standard texts (`awal.toml`), the law as of a day."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from generator.peraturan.composing import composed
from generator.peraturan.register import register
from generator.schema.keputusan import IDENTITAS, MENGINGAT

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Rows of a book by sheet, their cells by role."""


def standard_rows(as_of: date) -> Rows:
    """Return what keputusan.xlsx of a new folder says."""
    data = _data()
    butir = {**data["butir"], MENGINGAT.name: [*_cited(data["butir"][MENGINGAT.name], as_of)]}
    keys = [{"isian": key, "isi": isi.strip()} for key, isi in data[IDENTITAS.name].items()]
    items = {sheet: [{"isi": text} for text in texts] for sheet, texts in butir.items()}
    return {IDENTITAS.name: keys, **items}


def _cited(heads: Sequence[str], as_of: date) -> Iterator[str]:
    for head in heads:
        if citation := composed(head, register(), as_of):
            yield f"{citation};"


@cache
def _data() -> Mapping[str, Any]:
    text = files(__package__).joinpath("awal.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

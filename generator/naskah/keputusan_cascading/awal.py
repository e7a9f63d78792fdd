"""With what the books of a new folder begin: standard texts, the law as of a day, kinds of office.

All of it stands in `awal.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from generator.peraturan.composing import composed
from generator.peraturan.register import register
from generator.schema.keputusan import IDENTITAS, JENJANG, MENGINGAT, TINGKAT_DEFAULTS

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Rows of a book by sheet, their cells by role."""


def kinds_of_office() -> tuple[str, ...]:
    """Return the kinds of office that differ from the usual one."""
    return tuple(_data()["jenis"])


def file_names(office: str = "") -> Mapping[str, Sequence[str]]:
    """Return the names of the files of each kind of book that has not its usual one."""
    names: Mapping[str, Sequence[str]] = _of(office).get("buku", {})
    return names


def standard_rows(as_of: date, office: str = "") -> Rows:
    """Return what keputusan.xlsx of a new folder says."""
    data, own = _data(), _of(office)
    names = {**data["pejabat"], **own.get("pejabat", {})}
    keys = {**data[IDENTITAS.name], **own.get(IDENTITAS.name, {})}
    butir = {**data["butir"], MENGINGAT.name: [*_cited(data["butir"][MENGINGAT.name], as_of)]}
    return {
        IDENTITAS.name: [
            {"isian": key, "isi": _named(text.strip(), names)} for key, text in keys.items()
        ],
        **{sheet: [{"isi": _named(one, names)} for one in texts] for sheet, texts in butir.items()},
        JENJANG.name: [*_tingkat(own.get(JENJANG.name, {}))],
    }


def _cited(heads: Sequence[str], as_of: date) -> Iterator[str]:
    for head in heads:
        if citation := composed(head, register(), as_of):
            yield f"{citation};"


def _named(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"<{name}>", value)
    return text


def _tingkat(own: Mapping[str, Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """Yield the rows of sheet Jenjang, each with its deeper ones behind it; none where all stay."""
    for name, *texts in TINGKAT_DEFAULTS if own else ():
        for row in (name, *(one for one in own if one[:-2] == name)):
            cells = zip(JENJANG.columns[1:], texts, strict=True)
            said = own.get(row, {})
            yield {"tingkat": row, **{one.role: said.get(one.heading, text) for one, text in cells}}


def _of(office: str) -> Mapping[str, Any]:
    own: Mapping[str, Any] = _data()["jenis"][office] if office else {}
    return own


@cache
def _data() -> Mapping[str, Any]:
    text = files(__package__).joinpath("awal.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

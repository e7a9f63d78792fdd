"""The rules: one kind of finding each, with its texts.

They stand in `rules/*.toml`, one table a rule, keyed by a readable name that the code uses. `kode`
is stable for ever; `tingkat` is the severity, `tahap` the stage of the flow that finds it. `pesan`
and `saran` are patterns over the facts of the finding. With `bunyi = true` it speaks of how
something is worded, with `salah_pakai = true` of a command asked for wrongly. With `kumpul = 3`
more than three findings of a sheet become one, whose fact `juga` names the other places; where
`kumpul_menurut` names facts, only those that agree in them. The rest feeds the docs page: `sebab`,
`contoh` and `butir` as they stand, `fakta` as the facts of an example.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any


class Severity(Enum):
    """How much a finding weighs, worst first."""

    SALAH = "Salah"
    PERIKSA = "Periksa"
    CATATAN = "Catatan"


class Stage(Enum):
    """The stage of the flow that finds it."""

    BERKAS = "berkas"
    """Opening files, before anything in them is read."""
    SEL = "sel"
    """Sheets, columns and cells."""
    POHON = "pohon"
    """Joining the rows to one tree."""
    KEWAJARAN = "kewajaran"
    """A planner's remarks on a sound tree."""
    KEPUTUSAN = "keputusan"
    """Making the decree of its sheets."""
    PENYUSUNAN = "penyusunan"
    """A legal drafter's remarks on the decree."""
    NASKAH = "naskah"
    """Making the other documents that the books imply."""
    TEMPLAT = "templat"
    """The office's own Word template, and its logo."""
    MENULIS = "menulis"
    """Putting files where they are wanted."""
    REVISI = "revisi"
    """Documents handed back, years compared or begun."""


LAW = "Lampiran II UU Nomor 12 Tahun 2011"
"""Where each `butir` stands."""

_FILES = (
    "berkas",
    "sel",
    "pohon",
    "nomenklatur",
    "keputusan",
    "perjanjian",
    "iku",
    "templat",
    "revisi",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `message` and `cure` are `str.format` patterns over the facts.

    `title` names it in few words, `butir` numbers the rule in `LAW` that it rests on ("43"). More
    findings on a sheet than `gathered`, unless it is 0, are one where they agree in the facts
    `gathered_by`. One `of_wording` is not said of official words; one of `misuse` says that a
    command was given what it cannot work with.
    """

    name: str
    code: str
    title: str
    severity: Severity
    stage: Stage
    message: str
    cure: str
    butir: str = ""
    gathered: int = 0
    gathered_by: tuple[str, ...] = ()
    of_wording: bool = False
    misuse: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """The names of the facts that message and cure ask for."""
        pairs = string.Formatter().parse(self.message + self.cure)
        return frozenset(name for _, name, _, _ in pairs if name)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by name, in the order of its file."""
    return {name: rule(name) for name in _tables()}


@cache
def rule(name: str) -> Rule:
    """Return the rule of that name; raise KeyError when there is none."""
    table = _read(_tables()[name])
    return Rule(
        name=name,
        code=table["kode"],
        title=table["judul"],
        severity=Severity(table["tingkat"]),
        stage=Stage(table["tahap"]),
        message=table["pesan"],
        cure=table["saran"],
        butir=table.get("butir", ""),
        gathered=table.get("kumpul", 0),
        gathered_by=tuple(table.get("kumpul_menurut", ())),
        of_wording=table.get("bunyi", False),
        misuse=table.get("salah_pakai", False),
    )


@cache
def fields_of(name: str) -> frozenset[str]:
    """Return the names of the facts that a rule asks for."""
    return rule(name).fields


def rule_tables() -> Mapping[str, Mapping[str, Any]]:
    """Return the tables of all files as they stand, by the rule's name."""
    return {name: _read(table) for name, table in _tables().items()}


def _read(table: str) -> Mapping[str, Any]:
    return tomllib.loads(table)


@cache
def _tables() -> Mapping[str, str]:
    """Return the text of each table, not read yet: a run needs few of them."""
    folder = files(__package__) / "rules"
    texts = ((folder / f"{file}.toml").read_text("utf-8") for file in _FILES)
    parts = [part for text in texts for part in _HEAD.split(text)[1:]]
    return dict(zip(parts[::2], parts[1::2], strict=True))


_HEAD = re.compile(r'^\["(.+)"\]$', re.MULTILINE)

"""The rules: one kind of finding each, their texts in `rules/`."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files


class Severity(Enum):
    """How much a finding weighs, worst first."""

    SALAH = "Salah"
    PERIKSA = "Periksa"
    CATATAN = "Catatan"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `message` and `cure` are `str.format` patterns over the facts.

    `butir` numbers the rule in Lampiran II of UU 12/2011 that the finding rests on ("43").
    """

    name: str
    code: str
    severity: Severity
    title: str
    message: str
    cure: str
    cause: str
    example: str
    butir: str = ""

    @property
    def fields(self) -> frozenset[str]:
        """The names of the facts that message and cure ask for."""
        pairs = string.Formatter().parse(self.message + self.cure)
        return frozenset(name for _, name, _, _ in pairs if name)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by name, in the order of `rules.toml`."""
    text = files(__package__).joinpath("rules.toml").read_text(encoding="utf-8")
    return {
        name: Rule(
            name=name,
            code=table["kode"],
            severity=Severity(table["tingkat"]),
            title=table["judul"],
            message=table["pesan"],
            cure=table["saran"],
            cause=table["sebab"],
            example=table["contoh"],
            butir=table.get("butir", ""),
        )
        for name, table in tomllib.loads(text).items()
    }

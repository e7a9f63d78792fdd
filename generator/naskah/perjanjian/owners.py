"""Whose performance is whose, and who is above whom: both follow from the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bahasa.wording import fold
from generator.cascade.model import Cascade, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keys import Entries
from generator.naskah.perjanjian.model import Pejabat
from generator.schema.keputusan import JABATAN_PENANDATANGAN

HEADS_OF_REGION = ("bupati", "wali kota", "walikota", "gubernur")
_BETWEEN_OFFICES = re.compile(r"[;\n]")


def offices_in(node: Simpul) -> tuple[str, ...]:
    """Return the offices that Penanggung Jawab names, as typed."""
    typed = _BETWEEN_OFFICES.split(str(node.penanggung_jawab or ""))
    return tuple(" ".join(one.split()) for one in typed if one.strip())


def signing_office(identitas: Entries) -> str:
    """Return the key of the office that signs the decree."""
    return fold(" ".join(map(str, identitas.all(JABATAN_PENANDATANGAN)))).rstrip(" ,")


@dataclass(frozen=True)
class Pembagian:
    """A tree shared out among officials.

    `nodes` are all of it in print order, `owned` those of each official, by the key of the office;
    `parents` the nodes above each node, by kode; `top` answers for most sasaran, None when nobody
    does alone.
    """

    nodes: tuple[Simpul, ...]
    officials: Mapping[str, Pejabat]
    owned: Mapping[str, tuple[Simpul, ...]]
    parents: Mapping[str, tuple[Simpul, ...]]
    top: str | None

    def owners(self, node: Simpul) -> tuple[str, ...]:
        """Return the keys of those who answer for a node."""
        keys = tuple(fold(one) for one in offices_in(node))
        if not keys and node.jenis.is_sasaran and self.top:
            return (self.top,)
        return keys

    def above(self, key: str) -> tuple[Pejabat, ...]:
        """Return who answers for what is right above the nodes of an official, others only.

        A node above that nobody answers for is looked through.
        """
        found: dict[str, Pejabat] = {}
        seen: set[str] = set()
        nodes = list(self.owned[key])
        while nodes:
            for parent in self.parents.get(nodes.pop().kode, ()):
                if parent.kode in seen:
                    continue
                seen.add(parent.kode)
                known = [one for one in self.owners(parent) if one in self.officials]
                found |= {one: self.officials[one] for one in known if one != key}
                if not known:
                    nodes.append(parent)
        return tuple(found.values())


def share_out(cascade: Cascade, officials: Sequence[Pejabat]) -> Pembagian:
    """Give every node to the officials whom its Penanggung Jawab names.

    A sasaran that names nobody belongs to the one who answers for most of the others.
    """
    by_key = {one.key: one for one in officials}
    nodes = tuple(cascade.walk())
    parents: dict[str, tuple[Simpul, ...]] = {}
    for node in nodes:
        for child in node.anak:
            parents[child.kode] = (*parents.get(child.kode, ()), node)
    heads = Counter(fold(one) for root in cascade.akar for one in offices_in(root)).most_common(2)
    alone = len(heads) == 1 or (len(heads) == 2 and heads[0][1] > heads[1][1])
    shared = Pembagian(nodes, by_key, {}, parents, heads[0][0] if alone else None)
    owned: dict[str, list[Simpul]] = {}
    for node in nodes:
        for key in dict.fromkeys(shared.owners(node)):
            if key in by_key:
                owned.setdefault(key, []).append(node)
    return replace(shared, owned={key: tuple(owned[key]) for key in by_key if key in owned})


def superiors(shared: Pembagian) -> tuple[Mapping[str, Pejabat], list[Diagnostic]]:
    """Return who is above each official that owns something; one who cannot be told is left out."""
    found: dict[str, Pejabat] = {}
    findings: list[Diagnostic] = []
    by_tree = {key: shared.above(key) for key in shared.owned}
    known = {one.key for above in by_tree.values() for one in above}
    idle = [one for key, one in shared.officials.items() if key not in {*shared.owned, *known}]
    named = {fold(str(one.atasan)) for one in shared.officials.values() if one.atasan}
    for key, above in by_tree.items():
        pejabat = shared.officials[key]
        candidates = above or (tuple(_chief(idle, named)) if _has_root(shared, key) else ())
        if typed := pejabat.atasan:
            superior = shared.officials.get(fold(typed.text))
            if superior is None:
                findings.append(finding("atasan-tidak-ada", typed.place, isi=typed))
                continue
            found[key] = superior
            if above and superior not in above:
                pohon = ", ".join(str(one.jabatan) for one in above)
                findings.append(
                    finding("atasan-lain-dari-pohon", typed.place, isi=typed, pohon=pohon)
                )
        elif len(candidates) == 1:
            found[key] = candidates[0]
        else:
            calon = ", ".join(f'"{one.jabatan}"' for one in candidates) or "tidak ada calon"
            place = pejabat.row.at("atasan")
            findings.append(finding("atasan-tidak-jelas", place, isi=pejabat.jabatan, calon=calon))
    findings += _circles(shared, found)
    return found, findings


def _chief(idle: Sequence[Pejabat], named: set[str]) -> Sequence[Pejabat]:
    """Return who may be the head of the region among those who own nothing.

    It is whose office is called so, else whom no other row names as superior, else all.
    """
    called = [one for one in idle if one.key.startswith(HEADS_OF_REGION)]
    free = [one for one in idle if one.key not in named]
    return next((some for some in (called, free) if len(some) == 1), idle)


def _has_root(shared: Pembagian, key: str) -> bool:
    return any(node.kode not in shared.parents for node in shared.owned[key])


def _circles(shared: Pembagian, found: Mapping[str, Pejabat]) -> Iterator[Diagnostic]:
    """Yield each circle of superiors once, at the first row that is in it."""
    told: set[str] = set()
    for key in found:
        path = [key]
        while (superior := found.get(path[-1])) and superior.key not in path:
            path.append(superior.key)
        if superior and superior.key == key and not told & set(path):
            told |= set(path)
            pejabat = shared.officials[key]
            jalur = ", ".join(f'"{shared.officials[one].jabatan}"' for one in path[1:] or path)
            place = pejabat.row.at("atasan")
            yield finding("atasan-melingkar", place, isi=pejabat.jabatan, jalur=jalur)

"""The decree before its annex in two years: items that came, went, moved or were reworded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from generator.revision.back.items import item_lists
from generator.revision.compare.years import ComparisonLine, Perubahan
from generator.revision.opened import StampedFile
from generator.revision.read.alignment import longest_rise, shared_words
from generator.revision.update.renumbering import same_texts
from generator.schema.keputusan import (
    DIKTUM,
    IDENTITAS,
    JABATAN_PENANDATANGAN,
    MENGINGAT,
    MENIMBANG,
    NAMA_PENANDATANGAN,
    NAMA_TANPA_GELAR,
    NIP,
    PANGKAT,
    TEMBUSAN,
)

_LEAST = 0.3
"""Below this share of common words one item is not another one, reworded."""
_NAMA = "Nama"
_SIGNING = {
    JABATAN_PENANDATANGAN.name: "Jabatan",
    NAMA_PENANDATANGAN.name: _NAMA,
    NAMA_TANPA_GELAR.name: _NAMA,
    PANGKAT.name: PANGKAT.name,
    NIP.name: NIP.name,
}


class Bagian(Enum):
    """The parts that are compared, as they are headed."""

    MENIMBANG = MENIMBANG.name
    MENGINGAT = MENGINGAT.name
    DIKTUM = DIKTUM.name
    TEMBUSAN = TEMBUSAN.name
    PENANDATANGAN = "Penandatangan"

    @property
    def tingkat(self) -> str:
        """What its lines are headed with."""
        return self.value


Texts = Mapping[Bagian, Mapping[str, str]]
"""What each part says: an item by its number, what is signed by its name."""


def texts_in(decree: StampedFile) -> Texts:
    """Return what the parts of a document say now."""
    found: dict[Bagian, dict[str, str]] = {}
    for items in item_lists(decree):
        if items.sheet in (one.value for one in Bagian):
            found[Bagian(items.sheet)] = numbered([one.text for one in items.now])
    signing: dict[str, str] = {}
    for identity, text in decree.texts.items():
        if len(identity) == 4 and identity[1] == IDENTITAS.name and identity[2] in _SIGNING:
            before = signing.get(identity[2])
            signing[identity[2]] = text if before is None else f"{before}\n{text}"
    return {**found, Bagian.PENANDATANGAN: signed(signing)}


def numbered(texts: Sequence[str]) -> dict[str, str]:
    return {str(number): text for number, text in enumerate(texts, 1)}


def signed(texts: Mapping[str, str]) -> dict[str, str]:
    """Return who signs, of the texts by the keys of sheet Identitas."""
    return {_SIGNING[role]: text for role, text in texts.items() if role in _SIGNING}


def decree_lines(lama: Texts, baru: Texts, years: tuple[str, str]) -> Iterator[ComparisonLine]:
    """Yield what changed part by part; that the year is another one is no change."""
    for bagian in Bagian:
        old, new = (side.get(bagian, {}) for side in (lama, baru))
        if bagian is Bagian.PENANDATANGAN:
            for hal in dict.fromkeys((*old, *new)):
                before, after = old.get(hal, ""), new.get(hal, "")
                if before != after:
                    yield ComparisonLine(bagian, "", _what(before, after), before, after, hal)
        else:
            yield from _items(bagian, list(old.values()), list(new.values()), years)


def _what(before: str, after: str) -> Perubahan:
    if not before:
        return Perubahan.DITAMBAH
    return Perubahan.BUNYI if after else Perubahan.DIHAPUS


def _items(
    bagian: Bagian, old: Sequence[str], new: Sequence[str], years: tuple[str, str]
) -> Iterator[ComparisonLine]:
    before = [text.replace(years[0], "{tahun}") for text in old]
    after = [text.replace(years[1], "{tahun}") for text in new]
    heir = {
        i: j
        for i, j in same_texts(before, after).items()
        if shared_words(before[i], after[j]) >= _LEAST
    }
    former = {j: i for i, j in heir.items()}
    kept = {i for i, _ in longest_rise(sorted(heir.items()))}
    for j, text in enumerate(new):
        i = former.get(j)
        if i is None:
            yield ComparisonLine(bagian, str(j + 1), Perubahan.DITAMBAH, "", text)
            continue
        if i not in kept:
            places = (f"nomor {i + 1}", f"nomor {j + 1}")
            yield ComparisonLine(bagian, str(j + 1), Perubahan.URUTAN, *places, text)
        if before[i] != after[j]:
            yield ComparisonLine(bagian, str(j + 1), Perubahan.BUNYI, old[i], text)
    for i, text in enumerate(old):
        if i not in heir:
            yield ComparisonLine(bagian, str(i + 1), Perubahan.DIHAPUS, text, "")

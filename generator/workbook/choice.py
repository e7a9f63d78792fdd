"""An entry of the dropdown in column Kode Induk: the code of a parent and what it says."""

from __future__ import annotations

from generator.schema.kinerja import SEVERAL

_LONGEST = 255
_DASH = " – "


def choice(kode: str, teks: str) -> str:
    """Return the entry that stands for a parent in a dropdown, cut at 255 characters.

    >>> choice("S1", "MENINGKATNYA KUALITAS APARATUR")
    'S1 – MENINGKATNYA KUALITAS APARATUR'
    """
    entry = f"{kode}{_DASH}{' '.join(teks.split())}" if teks.strip() else kode
    if len(entry) <= _LONGEST:
        return entry
    cut = entry[: _LONGEST - 1]
    whole_words = cut.rpartition(" ")[0]
    return f"{whole_words if len(whole_words) > _LONGEST // 2 else cut}…"


def parent_codes(entry: str) -> str:
    """Return the codes in a cell of column Kode Induk that may name several parents.

    >>> parent_codes("S1 – MENINGKATNYA A; DAN B; S2 – MENINGKATNYA C"), parent_codes("S1;S2")
    ('S1; S2', 'S1; S2')
    """
    parts = entry.split(";")
    chosen = [part for part in parts if _DASH in part] if _DASH in entry else parts
    return SEVERAL.join(filter(None, map(parent_code, chosen)))


def parent_code(entry: str) -> str:
    """Return the code in a cell of column Kode Induk, chosen from the dropdown or typed.

    >>> parent_code("S1 – MENINGKATNYA KUALITAS APARATUR")
    'S1'
    """
    return entry.partition(_DASH)[0].strip()

"""The name of a decree as its title gives it, fit to be compared with its other texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.bahasa.wording import fold
from generator.naskah.keputusan_cascading.model import Identitas
from generator.peraturan.register import letters
from generator.values import Isian

_LEVEL = re.compile(r"^(?:kabupaten|kota|provinsi) ")
# matches "perubahan kedua atas keputusan bupati nomor 5 tahun 2025 tentang", not "perubahan iklim"
_ACT_ON_ANOTHER = re.compile(
    r"^(?:penetapan )?(?:perubahan (?:\w+ )?atas|pencabutan(?: atas)?) keputusan .*? tentang "
)


def joined(lines: Iterable[Isian]) -> str:
    """Return lines as one running text."""
    return " ".join(line.text for line in lines)


def without_region(text: str, daerah: str) -> str:
    """Return the letters of a text without the name of the region, however it is written."""
    folded = fold(text)
    for name in (fold(daerah), _LEVEL.sub("", fold(daerah))):
        folded = folded.replace(name, "") if name else folded
    return letters(folded)


def subject_of(identitas: Identitas, daerah: str) -> str:
    """Return what the decree settles, folded: "cascading dan pohon kinerja".

    That is its title without the act before it, and without office, region and year behind.
    A decree that changes or repeals another settles what that one did.
    """
    title = _ACT_ON_ANOTHER.sub("", fold(joined(identitas.tentang)))
    title = re.sub(r"^penetapan ", "", title)
    ends = (fold(identitas.perangkat_daerah.text), fold(daerah), "tahun ")
    stop = min((at for end in ends if end and (at := title.find(end)) >= 0), default=len(title))
    return re.sub(r"(?: (?:pada|di|untuk|lingkungan|dalam))+$", "", title[:stop].strip())

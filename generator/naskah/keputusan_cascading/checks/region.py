"""Checks of the region: what stayed behind from the decree of another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.checks.subject import DecreeSubject
from generator.naskah.keputusan_cascading.title import joined
from generator.peraturan.citation import Citation
from generator.peraturan.kinds import Pembuat

# matches "KEPALA DINAS KOTA JAMBI", not "KEPALA DINAS PERKOTAAN"
_REGION = re.compile(r"\b(?:kabupaten|kota|provinsi) \w.*", re.IGNORECASE)
# matches "Kabupaten Contoh Raya", not "Contoh Raya"
_LEVEL = re.compile(r"^(?:kabupaten|kota|provinsi) ", re.IGNORECASE)


def title_of_another_region(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A title, opening or signature that names a region, but not the decree's own."""
    identitas = subject.decree.identitas
    own, office = fold(subject.daerah), fold(identitas.perangkat_daerah.text)
    for lines in (
        identitas.jabatan_judul,
        identitas.tentang,
        identitas.jabatan_pembuka,
        (identitas.menetapkan,),
        identitas.penandatangan.jabatan,
    ):
        text = fold(joined(lines))
        if own and own not in text and _REGION.search(text.replace(office, "")):
            line = next((one for one in lines if _REGION.search(one.text)), lines[-1])
            named = _REGION.search(line.text)
            isi = named[0].rstrip(",.;") if named else line.text
            yield finding("daerah-lain", line.place, isi=isi, daerah=subject.daerah)


def regulation_of_another_region(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regional regulation of a region that is neither the decree's own nor its province."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            if _is_foreign(citation, subject.daerah):
                isi, daerah = citation.pembuat, subject.daerah
                yield finding("daerah-lain", dasar.isian.place, isi=isi, daerah=daerah)


def _is_foreign(citation: Citation, daerah: str) -> bool:
    if citation.jenis.pembuat not in (Pembuat.WILAYAH, Pembuat.KEPALA_DAERAH):
        return False
    if not citation.pembuat or not daerah or _bare(citation.pembuat) == _bare(daerah):
        return False
    of_province = fold(citation.pembuat).startswith("provinsi") or citation.jenis.kode == "Pergub"
    return not of_province or fold(daerah).startswith("provinsi")


def gazette_of_another_region(subject: DecreeSubject) -> Iterator[Diagnostic]:
    """A regional gazette of another region than the decree's own regulation in it."""
    for dasar in subject.dasar:
        for citation in dasar.citations:
            if _is_foreign(citation, subject.daerah):
                continue
            published = [one for one in (citation.lembaran, citation.tambahan) if one]
            for place in dict.fromkeys(one.tempat for one in published):
                if place and citation.pembuat and _bare(place) != _bare(citation.pembuat):
                    daerah = citation.pembuat
                    yield finding("daerah-lain", dasar.isian.place, isi=place, daerah=daerah)


def _bare(daerah: str) -> str:
    return fold(_LEVEL.sub("", daerah))

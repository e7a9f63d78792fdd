"""The texts with which the book of the decree on indicators begins.

The diktum follow PER/09/M.PAN/5/2007, Pasal 3 and 4, in the words of PermenPANRB 53/2014.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.naskah.kind import Source
from generator.schema.keputusan import (
    DIKTUM,
    KEPUTUSAN,
    MENETAPKAN,
    MENGINGAT,
    MENIMBANG,
    TEMBUSAN,
    TENTANG,
)
from generator.schema.keputusan_iku import IDENTITAS_IKU

_OBJECT = "INDIKATOR KINERJA UTAMA {PERANGKAT_DAERAH} {PEMERINTAH} TAHUN {tahun}"
_IDENTITAS = {
    TENTANG.name: ("INDIKATOR KINERJA UTAMA\n{PERANGKAT_DAERAH} {PEMERINTAH}\nTAHUN {tahun}"),
    MENETAPKAN.name: f"KEPUTUSAN KEPALA {{PERANGKAT_DAERAH}} TENTANG {_OBJECT}.",
}
_MENIMBANG = (
    "bahwa untuk mengukur keberhasilan pencapaian sasaran strategis perangkat daerah, diperlukan "
    "ukuran kinerja utama yang dapat dipertanggungjawabkan;",
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan "
    "Keputusan Kepala {perangkat_daerah} tentang Indikator Kinerja Utama {perangkat_daerah} "
    "{pemerintah} Tahun {tahun};",
)
_DIKTUM = (
    "Indikator Kinerja Utama {perangkat_daerah} {pemerintah} Tahun {tahun} tercantum dalam "
    "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
    "Indikator Kinerja Utama sebagaimana dimaksud dalam Diktum KESATU merupakan acuan untuk "
    "menetapkan rencana kinerja tahunan, menyampaikan rencana kerja dan anggaran, menyusun dokumen "
    "perjanjian kinerja, menyusun laporan kinerja, serta melakukan evaluasi pencapaian kinerja "
    "sesuai dengan dokumen perencanaan.",
    "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
)


def prefill(source: Source) -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Return the standard texts, with the regulations and recipients of the decree's book."""
    return {
        IDENTITAS_IKU.name: [{"isian": name, "isi": text} for name, text in _IDENTITAS.items()],
        MENIMBANG.name: [{"isi": text} for text in _MENIMBANG],
        MENGINGAT.name: _typed(source, MENGINGAT.name),
        DIKTUM.name: [{"isi": text} for text in _DIKTUM],
        TEMBUSAN.name: _typed(source, TEMBUSAN.name),
    }


def _typed(source: Source, sheet: str) -> list[Mapping[str, str]]:
    rows = source.lembar[KEPUTUSAN.kind, sheet]
    return [{"isi": row.cells["isi"].raw} for row in rows if row.cells.get("isi")]

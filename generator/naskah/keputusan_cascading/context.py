"""The names a Word template may use, as one plain dict."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bahasa.wording import diktum_name, roman
from generator.naskah.keputusan_cascading.model import Decree, PangkatDanNip
from generator.values import Blok


def make_context(decree: Decree, lampiran: Sequence[Blok], logo: bool) -> dict[str, object]:
    """Return the template's names; `lampiran` is the content of each annex, in order.

    Texts are Isian, anchored where they print; a text that was left empty is None.
    """
    identitas = decree.identitas
    kop = identitas.kop
    signer = identitas.penandatangan
    in_body = identitas.pangkat_dan_nip is PangkatDanNip.KEDUANYA
    in_annex = identitas.pangkat_dan_nip is not PangkatDanNip.TIDAK
    return {
        "kop": {
            "logo": logo,
            "pemerintah": kop.pemerintah,
            "perangkat_daerah": kop.perangkat_daerah,
            "alamat": kop.alamat,
            "kota": kop.kota,
            "kode_pos": kop.kode_pos,
            "laman": kop.laman,
            "surel": kop.surel,
        },
        "judul": {
            "jenis": identitas.jenis_keputusan,
            "jabatan": identitas.jabatan_judul,
            "nomor": identitas.nomor,
            "tentang": identitas.tentang,
        },
        "pembuka": identitas.jabatan_pembuka,
        "menimbang": decree.menimbang,
        "mengingat": decree.mengingat,
        "menetapkan": identitas.menetapkan,
        "diktum": [
            {"nama": diktum_name(nth), "isi": item} for nth, item in enumerate(decree.diktum, 1)
        ],
        "penetapan": {"tempat": identitas.tempat, "tanggal": identitas.tanggal},
        "penandatangan": {
            "jabatan": signer.jabatan,
            "nama": signer.nama,
            "pangkat": signer.pangkat if in_body else None,
            "nip": signer.nip if in_body else None,
        },
        "tembusan": decree.tembusan,
        "daftar_lampiran": [
            {
                "nomor": roman(nth) if len(lampiran) > 1 else "",
                "judul": identitas.judul_lampiran,
                "isi": content,
                "pangkat": signer.pangkat if in_annex else None,
                "nip": signer.nip if in_annex else None,
            }
            for nth, content in enumerate(lampiran, 1)
        ],
    }

"""The names a Word template may use, as one plain dict."""

from __future__ import annotations

from collections.abc import Sequence

from generator.bahasa.numbers import diktum_name, roman
from generator.naskah.keputusan_cascading.model import Decree, Identitas, PangkatDanNip
from generator.naskah.keys import merged, printed
from generator.schema.keputusan import NAMA_PENANDATANGAN, NAMA_TANPA_GELAR, NIP, PANGKAT
from generator.schema.types import Key
from generator.values import Blok

_OF_ANNEX = "daftar_lampiran[]."
_OF_BODY = "penandatangan."


def make_context(decree: Decree, lampiran: Sequence[Blok], logo: bool) -> dict[str, object]:
    """Return the template's names; `lampiran` is the content of each annex, in order.

    Texts are Isian, anchored where they print; a text that was left empty is None.
    """
    identitas = decree.identitas

    def prints(key: Key, tag: str) -> bool:
        return _prints(identitas, key, tag)

    return merged(
        decree_names(decree, logo),
        {
            "daftar_lampiran": [
                {
                    "nomor": roman(nth) if len(lampiran) > 1 else "",
                    "isi": content,
                    **printed(identitas.isian, prints, _OF_ANNEX),
                }
                for nth, content in enumerate(lampiran, 1)
            ],
        },
    )


def decree_names(decree: Decree, logo: bool) -> dict[str, object]:
    """Return the names of any decree but for the content of its annexes."""
    identitas = decree.identitas
    return merged(
        printed(identitas.isian, lambda key, tag: _prints(identitas, key, tag)),
        {
            "kop": {"logo": logo},
            "menimbang": decree.menimbang,
            "mengingat": decree.mengingat,
            "diktum": [
                {"nama": diktum_name(nth), "isi": item} for nth, item in enumerate(decree.diktum, 1)
            ],
            "tembusan": decree.tembusan,
        },
    )


def _prints(identitas: Identitas, key: Key, tag: str) -> bool:
    """Whether a key prints under a name, as the settings say."""
    if key.role in (NAMA_PENANDATANGAN.role, NAMA_TANPA_GELAR.role):
        return key.role == identitas.nama_tercetak.role
    if key.role in (PANGKAT.role, NIP.role):
        where = identitas.pangkat_dan_nip
        in_annex = not tag.startswith(_OF_BODY)
        return where is PangkatDanNip.KEDUANYA or (in_annex and where is PangkatDanNip.LAMPIRAN)
    return True

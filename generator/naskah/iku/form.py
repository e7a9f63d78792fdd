"""The names that the Word template of the decree on indicators may use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.naskah.keputusan_cascading.form import OF_ANY_DECREE
from generator.naskah.keys import merged, template_names
from generator.schema.keputusan_iku import PRINTED_KEYS
from generator.word.names import MUNGKIN, TANDA, TEKS, Isi
from generator.word.template.form import TemplateForm

_ANNEX: Mapping[str, Any] = {
    "lampiran": {},
    "sasaran": (
        {
            "kelompok": MUNGKIN,
            "nomor": TEKS,
            "teks": TEKS,
            "penanggung_jawab": MUNGKIN,
            "indikator": (
                {
                    "nomor": TEKS,
                    "teks": TEKS,
                    "target": TEKS,
                    "formulasi": (MUNGKIN,),
                    "sumber_data": (MUNGKIN,),
                },
            ),
        },
    ),
    "dengan_target": TANDA,
}

NAMES: Mapping[str, Isi] = merged(OF_ANY_DECREE, _ANNEX, template_names(PRINTED_KEYS))

FORM = TemplateForm(
    package=__package__,
    stock="iku",
    names=NAMES,
    styles={},
    numbered=("menimbang[]", "mengingat[]", "tembusan[]"),
)

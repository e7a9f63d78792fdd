"""The names that the Word template of the decree may use, and the styles it has to bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.lampiran.styles import all_styles
from generator.naskah.keys import merged, template_names
from generator.schema.keputusan import IDENTITAS
from generator.word.names import BLOK, MUNGKIN, TANDA, TEKS, Isi
from generator.word.template.form import TemplateForm

OF_ANY_DECREE: Mapping[str, Any] = {
    "kop": {"logo": TANDA},
    "judul": {},
    "pembuka": None,
    "menimbang": (MUNGKIN,),
    "mengingat": (MUNGKIN,),
    "menetapkan": None,
    "diktum": ({"nama": TEKS, "isi": TEKS},),
    "penetapan": {},
    "penandatangan": {},
    "tembusan": (MUNGKIN,),
}
"""What is no key of sheet Identitas, in the order of a decree; None where keys have their place."""
_ANNEXES: Mapping[str, Any] = {"daftar_lampiran": ({"nomor": MUNGKIN, "judul": None, "isi": BLOK},)}

NAMES: Mapping[str, Isi] = merged(OF_ANY_DECREE, _ANNEXES, template_names(IDENTITAS))

FORM = TemplateForm(
    package=__package__,
    stock="keputusan",
    names=NAMES,
    styles={gaya.name: gaya.guna for gaya in all_styles()},
    numbered=("menimbang[]", "mengingat[]", "tembusan[]"),
)

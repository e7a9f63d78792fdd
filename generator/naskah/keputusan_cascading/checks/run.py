"""What a legal drafter would remark on a decree. Nothing here stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.bahasa.tanggal import read_tanggal
from generator.bahasa.wording import short_pemerintah
from generator.findings.finding import Diagnostic, settled
from generator.naskah.keputusan_cascading.checks import (
    diktum,
    gazettes,
    menimbang,
    names,
    order,
    region,
    signature,
    status,
    title,
    wording,
    year,
)
from generator.naskah.keputusan_cascading.checks.subject import Dasar, DecreeSubject
from generator.naskah.keputusan_cascading.model import Decree
from generator.peraturan.own import add_rows
from generator.peraturan.parser import parse
from generator.peraturan.register import register
from generator.values import Row

Check = Callable[[DecreeSubject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    title.title_not_in_capitals,
    title.title_with_punctuation,
    title.abbreviation_in_title,
    title.called_a_letter,
    title.phrase_of_a_regulation,
    signature.opening_without_comma,
    menimbang.without_bahwa,
    menimbang.unclosed_consideration,
    menimbang.unusual_closing,
    menimbang.letters_left_out,
    menimbang.closing_not_as_title,
    menimbang.reference_to_item,
    order.wrong_order,
    order.unread_citation,
    order.cited_twice,
    order.cited_article,
    order.no_regulation,
    order.not_yet_in_force,
    wording.departure_from_form,
    wording.yearless_citation,
    wording.nameless_citation,
    gazettes.wrong_gazette,
    gazettes.missing_gazette,
    gazettes.unusual_supplement,
    gazettes.gazette_before_regulation,
    order.unclosed_item,
    status.amended_or_repealed,
    status.amendment_of_another,
    status.contradicts_register,
    status.looks_like_another,
    title.menetapkan_not_in_capitals,
    title.menetapkan_without_full_stop,
    title.menetapkan_not_as_title,
    title.first_diktum_not_as_title,
    diktum.separable_annex,
    diktum.doubled_since,
    diktum.comma_before_predicate,
    diktum.uneven_endings,
    diktum.wrong_reference,
    names.office_named_otherwise,
    region.title_of_another_region,
    region.regulation_of_another_region,
    region.gazette_of_another_region,
    year.another_year,
    year.number_of_another_year,
    year.date_far_from_its_year,
    wording.misspelt,
    wording.strange_words,
    signature.leading_zero,
    signature.unusual_date,
    signature.signatory_without_comma,
    signature.office_not_in_capitals,
    signature.misspelt_title,
    signature.titles_printed,
    signature.rank_and_nip_printed,
)
"""In the order of the decree. Where two add something at one spot, theirs is the order of that:
a name comes before the gazette, and that before the semicolon.
"""


def check_decree(decree: Decree, peraturan: Iterable[Row] = ()) -> list[Diagnostic]:
    """Return what every check finds in a decree, and what is wrong in its sheet Peraturan.

    `peraturan` are the rows of that sheet: the regulations an office has entered itself.
    """
    subject, findings = read_subject(decree, peraturan)
    found = (one for check in CHECKS for one in check(subject))
    return [*findings, *settled(_without_edits_of_unread(subject, found))]


def _without_edits_of_unread(
    subject: DecreeSubject, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Take the edits off findings at an item of Mengingat of which a part was not read."""
    unread = {dasar.isian.place for dasar in subject.dasar if not dasar.is_read}
    for one in found:
        yield replace(one, edits=()) if one.place in unread else one


def read_subject(
    decree: Decree, peraturan: Iterable[Row] = ()
) -> tuple[DecreeSubject, list[Diagnostic]]:
    """Return the decree as the checks look at it, and what could not be read of `peraturan`."""
    identitas = decree.identitas
    daerah = short_pemerintah(identitas.pemerintah.text)
    known, findings = add_rows(register(), peraturan, daerah)
    tahun = identitas.tahun.text
    subject = DecreeSubject(
        decree=decree,
        dasar=tuple(
            Dasar(nth, item, parse(item.text)) for nth, item in enumerate(decree.mengingat, start=1)
        ),
        register=known,
        daerah=daerah,
        tahun=int(tahun) if tahun.isascii() and tahun.isdigit() and len(tahun) == 4 else None,
        tanggal=read_tanggal(identitas.tanggal.text),
    )
    return subject, findings

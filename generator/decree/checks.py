"""What a legal drafter would remark on a decree. Nothing here stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.decree import (
    check_chain,
    check_diktum,
    check_gazettes,
    check_menimbang,
    check_names,
    check_order,
    check_region,
    check_signature,
    check_status,
    check_title,
    check_wording,
    check_year,
)
from generator.decree.citation_parser import parse
from generator.decree.compose import compose
from generator.decree.model import Decree
from generator.decree.own_peraturan import add_rows
from generator.decree.register import register
from generator.decree.subject import Dasar, Subject
from generator.diagnostics import Diagnostic
from generator.schema import Row
from generator.wording import read_tanggal, short_pemerintah

Check = Callable[[Subject], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_title.title_not_in_capitals,
    check_title.title_with_punctuation,
    check_title.abbreviation_in_title,
    check_signature.opening_without_comma,
    check_menimbang.without_bahwa,
    check_menimbang.unclosed_consideration,
    check_menimbang.unusual_closing,
    check_menimbang.letters_left_out,
    check_menimbang.closing_not_as_title,
    check_menimbang.reference_to_item,
    check_order.wrong_order,
    check_order.unread_citation,
    check_order.cited_twice,
    check_order.cited_article,
    check_order.no_regulation,
    check_order.not_yet_in_force,
    check_wording.departure_from_form,
    check_wording.yearless_citation,
    check_wording.nameless_citation,
    check_gazettes.wrong_gazette,
    check_gazettes.missing_gazette,
    check_gazettes.unusual_supplement,
    check_gazettes.gazette_before_regulation,
    check_order.unclosed_item,
    check_status.amended_or_repealed,
    check_chain.amendment_of_another,
    check_status.contradicts_register,
    check_status.looks_like_another,
    check_title.menetapkan_not_in_capitals,
    check_title.menetapkan_without_full_stop,
    check_title.menetapkan_not_as_title,
    check_title.first_diktum_not_as_title,
    check_diktum.separable_annex,
    check_diktum.doubled_since,
    check_diktum.comma_before_predicate,
    check_diktum.uneven_endings,
    check_diktum.wrong_reference,
    check_names.office_named_otherwise,
    check_region.title_of_another_region,
    check_region.regulation_of_another_region,
    check_region.gazette_of_another_region,
    check_year.another_year,
    check_year.number_of_another_year,
    check_year.date_far_from_its_year,
    check_wording.misspelt,
    check_signature.leading_zero,
    check_signature.unusual_date,
    check_signature.signatory_without_comma,
    check_signature.office_not_in_capitals,
    check_signature.misspelt_title,
    check_signature.titles_printed,
    check_signature.rank_and_nip_printed,
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
    return [*findings, *compose(found, subject.typed())]


def read_subject(decree: Decree, peraturan: Iterable[Row] = ()) -> tuple[Subject, list[Diagnostic]]:
    """Return the decree as the checks look at it, and what could not be read of `peraturan`."""
    identitas = decree.identitas
    daerah = short_pemerintah(identitas.kop.pemerintah.text)
    known, findings = add_rows(register(), peraturan, daerah)
    tahun = identitas.tahun.text
    subject = Subject(
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

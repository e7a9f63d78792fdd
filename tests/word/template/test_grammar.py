"""Templates print, repeat and ask; what computes, swells or never ends is refused in its place."""

from __future__ import annotations

import re
from contextlib import nullcontext
from pathlib import Path

import pytest

import generator.word.render as rendering
from generator.findings.rule import Severity
from generator.naskah.keputusan_cascading.form import FORM
from generator.word.names import LIST_FILTERS, TEXT_FILTERS
from generator.word.render import BrokenTemplateError, render
from generator.word.template.grammar import source_line_outside
from generator.word.template.open import open_template
from tests.support.paths import ROOT
from tests.support.templates import context, paragraph, texts, values, write_template

DEEP = 60

UNSUPPORTED = {
    "format with a width": "{{ '%1000000000d'|format(1) }}",
    "format with a starred width": "{{ '%*d'|format(1000000000, 1) }}",
    "percent sign": "{{ '%1000000000d' % 1 }}",
    "text times number": "{{ 'a' * 10**9 }}",
    "number times text": "{{ 1000000000 * 'a' }}",
    "value times number": "{{ judul.nomor * 1000000000 }}",
    "power": "{{ 10**10000000 }}",
    "power of a power": "{{ 9**9**9 }}",
    "sum": "{{ 1 + 1 }}",
    "difference": "{{ 1 - 1 }}",
    "quotient": "{{ 1 / 0 }}",
    "floor": "{{ 1 // 0 }}",
    "remainder": "{{ 5 % 2 }}",
    "sign": "{{ - 5 }}",
    "joined with a tilde": "{{ judul.nomor ~ judul.nomor }}",
    "constant": "{{ 1 }}",
    "text of its own": "{{ 'teks' }}",
    "constant as a condition": "{% if 1 %}x{% endif %}",
    "constants compared": "{% if 1 == 1 %}x{% endif %}",
    "computed comparand": "{% if judul.nomor == 'a' * 10**9 %}x{% endif %}",
    "computed condition": "{% if 10**10000000 %}x{% endif %}",
    "computed branch": "{% if tembusan %}x{% elif 10**10000000 %}y{% endif %}",
    "centred": "{{ judul.nomor|center(1000000000) }}",
    "indented": "{{ judul.nomor|indent(1000000000) }}",
    "replaced": "{{ judul.nomor|replace('', 'aaaaaaaaaaaaaaaaaaaaaaaaaa') }}",
    "replaced again and again": (
        "{{ judul.nomor|replace('', 'aaaaaaaa')|replace('', 'aaaaaaaa')|replace('', 'aaaaaaaa') }}"
    ),
    "sliced": "{{ menimbang|slice(1000000000)|list }}",
    "batched": "{{ menimbang|batch(1000000000, 'x')|list }}",
    "wrapped": "{{ judul.nomor|wordwrap(1) }}",
    "cut": "{{ judul.nomor|truncate(1000000000) }}",
    "rounded": "{{ judul.nomor|round(1000000000) }}",
    "number": "{{ judul.nomor|int(0, 36) }}",
    "listed": "{{ judul.nomor|list|list }}",
    "mapped": "{{ menimbang|map('upper')|list }}",
    "selected": "{{ menimbang|select|list }}",
    "grouped": "{{ menimbang|groupby('x') }}",
    "summed": "{{ menimbang|sum }}",
    "sorted": "{{ menimbang|sort }}",
    "dictionary sorted": "{{ judul|dictsort }}",
    "joined with a number": "{{ menimbang|join(1000000000) }}",
    "joined with a value": "{{ menimbang|join(judul.nomor) }}",
    "joined twice": "{{ menimbang|join('aaaaaaaaaaaa')|join('aaaaaaaaaaaa') }}",
    "upper with something": "{{ judul.nomor|upper(1) }}",
    "trimmed of letters": "{{ judul.nomor|trim('a') }}",
    "list literal": "{{ [1, 2] }}",
    "list literal looped": "{% for a in [1, 2, 3, 4, 5, 6, 7, 8] %}x{% endfor %}",
    "tuple looped": "{% for a in (1, 2, 3) %}x{% endfor %}",
    "text looped": "{% for a in 'aaaaaaaa' %}x{% endfor %}",
    "dictionary literal": "{{ {'a': 1} }}",
    "set": "{% set a = judul.nomor %}",
    "set doubled": "{% set a = a ~ a %}",
    "function": "{{ range(1000000000) }}",
    "function looped": "{% for a in range(1000000000) %}x{% endfor %}",
    "method": "{{ judul.nomor.ljust(1000000000) }}",
    "inner value": "{{ judul.nomor.__class__.__mro__ }}",
    "slice": "{{ menimbang[0:1000000000] }}",
    "item by a text": "{{ judul['nomor'] }}",
    "item by a computed number": "{{ menimbang[10**10000000] }}",
    "test": "{% if judul.nomor is defined %}x{% endif %}",
    "inline condition": "{{ judul.nomor if tembusan else menetapkan }}",
    "loop with a condition": "{% for a in menimbang if a %}x{% endfor %}",
    "recursive loop": "{% for a in menimbang recursive %}x{% endfor %}",
    "loop with two names": "{% for a, b in menimbang %}x{% endfor %}",
    "loop over a filter": "{% for a in menimbang|join %}x{% endfor %}",
    "previous item": "{% for a in menimbang %}{{ loop.previtem }}{% endfor %}",
    "cycle": "{% for a in menimbang %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "length of a loop": "{% for a in menimbang %}{{ loop.length }}{% endfor %}",
    "macro": "{% macro a() %}x{% endmacro %}",
    "call": "{% call judul.nomor() %}x{% endcall %}",
    "filter block": "{% filter upper %}x{% endfilter %}",
    "with": "{% with a = 1 %}x{% endwith %}",
    "raw": "{% raw %}x{% endraw %}",
    "include": "{% include 'a' %}",
    "import": "{% import 'a' as a %}",
    "extends": "{% extends 'a' %}",
    "block": "{% block a %}x{% endblock %}",
    "do": "{% do menimbang.append(1) %}",
    "escaping off": "{% autoescape false %}x{% endautoescape %}",
    "width of a cell": "{% colspan 10**10000000 %}",
    "colour of a cell": "{% cellbg 'a' * 10**9 %}",
    "merged across": "{% hm %}",
}
"""Each a body that is to be refused at its tag, with the rule that says the grammar."""

COMPLICATED = {
    "brackets": f"{{{{ {'(' * DEEP}judul.nomor{')' * DEEP} }}}}",
    "square brackets": f"{{{{ {'[' * DEEP}{']' * DEEP} }}}}",
    "thousands of brackets": f"{{{{ {'(' * 9_999}judul.nomor{')' * 9_999} }}}}",
    "not not": f"{{% if {'not ' * DEEP}tembusan %}}x{{% endif %}}",
    "thousands of not": f"{{% if {'not ' * 9_999}tembusan %}}x{{% endif %}}",
    "signs": f"{{{{ {'- ' * DEEP}5 }}}}",
    "chain of parts": f"{{{{ judul{'.a' * DEEP} }}}}",
    "thousands of parts": f"{{{{ judul{'.a' * 9_999} }}}}",
    "chain of filters": f"{{{{ judul.nomor{'|upper' * 40} }}}}",
    "thousands of filters": f"{{{{ judul.nomor{'|upper' * 9_999} }}}}",
    "chain of items": f"{{{{ menimbang{'[0]' * DEEP} }}}}",
    "alternatives": f"{{{{ {' or '.join(['kop.kota'] * 40)} }}}}",
    "comparisons": f"{{% if kop.kota {'== kop.kota ' * 40}%}}x{{% endif %}}",
    "long constant": f"{{% if judul.nomor == '{'a' * 30_000}' %}}x{{% endif %}}",
    "number of 5,000 digits": f"{{% if judul.nomor == {'9' * 5_000} %}}x{{% endif %}}",
    "long unknown word": f"{{% {'a' * 30_000} %}}",
    "four loops": "{% for a in menimbang %}" * 4 + "x" + "{% endfor %}" * 4,
    "eight loops": "{% for a in menimbang %}" * 8 + "x" + "{% endfor %}" * 8,
    "conditions in one another": "{% if tembusan %}" * 21 + "x" + "{% endif %}" * 21,
    "many branches": "{% if tembusan %}" + "{% elif tembusan %}" * 300 + "{% endif %}",
}


def codes(folder: Path, body: str) -> set[str]:
    template, told = open_template(write_template(folder, body), FORM)
    findings = [one for one in told if one.severity is Severity.SALAH]
    assert template is None
    assert all(str(one.place.spot).startswith("isi dokumen") for one in findings), findings
    assert all(len(one.message) < 500 for one in findings)
    return {one.rule.code for one in findings}


@pytest.mark.parametrize("body", UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_what_computes_is_refused(tmp_path: Path, body: str) -> None:
    assert codes(tmp_path, paragraph(body.replace("<", "&lt;"))) <= {"DOK-12", "DOK-05"}


@pytest.mark.parametrize("body", COMPLICATED.values(), ids=COMPLICATED)
def test_what_goes_too_deep_is_refused(tmp_path: Path, body: str) -> None:
    assert codes(tmp_path, paragraph(body)) == {"DOK-150"}


def test_more_tags_than_any_decree_has_are_refused_before_they_are_read(tmp_path: Path) -> None:
    body = paragraph("{{ judul.nomor }}") * 1_001
    template, (finding,) = open_template(write_template(tmp_path, body), FORM)

    assert (template, finding.rule.code) == (None, "DOK-151")


ALLOWED = {
    "value": ("{{ judul.nomor }}", "1/DC/2030"),
    "filters": ("{{ menetapkan|trim|upper }}", "KEPUTUSAN TENTANG CONTOH."),
    "every word": ("{{ pembuka|first|title }}", "Kepala Dinas Contoh,"),
    "first letter": ("{{ pembuka|last|capitalize|lower }}", "kepala dinas contoh,"),
    "item": ("{{ judul.jabatan[0] }}", "KEPALA DINAS CONTOH"),
    "joined": ("{{ judul.tentang|join(', ') }}", "PENETAPAN CASCADING, TAHUN 2030"),
    "for want of it": ("{{ penandatangan.nip or '-' }}", "-"),
    "for want of both": ("{{ penandatangan.nip or penandatangan.pangkat or '-' }}", "-"),
    "condition": ("{% if tembusan or not kop.kota %}a{% elif kop.laman %}b{% endif %}", "b"),
    "comparison": ("{% if judul.nomor == '1/DC/2030' and kop.kota != '' %}a{% endif %}", "a"),
    "comparison with nothing": ("{% if penandatangan.nip == '' %}a{% endif %}", "a"),
    "one of several": ("{% if (kop.kota or '-') %}a{% endif %}", None),
    "counted": ("{% if menimbang|length > 1 %}a{% else %}b{% endif %}", "a"),
    "loop": (
        "{% for a in menimbang %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "1, 2",
    ),
    "empty loop": ("{% for a in tembusan %}{{ a }}{% else %}tanpa{% endfor %}", "tanpa"),
    "three loops": (
        "{% for a in pembuka %}{% for b in pembuka %}{% for c in pembuka %}{{ c }}"
        "{% endfor %}{% endfor %}{% endfor %}",
        "KEPALA DINAS CONTOH,",
    ),
}


@pytest.mark.parametrize(("body", "printed"), ALLOWED.values(), ids=ALLOWED)
def test_what_the_page_promises_prints(tmp_path: Path, body: str, printed: str | None) -> None:
    template, findings = open_template(
        write_template(tmp_path, paragraph(body.replace("<", "&lt;").replace(">", "&gt;"))), FORM
    )
    if printed is None:
        assert template is None
    else:
        assert template is not None, findings
        assert texts(render(template, context())) == [printed]


def test_page_lists_every_filter() -> None:
    page = (ROOT / "docs" / "template-word.md").read_text(encoding="utf-8")
    section = page.partition("\n| Saringan | Gunanya |\n")[2].partition("\n\n")[0]
    listed = [one for line in section.splitlines() for one in re.findall(r"`(\w+)`", line)]

    assert sorted(listed) == sorted([*TEXT_FILTERS, *LIST_FILTERS])


# -- while printing ----------------------------------------------------------------------------

EMPTY_LOOPS = "{% for a in menimbang %}" * 3 + "{% endfor %}" * 3


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (EMPTY_LOOPS, "pengulangannya terlalu banyak"),
        ("{% for a in menimbang %}{% for b in menimbang %}{{ b }}{% endfor %}{% endfor %}", "MB"),
    ],
    ids=["rounds", "values"],
)
def test_loops_in_loops_end(tmp_path: Path, body: str, why: str) -> None:
    template, _ = open_template(
        write_template(tmp_path, paragraph("Judul") + paragraph(body)), FORM
    )
    assert template is not None

    with pytest.raises(BrokenTemplateError) as raised:
        render(template, context(menimbang=values(*(f"{nth} {'a' * 1_000}" for nth in range(300)))))
    found = raised.value.finding
    assert found.rule.code == "DOK-151"
    assert why in found.message
    assert found.place.spot == 'isi dokumen, paragraf 2 (dekat "Judul")'


def test_text_of_the_template_counts_in_each_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        paragraph("{%p for a in menimbang %}")
        + paragraph("tetap " * 1_000)
        + paragraph("{%p endfor %}")
    )
    template, _ = open_template(write_template(tmp_path, body), FORM)
    assert template is not None
    monkeypatch.setattr(rendering, "MAX_PRINTED", 20_000)

    assert len(texts(render(template, context()))) == 2
    with pytest.raises(BrokenTemplateError):
        render(template, context(menimbang=values("a", "b", "c", "d")))


@pytest.mark.parametrize(("times", "fails"), [(1, False), (2, True)])
def test_annex_counts_from_its_second_printing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, fails: bool
) -> None:
    body = paragraph("{{p daftar_lampiran[0].isi }}") * times
    template, _ = open_template(write_template(tmp_path, body), FORM)
    assert template is not None
    monkeypatch.setattr(rendering, "MAX_PRINTED", 100)

    with pytest.raises(BrokenTemplateError) if fails else nullcontext():
        render(template, context())


# -- what the compile step made ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("{{\n(a)|cetak('') }}", 0),
        ("{{\n(a)|blok }}", 0),
        ("{%\nfor b in a %}{{\n(b.c|upper)|cetak('', (b.c)) }}{%\nendfor %}", 0),
        ("{{\n(a)|cetak('') }}{{\n('a' * 10**9)|cetak('') }}", 3),
        ("{%\nset a = 1 %}", 2),
        ("{{\n(a)|safe }}", 2),
        ("{{\n" + "(" * 9_999 + "a" + ")" * 9_999 + " }}", 2),
        ("{%\nfor a in b %}" * 4 + "{%\nendfor %}" * 4, 5),
    ],
    ids=["value", "annex", "loop", "product", "set", "filter", "depth", "loops"],
)
def test_compiled_source_is_held_to_the_same_list(source: str, line: int) -> None:
    assert source_line_outside(source, rendering.printing_environment()) == line

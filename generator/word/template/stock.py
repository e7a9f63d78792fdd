"""The template that comes with the program, compiled beforehand."""

from __future__ import annotations

from generator.opc import DOCUMENT, read_parts
from generator.word.compile import place_logo
from generator.word.render import Template
from generator.word.template.form import TemplateForm


def stock_template(form: TemplateForm) -> Template:
    """Return the template that comes with the program, without compiling it anew."""
    parts = read_parts(form.stock_file())
    _, logos = place_logo(DOCUMENT, parts.pop(DOCUMENT).decode(), 0)
    sources = {DOCUMENT: form.stock_source()}
    return Template(form.stock_name, parts, sources, logos, is_stock=True)

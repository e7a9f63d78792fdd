"""The edits by their names; each module of edits adds its own."""

from __future__ import annotations

from collections.abc import Callable

from tests.whole.suntingan.word_file import WordFile

Edit = Callable[[WordFile], None]
EDITS: dict[str, Edit] = {}
"""Every edit by its name."""


def edit(function: Edit) -> Edit:
    edit_named(function.__name__, function)
    return function


def edit_named(name: str, function: Edit) -> None:
    assert name not in EDITS
    EDITS[name] = function

"""Characters that a screen obeys instead of showing them."""

from __future__ import annotations

import re

COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""C0 and C1 controls, and marks that turn the direction of a line."""


def shown(text: str) -> str:
    """Return the text with a sign for each command in it, a space for one that is white space."""
    return COMMANDS.sub(_sign, text)


def shown_in_lines(text: str) -> str:
    """Return the text with signs for its commands but for the ends of its lines."""
    return "\n".join(map(shown, text.splitlines()))


def _sign(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else "\ufffd"

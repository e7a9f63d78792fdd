"""A place in a citation that is being read, with what was found on the way."""

from __future__ import annotations

import re

from generator.peraturan.citation import (
    CitationPart,
    Oddity,
    PieceRole,
    Slip,
    Span,
    Unread,
    UnreadReason,
)


def squash(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


def unread(text: str, span: Span, alasan: UnreadReason) -> tuple[Unread, ...]:
    """Return the stretch as unread, without the spaces at its ends; none when it is blank."""
    stretch = text[span.start : span.end]
    start = span.start + len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    return (Unread(Span(start, start + len(stretch)), alasan, stretch),) if stretch else ()


class Cursor:
    """Walks over text[pos:end] and collects parts, slips and unread stretches."""

    def __init__(self, text: str, pos: int, end: int) -> None:
        self.text, self.pos, self.end = text, pos, end
        self.parts: list[CitationPart] = []
        self.slips: list[Slip] = []
        self.unread: list[Unread] = []

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return what the pattern matches at this place."""
        return pattern.match(self.text, self.pos, self.end)

    def search(self, pattern: re.Pattern[str], ahead: int = 0) -> int:
        """Return where the pattern begins next, or the end."""
        found = pattern.search(self.text, self.pos + ahead, self.end)
        return found.start() if found else self.end

    def take(self, peran: PieceRole, start: int, end: int) -> str:
        """Note text[start:end] as read, without the spaces at its ends, and go behind it.

        Punctuation passed over on the way there is read with it.
        """
        if self.text[self.pos : start].strip():
            self.take(PieceRole.KATA, self.pos, start)
        stretch = self.text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        stretch = stretch.strip()
        if stretch:
            self.parts.append(CitationPart(peran, Span(start, start + len(stretch))))
        self.pos = max(self.pos, end)
        return squash(stretch)

    def skip(self, end: int, alasan: UnreadReason) -> None:
        """Note everything up to `end` as unread and go there."""
        self.unread += unread(self.text, Span(self.pos, end), alasan)
        self.pos = end

    def slip(self, jenis: Oddity, start: int, end: int, right: str) -> None:
        self.slips.append(Slip(jenis, Span(start, end), self.text[start:end], right))

    def spelled(self, start: int, end: int, right: str, jenis: Oddity) -> None:
        """Note a slip unless text[start:end] is `right`; spaces are no matter of spelling."""
        found = squash(self.text[start:end])
        if found == right:
            return
        if found.casefold() == right.casefold():
            jenis = Oddity.KAPITAL
        glued = self.text[end : end + 1].isalnum()
        self.slip(jenis, start, end, f"{right} " if glued else right)

    def word(self, match: re.Match[str], right: str) -> None:
        """Read the fixed word in the first group; it may be abbreviated or bear a colon."""
        start, end = match.span(1)
        bare = match[1].rstrip(": \t\n")
        colon = len(bare) < len(match[1]) and bare.casefold() == right.casefold()
        self.take(PieceRole.KATA, start, end)
        kind = Oddity.TANDA_BACA if colon else Oddity.SINGKATAN
        self.spelled(start, end, right, kind)


def number(text: str) -> str:
    """Return a number as it is written: no spaces around its strokes, hyphens as hyphens."""
    # matches the strokes of "PER / 09", not the point of "PER.09"
    return re.sub(r"\s*([/–-])\s*", r"\1", text).replace("–", "-")

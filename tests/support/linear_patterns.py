"""Says of a regular expression where its time would grow faster than the text.

Three ways are known. A repeat within a repeat that can part one text in many ways takes time
exponential in it (`(?:a+)*b`). Two repeats one behind the other that can share one text between
them take its square (`\\s*,?\\s*;`). And a search whose repeat can run over the places where the
next attempts begin reads the text anew from each of them (`\\s+$`).

Repeats that give nothing back (`\\s++`, `(?>…)`) part a text in one way, those with a limit are a
constant. Characters are told apart by samples. What is said is a suspicion: no string is made
that proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SAMPLES = [chr(n) for n in range(128)] + list("\x85\xa0\u2003éß²–—…≤≥±−‐\u0301😀\ufffe\ud800")
_LONG = 1_000
"""A repeat that may run as often as this counts as one without limit."""

Set = frozenset[str]


@dataclass(frozen=True)
class Chars:
    """One character of these."""

    chars: Set


@dataclass(frozen=True)
class Seq:
    """One behind the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Alt:
    """One of these."""

    items: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Rep:
    """A repeat. `keeps` is one that gives nothing back."""

    least: int
    endless: bool
    body: Node
    keeps: bool


@dataclass(frozen=True)
class Guard:
    """What takes no room. `before`: what may stand before it; None where that is not looked at."""

    before: Set | None = None
    beginning: bool = False
    boundary: bool = False


Node = Chars | Seq | Alt | Rep | Guard
_ALL = frozenset(_SAMPLES)
_WORD = frozenset(one for one in _SAMPLES if one.isalnum() or one == "_")
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def superlinear(pattern: re.Pattern[Any], *, searched: bool) -> list[str]:
    """Return what is suspicious; `searched` patterns are tried at every place of a text."""
    root = _Reader(pattern).node()
    found = list(dict.fromkeys(_inside(root)))
    if searched:
        found += dict.fromkeys(_rescans(root))
    return found


class _Reader:
    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self._bytes = isinstance(pattern.pattern, bytes)
        self._tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._flags = self._tree.state.flags

    def node(self) -> Node:
        return self._seq(self._tree, self._flags)

    def _seq(self, tree: Any, flags: int) -> Node:
        return Seq(tuple(self._one(kind, args, flags) for kind, args in tree))

    def _one(self, kind: Any, args: Any, flags: int) -> Node:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            return Chars(self._chars((kind, args), flags))
        if kind is op.SUBPATTERN:
            _, added, removed, tree = args
            return self._seq(tree, (flags | added) & ~removed)
        if kind in _REPEATS:
            least, most, tree = args
            body = self._seq(tree, flags)
            return Rep(least, most >= _LONG, body, kind is op.POSSESSIVE_REPEAT)
        if kind is op.ATOMIC_GROUP:
            return Rep(1, False, self._seq(args, flags), True)
        if kind is op.BRANCH:
            return Alt(tuple(self._seq(one, flags) for one in args[1]))
        if kind is op.GROUPREF_EXISTS:
            _, yes, no = args
            return Alt((self._seq(yes, flags), self._seq(no or [], flags)))
        if kind is op.GROUPREF:
            return Rep(0, True, Chars(_ALL), False)
        return self._guard(kind, args, flags)

    def _guard(self, kind: Any, args: Any, flags: int) -> Guard:
        if kind is op.AT:
            return Guard(
                beginning=args in (op.AT_BEGINNING, op.AT_BEGINNING_STRING)
                and not flags & re.MULTILINE,
                boundary=args is op.AT_BOUNDARY,
            )
        direction, tree = args
        inner = self._seq(tree, flags)
        single = inner.items[0] if isinstance(inner, Seq) and len(inner.items) == 1 else inner
        if direction > 0 or not isinstance(single, Chars):
            return Guard()
        return Guard(_ALL - single.chars if kind is op.ASSERT_NOT else single.chars)

    def _chars(self, item: Any, flags: int) -> Set:
        tree = parser.SubPattern(self._tree.state, [item])
        one = compiler.compile(tree, flags)
        if self._bytes:
            return frozenset(c for c in _SAMPLES if ord(c) < 256 and one.fullmatch(c.encode("l1")))
        return frozenset(c for c in _SAMPLES if one.fullmatch(c))


def _letters(node: Node) -> Set:
    if isinstance(node, Chars):
        return node.chars
    if isinstance(node, Seq | Alt):
        return frozenset().union(*map(_letters, node.items))
    return _letters(node.body) if isinstance(node, Rep) else frozenset()


def _fits(node: Node, chars: Set) -> bool:
    """Whether it matches some text, maybe an empty one, made of these characters alone."""
    if isinstance(node, Chars):
        return not node.chars.isdisjoint(chars)
    if isinstance(node, Seq):
        return all(_fits(one, chars) for one in node.items)
    if isinstance(node, Alt):
        return any(_fits(one, chars) for one in node.items)
    return isinstance(node, Guard) or not node.least or _fits(node.body, chars)


def _takes_room(node: Node, chars: Set) -> bool:
    """Whether it matches some text of at least one of these characters, and of no others."""
    return bool(chars) and _fits(node, chars) and not _letters(node).isdisjoint(chars)


_Reached = tuple[Rep, tuple[Node, ...]]
"""An endless repeat, and what stands between it and the end that one comes from."""


def _firsts(node: Node) -> Iterator[_Reached]:
    if isinstance(node, Seq):
        for nth, one in enumerate(node.items):
            for rep, between in _firsts(one):
                yield rep, (*node.items[:nth], *between)
    elif isinstance(node, Alt):
        for one in node.items:
            yield from _firsts(one)
    elif isinstance(node, Rep):
        if node.endless:
            yield node, ()
        yield from _firsts(node.body)


def _lasts(node: Node) -> Iterator[_Reached]:
    """Yield the endless repeats that can give back, from the end."""
    if isinstance(node, Seq):
        for nth, one in enumerate(node.items):
            for rep, between in _lasts(one):
                yield rep, (*between, *node.items[nth + 1 :])
    elif isinstance(node, Alt):
        for one in node.items:
            yield from _lasts(one)
    elif isinstance(node, Rep) and not node.keeps:
        if node.endless:
            yield node, ()
        yield from _lasts(node.body)


def _inside(node: Node) -> Iterator[str]:
    """Yield the repeats within a pattern that can share a text, or part it in many ways."""
    if isinstance(node, Seq):
        for one in node.items:
            yield from _inside(one)
        for nth, one in enumerate(node.items):
            for later in range(nth + 1, len(node.items)):
                between = node.items[nth + 1 : later]
                yield from _shared("adjacent", _lasts(one), between, _firsts(node.items[later]))
    elif isinstance(node, Alt):
        for one in node.items:
            yield from _inside(one)
    elif isinstance(node, Rep):
        yield from _inside(node.body)
        if node.endless:
            yield from _shared("nested", _lasts(node.body), (), _firsts(node.body))


def _shared(
    what: str, before: Iterable[_Reached], between: Iterable[Node], behind: Iterable[_Reached]
) -> Iterator[str]:
    behind = list(behind)
    for first, suffix in before:
        for second, prefix in behind:
            chars = _letters(first.body) & _letters(second.body)
            middle = Seq((*suffix, *between, *prefix))
            both = _takes_room(first.body, chars) and _takes_room(second.body, chars)
            if both and _fits(middle, chars):
                yield f"{what}: {_shown(chars)}"


def _rescans(root: Node) -> Iterator[str]:
    """Yield the repeats that run over the places where a search begins anew, and may fail."""
    for rep, prefix, suffix in _everywhere(root):
        chars = _letters(rep.body)
        guards = list(_leading_guards(prefix))
        if any(one.beginning for one in guards) or _always(suffix):
            continue
        if not _takes_room(rep.body, chars) or not _fits(Seq(prefix), chars):
            continue
        first = _first_letters(Seq((*prefix, rep.body))) & chars
        before = chars
        for one in guards:
            before = before if one.before is None else before & one.before
            if one.boundary and (first <= _WORD or first.isdisjoint(_WORD)):
                before = before - _WORD if first <= _WORD else before & _WORD
        if before:
            yield f"read anew: {_shown(chars)}"


def _everywhere(
    node: Node, prefix: tuple[Node, ...] = (), suffix: tuple[Node, ...] = ()
) -> Iterator[tuple[Rep, tuple[Node, ...], tuple[Node, ...]]]:
    """Yield every endless repeat with what stands before and behind it in the pattern."""
    if isinstance(node, Seq):
        for nth, one in enumerate(node.items):
            before, after = node.items[:nth], node.items[nth + 1 :]
            yield from _everywhere(one, (*prefix, *before), (*after, *suffix))
    elif isinstance(node, Alt):
        for one in node.items:
            yield from _everywhere(one, prefix, suffix)
    elif isinstance(node, Rep):
        if node.endless:
            yield node, prefix, suffix
        yield from _everywhere(node.body, prefix, suffix)


def _leading_guards(nodes: Iterable[Node]) -> Iterator[Guard]:
    for node in nodes:
        if isinstance(node, Guard):
            yield node
        elif isinstance(node, Seq):
            yield from _leading_guards(node.items)
            if node.items:
                return
        else:
            return


def _first_letters(node: Node) -> Set:
    if isinstance(node, Chars):
        return node.chars
    if isinstance(node, Alt):
        return frozenset().union(*map(_first_letters, node.items))
    if isinstance(node, Rep):
        return _first_letters(node.body)
    letters: Set = frozenset()
    if isinstance(node, Seq):
        for one in node.items:
            letters |= _first_letters(one)
            if not _fits(one, frozenset()):
                break
    return letters


def _always(nodes: Iterable[Node]) -> bool:
    """Whether what follows matches whatever comes, so that no attempt fails behind the repeat."""
    return all(_empty(one) for one in nodes)


def _empty(node: Node) -> bool:
    if isinstance(node, Rep):
        return not node.least or _empty(node.body)
    if isinstance(node, Seq):
        return all(map(_empty, node.items))
    return isinstance(node, Alt) and any(map(_empty, node.items))


def _shown(chars: Set) -> str:
    return repr("".join(sorted(chars)))[:40]

"""A command that is killed: at each thing it does with a file in turn, or after some time."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

EVENTS = frozenset(
    ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.truncate", "os.rmdir")
)
"""What the interpreter tells its audit hooks of that may change a folder."""


def kill_at_each_event(
    command: Callable[[], object], folders: Callable[[], tuple[Path, ...]]
) -> Iterator[int]:
    """Run a command in one child after the other, killed at its first, second, … event.

    `folders` are made anew before each and hold all that the command may touch; yield the number
    of the event after each kill, until a child comes to its end.
    """
    for number in range(1, 1_000_000):
        watched = tuple(str(folder) for folder in folders())
        if not _killed(command, watched, number):
            return
        yield number


def kill_after(command: Callable[[], object], seconds: float) -> bool:
    """Run a command in a child and kill it after a while; whether it was still at work."""
    child = os.fork()
    if not child:
        _run(command)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _killed(command: Callable[[], object], watched: tuple[str, ...], number: int) -> bool:
    child = os.fork()
    if not child:
        left = number

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if event in EVENTS and _changes(event, arguments, watched):
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        _run(command)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _changes(event: str, arguments: tuple[Any, ...], watched: tuple[str, ...]) -> bool:
    if not str(arguments[0]).startswith(watched):
        return False
    return event != "open" or bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _run(command: Callable[[], object]) -> None:
    try:
        command()
    finally:
        os._exit(0)

"""A last line that tells an untouched file of ours from one that somebody changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.files.output import Standing


@dataclass(frozen=True, slots=True)
class Seal:
    """A line at the end of a file, between two marks, with the digest of all that stands before.

    `start` has to be nothing that such a file says for any other reason.
    """

    start: bytes
    end: bytes

    def sealed(self, data: bytes) -> bytes:
        """Return the content of a file with its seal."""
        return data + self.start + sha256(data).hexdigest().encode() + self.end

    def standing(self, path: Path) -> Standing:
        """Say what a file is that is in the way of a new one."""
        data = path.read_bytes()
        pattern = re.escape(self.start) + rb"([0-9a-f]{64})" + re.escape(self.end) + rb"\Z"
        seal = re.search(pattern, data[-200:])
        if seal is None:
            return Standing.EDITED if self.start in data else Standing.FOREIGN
        content = data[: len(data) - len(seal[0])]
        same = seal[1].decode() == sha256(content).hexdigest()
        return Standing.UNTOUCHED if same else Standing.EDITED

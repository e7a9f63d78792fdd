"""A browser without a window, for what the program writes for browsers: asks axe about a page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.paths import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
_RUN = """<script>
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes[0].html}`);
  document.body.innerHTML = '<pre id="axe"></pre>';
  document.getElementById("axe").textContent = JSON.stringify([found.passes.length, told]);
});
</script>"""


def find_browser() -> str | None:
    """Return the program, or None."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def violations(page: Path, width: int = 1200) -> list[str]:
    """Return what axe says is wrong with a page, in a window so many pixels wide."""
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    source = page.read_text(encoding="utf-8")
    with TemporaryDirectory() as name:
        looked_at = Path(name, "page.html")
        tested = source.replace("</body>", f"<script>{axe}</script>{_RUN}</body>")
        looked_at.write_text(tested, encoding="utf-8")
        said = _dump(looked_at, Path(name, "profile"), width)
    (told,) = re.findall(r'<pre id="axe">(.*?)</pre>', said, re.DOTALL)
    passed, found = json.loads(html.unescape(told))
    assert passed > 10, "axe looked at next to nothing"
    return list(found)


def _dump(page: Path, profile: Path, width: int) -> str:
    options = (f"--user-data-dir={profile}", f"--window-size={width},900", "--dump-dom")
    command = [str(find_browser()), *_OPTIONS, "--virtual-time-budget=120000", *options]
    ran = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, check=True)
    return ran.stdout

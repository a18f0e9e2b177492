"""What PySide6 does at every import is kept from the window's modules."""

import subprocess
import sys
from pathlib import Path

_READ = """
import linecache
import app.ui.main_window
print([name for name in linecache.cache if "/app/" in name])
"""


def test_no_source_of_the_windows_modules_is_read_or_kept() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", _READ], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"

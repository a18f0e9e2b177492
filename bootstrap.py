"""Sets Hearth up in this folder and starts it (`bootstrap.py run`) or checks it (`bootstrap.py test`).

Any Python since 2.7 can read this page, so that one which is too old is told so in a sentence; the work is in
the package `set_up`, which needs the version named here. Runs in the process that the person started.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Hearth needs Python 3.11 or newer, and this is Python %d.%d: install a newer one from python.org "
        "or from "
        "your system's packages, then start again with it, for example: python3.11 bootstrap.py run"
        % (sys.version_info[0], sys.version_info[1])
    )

# Also found when Python is told not to look beside the script (-I, -P).
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "installers"))

from set_up.program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

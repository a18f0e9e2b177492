"""The guards between a person's words and a network: where each stands, and what its removal looks like.

Pure values. `tests.mutation.test_guards` takes each away in a copy of the program and runs the named tests there.
To add one: a line in the module of its subject, with the one test that fails without it. A test that starts the
program as a person does can't be named: that takes the modules of the installation, not those of the copy.
"""

from tests.mutation.asking_guards import ASKING_GUARDS
from tests.mutation.download_guards import DOWNLOAD_GUARDS
from tests.mutation.gateway_guards import GATEWAY_GUARDS
from tests.mutation.label_guards import LABEL_GUARDS
from tests.mutation.ledger_guards import LEDGER_GUARDS
from tests.mutation.rule_guards import RULE_GUARDS
from tests.mutation.sealing_guards import SEALING_GUARDS
from tests.mutation.sheet_guards import SHEET_GUARDS

GUARDS = (
    *LABEL_GUARDS,
    *GATEWAY_GUARDS,
    *ASKING_GUARDS,
    *LEDGER_GUARDS,
    *RULE_GUARDS,
    *DOWNLOAD_GUARDS,
    *SHEET_GUARDS,
    *SEALING_GUARDS,
)

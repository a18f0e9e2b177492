"""A command in this process, for what it says and how it ends; what a start of the program does isn't under test."""

import contextlib
import io
import os
from unittest import mock

from app.cli.arguments import parse
from app.cli.program import carry_out
from app.sandbox import SealLevel, SealReport
from app.services.opening import no_gateway
from tests.end2end.program import Home, Outcome

_SEAL = SealReport(SealLevel.NONE, "test", 0)


def run_here(home: Home, *arguments: str) -> Outcome:
    """As `home.run`, in its surroundings too, but without a start of the program and without standard input."""
    own = ["--profile", str(home.profile), "--passphrase-file", str(home.passphrase_file)]
    out, err = io.StringIO(), io.StringIO()
    surroundings = mock.patch.dict(os.environ, home.environment(), clear=True)
    with surroundings, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = carry_out(parse([*own, *arguments]).facts(), _SEAL, None, no_gateway)
        except SystemExit as ended:  # argparse's way to refuse
            code = int(ended.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())

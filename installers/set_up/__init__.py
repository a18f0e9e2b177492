"""Set-up from source: environment, locked packages, system libraries, llama.cpp for this machine.

Standard library only; runs in the process of `bootstrap.py`, never in Hearth itself.
"""

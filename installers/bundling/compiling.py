"""Python's compiled files for the bundle: made once here, because nobody may write in an installed program's folder.

They name no place of this computer, and are the same whenever they are made.
"""

import py_compile
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# These read their own source while they are loaded (torch.jit; the lists of models in transformers).
READ_THEMSELVES = ("torch", "transformers", "functorch")
_TAG = sys.implementation.cache_tag


def compile_all(folder: Path) -> None:
    """Compile every module under `folder`; its source stays only where it is read."""
    sources = sorted(folder.rglob("*.py"))
    with ProcessPoolExecutor() as pool:
        for source in pool.map(_compile, [folder] * len(sources), sources, chunksize=64):
            if source is not None:
                source.unlink()


def _compile(folder: Path, source: Path) -> Path | None:
    """Returns the source if it can go."""
    relative = source.relative_to(folder)
    keep = relative.parts[0] in READ_THEMSELVES
    target = (
        source.parent / "__pycache__" / f"{source.stem}.{_TAG}.pyc" if keep else source.with_suffix(".pyc")
    )
    try:
        py_compile.compile(
            str(source),
            cfile=str(target),
            dfile=relative.as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
    except (py_compile.PyCompileError, UnicodeDecodeError):  # a template, or for another version of Python
        return None
    return None if keep else source

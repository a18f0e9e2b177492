"""Prints the entries of `app/models/known_templates.py` for a folder of chat templates. By hand only.

    python -m tests.models_app.hash_templates FOLDER

FOLDER is `vendor/llama.cpp/models/templates` of the source archive of llama-cpp-python. Only hashes and names
go into the project, never the text of a template.
"""

import re
import sys
from pathlib import Path

from app.domain.chat_format import template_sha256

# What stands before the model's name in a file name there: who made it or packed it.
_MAKER = re.compile(
    r"^(ByteDance|CohereForAI-c4ai|HuggingFaceTB|NVIDIA|NousResearch|Qwen(?=-Qw)|deepseek-ai|fireworks-ai|google|"
    r"ibm-granite(?=-granite)|inclusionai|llama-cpp|meetkai|meta-llama|microsoft|mistralai|moonshotai|openai|"
    r"openbmb|poolside|tencent|unsloth(?:-mistral)?|upstage)-"
)


def family_name(file_stem: str) -> str:
    """The model's name as a person reads it, from the name of its template file."""
    name = _MAKER.sub("", file_stem).replace("-tool_use", " with tools").replace("-", " ")
    return name[:1].upper() + name[1:]


def entries(folder: Path) -> dict[str, str]:
    """sha256 to family name for each template in `folder`; of two equal ones the first name stays."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.jinja")):
        digest = template_sha256(path.read_bytes().decode("utf-8"))
        found.setdefault(digest, family_name(path.stem))
    return found


def main(arguments: list[str]) -> int:
    """Prints one line of Python for each template."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    for digest, family in entries(Path(arguments[0])).items():
        print(f'    ("{digest}", "{family}"),')
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

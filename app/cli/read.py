"""`hearth read FILE`: what the parser sees in a document. Needs no profile and no passphrase."""

from pathlib import Path

from app.cli.terminal import CommandContext, print_json, show, tell
from app.domain.document import Reading, ReadOptions
from app.ipc.reading import DocumentReader
from app.services.passphrase_file import read_passphrase
from app.services.sentences import document_note_words, one_line, sentence


def run(context: CommandContext) -> int:
    """Print the text, or one JSON object. Exit 0 with text, 1 with the reason on stderr."""
    path = Path(context.text("file")).absolute()
    password_file = context.text("password_file")
    passwords = (read_passphrase(password_file),) if password_file else ()
    with DocumentReader() as reader:
        reading = reader.read_document(path, ReadOptions(passwords=passwords, ocr=context.flag("ocr")))
    error = reading.error
    if context.json:
        print_json(_facts(reading))
    elif error is None:
        _print(reading)
    if error is not None:
        tell(f"{one_line(path.name)}: {sentence(error)}")
        return 1
    for note in reading.facts.notes:
        tell(f"{one_line(path.name)}: {document_note_words(note)}")
    return 0


def _print(reading: Reading) -> None:
    for page in reading.pages:
        if len(reading.pages) > 1:
            show(f"--- {page.number}{' ' + page.label if page.label else ''}\n")
        show(page.text + "\n")


def _facts(reading: Reading) -> dict[str, object]:
    return {
        "outcome": reading.outcome.value,
        "reason": reading.reason,
        "kind": reading.facts.kind,
        "title": reading.facts.title,
        "date": reading.facts.date,
        "notes": list(reading.facts.notes),
        "pages": [{"number": page.number, "text": page.text, "label": page.label} for page in reading.pages],
        "seconds": round(reading.seconds, 4),
    }

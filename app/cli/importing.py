"""`hearth import PATH`: conversations of other programs, told from what is in the file."""

import threading
from pathlib import Path

from app.cli.terminal import CommandContext, on_interrupt, open_profile, print_json, tell
from app.domain.errors import UsageError
from app.domain.imported import LOST
from app.ipc.reading import DocumentReader
from app.services.import_summary import ImportSummary
from app.services.importing import ReadIn, add, files_in, read_in
from app.services.moving_sentences import LOST_WORDS
from app.services.sentences import one_line, sentence


def run(context: CommandContext) -> int:
    """Read everything, then add it. Exit 1 when nothing could be read."""
    if context.demo:
        raise UsageError("import_into_demo")
    files = files_in(Path(context.text("path")).absolute())
    stop = threading.Event()
    with DocumentReader() as reader, on_interrupt(stop.set):
        read = read_in(files, reader, stop.is_set)
    if read.is_empty:
        _tell_refused(read)
        return 1
    with open_profile(context) as profile:
        vault = profile.session.vault
        summary = profile.workroom.do(lambda: add(read, vault)).result()
    if context.json:
        print_json(_facts(summary))
    else:
        _tell(summary)
    _tell_refused(read)
    return 0


def _tell_refused(read: ReadIn) -> None:
    for refused in read.refused:
        tell(f"{one_line(refused.path.name)}: {sentence(refused.error)}")


def _facts(summary: ImportSummary) -> dict[str, object]:
    return {
        "programs": list(summary.programs),
        "added": summary.added,
        "messages": summary.messages,
        "known": summary.known,
        "empty": summary.empty,
        "comparisons": summary.comparisons,
        "known_comparisons": summary.known_comparisons,
        "lost": summary.lost,
        "refused": [{"path": str(one.path), "reason": sentence(one.error)} for one in summary.refused],
    }


def _tell(summary: ImportSummary) -> None:
    def some(number: int, word: str) -> str:
        return f"{number} {word}{'' if number == 1 else 's'}"

    what = f"{some(summary.added, 'conversation')} with {some(summary.messages, 'message')}"
    print(f"Taken in from {' and '.join(summary.programs)}: {what}.")
    if summary.known:
        print(f"{some(summary.known, 'conversation')} had been taken in before and stayed as they are.")
    if summary.comparisons:
        print(f"Comparisons taken in, with their votes: {summary.comparisons}.")
    if summary.known_comparisons:
        print(f"Comparisons that had been there before and stayed as they are: {summary.known_comparisons}.")
    if summary.empty:
        print(f"{some(summary.empty, 'conversation')} without a message left out.")
    lost = [f"{LOST_WORDS[kind].lower()} ({summary.lost[kind]})" for kind in LOST if summary.lost.get(kind)]
    if lost:
        print(f"Left behind: {', '.join(lost)}.")

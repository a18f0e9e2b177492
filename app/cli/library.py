"""`hearth library add|list|status|sync|remove`: the folders that are searched and answered from."""

import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, tell
from app.domain.document import NOTES
from app.domain.errors import Cancelled, LibraryError
from app.domain.library import FileTrouble, LibraryFacts, LibrarySettings
from app.services.events import LibraryChanged
from app.services.passphrase_file import read_passphrase
from app.services.sentences import one_line, trouble_words

TROUBLES_SHOWN = 20
Fail = Callable[[Exception], None]
T = TypeVar("T")


def run_add(context: CommandContext) -> int:
    """Make a library, or add paths to one; read them, showing how far it is. Ctrl-C stops, sync goes on."""
    name, paths = (
        context.text("name").strip(),
        tuple(Path(path).absolute() for path in _words(context, "paths")),
    )
    with open_profile(context) as profile:
        library = profile.session.library
        settings = _changed_settings(context, profile, name)
        wait_for(profile, lambda then, failed: library.add(name, paths, settings, then, failed))
        return _follow(context, profile, (name,))


def _changed_settings(context: CommandContext, profile: OpenProfile, name: str) -> LibrarySettings | None:
    """The library's settings with what the command names changed; for a new one the profile's own are the beginning.
    None where the command names nothing."""
    kinds, ignore = _words(context, "kinds"), _words(context, "ignore")
    hidden, ocr = context.options.get("hidden"), context.options.get("ocr")
    if not kinds and not ignore and hidden is None and ocr is None:
        return None
    library = profile.session.library
    wait_for(profile, library.when_told)
    known = next((facts.settings for facts in library.libraries if facts.name == name), None)
    before = known or profile.workroom.do(lambda: library.new_settings).result()
    return replace(
        before,
        kinds=kinds or before.kinds,
        ignore=ignore or before.ignore,
        hidden=before.hidden if hidden is None else hidden is True,
        ocr=before.ocr if ocr is None else ocr is True,
    )


def run_sync(context: CommandContext) -> int:
    """Look through the folders again and read what is new or changed."""
    name = context.text("name")
    with open_profile(context) as profile:
        library = profile.session.library
        wait_for(profile, lambda then, failed: library.sync(name, then, failed))
        if not library.libraries:
            tell(
                "There is no library yet, so there is nothing to read. Make one: hearth library add NAME FOLDER."
            )
        return _follow(context, profile, (name,) if name else ())


def run_list(context: CommandContext) -> int:
    """What libraries there are."""
    with open_profile(context) as profile:
        for facts in facts_now(profile):
            if context.json:
                print_json(_as_json(facts))
            else:
                print(f"{one_line(facts.name)}\t{facts.files} files\t{', '.join(map(one_line, facts.paths))}")
    return 0


def run_status(context: CommandContext) -> int:
    """How far each library is, and which files gave no text."""
    name = context.text("name")
    with open_profile(context) as profile:
        known = [facts for facts in facts_now(profile) if not name or facts.name == name]
        if name and not known:
            raise LibraryError("library_unknown", name=name)
        troubles: tuple[FileTrouble, ...] = ()
        if known:
            library = profile.session.library

            def ask_troubles(then: Callable[[tuple[FileTrouble, ...]], None], failed: Fail) -> None:
                library.troubles(name, then, failed)

            troubles = ask_for(profile, ask_troubles)
        for facts in known:
            listed = [trouble for trouble in troubles if trouble.library == facts.name]
            if context.json:
                print_json({**_as_json(facts), "troubles": [_trouble_json(trouble) for trouble in listed]})
            else:
                print(_line(facts))
                for trouble in listed[:TROUBLES_SHOWN]:
                    print(f"  {one_line(trouble.path)}: {trouble_words(trouble)}")
                if len(listed) > TROUBLES_SHOWN:
                    print(f"  and {len(listed) - TROUBLES_SHOWN} more; --json lists them all")
    return 0


def run_embedder(context: CommandContext) -> int:
    """Say which embedder finds by meaning, or have another one read everything and take over."""
    folder, packaged = context.text("folder"), context.flag("packaged")
    with open_profile(context) as profile:
        library = profile.session.library
        if folder or packaged:
            path = "" if packaged else str(Path(folder).absolute())
            wait_for(profile, lambda then, failed: library.use_embedder(path, then, failed))
            if library.libraries:
                return _follow(context, profile, ())
        else:
            facts_now(profile)
        name = library.embedder
        if context.json:
            print_json({"embedder": name})
        else:
            print(one_line(name) if name else "no embedder: files are found by their words only")
    return 0


def run_ranker(context: CommandContext) -> int:
    """Say which cross-encoder ranks the best passages anew, or use one, or none."""
    folder, off = context.text("folder"), context.flag("off")
    with open_profile(context) as profile:
        library = profile.session.library
        if folder or off:
            profile.on_work_thread(lambda: library.start(background=False))
            path = "" if off else str(Path(folder).absolute())
            wait_for(profile, lambda then, failed: library.use_ranker(path, then, failed))
        name = str(profile.on_work_thread(lambda: library.ranker))
        if context.json:
            print_json({"ranker": name})
        else:
            print(
                one_line(name)
                if name
                else "no cross-encoder: passages keep the order in which they were found"
            )
    return 0


def run_unlock(context: CommandContext) -> int:
    """Read a file with its password, which is forgotten afterwards unless it is to be kept. Exit 1: it stays locked."""
    keep = context.flag("keep")
    path = str(Path(context.text("file")).resolve())
    password = read_passphrase(context.text("password_file"))
    with open_profile(context) as profile:
        library = profile.session.library
        if not library.exists:
            raise LibraryError("library_file_unknown", file=path)
        wait_for(profile, lambda then, failed: library.retry(path, password, then, failed, keep))
        code = _follow(context, profile, ())

        def ask_troubles(then: Callable[[tuple[FileTrouble, ...]], None], failed: Fail) -> None:
            library.troubles("", then, failed)

        for trouble in ask_for(profile, ask_troubles):
            if trouble.path == path:
                tell(trouble_words(trouble))
                code = code if trouble.code in NOTES else 1
    return code


def run_remove(context: CommandContext) -> int:
    """Forget a library and everything made of its files. The files stay where they are."""
    name = context.text("name")
    with open_profile(context) as profile:
        library = profile.session.library
        if not library.exists:
            raise LibraryError("library_unknown", name=name)
        profile.on_work_thread(lambda: library.start(background=False))
        wait_for(profile, lambda then, failed: library.remove(name, then, failed))
    return 0


def ask_for(profile: OpenProfile, ask: Callable[[Callable[[T], None], Fail], object]) -> T:
    """Ask on the work thread and wait for the answer. Raises what was told to `failed`."""
    answer: Future[T] = Future()
    profile.workroom.post(lambda: ask(answer.set_result, answer.set_exception))
    while True:
        try:
            return answer.result(timeout=0.25)  # a timeout, so that Ctrl-C is seen on every system
        except TimeoutError:
            if answer.done():
                raise


def wait_for(profile: OpenProfile, ask: Callable[[Callable[[], None], Fail], None]) -> None:
    """As `ask_for`, where there is nothing to be told but that it is done."""

    def ask_with_nothing(then: Callable[[None], None], failed: Fail) -> None:
        ask(lambda: then(None), failed)

    ask_for(profile, ask_with_nothing)


def libraries_must_exist(profile: OpenProfile, names: tuple[str, ...]) -> None:
    """Raise LibraryError for the first of `names` that is no library."""
    known = {facts.name for facts in facts_now(profile)}
    for name in names:
        if name not in known:
            raise LibraryError("library_unknown", name=name)


def facts_now(profile: OpenProfile) -> tuple[LibraryFacts, ...]:
    """The libraries as they are kept, without beginning to read."""
    library = profile.session.library
    if not library.exists:
        return ()
    profile.on_work_thread(lambda: library.start(background=False))
    wait_for(profile, library.when_told)
    return library.libraries


def _follow(context: CommandContext, profile: OpenProfile, names: tuple[str, ...]) -> int:
    """Show how far the libraries are until they are done; where there is none, wait for the files of conversations.
    Returns the exit code."""
    library = profile.session.library
    stopped = threading.Event()
    said = ""
    with on_interrupt(stopped.set):
        while True:
            if stopped.is_set():
                tell("Stopped. What was read stays; 'hearth library sync' goes on from here.")
                raise Cancelled
            facts = [each for each in library.libraries if not names or each.name in names]
            words_only = context.flag("words")
            if all(_is_done(each, words_only=words_only) for each in facts or library.conversations):
                break
            if facts and sys.stderr.isatty():
                said = _say_again(said, " | ".join(map(_line, facts)))
            _next_change(profile)
    if said:
        tell("")
    for each in facts:
        if context.json:
            print_json(_as_json(each))
        else:
            tell(_line(each))
    return 0


def _is_done(facts: LibraryFacts, *, words_only: bool) -> bool:
    if facts.older_words:
        return False
    all_read = facts.looked_through and facts.files_ready == facts.files
    return facts.seconds_left == 0 or facts.paused or (words_only and all_read)


def _next_change(profile: OpenProfile) -> None:
    try:
        event = profile.events.get(timeout=0.25)
        while not isinstance(event, LibraryChanged):
            event = profile.events.get(timeout=0.25)
    except queue.Empty:
        library = profile.session.library
        if library.failure is not None:
            raise library.failure from None


def _say_again(before: str, now: str) -> str:
    sys.stderr.write("\r" + now.ljust(len(before))[:200])
    sys.stderr.flush()
    return now


def _line(facts: LibraryFacts) -> str:
    parts = [f"{one_line(facts.name)}: {facts.files_ready} of {facts.files} files read"]
    parts.append(f"{facts.passages} passages")
    if facts.passages:
        parts.append(f"{100 * facts.embedded // facts.passages} % of them found by meaning too")
    if facts.older_words:
        parts.append("some words still of an older version")
    if facts.attention:
        parts.append(f"{facts.attention} need attention")
    if facts.paused:
        parts.append("paused")
    elif facts.seconds_left >= 1:
        parts.append(f"about {_readable_time(facts.seconds_left)} left")
    return ", ".join(parts)


def _readable_time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "a minute"
    return f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"


def _as_json(facts: LibraryFacts) -> dict[str, object]:
    return {
        "name": facts.name,
        "paths": list(facts.paths),
        "files": facts.files,
        "files_ready": facts.files_ready,
        "passages": facts.passages,
        "embedded": facts.embedded,
        "attention": facts.attention,
        "paused": facts.paused,
        "seconds_left": facts.seconds_left,
    }


def _trouble_json(trouble: FileTrouble) -> dict[str, object]:
    return {"path": trouble.path, "code": trouble.code, "reason": trouble_words(trouble)}


def _words(context: CommandContext, name: str) -> tuple[str, ...]:
    value = context.options.get(name)
    return tuple(map(str, value)) if isinstance(value, list) else ()

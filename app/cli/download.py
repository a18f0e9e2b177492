"""`hearth models download`: shows what would be fetched from where, asks, and fetches it with a bar."""

import queue
import sys
from collections.abc import Callable
from dataclasses import replace

from app.cli.cloud import open_cloud
from app.cli.terminal import CommandContext, OpenProfile, on_interrupt, open_profile, print_json, tell
from app.domain.download import DownloadFacts, Phase
from app.domain.errors import CloudError, UsageError
from app.domain.provider import AUTHORITY_LIMIT_CHARS
from app.domain.size import readable_size
from app.models.catalogue import Entry, Kind, read_catalogue
from app.services.cloud_policy import downloads_allowed_by
from app.services.cloud_service import CloudService
from app.services.download_run import Order
from app.services.download_service import DownloadService, disk_room, order_from
from app.services.events import DownloadChanged
from app.services.places import resource
from app.services.sentences import one_line, sentence

AGREED = "download"
BAR_CELLS = 30
EXIT_PAUSED = 130


def run(context: CommandContext) -> int:
    """Fetch a model, or list or cancel what was begun."""
    if context.demo:
        raise UsageError("download_in_demo")
    with open_profile(context) as profile, open_cloud(context, profile) as cloud:
        heard: queue.SimpleQueue[tuple[DownloadFacts, ...]] = queue.SimpleQueue()
        service = profile.workroom.do(lambda: _service(context, profile, cloud, heard.put)).result()
        try:
            name = context.text("model")
            if context.flag("cancel"):
                return _cancel(profile, service, name)
            if not name:
                return _list(context, profile, service)
            order = _order(context)
            profile.on_work_thread(downloads_allowed_by(cloud.must_be_allowed))
            order = replace(order, allowed_by=_consent(context, profile, order))
            profile.on_work_thread(lambda: service.start(order))
            return _follow(context, profile, service, order.id, heard)
        finally:
            profile.on_work_thread(service.close)


def _service(
    context: CommandContext,
    profile: OpenProfile,
    cloud: CloudService,
    hear: Callable[[tuple[DownloadFacts, ...]], None],
) -> DownloadService:
    return DownloadService(
        context.profile / "models",
        profile.session.models.shelf,
        profile.session.vault.ledger,
        downloads_allowed_by(cloud.must_be_allowed),
        context.start_gateway,
        profile.workroom,
        lambda event: hear(event.downloads) if isinstance(event, DownloadChanged) else None,
    )


def _order(context: CommandContext) -> Order:
    catalogue = read_catalogue(resource("models", "catalogue.json"))
    order = order_from(context.text("model"), catalogue, "", context.text("hub"))
    sha256 = context.text("sha256").lower()
    if sha256 and (len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef")):
        raise UsageError("download_sum_unclear")
    own = context.flag("own")
    if context.text("authority") and not own:
        raise UsageError("provider_authority_foreign")
    authority = _certificates(context.text("authority")) if context.text("authority") else ""
    if order.source.origin.is_loopback and not own:
        raise UsageError("provider_is_here")
    with_projector = not context.flag("without_projector")
    return replace(order, sha256=sha256, own=own, authority=authority, with_projector=with_projector)


def _certificates(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read(AUTHORITY_LIMIT_CHARS + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise UsageError("provider_file_unreadable", path=path, reason=reason) from error
    if len(text) > AUTHORITY_LIMIT_CHARS or "-----BEGIN CERTIFICATE-----" not in text:
        raise UsageError("provider_authority_unclear")
    return text


def _consent(context: CommandContext, profile: OpenProfile, order: Order) -> str:
    """How the person agrees to fetch this from there. Errors: CloudError consent_download."""
    host = order.source.origin.host
    allowed = context.text("allow")
    if allowed:
        if allowed != host:
            raise CloudError("consent_download", host=host)
        return "--allow with the server's name"
    free = disk_room(context.profile)
    what = order.source.repository or order.source.path
    tell(f"Download: {one_line(order.title)}")
    tell(f"  from: {order.source.origin} ({one_line(what)})")
    if order.entry is not None:
        size = f"about {readable_size(order.entry.size_bytes)}"
        size += _projector_words(order.entry) if order.with_projector else ""
        tell(f"  size: {size}; licence: {order.entry.licence}")
    elif order.source.repository:
        tell("  size: told once the server says which files there are")
        if order.with_projector:
            tell(
                "  a projector (mmproj) that lies there comes along, with which the model sees pictures; "
                "--without-projector leaves it out"
            )
    tell(f"  free on the disk: {readable_size(free)}")
    tell(
        "  what leaves: requests for these files, so that server and the hosts it hands files out from see this "
        "computer's address and which model it is. No word of yours and no key goes along."
    )
    if not context.json and context.stdin.isatty():
        tell(f"Type {AGREED} to fetch it; anything else fetches nothing.")
        if context.stdin.readline(100).strip() == AGREED:
            return "typed at the terminal"
    raise CloudError("consent_download", host=host)


def _projector_words(entry: Entry) -> str:
    """What comes along, in the same breath as the size."""
    if entry.projector is None:
        return ""
    known = f" of about {readable_size(entry.projector_bytes)}" if entry.projector_bytes else ""
    return f", and its projector{known}, with which it sees pictures"


def _follow(
    context: CommandContext,
    profile: OpenProfile,
    service: DownloadService,
    identity: str,
    heard: "queue.SimpleQueue[tuple[DownloadFacts, ...]]",
) -> int:
    """Show how far it is until it ends. Ctrl-C pauses."""
    bar = _Bar(context)
    with on_interrupt(lambda: profile.workroom.post(lambda: service.pause(identity))):
        while True:
            facts = next((one for one in heard.get() if one.id == identity), None)
            if facts is None:
                continue
            bar.show(facts)
            if not facts.runs:
                break
    bar.end()
    if facts.phase is Phase.FAILED and facts.error is not None:
        if facts.done_bytes:
            tell("What has come is kept: the same command goes on from there.")
        raise facts.error
    if facts.phase is Phase.PAUSED:
        tell(_paused_words(profile))
        return EXIT_PAUSED
    if context.json:
        print_json(_facts(facts))
        return 0
    print(_done_words(facts))
    if not facts.checked:
        tell(f"Nobody published a sum to check it against. Its SHA-256 is {facts.sha256}.")
    return 0


def _paused_words(profile: OpenProfile) -> str:
    blocked = profile.session.ledger.blocked
    why = "All connections were blocked, so the download was paused." if blocked else "Paused."
    return f"{why} What has come is kept: the same command goes on from there."


def _done_words(facts: DownloadFacts) -> str:
    catalogue = read_catalogue(resource("models", "catalogue.json"))
    entry = catalogue.by_id.get(facts.id)
    if entry is not None and entry.kind is Kind.EMBEDDER:
        return f"{facts.title} is here. To find by meaning with it: hearth library embedder {facts.name}"
    if entry is not None and entry.kind is Kind.RERANKER:
        return f"{facts.title} is here. To rank passages with it: hearth library ranker {facts.name}"
    return f"{facts.name} is on the shelf{', with its projector: it sees pictures' if facts.sees else ''}."


def _list(context: CommandContext, profile: OpenProfile, service: DownloadService) -> int:
    downloads = profile.workroom.do(lambda: service.downloads).result()
    if context.json:
        for facts in downloads:
            print_json(_facts(facts))
        return 0
    for facts in downloads:
        size = f"{readable_size(facts.done_bytes)} of {readable_size(facts.total_bytes)}"
        print(f"{facts.id}  {size}  {facts.origin}  {one_line(facts.title)}")
    if not downloads:
        tell("No download was begun. 'hearth models recommend' names a model.")
    return 0


def _cancel(profile: OpenProfile, service: DownloadService, identity: str) -> int:
    def cancel() -> bool:
        known = any(one.id == identity for one in service.downloads)
        service.cancel(identity)
        return known

    if not profile.workroom.do(cancel).result():
        raise UsageError("download_unknown", name=identity or "?")
    tell("It is cancelled, and what had come of it is deleted.")
    return 0


class _Bar:
    """How far it is, on stderr: one line that is written over on a terminal, a line a phase elsewhere."""

    def __init__(self, context: CommandContext) -> None:
        self._over = sys.stderr.isatty() and not context.json
        self._json = context.json
        self._phase: Phase | None = None

    def show(self, facts: DownloadFacts) -> None:
        """Write it down."""
        if self._json:
            tell(f"{facts.phase} {facts.done_bytes} {facts.total_bytes}")  # for a program that watches
        elif self._over:
            sys.stderr.write(f"\r\x1b[K{_line(facts)}")
            sys.stderr.flush()
        elif facts.phase is not self._phase:
            tell(_line(facts))
        self._phase = facts.phase

    def end(self) -> None:
        """Leave the line."""
        if self._over:
            sys.stderr.write("\n")


def _line(facts: DownloadFacts) -> str:
    words = {
        Phase.WAITING: "Waiting",
        Phase.ASKING: "Asking which files there are",
        Phase.CHECKING: "Checking",
        Phase.PAUSED: "Paused",
        Phase.FAILED: "Stopped",
        Phase.DONE: "Done",
    }
    if facts.phase is not Phase.LOADING or not facts.total_bytes:
        return words.get(facts.phase, "Downloading")
    share = min(facts.done_bytes / facts.total_bytes, 1.0)
    bar = "#" * round(share * BAR_CELLS)
    line = f"[{bar:<{BAR_CELLS}}] {readable_size(facts.done_bytes)} of {readable_size(facts.total_bytes)}"
    if facts.bytes_per_s:
        line += f" · {readable_size(round(facts.bytes_per_s))}/s · {_time_words(facts.seconds_left)} left"
    return line


def _time_words(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _facts(facts: DownloadFacts) -> dict[str, object]:
    return {
        "id": facts.id,
        "title": facts.title,
        "origin": facts.origin,
        "phase": str(facts.phase),
        "done_bytes": facts.done_bytes,
        "total_bytes": facts.total_bytes,
        "name": facts.name,
        "sha256": facts.sha256,
        "checked": facts.checked,
        "sees": facts.sees,
        "reason": sentence(facts.error) if facts.error is not None else "",
    }

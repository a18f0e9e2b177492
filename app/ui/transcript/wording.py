"""The transcript's own sentences, in one place for translation. Window process."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.ui.language import in_direction
from app.ui.markdown.visible_text import visible


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transcript", text)


def _number(count: int) -> str:
    return QLocale().toString(count)


def thought_for(seconds: float) -> str:
    """The line over folded thinking; `seconds` is 0 where the time isn't known."""
    if seconds <= 0:
        return _tr("Thoughts")
    return _tr("Thought for %s s") % _number(max(1, round(seconds)))


def thinking() -> str:
    """The line while the model thinks."""
    return _tr("Thinking…")


def reading(done_tokens: int, total_tokens: int) -> str:
    """How far the prompt has been read."""
    return _tr("Reading %s of %s tokens…") % (_number(done_tokens), _number(total_tokens))


def waiting() -> str:
    """Before anything is known about an answer."""
    return _tr("Starting…")


def dropped(count: int) -> str:
    """Which messages no longer fit into the context."""
    return QCoreApplication.translate(
        "Transcript", "The model no longer sees the first %Ln message(s)", None, count
    )


def unsupported(count: int) -> str:
    """In the line under an answer from files."""
    return QCoreApplication.translate("Transcript", "%Ln sentence(s) without support", None, count)


def unsupported_tip() -> str:
    """What a dotted line under a sentence means."""
    return _tr("No passage that was given says this in these words. Look for yourself before you rely on it.")


def left_out(count: int) -> str:
    """The same, in the line under an answer."""
    return _tr("%s earlier left out") % _number(count)


def where(model: str, provider: str = "") -> str:
    """Who answered, and where: a server's name, or empty for this computer."""
    if provider:
        return in_direction(_tr("{model} · {server}").format(model=model, server=visible(provider)))
    return in_direction(_tr("%s · on this computer") % model) if model else _tr("On this computer")


def speed(tokens_per_s: float) -> str:
    """Speed of generation."""
    return _tr("%s tok/s") % (f"{tokens_per_s:.0f}" if tokens_per_s >= 10 else f"{tokens_per_s:.1f}")


def first_word(seconds: float) -> str:
    """Time until the first word."""
    return _tr("first word %s s") % f"{seconds:.1f}"


def stopped() -> str:
    """State of an answer that the person stopped."""
    return _tr("Stopped")


def interrupted() -> str:
    """State of an answer that a crash or power cut ended."""
    return _tr("Interrupted")


def failed() -> str:
    """An answer that failed earlier, when the reason is no longer known."""
    return _tr("This answer could not be finished. Try again with Retry.")


def copy() -> str:
    """Button."""
    return _tr("Copy")


def copy_answer() -> str:
    """Its name for a screen reader, under an answer."""
    return _tr("Copy answer")


def copy_code(language: str) -> str:
    """Its name for a screen reader, over code."""
    return _tr("Copy %s code") % language if language else _tr("Copy code")


def code() -> str:
    """The heading of code in no named language."""
    return _tr("code")


def code_in(language: str) -> str:
    """What is said in the place of code."""
    return f"{code()}: {language}" if language else code()


def retry() -> str:
    """Button."""
    return _tr("Retry")


def resume() -> str:
    """Button."""
    return _tr("Continue")


def edit() -> str:
    """Button."""
    return _tr("Edit")


def edit_message() -> str:
    """Its name for a screen reader, and its tip."""
    return _tr("Edit this message. What is there now is kept as another version.")


def copy_message() -> str:
    """Name for a screen reader."""
    return _tr("Copy your message")


def edit_field() -> str:
    """Name for a screen reader."""
    return _tr("Edit your message")


def cancel() -> str:
    """Button."""
    return _tr("Cancel")


def cancel_edit() -> str:
    """Its name for a screen reader, and its tip."""
    return _tr("Leave the message as it is (Esc)")


def send() -> str:
    """Button."""
    return _tr("Send")


def send_edit() -> str:
    """Its name for a screen reader, and its tip."""
    return _tr("Ask this in its place (Enter)")


def earlier_version() -> str:
    """Button, in words."""
    return _tr("Earlier version")


def later_version() -> str:
    """Button, in words."""
    return _tr("Later version")


def version(place: int, count: int) -> str:
    """Name for a screen reader."""
    return _tr("Version %s of %s") % (_number(place), _number(count))


def tokens(count: int) -> str:
    """Length of an answer."""
    return QCoreApplication.translate("Transcript", "%Ln tokens", None, count)


def quote() -> str:
    """Button beside a selection."""
    return _tr("Quote")


def quote_selection() -> str:
    """Its name for a screen reader, and its tip."""
    return _tr("Quote the selection in your question")


def to_end() -> str:
    """Button."""
    return _tr("Go to the end")


def find() -> str:
    """Field."""
    return _tr("Find in this conversation")


def found(place: int, count: int, more: bool) -> str:
    """Which hit is shown; `more`: the search is still under way."""
    if not count:
        return _tr("Searching…") if more else _tr("Nothing found")
    return _tr("%s of %s") % (_number(place), f"{_number(count)}{'…' if more else ''}")


def next_hit() -> str:
    """Button, in words."""
    return _tr("Next hit (Enter)")


def previous_hit() -> str:
    """Button, in words."""
    return _tr("Previous hit (Shift+Enter)")


def close_find() -> str:
    """Button, in words."""
    return _tr("Close the search (Esc)")


def picture(name: str) -> str:
    """Name for a screen reader."""
    return _tr("Picture: %s") % name


def your_message() -> str:
    """Name for a screen reader."""
    return _tr("Your message")


def answer_from(model: str) -> str:
    """Name for a screen reader."""
    return _tr("Answer from %s") % model if model else _tr("Answer")


def thoughts_of(model: str) -> str:
    """Name for a screen reader."""
    return _tr("Thoughts of %s") % model if model else _tr("Thoughts")


def table() -> str:
    """Name for a screen reader."""
    return _tr("Table")


def copy_as_markdown() -> str:
    """Button beside a table."""
    return _tr("Markdown")


def copy_as_cells() -> str:
    """Button beside a table: cells between tabs."""
    return _tr("Cells")


def copy_table_as_markdown() -> str:
    """Its name for a screen reader."""
    return _tr("Copy the table as Markdown")


def copy_table_as_cells() -> str:
    """Its name for a screen reader."""
    return _tr("Copy the table for a spreadsheet")

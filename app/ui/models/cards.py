"""The cards of the Models page: one on the shelf, one to fetch, one of another program, one download.

Window process, main thread. Each is made once and told what changes; wishes go out as signals.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.download import DownloadFacts, Phase
from app.models.catalogue import Kind, Use
from app.models.recommendation import Suited
from app.models.shelf_entry import ShelfModel
from app.services.model_offers import FoundHere, ModelFit
from app.services.model_words import MOST_USES, use_words
from app.services.sentences import one_line, sentence
from app.ui.language import in_direction, size_words, translated
from app.ui.parts import Button, Card, ElidedLabel, PlainLabel, set_look
from app.ui.theme import Theme

TITLE_CHARS = 60
WHOLE_FROM = 10  # tokens a second that are told without a digit behind the point


class ModelCard(Card):
    """A title with a tag, buttons at the right, a line of words and a line of facts. Base of the others."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(one_line(title, TITLE_CHARS))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 13, 16, 13)
        self.column.setSpacing(6)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        name = ElidedLabel(one_line(title, TITLE_CHARS), "title")
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row.addWidget(name)
        self.tag = PlainLabel("", "tag")
        self.tag.setFixedHeight(20)
        self.tag.hide()
        self._row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self.words = PlainLabel("", "muted", wrap=True)
        self.column.addWidget(self.words)
        self.facts = PlainLabel("", "muted", wrap=True)
        self.column.addWidget(self.facts)
        self.column.addStretch(1)  # cards side by side are equally tall: what is left over is below

    def add_button(self, button: QWidget) -> None:
        """One more at the right. Only then may it be shown: without a parent it would be a window of its own."""
        self._row.addWidget(button)

    def add_below(self, widget: QWidget) -> None:
        """One more line, after the others."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def show_tag(self, words: str, look: str) -> None:
        """What is to be known first; nothing for no words."""
        self.tag.say(words)
        set_look(self.tag, look)

    def show_lines(self, words: str, facts: Sequence[str]) -> None:
        """What it is, and its facts."""
        self.words.say(words)
        self.facts.say(in_direction("   ".join(fact for fact in facts if fact)))

    def card_words(self, share: float) -> str:
        """How much of a model, 0..1, lies on the graphics card; empty for none."""
        if share >= 1:
            return self.tr("all on the graphics card")
        percent = QLocale().toString(share * 100, "f", 0)
        return self.tr("{percent} % on the graphics card").format(percent=percent) if share else ""


class ShelfCard(ModelCard):
    """One model on the shelf.

    Signals: `use_wished`, `options_wished`, `remove_wished` with its name.
    """

    use_wished = Signal(str)
    options_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(
        self, theme: Theme, model: ShelfModel, in_use: bool, trouble: str, fit: ModelFit | None
    ) -> None:
        super().__init__(model.name)
        self.model = model
        name = model.name
        if trouble:
            fit = None  # what it took while it was all right helps nobody
        if in_use:
            self.show_tag(self.tr("in use"), "tag")
        elif fit is not None and not fit.fit.fits:
            self.show_tag(self.tr("needs more memory than is free"), "tag")
        elif fit is not None:
            self.show_tag(self.tr("fits"), "tag-ok")
        self.use = Button(theme, self.tr("Use"), on_click=lambda: self.use_wished.emit(name))
        self.use.setAccessibleName(self.tr("Use {name}").format(name=name))
        self.add_button(self.use)
        self.use.setVisible(not in_use and not trouble)
        self.options = Button(
            theme, self.tr("Options…"), "ghost", on_click=lambda: self.options_wished.emit(name)
        )
        self.options.setAccessibleName(self.tr("Options of {name}").format(name=name))
        self.add_button(self.options)
        self.options.setVisible(not trouble)
        self.remove = Button(
            theme, self.tr("Remove"), "ghost", on_click=lambda: self.remove_wished.emit(name)
        )
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self.add_button(self.remove)
        facts = [size_words(model.size_bytes)] if model.size_bytes else []
        if fit is not None:
            facts += [
                fit.quantisation,
                self._speed(fit),
                self.tr("about {size} of memory").format(size=size_words(fit.fit.memory_bytes)),
                self.card_words(fit.fit.device_share),
                self.tr("up to %Ln token(s) of conversation", "", fit.fit.longest_context_tokens),
                self.tr("sees pictures") if fit.sees else "",
                one_line(fit.licence, 40),
            ]
        where = self.tr("linked; the file stays where it is") if model.is_link else self.tr("inside Hearth")
        self.show_lines(where, facts)
        if trouble:
            self.problem = PlainLabel(trouble, "problem", wrap=True)
            self.add_below(self.problem)

    def _speed(self, fit: ModelFit) -> str:
        words = _speed_words(fit.tokens_per_s)
        if fit.measured:
            return self.tr("{speed} tokens/s measured").format(speed=words)
        return self.tr("about {speed} tokens/s").format(speed=words)


class OfferCard(ModelCard):
    """One model of the catalogue.

    Signals: `download_wished` with its id.
    """

    download_wished = Signal(str)

    def __init__(self, theme: Theme, offer: Suited, best: bool) -> None:
        super().__init__(offer.entry.name)
        self.offer = offer
        entry = offer.entry
        if not offer.fits:
            self.show_tag(self.tr("too large"), "tag")
        elif offer.fits_now:
            self.show_tag(self.tr("fits"), "tag-ok")
        else:
            self.show_tag(self.tr("tight"), "tag")
        self.download = Button(
            theme,
            self.tr("Download…"),
            "primary" if best else "",
            on_click=lambda: self.download_wished.emit(entry.id),
        )
        self.download.setAccessibleName(self.tr("Download {name}").format(name=entry.name))
        self.add_button(self.download)
        self.download.setVisible(offer.fits)
        facts = [f"{size_words(entry.size_bytes + entry.projector_bytes)} · {entry.quantisation}"]
        if entry.kind is Kind.CHAT and offer.fits:
            facts.append(self.tr("about {speed} tokens/s").format(speed=_speed_words(offer.tokens_per_s)))
            facts.append(self.card_words(offer.device_share))
        if entry.projector is not None and Use.PICTURES not in entry.good_for[:MOST_USES]:
            facts.append(self.tr("sees pictures"))  # else the words say it
        if not offer.fits:
            need = size_words(entry.minimum_memory_bytes)
            facts.append(self.tr("needs a computer with {size}").format(size=need))
        elif not offer.fits_now:
            facts.append(self.tr("fits when other programs are closed"))
        facts.append(entry.licence)
        if entry.language_count == 1:
            facts.append(self.tr("English"))
        else:
            facts.append(self.tr("%Ln language(s)", "", entry.language_count))
        self.show_lines(use_words(entry.good_for, translated), facts)


class FoundCard(ModelCard):
    """A model that another program keeps.

    Signals: `use_wished` with what was found.
    """

    use_wished = Signal(object)

    def __init__(self, theme: Theme, found: FoundHere) -> None:
        super().__init__(found.name)
        self.found = found
        self.use = Button(theme, self.tr("Use in place"), on_click=lambda: self.use_wished.emit(found))
        self.use.setAccessibleName(
            self.tr("Use {name} in place").format(name=one_line(found.name, TITLE_CHARS))
        )
        self.add_button(self.use)
        self.show_lines(
            self.tr("kept by {program}; nothing is copied").format(program=found.program),
            [
                size_words(found.size_bytes),
                found.quantisation,
                self.tr("sees pictures") if found.projector is not None else "",
            ],
        )


class DownloadCard(ModelCard):
    """One download: how far it is, and what can be done.

    Signals: `pause_wished`, `resume_wished`, `cancel_wished` with its id.
    """

    pause_wished = Signal(str)
    resume_wished = Signal(str)
    cancel_wished = Signal(str)

    def __init__(self, theme: Theme, facts: DownloadFacts) -> None:
        super().__init__(facts.title)
        self.shown = facts
        name = one_line(facts.title, TITLE_CHARS)
        self.pause = Button(theme, self.tr("Pause"), on_click=lambda: self.pause_wished.emit(facts.id))
        self.pause.setAccessibleName(self.tr("Pause {name}").format(name=name))
        self.add_button(self.pause)
        self.resume = Button(theme, self.tr("Go on"), on_click=lambda: self.resume_wished.emit(facts.id))
        self.resume.setAccessibleName(self.tr("Go on with {name}").format(name=name))
        self.add_button(self.resume)
        self.cancel = Button(
            theme, self.tr("Cancel…"), "ghost", on_click=lambda: self.cancel_wished.emit(facts.id)
        )
        self.cancel.setAccessibleName(self.tr("Cancel {name}").format(name=name))
        self.add_button(self.cancel)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(self.tr("How far {name} is").format(name=name))
        self.column.insertWidget(2, self.progress)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        self.add_below(self.problem)
        self.show_facts(facts)

    def show_facts(self, facts: DownloadFacts) -> None:
        """Show how far it is now."""
        self.shown = facts
        self.pause.setVisible(facts.runs)
        self.resume.setVisible(not facts.runs)
        share = facts.done_bytes / facts.total_bytes if facts.total_bytes else 0.0
        self.progress.setValue(round(1000 * min(share, 1.0)))
        self.problem.say(sentence(facts.error, self.tr) if facts.error is not None else "")
        self.show_lines(self._phase(facts), self._numbers(facts))

    def _phase(self, facts: DownloadFacts) -> str:
        place = facts.origin.partition("://")[2].removesuffix(":443")
        return {
            Phase.WAITING: self.tr("Waits for another download"),
            Phase.ASKING: self.tr("Asking {place} which files there are").format(place=place),
            Phase.LOADING: self.tr("From {place}; checked with SHA-256 at the end").format(place=place),
            Phase.CHECKING: self.tr("Checking what is here"),
            Phase.PAUSED: self.tr("Paused; what has come is kept"),
            Phase.FAILED: self.tr("Stopped; what has come is kept"),
            Phase.DONE: self.tr("Done"),
        }[facts.phase]

    def _numbers(self, facts: DownloadFacts) -> list[str]:
        if not facts.total_bytes:
            return [size_words(facts.done_bytes)] if facts.done_bytes else []
        numbers = [
            self.tr("{done} of {total}").format(
                done=size_words(facts.done_bytes), total=size_words(facts.total_bytes)
            )
        ]
        if facts.bytes_per_s:
            numbers.append(self.tr("{size}/s").format(size=size_words(round(facts.bytes_per_s))))
            numbers.append(self._left(facts.seconds_left))
        return numbers

    def _left(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("%Ln second(s) left", "", max(1, round(seconds)))
        if seconds < 5400:
            return self.tr("%Ln minute(s) left", "", round(seconds / 60))
        return self.tr("%Ln hour(s) left", "", round(seconds / 3600))


def _speed_words(tokens_per_s: float) -> str:
    return QLocale().toString(tokens_per_s, "f", 0 if tokens_per_s >= WHOLE_FROM else 1)

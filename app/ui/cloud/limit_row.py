"""What a conversation, or all comparisons with a server, may cost. Window process, main thread."""

from PySide6.QtCore import Signal, Slot

from app.domain.price import MICRO
from app.services.cloud_preview import CloudPreview
from app.ui.amounts import money
from app.ui.cloud.consent_row import ConsentRow
from app.ui.controls import NumberBox
from app.ui.language import day_words
from app.ui.markdown.visible_text import visible

MOST = 1000.0


class LimitRow(ConsentRow):
    """Signals: `chosen` with the limit in millionths of the price's currency, 0 for none."""

    chosen = Signal(int)

    def __init__(self, *, once: bool = False) -> None:
        """`once`: it is about comparisons."""
        super().__init__()
        self._once = once
        self.box = NumberBox(self.tr("Stop at"), 0, MOST, 0.1, decimals=2, zero=self.tr("No limit"))
        self.box.chosen.connect(self._chosen)
        self.lay_out(self.tr("Stop at"), self.box)

    def show_preview(self, preview: CloudPreview) -> None:
        """Show the limit that is set, and what is known of the costs."""
        price = preview.price
        # Without a price none can be set, and one that was must not be there for good.
        self.box.setEnabled(price is not None or preview.choice.limit_micro > 0)
        self.box.show_value(preview.choice.limit_micro / MICRO)
        if price is None:
            words = self.tr("Nobody has said what {name} takes. Type its price in Settings to set a limit.")
            self.told.say(words.format(name=preview.choice.model or preview.provider.name))
            return
        self.box.setPrefix(f"{price.currency} ")
        told = self.tr("For this conversation, which has cost {spent} so far, by the prices of {date}.")
        if self._once:
            told = self.tr(
                "For all comparisons with {name}. Those that are kept have cost {spent}, by the prices of {date}."
            )
        told = told.format(
            name=visible(preview.provider.name),
            spent=money(price.currency, preview.spent_micro),
            date=day_words(price.dated),
        )
        if preview.longest_tokens:
            longest = self.locale().toString(preview.longest_tokens)
            told += " " + self.tr(
                "The server is asked for at most {tokens} tokens, so that the answer can't pass it."
            ).format(tokens=longest)
        self.told.say(told)

    @Slot(object)
    def _chosen(self, value: object) -> None:
        if isinstance(value, int | float):
            self.chosen.emit(round(value * MICRO))

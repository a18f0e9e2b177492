"""What a server's models take: typed, or taken from the server's own list. Window process, main thread."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.price import CURRENCY_LIMIT_CHARS, MICRO, OfferedPrice, Price
from app.ui.amounts import money
from app.ui.controls import ChoiceBox, NumberBox
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, PlainLabel
from app.ui.theme import Theme

MOST_A_MILLION = 10_000.0
PRICE_STEP = 0.1
CURRENCY_PX = 52
USUAL = ""  # stands for the usual model, whatever its name is while it is typed
Amounts = tuple[int, int]


class PricePart(QWidget):
    """The price of the model that is chosen in `model`; the box isn't there where a server has one alone.

    An offer is shown below, and taken by its button alone.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._usual = ""
        self._amounts: dict[str, Amounts] = {}
        self._former: Mapping[str, Price] = {}
        self._offers: dict[str, OfferedPrice] = {}
        unknown = self.tr("not known")
        self.model = ChoiceBox(self.tr("The model whose price it is"), [(USUAL, "")])
        self.model.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.model.chosen.connect(self._show)
        self.currency = QLineEdit("$")
        self.currency.setMaxLength(CURRENCY_LIMIT_CHARS)
        self.currency.setFixedWidth(CURRENCY_PX)
        self.currency.setAccessibleName(self.tr("Currency"))
        self.prompt = NumberBox(
            self.tr("Price of a million tokens that it reads"), 0, MOST_A_MILLION, PRICE_STEP, 2, unknown
        )
        self.completion = NumberBox(
            self.tr("Price of a million tokens that it writes"), 0, MOST_A_MILLION, PRICE_STEP, 2, unknown
        )
        self.offer = PlainLabel("", "muted", wrap=True)
        self.take = Button(theme, self.tr("Use this price"), on_click=self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.model)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.currency, 0, 0)
        grid.addWidget(PlainLabel(self.tr("reading"), "muted"), 0, 1)
        grid.addWidget(self.prompt, 0, 2)
        grid.addWidget(PlainLabel(self.tr("writing"), "muted"), 1, 1)
        grid.addWidget(self.completion, 1, 2)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        column.addWidget(self.offer)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        for box in (self.prompt, self.completion):
            box.valueChanged.connect(self._typed)
        self.currency.textChanged.connect(self._show_offer)
        self._show()

    def show_prices(self, usual: str, others: Sequence[str], prices: Mapping[str, Price]) -> None:
        """Show a server's models with what is known of their prices. Offers of another server are forgotten."""
        self._former = prices
        self._offers = {}
        self._amounts = {
            USUAL if model == usual else model: (price.prompt_micro, price.completion_micro)
            for model, price in prices.items()
        }
        self.currency.setText(next((price.currency for price in prices.values()), "$"))
        self.show_models(usual, others)
        self.model.show_value(USUAL)
        self._show()

    def show_models(self, usual: str, others: Sequence[str]) -> None:
        """The models as they are typed now."""
        self._usual = usual
        named = [one for one in dict.fromkeys(others) if one and one != usual]
        self.model.show_choices([(USUAL, visible(usual)), *((one, visible(one)) for one in named)])
        self.model.setVisible(bool(named))
        self._show()

    def show_offers(self, offers: Sequence[OfferedPrice]) -> None:
        """What the server's list says; none of it is taken by itself."""
        self._offers = {offer.model: offer for offer in offers}
        self._show_offer()

    def prices(self) -> dict[str, Price]:
        """What was typed or taken, by the models' names, with today's date where it changed."""
        currency = self.currency.text().strip() or "$"
        found: dict[str, Price] = {}
        for key, (prompt, completion) in self._amounts.items():
            name = key or self._usual
            if not name or not (prompt or completion):
                continue
            typed = Price(currency, prompt, completion, date.today().isoformat())
            former = self._former.get(name)
            found[name] = former if former is not None and typed.same_amounts(former) else typed
        return found

    # ---- inside

    @property
    def _key(self) -> str:
        return str(self.model.value or USUAL)

    @Slot()
    def _show(self, _chosen: object = None) -> None:
        prompt, completion = self._amounts.get(self._key, (0, 0))
        for box, micro in ((self.prompt, prompt), (self.completion, completion)):
            box.blockSignals(True)
            box.show_value(micro / MICRO)
            box.blockSignals(False)
        self._show_offer()

    @Slot()
    def _typed(self) -> None:
        self._amounts[self._key] = (
            round(self.prompt.value() * MICRO),
            round(self.completion.value() * MICRO),
        )
        self._show_offer()

    @property
    def _offered(self) -> OfferedPrice | None:
        """The offer for the model that is shown, unless it is what stands there already."""
        offer = self._offers.get(self._key or self._usual)
        if offer is None:
            return None
        taken = offer.taken("")
        there = Price(self.currency.text().strip(), *self._amounts.get(self._key, (0, 0)), "")
        return None if taken.same_amounts(there) else offer

    @Slot()
    def _show_offer(self) -> None:
        offer = self._offered
        self.take.setVisible(offer is not None and not self._others_differ(offer))
        if offer is None:
            self.offer.say("")
            return
        price = offer.taken("")
        told = self.tr("The server's list says {reading} for reading and {writing} for writing.").format(
            reading=money(price.currency, price.prompt_micro),
            writing=money(price.currency, price.completion_micro),
        )
        if self._others_differ(offer):
            told += " " + self.tr("The prices of its other models are in another currency.")
        self.offer.say(told)

    def _others_differ(self, offer: OfferedPrice) -> bool:
        """Whether taking it would turn the amounts of other models into another currency."""
        others = any(any(amounts) for key, amounts in self._amounts.items() if key != self._key)
        return others and self.currency.text().strip() != offer.taken("").currency

    @Slot()
    def _take(self) -> None:
        offer = self._offered
        if offer is not None:
            self.currency.setText(offer.taken("").currency)
            self._amounts[self._key] = (offer.prompt_micro, offer.completion_micro)
            self._show()

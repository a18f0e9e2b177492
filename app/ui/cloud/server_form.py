"""What a person types of a server: name, kind, address, key, model, price. Window process, main thread."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.permit import Wire
from app.domain.price import CURRENCY_LIMIT_CHARS, MICRO, Price
from app.domain.provider import (
    MODEL_LIMIT_CHARS,
    MODELS_LIMIT,
    NAME_LIMIT_CHARS,
    Place,
    Provider,
    make_provider,
)
from app.services.provider_keys import Secrets
from app.services.provider_service import ProviderFacts
from app.ui.controls import NumberBox
from app.ui.parts import Button, PlainLabel
from app.ui.passphrase import SecretField
from app.ui.theme import Theme

ADDRESSES = {"openai": "https://api.openai.com/v1", "anthropic": "https://api.anthropic.com/v1", "own": ""}
KEY_LIMIT_CHARS = 4000
MOST_A_MILLION = 10_000.0
NAMELESS = "server"  # while it is tried without a name
PRICE_STEP = 0.1
SHORTEST_CHARS = 10
HTTPS_PORT = 443
CERTIFICATE_LIMIT_BYTES = 200_000


class ServerForm(QWidget):
    """Signals: `edited` after each change; `unreadable` with the path of a certificate file that isn't text."""

    edited = Signal()
    unreadable = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._authority = ""
        self._former_price: Price | None = None
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.kind = QComboBox()
        self.kind.addItem(self.tr("OpenAI and what speaks like it"), "openai")
        self.kind.addItem(self.tr("Anthropic"), "anthropic")
        self.kind.addItem(self.tr("Your own server (llama-server, vLLM, Ollama, LM Studio)"), "own")
        self.model = QComboBox()
        for box in (self.kind, self.model):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHORTEST_CHARS)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT_CHARS)
        self.address = QLineEdit()
        self.key = SecretField(self.tr("Key"))
        self.key.setMaxLength(KEY_LIMIT_CHARS)
        self.lasting = QCheckBox(self.tr("Keep the key in this system's keyring"))
        self.no_keyring = PlainLabel(
            self.tr("There is no keyring here: the key is forgotten when Hearth ends."), "muted", wrap=True
        )
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.model.lineEdit()
        if line is not None:
            line.setMaxLength(MODEL_LIMIT_CHARS)
            line.setAccessibleName(self.tr("Model"))
            # Tab stops once, at the whole, which the line hands its policy on to.
            line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.model.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more_models = QLineEdit()
        self.more_models.setMaxLength(MODELS_LIMIT * MODEL_LIMIT_CHARS)
        self.more_models.setPlaceholderText(self.tr("names between commas, or nothing"))
        self.ask_models = Button(theme, self.tr("Ask for the list"))
        self.certificate = Button(theme, self.tr("Choose a file…"), on_click=self._pick)
        self.certificate.setAccessibleName(self.tr("Certificate of your server"))
        self.proxy = QLineEdit()
        self.proxy.setPlaceholderText(self.tr("http:// or socks5://host:port, or nothing"))
        self.proxy_password = SecretField(self.tr("Password of the proxy"))
        self.currency = QLineEdit("$")
        unknown = self.tr("not known")
        self.prompt_price = NumberBox(
            self.tr("Price of a million tokens that it reads"), 0, MOST_A_MILLION, PRICE_STEP, 2, unknown
        )
        self.completion_price = NumberBox(
            self.tr("Price of a million tokens that it writes"), 0, MOST_A_MILLION, PRICE_STEP, 2, unknown
        )
        self._row(self.tr("Kind"), self.kind)
        self._row(self.tr("Name"), self.name)
        self._row(self.tr("Address"), self.address)
        self._row(self.tr("Key"), self.key)
        kept = QWidget()
        below = QVBoxLayout(kept)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.lasting)
        below.addWidget(self.no_keyring)
        self._row("", kept)
        self._row(self.tr("Model"), self.model, self.ask_models)
        self._row(self.tr("More models"), self.more_models)
        self._price_row()
        self._certificate_label = self._row(self.tr("Certificate"), self.certificate)
        self._row(self.tr("Proxy"), self.proxy)
        self._password_label = self._row(self.tr("Password of the proxy"), self.proxy_password)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        for field in (
            self.name,
            self.address,
            self.key,
            self.proxy,
            self.proxy_password,
            self.more_models,
        ):
            field.textChanged.connect(self.edited)
        self.model.editTextChanged.connect(self.edited)
        self.proxy.textChanged.connect(self._show_password)
        self._show_password()
        self._kind_changed()

    def show_server(self, facts: ProviderFacts | None) -> None:
        """Show a server; None for one to be."""
        provider = facts.provider if facts is not None else None
        kind = "openai"
        if provider is not None:
            kind = "own" if provider.place is Place.OWN else str(provider.wire)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.name.setText(provider.name if provider is not None else "")
        self.address.setText(_address(provider) if provider is not None else ADDRESSES[kind])
        self.key.clear()
        self.key.setPlaceholderText(
            self.tr("There is one; leave this empty to keep it")
            if facts is not None and facts.has_key
            else self.tr("Copied from your provider's page")
        )
        self.model.clear()
        self.model.setEditText(provider.model if provider is not None else "")
        self.more_models.setText(", ".join(provider.models) if provider is not None else "")
        self._authority = provider.authority if provider is not None else ""
        self.proxy.setText(provider.proxy if provider is not None else "")
        self.proxy_password.clear()
        self.proxy_password.setPlaceholderText(
            self.tr("There is one; leave this empty to keep it")
            if facts is not None and facts.has_password
            else self.tr("Goes to the proxy in clear")
        )
        price = facts.price if facts is not None else None
        self.currency.setText(price.currency if price is not None else "$")
        self.prompt_price.show_value(price.prompt_micro / MICRO if price is not None else 0)
        self.completion_price.show_value(price.completion_micro / MICRO if price is not None else 0)
        self._former_price = price
        self._kind_changed()

    def show_keyring(self, there: bool) -> None:
        """Whether there is a keyring that keys could be kept in."""
        self.lasting.setChecked(there)
        self.lasting.setVisible(there)
        self.no_keyring.setVisible(not there)

    def show_models(self, names: tuple[str, ...]) -> None:
        """What the server offers."""
        typed = self.model.currentText()
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setEditText(typed or (names[0] if names else ""))

    @property
    def is_complete(self) -> bool:
        """Whether all is typed that must be."""
        return all(text.strip() for text in (self.name.text(), self.address.text(), self.model.currentText()))

    def provider(self, *, named: bool = True) -> Provider:
        """What was typed; not `named`: to be tried, perhaps without a name. Errors: UsageError provider_..."""
        own = self.kind.currentData() == "own"
        wire = Wire.ANTHROPIC if self.kind.currentData() == "anthropic" else Wire.OPENAI
        return make_provider(
            self.name.text().strip() or ("" if named else NAMELESS),
            wire,
            self.address.text().strip(),
            self.model.currentText().strip(),
            own=own,
            authority=self._authority if own else "",
            proxy=self.proxy.text().strip(),
            models=[one.strip() for one in self.more_models.text().split(",")],
        )

    def secrets(self) -> Secrets:
        """What was typed that nobody else may read."""
        return Secrets(self.key.text().strip(), self.proxy_password.text())

    def price(self) -> Price | None:
        """What was typed of the price, with today's date where it changed; None for nothing."""
        prompt, completion = (
            round(box.value() * MICRO) for box in (self.prompt_price, self.completion_price)
        )
        if not prompt and not completion:
            return None
        currency = self.currency.text().strip() or "$"
        former = self._former_price
        if former is not None and (former.currency, former.prompt_micro, former.completion_micro) == (
            currency,
            prompt,
            completion,
        ):
            return former
        return Price(currency, prompt, completion, date.today().isoformat())

    def take_certificate(self, path: Path) -> None:
        """Use the certificates in a file for this server alone."""
        try:
            with path.open("rb") as file:
                self._authority = file.read(CERTIFICATE_LIMIT_BYTES).decode("ascii")
        except (OSError, UnicodeDecodeError):
            self.unreadable.emit(str(path))
            return
        self._show_certificate()
        self.edited.emit()

    # ---- inside

    def _row(self, label: str, widget: QWidget, beside: QWidget | None = None) -> PlainLabel:
        told = PlainLabel(label, "muted")
        if label and not widget.accessibleName():
            widget.setAccessibleName(label)
        if beside is None:
            self._form.addRow(told, widget)
        else:
            both = QHBoxLayout()
            both.setSpacing(8)
            both.addWidget(widget, 1)
            both.addWidget(beside)
            self._form.addRow(told, both)
        return told

    def _price_row(self) -> None:
        self.currency.setMaxLength(CURRENCY_LIMIT_CHARS)
        self.currency.setFixedWidth(52)
        self.currency.setAccessibleName(self.tr("Currency"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.currency, 0, 0)
        grid.addWidget(PlainLabel(self.tr("reading"), "muted"), 0, 1)
        grid.addWidget(self.prompt_price, 0, 2)
        grid.addWidget(PlainLabel(self.tr("writing"), "muted"), 1, 1)
        grid.addWidget(self.completion_price, 1, 2)
        grid.setColumnStretch(3, 1)
        self._row(self.tr("Price of a million tokens"), inside)

    @Slot()
    def _kind_changed(self) -> None:
        kind = str(self.kind.currentData())
        own = kind == "own"
        for widget in (self._certificate_label, self.certificate):
            widget.setVisible(own)
        if self.address.text() in ADDRESSES.values():
            self.address.setText(ADDRESSES[kind])
        self.address.setPlaceholderText(self.tr("https://host:port/v1"))
        self._show_certificate()
        self.edited.emit()

    @Slot()
    def _show_password(self) -> None:
        """A password is for a user, whom the proxy's address names."""
        named = "@" in self.proxy.text()
        for widget in (self._password_label, self.proxy_password):
            widget.setVisible(named)
        if not named:
            self.proxy_password.clear()

    def _show_certificate(self) -> None:
        self.certificate.set_caption(
            self.tr("Chosen. Choose another file…") if self._authority else self.tr("Choose a file…")
        )
        self.certificate.setAccessibleName(self.tr("Certificate of your server"))

    @Slot()
    def _pick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Certificate of your server"),
            QDir.homePath(),
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.take_certificate(Path(name))


def _address(provider: Provider) -> str:
    """As it would be typed: without the port that goes without saying."""
    origin = str(provider.origin)
    if provider.origin.scheme == "https":
        origin = origin.removesuffix(f":{HTTPS_PORT}")
    return f"{origin}{provider.base_path}"

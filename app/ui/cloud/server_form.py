"""What a person types of a server: name, kind, address, key, model, price. Window process, main thread."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.permit import Wire
from app.domain.provider import (
    MODEL_LIMIT_CHARS,
    MODELS_LIMIT,
    NAME_LIMIT_CHARS,
    Place,
    Provider,
    make_provider,
)
from app.services.provider_keys import Secrets
from app.services.provider_service import ModelList, ProviderFacts
from app.ui.cloud.price_part import PricePart
from app.ui.parts import Button, PlainLabel
from app.ui.passphrase import SecretField
from app.ui.theme import Theme

ADDRESSES = {"openai": "https://api.openai.com/v1", "anthropic": "https://api.anthropic.com/v1", "own": ""}
KEY_LIMIT_CHARS = 4000
NAMELESS = "server"  # while it is tried without a name
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
        self.price = PricePart(theme)
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
        self._row(self.tr("Price of a million tokens"), self.price)
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
        self.model.editTextChanged.connect(self._models_changed)
        self.more_models.textChanged.connect(self._models_changed)
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
        self.price.show_prices(
            provider.model if provider is not None else "",
            provider.models if provider is not None else (),
            facts.prices if facts is not None else {},
        )
        self._kind_changed()

    def show_keyring(self, there: bool) -> None:
        """Whether there is a keyring that keys could be kept in."""
        self.lasting.setChecked(there)
        self.lasting.setVisible(there)
        self.no_keyring.setVisible(not there)

    def show_models(self, offered: ModelList) -> None:
        """What the server offers; the prices that its list says are there to be taken."""
        typed, names = self.model.currentText(), offered.names
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setEditText(typed or (names[0] if names else ""))
        self.price.show_offers(offered.prices)

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
            models=self._more(),
        )

    def secrets(self) -> Secrets:
        """What was typed that nobody else may read."""
        return Secrets(self.key.text().strip(), self.proxy_password.text())

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

    def _more(self) -> list[str]:
        return [one.strip() for one in self.more_models.text().split(",")]

    @Slot()
    def _models_changed(self) -> None:
        self.price.show_models(self.model.currentText().strip(), self._more())

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
